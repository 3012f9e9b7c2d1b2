package school.tandem.importing.platforms;

import java.util.List;
import school.tandem.importing.reading.Headers;
import school.tandem.importing.reading.TableFile.TableRow;

/** The columns of Schoology's grades that say whose they are, and of which course. */
final class SchoologyStudent {

    static final String[] IDS = {"Unique User ID", "User Unique ID", "Unique ID", "School UID"};

    static final String[] OWN = {"Schoology User ID", "Schoology ID", "User NID", "UID"};
    static final String[] EMAIL = {"Email", "Email Address", "Primary Email"};
    static final String[] LOGIN = {"Username", "User Name", "Login"};
    static final String[] FIRST = {"First Name", "Given Name", "Preferred First Name"};
    static final String[] LAST = {"Last Name", "Family Name", "Surname"};
    static final String[] NAME = {"Name", "Student Name", "Full Name", "Student"};
    static final String[] TITLE = {"Course Name", "Course Title", "Course"};
    static final String[] CODE = {
        "Section School Code", "Section Code", "Course Code", "Section ID School Code"
    };
    static final String[] SECTION_NID = {"Section ID", "Section NID"};
    static final String[] SECTION = {"Section Name", "Section Title", "Section"};
    private static final List<String[]> ALL =
            List.of(IDS, OWN, EMAIL, LOGIN, FIRST, LAST, NAME, TITLE, CODE, SECTION_NID, SECTION);

    private SchoologyStudent() {}

    /** Whether a column is one of these. */
    static boolean isOne(String header) {
        String plain = Headers.plain(header);
        return ALL.stream()
                .flatMap(names -> List.of(names).stream())
                .anyMatch(name -> Headers.plain(name).equals(plain));
    }

    /** Whether there are names, be it in one column or two. */
    static boolean isNamed(Columns columns) {
        return columns.has(NAME) || columns.has(FIRST) && columns.has(LAST);
    }

    static Who who(TableRow row, Columns columns) {
        String whole = columns.text(row, NAME);
        String name =
                whole.isEmpty()
                        ? columns.text(row, FIRST) + " " + columns.text(row, LAST)
                        : inOrder(whole);
        return new Who(
                columns.first(row, IDS, OWN, EMAIL, LOGIN, NAME, LAST).column(),
                columns.text(row, OWN),
                columns.text(row, IDS),
                columns.text(row, EMAIL),
                columns.text(row, LOGIN),
                name);
    }

    /** The family name may stand first, before a comma. */
    private static String inOrder(String name) {
        int comma = name.indexOf(',');
        return comma < 0
                ? name
                : name.substring(comma + 1).strip() + " " + name.substring(0, comma).strip();
    }

    static Course course(TableRow row, Columns columns) {
        Columns.Cell title = columns.cell(row, TITLE);
        Columns.Cell section = columns.cell(row, SECTION);
        return new Course(
                columns.first(row, TITLE, SECTION, CODE, SECTION_NID).column(),
                columns.text(row, SECTION_NID),
                columns.text(row, CODE),
                title.value(),
                section.value());
    }
}
