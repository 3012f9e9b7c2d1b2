package school.tandem.importing.platforms;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import school.tandem.importing.reading.Headers;
import school.tandem.importing.reading.TableFile;
import school.tandem.importing.reading.TableFile.TableRow;

/**
 * Which column of a gradebook is what; -1: it has none. Columns of teachers' own and those that
 * Canvas computes are none of these.
 *
 * @param work one for each assignment, in their order
 * @param width how many columns there are
 * @param possibleLine where the row stands that says how many points there are; 0: there is none
 */
record CanvasColumns(
        int student,
        int lastName,
        int firstName,
        int id,
        int sis,
        int login,
        int integration,
        int email,
        int section,
        List<Assignment> work,
        int width,
        long possibleLine) {

    /**
     * An assignment.
     *
     * @param header as it stands there
     */
    record Assignment(int column, String header, String id, String title) {}

    static final String[] STUDENT = {
        "Student",
        "Student name",
        "Estudiante",
        "Alumno",
        "Alumno/a",
        "Étudiant",
        "Élève",
        "Elève",
        "Aluno",
        "Estudante",
        "Schüler",
        "Studierende",
        "Studente",
        "Name",
        "Nombre"
    };
    static final String[] LAST = {
        "LastName", "Apellido", "Apellidos", "Nom", "Sobrenome", "Nachname"
    };
    static final String[] FIRST = {"FirstName", "Nombre", "Nombres", "Prénom", "Vorname"};
    static final String[] ID = {"ID", "Canvas ID", "Canvas user ID", "Identificación"};
    static final String[] SIS = {
        "SIS User ID",
        "SIS ID",
        "ID de usuario de SIS",
        "ID de usuario SIS",
        "ID de usuario del SIS",
        "ID del usuario de SIS",
        "ID del usuario SIS",
        "SIS ID de usuario",
        "ID utilisateur SIS",
        "ID utilisateur du SIS",
        "ID do usuário do SIS",
        "ID de usuário do SIS",
        "ID do usuário SIS",
        "SIS-Benutzer-ID",
        "ID utente SIS"
    };
    static final String[] LOGIN = {
        "SIS Login ID",
        "SIS login",
        "ID de inicio de sesión de SIS",
        "ID de inicio de sesión SIS",
        "ID de inicio de sesión del SIS",
        "ID de inicio de sesión en SIS",
        "ID de inicio de sesion de SIS",
        "SIS ID de inicio de sesión",
        "ID de connexion SIS",
        "Identifiant de connexion SIS",
        "ID de login do SIS",
        "ID do login do SIS",
        "SIS-Anmelde-ID",
        "SIS-Anmeldungs-ID",
        "ID accesso SIS"
    };
    static final String[] INTEGRATION = {
        "Integration ID", "ID de integración", "ID de integracion"
    };
    static final String[] EMAIL = {
        "Email", "Email address", "Correo electrónico", "Correo electronico"
    };
    static final String[] SECTION = {
        "Section",
        "Sections",
        "Sección",
        "Seccion",
        "Secciones",
        "Seção",
        "Seções",
        "Abschnitt",
        "Abschnitte",
        "Sezione",
        "Sezioni"
    };

    private static final Pattern WITH_ID = Pattern.compile("(?s)(.*)\\((\\d+)\\)");
    private static final Pattern COMPUTED =
            Pattern.compile(
                    "(?is)(?:.* )?(?:(?:unposted )?(?:current|final) (?:score|grade|points)"
                            + "|override (?:score|grade|status))(?: \\([^()]*\\))?");
    private static final Pattern READ_ONLY = Pattern.compile("\\(\\s*[^\\d()]+\\)");
    private static final Set<String> POSSIBLE =
            Set.of(
                    "pointspossible",
                    "puntosposibles",
                    "puntosposible",
                    "puntospermitidos",
                    "pointspossibles",
                    "pontospossíveis",
                    "möglichepunkte",
                    "erreichbarepunkte",
                    "punteggiomassimo",
                    "puntipossibili",
                    "mogelijkepunten",
                    "puntsmàximspossibles");
    private static final int TOP = 6;

    /** Those of a file; null: it is no gradebook of Canvas. */
    static @Nullable CanvasColumns of(ExportFile file) {
        CanvasColumns columns = of(file.table(), file.isSaid());
        return columns != null && (file.isSaid() || columns.isGradebook(file.table().headers()))
                ? columns
                : null;
    }

    /** Where the assignments of a table stand that is a gradebook. */
    static List<Integer> workOf(TableFile table) {
        CanvasColumns columns = of(table, true);
        return columns == null
                ? List.of()
                : columns.work().stream().map(Assignment::column).toList();
    }

    /**
     * @param said whether it is certain that it is one, its words being of any language
     */
    private static @Nullable CanvasColumns of(TableFile table, boolean said) {
        List<String> headers = table.headers();
        List<String> plain = headers.stream().map(Headers::plain).toList();
        int student = find(plain, STUDENT);
        int last = find(plain, LAST);
        int first = find(plain, FIRST);
        if (last >= 0 && first >= 0) {
            student = -1;
        } else if (student < 0) {
            return null;
        }
        TableRow possible = possible(table);
        if (possible == null && said) {
            possible = possibleByCells(table, plain);
        }
        return new CanvasColumns(
                student,
                last,
                first,
                find(plain, ID),
                find(plain, SIS),
                find(plain, LOGIN),
                find(plain, INTEGRATION),
                find(plain, EMAIL),
                find(plain, SECTION),
                work(headers, plain, possible),
                headers.size(),
                possible == null ? 0 : possible.line());
    }

    private boolean isGradebook(List<String> headers) {
        boolean hasPossible = possibleLine > 0;
        List<String> plain = headers.stream().map(Headers::plain).toList();
        boolean ofCanvas = section >= 0 && (sis >= 0 || login >= 0 || id >= 0 && !work.isEmpty());
        boolean identified = work.stream().anyMatch(one -> WITH_ID.matcher(one.header()).matches());
        return ofCanvas && (identified || hasPossible || plain.contains("finalscore"))
                || hasPossible && identified;
    }

    private static int find(List<String> plain, String... names) {
        for (String name : names) {
            int at = plain.indexOf(Headers.plain(name));
            if (at >= 0) {
                return at;
            }
        }
        return -1;
    }

    /** The row that says how many points there are; null: there is none. */
    private static @Nullable TableRow possible(TableFile table) {
        return table.first(TOP).stream().filter(CanvasColumns::isPossible).findFirst().orElse(null);
    }

    /** The same in whatever language: it numbers the work, and is of nobody with an id. */
    private static @Nullable TableRow possibleByCells(TableFile table, List<String> plain) {
        List<Integer> ids =
                Stream.of(ID, SIS, LOGIN, INTEGRATION, EMAIL, SECTION)
                        .map(names -> find(plain, names))
                        .filter(at -> at >= 0)
                        .toList();
        List<Integer> work =
                IntStream.range(0, table.headers().size())
                        .filter(at -> WITH_ID.matcher(table.headers().get(at).strip()).matches())
                        .boxed()
                        .toList();
        return ids.isEmpty()
                ? null
                : table.first(TOP).stream()
                        .filter(row -> ids.stream().allMatch(at -> row.cell(at).isEmpty()))
                        .filter(row ->
                                work.stream().anyMatch(at -> CanvasCell.isNumber(row.cell(at))))
                        .findFirst()
                        .orElse(null);
    }

    /** Whether a row says how many points there are. */
    boolean saysPossible(TableRow row) {
        return row.line() == possibleLine || isPossible(row);
    }

    private static boolean isPossible(TableRow row) {
        return row.cells().stream().limit(2).map(Headers::plain).anyMatch(POSSIBLE::contains);
    }

    private static List<Assignment> work(
            List<String> headers, List<String> plain, @Nullable TableRow possible) {
        List<Assignment> work = new ArrayList<>();
        for (int at = 0; at < headers.size(); at++) {
            String header = headers.get(at).strip();
            Matcher withId = WITH_ID.matcher(header);
            boolean identified = withId.matches();
            String points = possible == null ? "" : possible.cell(at);
            boolean computed =
                    READ_ONLY.matcher(points).matches()
                            || COMPUTED.matcher(header).matches() && !CanvasCell.isNumber(points);
            boolean counted = CanvasCell.isNumber(points) && !IDENTITY.contains(plain.get(at));
            if (computed || header.isEmpty() || !identified && !counted) {
                continue;
            }
            String title = identified ? withId.group(1).strip() : header;
            String id = identified ? withId.group(2) : header;
            work.add(new Assignment(at, header, id, title.isEmpty() ? id : title));
        }
        return List.copyOf(work);
    }

    private static final Set<String> IDENTITY =
            Set.of("student", "id", "sisuserid", "sisloginid", "section", "integrationid");

    /** Who a row is about. */
    Who who(TableRow row) {
        String name = unquoted(row.cell(student));
        if (name.isEmpty()) {
            name = (row.cell(lastName) + ", " + row.cell(firstName)).strip();
            name = name.equals(",") ? "" : name;
        }
        String sisId = row.cell(sis);
        return new Who(
                student < 0 ? "LastName" : "Student",
                row.cell(id),
                sisId.isEmpty() ? row.cell(integration) : sisId,
                row.cell(email),
                row.cell(login),
                name);
    }

    /** Canvas writes a name that a spreadsheet would compute as a formula. */
    private static String unquoted(String name) {
        return name.startsWith("=\"") && name.endsWith("\"") && name.length() > 3
                ? name.substring(2, name.length() - 1)
                : name;
    }
}
