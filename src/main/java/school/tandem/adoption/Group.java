package school.tandem.adoption;

/**
 * Who is counted together.
 *
 * @param kind {@code school}, {@code district}, {@code department}, {@code grade} or {@code class},
 *     or what equity gaps are told by: {@code device}, {@code connection}, {@code newcomer}, {@code
 *     sex}, {@code race}, {@code flag}
 * @param key the id of the department or class, the grade as the roster has it, the word of the
 *     group; empty: the school, or those of whom it is not known
 */
public record Group(String kind, String key) {

    public static final Group SCHOOL = new Group("school", "");

    /** All schools of a district together. */
    public static final Group DISTRICT = new Group("district", "");

    public static Group department(long id) {
        return new Group("department", Long.toString(id));
    }

    public static Group schoolClass(long id) {
        return new Group("class", Long.toString(id));
    }

    public static Group grade(String grade) {
        return new Group("grade", grade);
    }
}
