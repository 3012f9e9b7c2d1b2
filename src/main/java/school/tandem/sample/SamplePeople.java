package school.tandem.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** The people and classes of the sample school, all invented. */
final class SamplePeople {

    record Teacher(
            String id, String givenName, String familyName, String email, String department) {}

    record Student(String id, String givenName, String familyName, String email, int grade) {}

    record SchoolClass(
            String id,
            String title,
            String department,
            int grade,
            Teacher teacher,
            List<Student> students) {}

    static final List<String> DEPARTMENTS =
            List.of("Arts", "Computing", "Languages", "Mathematics", "Science", "Social studies");

    private static final int[] TEACHERS = {8, 6, 13, 12, 12, 9};
    private static final int STUDENTS_PER_GRADE = 203;
    private static final int CLASS_SIZE = 26;

    /** What a student of a grade takes: the subject and its department. */
    private static final Map<Integer, List<String[]>> SUBJECTS =
            Map.of(
                    9, subjects("English 9", "Algebra I", "Biology", "World History", "Studio Art"),
                    10, subjects("English 10", "Geometry", "Chemistry", "Geography", "Computing I"),
                    11, subjects("English 11", "Algebra II", "Physics", "Economics", "Music"),
                    12,
                            subjects(
                                    "English 12",
                                    "Calculus",
                                    "Earth Science",
                                    "Government",
                                    "Computing II"));

    private static final String[] GIVEN = {
        "Alba", "Amara", "Anton", "Bea", "Bruno", "Carla", "Chidi", "Clara", "Dara", "Dario",
                "Edith", "Elif",
        "Emil", "Esra", "Farid", "Fiona", "Gael", "Greta", "Hana", "Hugo", "Ida", "Imani", "Ines",
                "Ivo",
        "Jana", "Jonas", "Kaya", "Kofi", "Lena", "Leo", "Lucia", "Malik", "Mara", "Marek", "Mina",
                "Nadia",
        "Nico", "Noor", "Olga", "Omar", "Paula", "Pia", "Quinn", "Rafa", "Rosa", "Sami", "Sara",
                "Tariq",
        "Tess", "Timo", "Uma", "Vera", "Wanda", "Yara", "Yusuf", "Zoe"
    };
    private static final String[] FAMILY = {
        "Abbott",
        "Acosta",
        "Adeyemi",
        "Bauer",
        "Becker",
        "Bianchi",
        "Castillo",
        "Cohen",
        "Cruz",
        "Diaz",
        "Duarte",
        "Ekström",
        "Farah",
        "Fischer",
        "Flores",
        "Garcia",
        "Grant",
        "Haddad",
        "Hansen",
        "Hayes",
        "Ibrahim",
        "Ito",
        "Jansen",
        "Jimenez",
        "Kaya",
        "Kim",
        "Kowalski",
        "Lang",
        "Larsen",
        "Lopez",
        "Mbeki",
        "Meyer",
        "Moreau",
        "Murphy",
        "Nakamura",
        "Nowak",
        "Ochieng",
        "Okoye",
        "Ortiz",
        "Park",
        "Perez",
        "Petrov",
        "Quist",
        "Ramos",
        "Reyes",
        "Rossi",
        "Sato",
        "Schmidt",
        "Silva",
        "Singh",
        "Soto",
        "Tan",
        "Torres",
        "Varga",
        "Vidal",
        "Weber",
        "Wong",
        "Yilmaz",
        "Young",
        "Zhang"
    };

    private final List<Teacher> teachers = new ArrayList<>();
    private final List<Student> students = new ArrayList<>();
    private final List<SchoolClass> classes = new ArrayList<>();

    SamplePeople(Random random) {
        Map<String, Integer> taken = new HashMap<>();
        for (int d = 0; d < TEACHERS.length; d++) {
            for (int i = 0; i < TEACHERS[d]; i++) {
                String given = pick(random, GIVEN);
                String family = pick(random, FAMILY);
                String id = "t" + (teachers.size() + 1);
                teachers.add(
                        new Teacher(
                                id,
                                given,
                                family,
                                email(given, family, taken, "staff."),
                                DEPARTMENTS.get(d)));
            }
        }
        for (int grade = 9; grade <= 12; grade++) {
            for (int i = 0; i < STUDENTS_PER_GRADE; i++) {
                String given = pick(random, GIVEN);
                String family = pick(random, FAMILY);
                String id = "s" + (students.size() + 1);
                students.add(
                        new Student(id, given, family, email(given, family, taken, ""), grade));
            }
        }
        makeClasses(random);
    }

    List<Teacher> teachers() {
        return teachers;
    }

    List<Student> students() {
        return students;
    }

    List<SchoolClass> classes() {
        return classes;
    }

    private void makeClasses(Random random) {
        Map<String, Integer> next = new HashMap<>();
        for (int grade = 9; grade <= 12; grade++) {
            int ofGrade = grade;
            List<Student> all =
                    students.stream().filter(student -> student.grade() == ofGrade).toList();
            for (String[] subject : SUBJECTS.getOrDefault(grade, List.of())) {
                List<Student> shuffled = new ArrayList<>(all);
                java.util.Collections.shuffle(shuffled, random);
                for (int from = 0, group = 1; from < shuffled.size(); from += CLASS_SIZE, group++) {
                    List<Teacher> able =
                            teachers.stream()
                                    .filter(t -> t.department().equals(subject[1]))
                                    .toList();
                    Teacher teacher =
                            able.get(next.merge(subject[1], 1, Integer::sum) % able.size());
                    classes.add(
                            new SchoolClass(
                                    "c" + (classes.size() + 1),
                                    subject[0] + " · " + group,
                                    subject[1],
                                    grade,
                                    teacher,
                                    shuffled.subList(
                                            from, Math.min(from + CLASS_SIZE, shuffled.size()))));
                }
            }
        }
    }

    private static List<String[]> subjects(
            String language, String mathematics, String science, String society, String choice) {
        return List.of(
                new String[] {language, "Languages"},
                new String[] {mathematics, "Mathematics"},
                new String[] {science, "Science"},
                new String[] {society, "Social studies"},
                new String[] {choice, choice.startsWith("Computing") ? "Computing" : "Arts"});
    }

    private static String pick(Random random, String[] from) {
        return from[random.nextInt(from.length)];
    }

    private static String email(
            String given, String family, Map<String, Integer> taken, String prefix) {
        String name = prefix + (given + "." + family).toLowerCase(Locale.ROOT).replace('ö', 'o');
        int count = taken.merge(name, 1, Integer::sum);
        return name + (count > 1 ? count : "") + "@riverside.example";
    }
}
