package school.tandem.importing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static school.tandem.importing.OneRosterBundle.of11;
import static school.tandem.importing.OneRosterBundle.of12;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import school.tandem.Server;
import school.tandem.roster.intake.Held;

/** What real files bring: every row is taken, or held with its line, its column and a reason. */
@Tag("database")
@Tag("long")
class TroublesTest {

    private static Server server;

    @TempDir Path folder;

    @BeforeAll
    static void start() {
        server = Server.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** A trouble, and the rows that are held for it. */
    record Trouble(String name, OneRosterBundle bundle, List<String> held) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Trouble taken(String name, Consumer<OneRosterBundle> spoil) {
        return held(name, spoil);
    }

    private static Trouble held(String name, Consumer<OneRosterBundle> spoil, String... held) {
        OneRosterBundle bundle = of11();
        spoil.accept(bundle);
        return new Trouble(name, bundle, List.of(held));
    }

    private static Trouble held12(String name, Consumer<OneRosterBundle> spoil, String... held) {
        OneRosterBundle bundle = of12();
        spoil.accept(bundle);
        return new Trouble("1.2: " + name, bundle, List.of(held));
    }

    static Stream<Trouble> troubles() {
        return Stream.of(writing(), names(), cells(), references(), dates(), twelve())
                .flatMap(troubles -> troubles);
    }

    private static Stream<Trouble> writing() {
        return Stream.of(
                taken("as the standard has it", b -> {}),
                taken("a byte order mark", b -> b.in(UTF_8, 0xEF, 0xBB, 0xBF)),
                taken("UTF-16 LE with mark", b -> b.in(UTF_16LE, 0xFF, 0xFE)),
                taken("UTF-16 BE with mark", b -> b.in(UTF_16BE, 0xFE, 0xFF)),
                taken("UTF-16 LE without mark", b -> b.in(UTF_16LE)),
                taken("UTF-16 BE without mark", b -> b.in(UTF_16BE)),
                taken("Windows-1252", b -> b.in(Charset.forName("windows-1252"))),
                taken("Latin-1", b -> b.in(ISO_8859_1)),
                taken("CRLF", b -> b.endingLinesWith("\r\n")),
                taken("CR", b -> b.endingLinesWith("\r")),
                taken("blank lines between", b -> b.endingLinesWith("\n\n")),
                taken("everything quoted", OneRosterBundle::allQuoted),
                taken("semicolons", b -> b.separatedBy(";")),
                taken("semicolons, quoted", b -> b.separatedBy(";").allQuoted()),
                taken("tabs", b -> b.separatedBy("\t")),
                taken(
                        "UTF-16 with tabs and CRLF",
                        b -> b.in(UTF_16LE, 0xFF, 0xFE).separatedBy("\t").endingLinesWith("\r\n")),
                taken("columns in another order", OneRosterBundle::turnColumns),
                taken(
                        "unknown columns",
                        b ->
                                b.addColumn("users.csv", 2, "metadata.bus", "7")
                                        .addColumn("orgs.csv", 0, "district_code", "x")),
                taken("a folder inside the zip", b -> b.inFolder("export 2026/")),
                taken("folders in folders", b -> b.inFolder("a/b/c/")));
    }

    private static Stream<Trouble> names() {
        return Stream.of(
                taken(
                        "file names in capitals",
                        b ->
                                b.rename("users.csv", "USERS.CSV")
                                        .rename("lineItems.csv", "lineitems.csv")),
                taken(
                        "file names misspelt",
                        b ->
                                b.rename("enrollments.csv", "enrolments.csv")
                                        .rename("academicSessions.csv", "academic_sesions.csv")),
                taken(
                        "file names in the singular",
                        b ->
                                b.rename("users.csv", "user.csv")
                                        .rename("orgs.csv", "org.csv")
                                        .rename("classes.csv", "class.csv")
                                        .rename("categories.csv", "category.csv")),
                taken(
                        "headers in capitals",
                        b ->
                                b.renameColumn("users.csv", "sourcedId", "SOURCEDID")
                                        .renameColumn("users.csv", "givenName", "GivenName")),
                taken(
                        "headers with blanks and signs",
                        b ->
                                b.renameColumn("users.csv", "orgSourcedIds", " org_sourced_ids ")
                                        .renameColumn(
                                                "classes.csv",
                                                "termSourcedIds",
                                                "Term Sourced Ids")),
                taken(
                        "headers misspelt",
                        b ->
                                b.renameColumn("users.csv", "familyName", "famlyName")
                                        .renameColumn(
                                                "results.csv",
                                                "studentSourcedId",
                                                "studentSourceId")
                                        .renameColumn(
                                                "academicSessions.csv", "startDate", "starDate")),
                taken(
                        "optional columns missing",
                        b ->
                                b.removeColumn("users.csv", "middleName")
                                        .removeColumn("users.csv", "sms")
                                        .removeColumn("classes.csv", "periods")
                                        .removeColumn("results.csv", "comment")),
                taken(
                        "no status columns",
                        b ->
                                b.removeColumn("users.csv", "status")
                                        .removeColumn("users.csv", "dateLastModified")),
                taken("no manifest", b -> b.remove("manifest.csv")),
                taken(
                        "no categories and no courses",
                        b ->
                                b.remove("manifest.csv")
                                        .remove("categories.csv")
                                        .remove("courses.csv")),
                taken(
                        "categories and courses that are not kept",
                        b -> {
                            for (String file : List.of("categories.csv", "courses.csv")) {
                                while (b.count(file) > 0) {
                                    b.removeRow(file, 1);
                                }
                            }
                        }),
                taken("a manifest with blank values", b -> b.setAll("manifest.csv", "value", "")),
                taken(
                        "no district org",
                        b ->
                                b.removeRow("orgs.csv", 1)
                                        .setAll("courses.csv", "orgSourcedId", "north")),
                taken(
                        "several district orgs",
                        b ->
                                b.repeat("orgs.csv", 1)
                                        .set("orgs.csv", 4, "sourcedId", "d2")
                                        .set("orgs.csv", 4, "name", "Three Rivers")),
                taken(
                        "header-only files",
                        b -> {
                            b.rows("results.csv").subList(1, 9).clear();
                            b.rows("lineItems.csv").subList(1, 5).clear();
                            b.rows("categories.csv").subList(1, 3).clear();
                        }),
                taken(
                        "files of no use",
                        b ->
                                b.table("demographics.csv", "sourcedId,sex", "s1,female")
                                        .table("resources.csv", "sourcedId,title", "x,Book")));
    }

    private static Stream<Trouble> cells() {
        return Stream.of(
                taken(
                        "casing of words",
                        b ->
                                b.set("classes.csv", 1, "classType", "Scheduled")
                                        .setAll("users.csv", "enabledUser", "TRUE")
                                        .set("users.csv", 1, "role", "Teacher")
                                        .set("users.csv", 5, "role", "STUDENT")
                                        .set("orgs.csv", 2, "type", "School")
                                        .set("academicSessions.csv", 1, "type", "SchoolYear")
                                        .set("results.csv", 1, "scoreStatus", "Fully Graded")
                                        .set("enrollments.csv", 1, "primary", "TRUE")),
                taken(
                        "blanks around values",
                        b ->
                                b.set("users.csv", 1, "orgSourcedIds", " north ")
                                        .set("users.csv", 2, "role", " teacher")),
                taken(
                        "blank cells too many",
                        b -> b.rows("users.csv").get(3).addAll(List.of("", " "))),
                held(
                        "text in cells too many",
                        b -> b.rows("users.csv").get(7).add("more"),
                        "users.csv:8  TOO_MANY_CELLS",
                        "enrollments.csv:7 userSourcedId UNKNOWN_REFERENCE",
                        "results.csv:6 studentSourcedId UNKNOWN_REFERENCE"),
                held(
                        "too few cells",
                        b -> b.rows("results.csv").set(2, List.of("g2", "", "", "l1")),
                        "results.csv:3 studentSourcedId TOO_FEW_CELLS"),
                taken(
                        "optional cells too few",
                        b -> b.rows("users.csv").set(9, b.rows("users.csv").get(9).subList(0, 12))),
                held(
                        "a blank name",
                        b -> b.set("users.csv", 7, "givenName", " "),
                        "users.csv:8 givenName BLANK",
                        "enrollments.csv:7 userSourcedId UNKNOWN_REFERENCE",
                        "results.csv:6 studentSourcedId UNKNOWN_REFERENCE"),
                held(
                        "a blank id",
                        b -> b.set("categories.csv", 1, "sourcedId", ""),
                        "categories.csv:2 sourcedId BLANK",
                        "lineItems.csv:2 categorySourcedId UNKNOWN_REFERENCE",
                        "lineItems.csv:4 categorySourcedId UNKNOWN_REFERENCE",
                        "lineItems.csv:5 categorySourcedId UNKNOWN_REFERENCE",
                        "results.csv:2 lineItemSourcedId UNKNOWN_REFERENCE",
                        "results.csv:3 lineItemSourcedId UNKNOWN_REFERENCE",
                        "results.csv:6 lineItemSourcedId UNKNOWN_REFERENCE",
                        "results.csv:7 lineItemSourcedId UNKNOWN_REFERENCE",
                        "results.csv:8 lineItemSourcedId UNKNOWN_REFERENCE",
                        "results.csv:9 lineItemSourcedId UNKNOWN_REFERENCE"),
                held(
                        "blank required cells",
                        b ->
                                b.set("results.csv", 1, "scoreStatus", "")
                                        .set("enrollments.csv", 10, "role", "")
                                        .set("courses.csv", 2, "title", "")
                                        .setAll("classes.csv", "courseSourcedId", "alg"),
                        "courses.csv:3 title BLANK",
                        "enrollments.csv:11 role BLANK",
                        "results.csv:2 scoreStatus BLANK"),
                held(
                        "words that nobody knows",
                        b ->
                                b.set("enrollments.csv", 10, "role", "wizard")
                                        .set("users.csv", 4, "role", "wizard")
                                        .set("categories.csv", 2, "status", "gone")
                                        .set("lineItems.csv", 2, "categorySourcedId", "hw"),
                        "users.csv:5 role UNKNOWN_WORD",
                        "enrollments.csv:11 role UNKNOWN_WORD",
                        "categories.csv:3 status UNKNOWN_WORD"),
                held(
                        "duplicate ids",
                        b ->
                                b.repeat("users.csv", 2)
                                        .set("users.csv", 12, "givenName", "Other")
                                        .repeat("results.csv", 1)
                                        .repeat("orgs.csv", 2),
                        "orgs.csv:5 sourcedId DUPLICATE_ID",
                        "users.csv:13 sourcedId DUPLICATE_ID",
                        "results.csv:10 sourcedId DUPLICATE_ID"),
                held(
                        "the same hand-in under two ids",
                        b -> b.repeat("results.csv", 1).set("results.csv", 9, "sourcedId", "g9"),
                        "results.csv:10 studentSourcedId DUPLICATE_FACT"),
                held(
                        "a quote that is never closed",
                        b ->
                                b.repeat("categories.csv", 1)
                                        .repeat("categories.csv", 2)
                                        .raw(
                                                "categories.csv",
                                                "sourcedId,status,dateLastModified,title",
                                                "hw,,,Homework",
                                                "x,,,\"Odd",
                                                "qz,,,\"Quizzes, tests\"",
                                                "y,,,\"End"),
                        "categories.csv:3  BROKEN_QUOTES",
                        "categories.csv:5  BROKEN_QUOTES"),
                taken(
                        "quotes inside of quotes",
                        b ->
                                b.raw(
                                        "categories.csv",
                                        "\"sourcedId\",\"status\",\"dateLastModified\",\"title\"",
                                        "\"hw\" ,\"\",\"\",\"the \"big\" ones\"",
                                        "\"qz\",,,5\" quizzes")),
                held(
                        "bytes that are no text",
                        b ->
                                b.set("users.csv", 2, "givenName", "Zoë")
                                        .set("users.csv", 3, "givenName", "Núria")
                                        .set("users.csv", 4, "givenName", "Ad\uFFFDa")
                                        .damage("users.csv", "\uFFFD", (byte) 0xE9),
                        "users.csv:5 givenName NOT_TEXT"),
                held(
                        "lines in cells",
                        b ->
                                b.set("lineItems.csv", 1, "description", "one\ntwo\r\nthree")
                                        .set(
                                                "lineItems.csv",
                                                2,
                                                "description",
                                                "say \"hi\", then\ngo")
                                        .set("lineItems.csv", 4, "dueDate", "soon"),
                        "lineItems.csv:8 dueDate NOT_A_DATE",
                        "results.csv:7 lineItemSourcedId UNKNOWN_REFERENCE",
                        "results.csv:8 lineItemSourcedId UNKNOWN_REFERENCE",
                        "results.csv:9 lineItemSourcedId UNKNOWN_REFERENCE"),
                held(
                        "an id beyond any length",
                        b ->
                                b.repeat("categories.csv", 1)
                                        .set("categories.csv", 3, "sourcedId", unlike(5000)),
                        "categories.csv:4 sourcedId TOO_LONG"),
                taken("zeros in text", b -> b.set("categories.csv", 1, "title", "Home\0work")),
                taken(
                        "what looks like SQL and COPY",
                        b ->
                                b.set("categories.csv", 1, "title", "\\N\\.'); drop table x;--")
                                        .set("categories.csv", 2, "title", "\\.")
                                        .set("users.csv", 1, "orgSourcedIds", "north,,\"north\",")),
                taken(
                        "signs of every plane",
                        b -> b.set("users.csv", 1, "givenName", "Zoë 👩‍🏫 \u202E 北")));
    }

    private static String unlike(int length) {
        StringBuilder text = new StringBuilder();
        new java.util.Random(7)
                .ints(length, 33, 127)
                .filter(c -> c != '"' && c != ',')
                .forEach(c -> text.append((char) c));
        return text.toString();
    }

    private static Stream<Trouble> references() {
        return Stream.of(
                held(
                        "results of unknown work and students",
                        b ->
                                b.set("results.csv", 1, "lineItemSourcedId", "nowhere")
                                        .set("results.csv", 3, "studentSourcedId", "nobody")
                                        .set("results.csv", 5, "studentSourcedId", "t1"),
                        "results.csv:2 lineItemSourcedId UNKNOWN_REFERENCE",
                        "results.csv:4 studentSourcedId UNKNOWN_REFERENCE",
                        "results.csv:6 studentSourcedId WRONG_REFERENCE"),
                held(
                        "enrolments of unknown users, classes, schools",
                        b ->
                                b.set("enrollments.csv", 8, "userSourcedId", "nobody")
                                        .set("enrollments.csv", 9, "classSourcedId", "none")
                                        .set("enrollments.csv", 10, "schoolSourcedId", "none"),
                        "enrollments.csv:9 userSourcedId UNKNOWN_REFERENCE",
                        "enrollments.csv:10 classSourcedId UNKNOWN_REFERENCE",
                        "enrollments.csv:11 schoolSourcedId UNKNOWN_REFERENCE"),
                held(
                        "a class of an unknown term",
                        b -> b.set("classes.csv", 3, "termSourcedIds", "y26,never"),
                        ofThirdClass("termSourcedIds UNKNOWN_REFERENCE")),
                held(
                        "a class of an unknown course",
                        b -> b.set("classes.csv", 3, "courseSourcedId", "magic"),
                        ofThirdClass("courseSourcedId UNKNOWN_REFERENCE")),
                held(
                        "a class of an unknown school",
                        b -> b.set("classes.csv", 3, "schoolSourcedId", "west"),
                        ofThirdClass("schoolSourcedId UNKNOWN_REFERENCE")),
                held(
                        "a class of a district",
                        b -> b.set("classes.csv", 3, "schoolSourcedId", "d"),
                        ofThirdClass("schoolSourcedId WRONG_REFERENCE")),
                held(
                        "a user of an unknown org",
                        b -> b.set("users.csv", 4, "orgSourcedIds", "north,west"),
                        "users.csv:5 orgSourcedIds UNKNOWN_REFERENCE"),
                held(
                        "a user of no org",
                        b -> b.set("users.csv", 4, "orgSourcedIds", ""),
                        "users.csv:5 orgSourcedIds BLANK"),
                held(
                        "work of an unknown class",
                        b -> b.set("lineItems.csv", 3, "classSourcedId", "none"),
                        "lineItems.csv:4 classSourcedId UNKNOWN_REFERENCE",
                        "results.csv:6 lineItemSourcedId UNKNOWN_REFERENCE"),
                held(
                        "a course of an unknown org",
                        b ->
                                b.repeat("courses.csv", 1)
                                        .set("courses.csv", 3, "sourcedId", "x")
                                        .set("courses.csv", 3, "orgSourcedId", "none"),
                        "courses.csv:4 orgSourcedId UNKNOWN_REFERENCE"),
                taken(
                        "orgs and terms of parents that are not there",
                        b ->
                                b.set("orgs.csv", 2, "parentSourcedId", "state")
                                        .set(
                                                "academicSessions.csv",
                                                2,
                                                "parentSourcedId",
                                                "none")));
    }

    private static String[] ofThirdClass(String why) {
        return new String[] {
            "classes.csv:4 " + why,
            "enrollments.csv:4 classSourcedId UNKNOWN_REFERENCE",
            "enrollments.csv:9 classSourcedId UNKNOWN_REFERENCE",
            "enrollments.csv:10 classSourcedId UNKNOWN_REFERENCE",
            "enrollments.csv:11 classSourcedId UNKNOWN_REFERENCE",
            "lineItems.csv:5 classSourcedId UNKNOWN_REFERENCE",
            "results.csv:7 lineItemSourcedId UNKNOWN_REFERENCE",
            "results.csv:8 lineItemSourcedId UNKNOWN_REFERENCE",
            "results.csv:9 lineItemSourcedId UNKNOWN_REFERENCE"
        };
    }

    private static Stream<Trouble> dates() {
        return Stream.of(
                taken(
                        "D/M/YYYY",
                        b ->
                                b.set("academicSessions.csv", 1, "startDate", "18/8/2025")
                                        .set("enrollments.csv", 4, "beginDate", "18.08.2025")
                                        .set("results.csv", 1, "scoreDate", "7/9/2025")),
                taken(
                        "M/D/YYYY",
                        b ->
                                b.set("academicSessions.csv", 1, "startDate", "8/18/2025")
                                        .set("enrollments.csv", 4, "beginDate", "08-18-2025")
                                        .set("results.csv", 1, "scoreDate", "9/7/2025 10:30")),
                taken(
                        "moments",
                        b ->
                                b.set("results.csv", 1, "scoreDate", "2025-09-07T23:59:59.999Z")
                                        .set(
                                                "results.csv",
                                                2,
                                                "scoreDate",
                                                "2025-09-08T01:00:00+02:00")
                                        .set("results.csv", 3, "scoreDate", "2025-09-10 08:00:00")
                                        .set(
                                                "lineItems.csv",
                                                1,
                                                "assignDate",
                                                "2025-09-01T00:00:00.000Z")
                                        .set(
                                                "academicSessions.csv",
                                                1,
                                                "startDate",
                                                "2025-08-18T00:00:00Z")),
                held(
                        "no dates",
                        b ->
                                b.set("results.csv", 1, "scoreDate", "yesterday")
                                        .set("results.csv", 2, "scoreDate", "2025-02-30")
                                        .set("results.csv", 3, "scoreDate", "8/9/25")
                                        .set("results.csv", 5, "scoreDate", "0000-01-01")
                                        .set("results.csv", 8, "scoreDate", "2025-09-08T25:00:00Z"),
                        "results.csv:2 scoreDate NOT_A_DATE",
                        "results.csv:3 scoreDate IMPOSSIBLE_DATE",
                        "results.csv:4 scoreDate TWO_DIGIT_YEAR",
                        "results.csv:6 scoreDate IMPOSSIBLE_DATE",
                        "results.csv:9 scoreDate NOT_A_DATE"),
                held(
                        "a term that ends before it begins",
                        b ->
                                b.repeat("academicSessions.csv", 2)
                                        .set("academicSessions.csv", 4, "sourcedId", "x")
                                        .set("academicSessions.csv", 4, "endDate", "2025-01-01"),
                        "academicSessions.csv:5 endDate DATES_REVERSED"),
                taken(
                        "a place that ends before it begins",
                        b ->
                                b.set("enrollments.csv", 4, "beginDate", "2025-09-01")
                                        .set("enrollments.csv", 4, "endDate", "2025-08-01")),
                taken(
                        "work without dates",
                        b ->
                                b.set("lineItems.csv", 1, "dueDate", "")
                                        .set("lineItems.csv", 1, "assignDate", "")));
    }

    private static Stream<Trouble> twelve() {
        return Stream.of(
                held12("as the standard has it", b -> {}),
                held12("semicolons and UTF-16", b -> b.separatedBy(";").in(UTF_16LE, 0xFF, 0xFE)),
                held12(
                        "roles of nobody and nowhere",
                        b ->
                                b.repeat("roles.csv", 1)
                                        .set("roles.csv", 14, "sourcedId", "x")
                                        .set("roles.csv", 14, "userSourcedId", "nobody")
                                        .repeat("roles.csv", 1)
                                        .set("roles.csv", 15, "sourcedId", "y")
                                        .set("roles.csv", 15, "orgSourcedId", "none"),
                        "roles.csv:15 userSourcedId UNKNOWN_REFERENCE",
                        "roles.csv:16 orgSourcedId UNKNOWN_REFERENCE"),
                held12(
                        "a user whom no role names",
                        b -> b.removeRow("roles.csv", 13),
                        "users.csv:12 role BLANK"),
                held12(
                        "a role of a user who is held",
                        b -> b.set("users.csv", 4, "familyName", ""),
                        "users.csv:5 familyName BLANK",
                        "roles.csv:6 userSourcedId UNKNOWN_REFERENCE",
                        "roles.csv:7 userSourcedId UNKNOWN_REFERENCE"),
                held12(
                        "an unknown role",
                        b -> b.set("roles.csv", 3, "role", "wizard"),
                        "roles.csv:4 role UNKNOWN_WORD"),
                held12(
                        "results in progress, late, missing",
                        b ->
                                b.set("results.csv", 1, "inProgress", "TRUE")
                                        .set("results.csv", 2, "late", "true")
                                        .set("results.csv", 6, "missing", "true")));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void everyRowIsTakenOrHeldWithItsReason(Trouble trouble) {
        assertTaken(trouble.bundle().zip(folder), trouble);
    }

    private void assertTaken(Path path, Trouble trouble) {
        Trial trial = new Trial(server);
        ImportReport dry = trial.dryRun(path);
        ImportReport report = trial.take(path);
        Trial.assertAddsUp(report);
        assertThat(Trial.held(report)).containsExactlyElementsOf(trouble.held());
        assertThat(Trial.held(dry)).isEqualTo(Trial.held(report));
        assertThat(dry.files()).isEqualTo(report.files());
        assertThat(report.exitCode()).isEqualTo(trouble.held().isEmpty() ? 0 : 1);
        for (ImportReport.FileReport file : report.files()) {
            assertThat(file.rows().read())
                    .as("read of " + file.name())
                    .isEqualTo(trouble.bundle().count(file.name()));
            assertThat(file.rows().added())
                    .as("added of " + file.name())
                    .isEqualTo(file.rows().read() - file.rows().held());
        }
        assertThat(report.files().size() + report.skipped().size())
                .isEqualTo(
                        trouble.bundle().names().stream()
                                .filter(n -> !n.equals("manifest.csv"))
                                .count());
        for (Held row : Trial.heldRows(report)) {
            assertThat(HeldText.in(Locale.ENGLISH, row)).isNotBlank();
            assertThat(HeldText.in(Locale.forLanguageTag("es"), row)).isNotBlank();
        }
        trial.assertNothingNew(path, report);
    }

    @ParameterizedTest
    @MethodSource("folders")
    void aFolderIsTakenAsAZipIs(Trouble trouble) {
        assertTaken(trouble.bundle().folder(folder), trouble);
    }

    static Stream<Trouble> folders() {
        return Stream.of(
                taken("a folder", b -> {}),
                taken("nested folders", b -> b.inFolder("a/b/")),
                held12("a folder", b -> {}));
    }
}
