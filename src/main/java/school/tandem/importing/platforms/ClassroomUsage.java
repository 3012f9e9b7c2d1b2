package school.tandem.importing.platforms;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.intake.Did;
import school.tandem.importing.reading.Headers;
import school.tandem.importing.reading.JsonRecords;
import school.tandem.importing.reading.ListCells.Unreadable;
import school.tandem.importing.reading.Refused;
import school.tandem.importing.reading.TableFile;
import school.tandem.importing.reading.TableFile.TableRow;
import school.tandem.roster.intake.Reason;
import tools.jackson.databind.JsonNode;

/**
 * Reports of the administrator's console on who used Google Classroom, as tables and as its
 * interface returns them. They say when somebody last did something in Classroom: its student
 * opened work that day. A sign-in to the account says nothing of Classroom, and a number of posts
 * does not say what was posted; so nothing follows of them, nor of what teachers did.
 */
final class ClassroomUsage {

    static final String[] EMAIL = {
        "email", "userEmail", "user", "Email Address", "userKey", "Usuario", "Correo electrónico"
    };
    static final String[] AS_OF = {"asOfDate", "date", "Report Date"};
    static final String[] ROLE = {"role", "classroom:role"};

    /** What is in the name of the column that says when somebody last did something. */
    static final List<String> LAST =
            List.of("lastinteraction", "classroomlast", "lastusedclassroom", "lastclassroom");

    private static final Pattern LAST_USED =
            Pattern.compile(
                    ".*(?:"
                            + String.join("|", LAST)
                            + "|last(?:used|usage|activity|access|active)(?:time|date)?(?:in|of)?classroom"
                            + "|[uú]ltimainteracci[oó]n).*");
    private static final Set<String> NEVERS = Set.of("", "0", "never", "nunca");
    private static final int NEVER = 1970;

    private final ExportFile file;
    private final ZoneId zone;
    private final GoogleClassroom.Seen seen;

    ClassroomUsage(ExportFile file, ZoneId zone, GoogleClassroom.Seen seen) {
        this.file = file;
        this.zone = zone;
        this.seen = seen;
    }

    /** Whether a file is such a report. */
    static boolean isOne(ExportFile file) {
        if (file.isJson()) {
            return file.head().contains("\"usageReports\"")
                    || file.head().contains("\"userEmail\"")
                            && file.head().contains("\"parameters\"");
        }
        try {
            Columns columns = new Columns(file.table().headers());
            return columns.has(EMAIL) && !lastInteraction(columns).isEmpty();
        } catch (Refused noTable) {
            return false;
        }
    }

    /** The columns that say when somebody last did something in Classroom: a report has several. */
    private static List<Integer> lastInteraction(Columns columns) {
        return IntStream.range(0, columns.count())
                .filter(at -> isLast(columns.header(at)))
                .boxed()
                .toList();
    }

    private static boolean isLast(String name) {
        return LAST_USED.matcher(Headers.plain(name)).matches();
    }

    private static boolean isNever(String moment) {
        return NEVERS.contains(moment.strip().toLowerCase(Locale.ROOT));
    }

    void read(ExportRows rows) {
        if (file.isJson()) {
            file.json().read(new Reports(rows, new Moments(zone)));
        } else {
            TableFile table = file.table();
            Columns columns = new Columns(table.headers());
            Moments moments = new Moments(zone, table);
            List<Integer> last = lastInteraction(columns);
            table.read(row -> {
                At at = file.at(row.line());
                try {
                    row(at, row, columns, last(row, columns, last), moments, rows);
                } catch (Unreadable bad) {
                    rows.held(at, bad.column(), bad.value(), bad.reason());
                }
            });
        }
    }

    /** The first of these that says when, else nothing. */
    private static Columns.Cell last(TableRow row, Columns columns, List<Integer> last) {
        return last.stream()
                .map(at -> columns.cell(row, at))
                .filter(cell -> !isNever(cell.value()))
                .findFirst()
                .orElse(new Columns.Cell(columns.header(last.getFirst()), ""));
    }

    private void row(
            At at,
            TableRow row,
            Columns columns,
            Columns.Cell last,
            Moments moments,
            ExportRows rows) {
        Columns.Cell email = columns.cell(row, EMAIL);
        if (email.isBlank()) {
            throw email.unknown();
        }
        LocalDate asOf = columns.cell(row, AS_OF).dayBy(moments);
        String role = columns.text(row, ROLE);
        boolean address = email.value().contains("@");
        Who who =
                new Who(
                        email.column(),
                        null,
                        null,
                        address ? email.value() : null,
                        null,
                        address ? null : email.value());
        tell(at, who, isTeacher(role), asOf, last.dayBy(moments), rows);
    }

    private void tell(
            At at,
            Who who,
            boolean teacher,
            @Nullable LocalDate asOf,
            @Nullable LocalDate last,
            ExportRows rows) {
        seen.opening();
        if (asOf != null) {
            seen.day(asOf);
        }
        if (teacher || last == null || last.getYear() <= NEVER) {
            rows.nothing(at);
            return;
        }
        seen.day(last);
        rows.activity(new Activity(at, who, Did.OPENED, last, null));
    }

    private static boolean isTeacher(String role) {
        return role.toLowerCase(Locale.ROOT).startsWith("teacher");
    }

    private final class Reports implements JsonRecords.Taker {
        private final ExportRows rows;
        private final Moments moments;

        Reports(ExportRows rows, Moments moments) {
            this.rows = rows;
            this.moments = moments;
        }

        @Override
        public void take(long number, String list, JsonNode record) {
            At at = file.at(number);
            try {
                report(at, record);
            } catch (Unreadable bad) {
                rows.held(at, bad.column(), bad.value(), bad.reason());
            }
        }

        private void report(At at, JsonNode record) {
            JsonNode entity = record.path("entity");
            String email = entity.path("userEmail").asString("");
            if (email.isBlank()) {
                throw new Unreadable("userEmail", "", Reason.BLANK);
            }
            String asOf = record.path("date").asString("");
            String last = "";
            String role = "";
            for (JsonNode parameter : record.path("parameters")) {
                String name = Headers.plain(parameter.path("name").asString(""));
                if (isLast(name)) {
                    String said = parameter.path("datetimeValue").asString("");
                    String moment = said.isBlank() ? parameter.path("intValue").asString("") : said;
                    last = isNever(moment) ? last : moment;
                } else if (name.equals("classroomrole")) {
                    role = parameter.path("stringValue").asString("");
                }
            }
            tell(
                    at,
                    new Who("userEmail", null, null, email, null, null),
                    isTeacher(role),
                    asOf.isBlank() ? null : moments.day("date", asOf),
                    last.isBlank() ? null : moments.day("datetimeValue", last),
                    rows);
        }

        @Override
        public void hold(long number, String text) {
            rows.held(file.at(number), "", text, Reason.NOT_JSON);
        }
    }
}
