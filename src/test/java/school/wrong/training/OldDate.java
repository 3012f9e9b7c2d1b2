package school.wrong.training;

class OldDate {
    java.util.Date date() {
        return new java.util.Date(0);
    }
}
