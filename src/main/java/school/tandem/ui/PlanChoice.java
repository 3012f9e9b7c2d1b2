package school.tandem.ui;

/** A plan of the chosen school. */
public record PlanChoice(long id, String name) {}
