package school.tandem.importing.platforms;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
        int width) {

    /**
     * An assignment.
     *
     * @param header as it stands there
     */
    record Assignment(int column, String header, String id, String title) {}

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

    /** Those of a table; null: it is no gradebook of Canvas. */
    static @Nullable CanvasColumns of(TableFile table) {
        List<String> headers = table.headers();
        List<String> plain = headers.stream().map(Headers::plain).toList();
        int student =
                find(
                        plain,
                        "student",
                        "studentname",
                        "estudiante",
                        "alumno",
                        "alumnoa",
                        "étudiant",
                        "élève",
                        "elève",
                        "aluno",
                        "estudante",
                        "schüler",
                        "studierende",
                        "studente",
                        "name",
                        "nombre");
        int last = find(plain, "lastname", "apellido", "apellidos", "nom", "sobrenome", "nachname");
        int first = find(plain, "firstname", "nombre", "nombres", "prénom", "vorname");
        if (last >= 0 && first >= 0) {
            student = -1;
        } else if (student < 0) {
            return null;
        }
        List<Assignment> work = work(headers, plain, possible(table));
        CanvasColumns columns =
                new CanvasColumns(
                        student,
                        last,
                        first,
                        find(plain, "id", "canvasid", "canvasuserid", "identificación"),
                        find(
                                plain,
                                "sisuserid",
                                "sisid",
                                "iddeusuariodesis",
                                "iddeusuariosis",
                                "iddeusuariodelsis",
                                "iddelusuariodesis",
                                "iddelusuariosis",
                                "sisiddeusuario",
                                "idutilisateursis",
                                "idutilisateurdusis",
                                "iddousuáriodosis",
                                "iddeusuáriodosis",
                                "iddousuáriosis",
                                "sisbenutzerid",
                                "idutentesis"),
                        find(
                                plain,
                                "sisloginid",
                                "sislogin",
                                "iddeiniciodesesióndesis",
                                "iddeiniciodesesiónsis",
                                "iddeiniciodesesióndelsis",
                                "iddeiniciodesesiónensis",
                                "iddeiniciodesesiondesis",
                                "sisiddeiniciodesesión",
                                "iddeconnexionsis",
                                "identifiantdeconnexionsis",
                                "iddelogindosis",
                                "iddologindosis",
                                "sisanmeldeid",
                                "sisanmeldungsid",
                                "idaccessosis"),
                        find(plain, "integrationid", "iddeintegración", "iddeintegracion"),
                        find(
                                plain,
                                "email",
                                "emailaddress",
                                "correoelectrónico",
                                "correoelectronico"),
                        find(
                                plain,
                                "section",
                                "sections",
                                "sección",
                                "seccion",
                                "secciones",
                                "seção",
                                "seções",
                                "abschnitt",
                                "abschnitte",
                                "sezione",
                                "sezioni"),
                        work,
                        headers.size());
        return columns.isGradebook(plain, possible(table) != null) ? columns : null;
    }

    private boolean isGradebook(List<String> plain, boolean hasPossible) {
        boolean ofCanvas = section >= 0 && (sis >= 0 || login >= 0 || id >= 0 && !work.isEmpty());
        boolean identified = work.stream().anyMatch(one -> WITH_ID.matcher(one.header()).matches());
        return ofCanvas && (identified || hasPossible || plain.contains("finalscore"))
                || hasPossible && identified;
    }

    private static int find(List<String> plain, String... names) {
        for (String name : names) {
            int at = plain.indexOf(name);
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

    /** Whether a row says how many points there are. */
    static boolean isPossible(TableRow row) {
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
