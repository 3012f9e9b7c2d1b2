package school.tandem.adoption;

/**
 * Who is counted together.
 *
 * @param kind {@code school}, {@code department}, {@code grade} or {@code class}
 * @param key the id of the department or class, the grade as the roster has it; empty: the school
 */
public record Group(String kind, String key) {

    public static final Group SCHOOL = new Group("school", "");

    public static Group department(long id) {
        return new Group("department", Long.toString(id));
    }

    public static Group grade(String grade) {
        return new Group("grade", grade);
    }

    static Group schoolClass(long id) {
        return new Group("class", Long.toString(id));
    }
}
