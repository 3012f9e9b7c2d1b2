package school.wrong.training;

class ArrowBack {
    private final school.wrong.readiness.Score score = new school.wrong.readiness.Score();

    @Override
    public String toString() {
        return score.toString();
    }
}
