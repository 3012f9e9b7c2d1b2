package school.wrong.training.ui;

public class PlainView {}
