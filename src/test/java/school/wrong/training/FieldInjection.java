package school.wrong.training;

class FieldInjection {
    @org.springframework.beans.factory.annotation.Autowired java.time.Clock clock;
}
