package school.tandem.adoption;

/**
 * What adoption was in a week, as it is known now.
 *
 * @param inWindow what was done in the window that ends on the week's last school day
 * @param inYear what was done at any time of the school year up to that day
 */
public record Week(SchoolWeek of, Figures inWindow, Figures inYear) {}
