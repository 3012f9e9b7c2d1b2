package school.tandem.importing.platforms;

import java.util.List;
import java.util.stream.IntStream;
import school.tandem.importing.reading.TableFile.TableRow;

/** The columns by which Moodle's reports name people. */
final class MoodlePeople {

    static final String[] GIVEN = {"First name", "Nombre"};
    static final String[] FAMILY = {"Surname", "Last name", "Apellido(s)", "Apellidos", "Apellido"};
    static final String[] FULL = {"Name", "Full name", "Nombre completo", "User full name"};
    static final String[] ID = {
        "ID number", "Número de ID", "Número de identificación", "Idnumber"
    };
    static final String[] EMAIL = {
        "Email address",
        "Email",
        "Dirección de correo",
        "Dirección Email",
        "Correo electrónico",
        "Dirección de correo electrónico"
    };
    static final String[] LOGIN = {"Username", "Nombre de usuario", "Usuario"};

    /** What else stands before the work. */
    static final String[] OTHERS = {
        "Institution",
        "Institución",
        "Department",
        "Departamento",
        "Group",
        "Groups",
        "Grupo",
        "Grupos",
        "Phone",
        "City/town",
        "Country"
    };

    private final List<String> headers;
    private final int given;
    private final int family;
    private final int full;
    private final int id;
    private final int email;
    private final int login;

    MoodlePeople(List<String> headers) {
        this.headers = headers;
        given = new Columns(headers).at(GIVEN);
        family = new Columns(headers).at(FAMILY);
        int named = new Columns(headers).at(FULL);
        // The report of completion leaves the header of the names blank.
        boolean blank = !headers.isEmpty() && headers.getFirst().isBlank();
        full = named < 0 && given < 0 && blank ? 0 : named;
        id = new Columns(headers).at(ID);
        email = new Columns(headers).at(EMAIL);
        login = new Columns(headers).at(LOGIN);
    }

    /** Whether a column is about the person. */
    boolean has(int column) {
        return column == given
                || column == family
                || column == full
                || column == id
                || column == email
                || column == login
                || new Columns(List.of(headers.get(column))).has(OTHERS);
    }

    boolean areThere() {
        return full >= 0 || family >= 0 || email >= 0 || id >= 0 || login >= 0;
    }

    Who of(TableRow row) {
        String name =
                full >= 0 ? row.cell(full) : (row.cell(given) + " " + row.cell(family)).strip();
        int shown =
                IntStream.of(full, family, email, id, login)
                        .filter(at -> at >= 0)
                        .findFirst()
                        .orElse(-1);
        return new Who(
                shown < 0 ? "" : headers.get(shown),
                null,
                row.cell(id),
                row.cell(email),
                row.cell(login),
                name);
    }
}
