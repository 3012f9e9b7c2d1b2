package school.tandem.roster;

/**
 * How many there are on a school's roster now, whoever left not among them.
 *
 * @param teachers staff whose role is teacher
 * @param staff all of them, teachers too
 */
public record PeopleCounts(int teachers, int staff, int students, int classes) {}
