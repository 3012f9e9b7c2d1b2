package school.tandem.adoption;

/**
 * Who is counted together.
 *
 * @param kind {@code school}, {@code department} or {@code grade}; classes are told by no screen
 * @param key the id of the department, the grade as the roster has it; empty: the school
 */
public record Group(String kind, String key) {

    public static final Group SCHOOL = new Group("school", "");

    public static Group department(long id) {
        return new Group("department", Long.toString(id));
    }

    public static Group grade(String grade) {
        return new Group("grade", grade);
    }
}
