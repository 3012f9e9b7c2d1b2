package school.wrong.training;

class KnowsAScreen {
    private final school.wrong.training.ui.PlainView screen =
            new school.wrong.training.ui.PlainView();

    @Override
    public String toString() {
        return screen.toString();
    }
}
