package school.wrong.training;

class LoggerPerObject {
    final org.slf4j.Logger log = org.slf4j.LoggerFactory.getLogger(LoggerPerObject.class);
}
