package school.tandem.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static school.tandemdb.roster.Tables.ACADEMIC_SESSION;
import static school.tandemdb.roster.Tables.CLASS_GROUP;
import static school.tandemdb.roster.Tables.CLASS_TERM;
import static school.tandemdb.roster.Tables.COURSE;
import static school.tandemdb.roster.Tables.DEPARTMENT;
import static school.tandemdb.roster.Tables.ENROLMENT;
import static school.tandemdb.roster.Tables.ORG;
import static school.tandemdb.roster.Tables.PERSON;
import static school.tandemdb.roster.Tables.PERSON_SCHOOL;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import school.tandem.Server;
import school.tandem.roster.intake.Tally;
import school.tandem.security.DistrictId;

/** Rosters of School Data Sync and of Canvas, through the same door as OneRoster's. */
@Tag("database")
@Tag("long")
class RostersTest {

    private static final Path DATA = Path.of("src/test/resources/import");
    private static Server server;
    private static DSLContext owner;

    @TempDir Path folder;
    private Trial trial;

    @BeforeAll
    static void start() {
        server = Server.start();
        owner = server.database().asOwner();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void begin() {
        trial = new Trial(server);
    }

    @Test
    void theFirstSchoolDataSync() {
        ImportReport report = trial.take(DATA.resolve("sds-v1"));
        assertThat(report.format()).isEqualTo("sds-1");
        assertThat(Trial.held(report)).isEmpty();
        assertThat(added(report))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "School.csv", 2L,
                                "Section.csv", 2L,
                                "Student.csv", 22L,
                                "StudentEnrollment.csv", 44L,
                                "Teacher.csv", 2L,
                                "TeacherRoster.csv", 2L));
        assertThat(report.skipped())
                .contains(
                        "Student.csv (Password, Secondary Email, Birthdate)",
                        "Teacher.csv (Password, Secondary Email)");
        assertThat(people(report))
                .contains(
                        "13001 student Ora Klein null OKlein 9 @Contoso High School",
                        "14001 teacher Craig Beane null CBeane null @Contoso High School");
        assertThat(classes(report))
                .contains(
                        "11001 Math - Algebra 1 @Contoso High School Math Math 101 2017-07-01..2018-07-01");
        assertThat(places(report)).contains("11001 13001 student", "11001 14001 teacher");
    }

    @Test
    void itsBritishHeadersAndItsBarestFiles() throws IOException {
        ImportReport british = trial.take(DATA.resolve("sds-v1-uk"));
        assertThat(Trial.held(british)).isEmpty();
        assertThat(Trial.file(british, "StudentEnrollment.csv").added()).isEqualTo(154);
        assertThat(people(british))
                .contains("13001 student Ora Klein null OKlein 9 @Contoso High School");

        trial = new Trial(server);
        ImportReport bare =
                take(
                        Map.of(
                                "school.csv", "sis id,NAME\n1,North\n",
                                "student.csv", "Username,SIS ID,School SIS ID\nana@x.org,1,1\n",
                                "teacher.csv", "SIS ID,School SIS ID,Username\n7,1,rosa\n"));
        assertThat(Trial.held(bare)).isEmpty();
        assertThat(people(bare))
                .containsExactly(
                        "1 student ana@x.org  ana@x.org ana@x.org null @North",
                        "7 teacher rosa  null rosa null @North");
    }

    @Test
    void studentsAndTeachersMayBeNumberedApart() throws IOException {
        Map<String, String> files = files("sds-v1");
        files.replaceAll(
                (name, text) -> name.startsWith("Teacher") ? text.replace("14001", "13001") : text);
        ImportReport report = take(files);
        assertThat(Trial.held(report)).isEmpty();
        assertThat(people(report))
                .contains(
                        "13001 student Ora Klein null OKlein 9 @Contoso High School",
                        "teacher:13001 teacher Craig Beane null CBeane null @Contoso High School");
        assertThat(places(report)).contains("11001 13001 student", "11001 teacher:13001 teacher");
    }

    @Test
    void somebodyOfTwoSchoolsHasARowForEach() throws IOException {
        Map<String, String> files = files("sds-v1");
        files.merge(
                "Teacher.csv",
                "14001,10002,Craig,Beane,CBeane,x,WA,101,Active,,,,\n"
                        + "14001,10002,Craig,Beane,CBeane,x,WA,101,Active,,,,\n"
                        + "14001,99,Craig,Beane,CBeane,x,WA,101,Active,,,,\n",
                String::concat);
        ImportReport report = take(files);
        assertThat(Trial.held(report))
                .containsExactly(
                        "Teacher.csv:5 SIS ID DUPLICATE_ID",
                        "Teacher.csv:6 School SIS ID UNKNOWN_REFERENCE");
        assertThat(Trial.file(report, "Teacher.csv")).isEqualTo(new Tally(5, 3, 0, 0, 0, 2));
        assertThat(people(report))
                .contains(
                        "14001 teacher Craig Beane null CBeane null"
                                + " @Contoso High School @Fabrikam High School");
        trial.assertNothingNew(folder, report);
    }

    @Test
    void theSecondSchoolDataSync() {
        ImportReport report = trial.take(DATA.resolve("sds-v2"));
        assertThat(report.format()).isEqualTo("sds-2.0");
        assertThat(Trial.held(report)).isEmpty();
        assertThat(added(report))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "orgs.csv", 5L,
                                "users.csv", 29L,
                                "classes.csv", 4L,
                                "enrollments.csv", 29L));
        assertThat(report.skipped()).containsExactly("users.csv (password)");
        assertThat(people(report))
                .contains(
                        "13001 student Ora Klein oklein@classrmtest31.org Oklein@classrmtest31.org 6"
                                + " @Contoso Middle School",
                        "14010 aide Shawna Roy sroy@classrmtest31.org SRoy@classrmtest31.org null"
                                + " @Fabrikam High School",
                        "14012 teacher Susana Rocha srocha@classrmtest31.org"
                                + " SRocha@classrmtest31.org null @College of Higher Learning");
    }

    @Test
    void itsVersionWithAFileOfRoles() {
        ImportReport report = trial.take(DATA.resolve("sds-v2.1"));
        assertThat(report.format()).isEqualTo("sds-2.1");
        assertThat(Trial.held(report)).isEmpty();
        assertThat(added(report))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "orgs.csv", 4L,
                                "academicSessions.csv", 2L,
                                "users.csv", 8L,
                                "roles.csv", 7L,
                                "courses.csv", 3L,
                                "classes.csv", 2L,
                                "enrollments.csv", 6L));
        assertThat(report.skipped())
                .containsExactlyInAnyOrder(
                        "demographics.csv",
                        "relationships.csv",
                        "userFlags.csv",
                        "users.csv (password, phone, sms)");
        assertThat(people(report))
                .contains(
                        "114001 student Jack Craig jcraig@classrmtest31.org"
                                + " jcraig@classrmtest31.org 10 @School of TwoDotOne",
                        "114002 null   null null null",
                        "114006 teacher Jason Jonzer jjonzer@classrmtest31.org"
                                + " jjonzer@classrmtest31.org null @College of Engineering");
        assertThat(classes(report))
                .containsExactly(
                        "112001 Computer Science 101 @College of Engineering null Computer Science 101"
                                + " 2021-09-01..2021-12-01",
                        "112002 Biology 10 @School of TwoDotOne null Biology 10 2021"
                                + " 2021-08-24..2022-06-11");
        assertThat(places(report)).contains("112001 114006 teacher", "112002 114001 student");
    }

    @Test
    void canvas() {
        ImportReport report = trial.take(DATA.resolve("canvas-sis"));
        assertThat(report.format()).isEqualTo("canvas-sis");
        assertThat(Trial.held(report)).containsExactly("terms.csv:3 start_date BLANK");
        assertThat(report.skipped())
                .containsExactlyInAnyOrder("users.csv (password)", "xlists.csv");
        assertThat(Trial.file(report, "enrollments.csv")).isEqualTo(new Tally(10, 9, 0, 1, 0, 0));
        assertThat(Trial.file(report, "courses.csv")).isEqualTo(new Tally(4, 3, 0, 1, 0, 0));
        assertThat(people(report))
                .containsExactly(
                        "a1 aide Omar Aba omar@example.org omar null @North High",
                        "l1 null   null null null",
                        "o1 null   null null null @North High",
                        "s1 student Ana Sol ana@example.org ana null @North High",
                        "s2 student Ben Wu null ben null @North High",
                        "s3 student Cleo Rey cleo@example.org cleo null @South Middle",
                        "t1 teacher Rosa Ríos rosa.rios@example.org rosa null @North High",
                        "t2 teacher Inés Sol ines@example.org ines null @North High @South Middle");
        assertThat(classes(report))
                .containsExactly(
                        "ART Art 105: \"Art as a Medium\" @South Middle null Art 105: \"Art as a Medium\" ",
                        "BIO-1 Biology 300: Rocking it, Bio Style · Section 1 @North High null"
                                + " Biology 300: Rocking it, Bio Style 2026-08-17..2027-01-16",
                        "ENG-1 English 115 · Section 1 @North High null English 115"
                                + " 2026-08-17..2027-01-16",
                        "ENG-2 English 115 second @North High null English 115"
                                + " 2026-08-17..2027-01-16");
        assertThat(places(report))
                .containsExactly(
                        "ART s3 student",
                        "ART t2 teacher",
                        "BIO-1 s2 student",
                        "BIO-1 t2 teacher",
                        "ENG-1 a1 other",
                        "ENG-1 o1 other",
                        "ENG-1 s1 student",
                        "ENG-1 t1 teacher",
                        "ENG-2 t1 teacher");
        assertThat(
                        owner.select(ORG.KIND.concat(" ").concat(ORG.NAME))
                                .from(ORG)
                                .where(ORG.DISTRICT_ID.eq(district(report)))
                                .orderBy(ORG.EXTERNAL_ID)
                                .fetch(row -> row.value1()))
                .containsExactly("district Two Rivers", "school North High", "school South Middle");
    }

    @Test
    void canvasSaysWhatChanged() throws IOException {
        trial.take(DATA.resolve("canvas-sis"));
        ImportReport next =
                take(
                        Map.of(
                                "any.csv",
                                "user_id,login_id,full_name,status\n"
                                        + "s4,dan,Dan de la Cruz,active\n"
                                        + "s1,ana,Ana Sol,active\ns2,ben,Ben Wu,deleted\n",
                                "more.csv",
                                "section_id,user_id,role,status\n"
                                        + "BIO-1,s4,student,active\nENG-1,s1,student,deleted\n"
                                        + "ART,s9,student,active\nBIO-1,l1,student,active\n",
                                "new.csv",
                                "section_id,course_id,name,status\nBIO-2,BIO,Section 2,active\n"
                                        + "X,NONE,Section 1,active\n"));
        assertThat(Trial.held(next))
                .containsExactly(
                        "new.csv:3 course_id UNKNOWN_REFERENCE",
                        "more.csv:4 user_id UNKNOWN_REFERENCE",
                        "more.csv:5 user_id NO_ROLE");
        assertThat(Trial.file(next, "any.csv")).isEqualTo(new Tally(3, 1, 2, 0, 1, 0));
        assertThat(people(next))
                .contains(
                        "s1 student Ana Sol null ana null @North High",
                        "s3 student Cleo Rey cleo@example.org cleo null @South Middle",
                        "s4 student Dan de la Cruz null dan null @North High")
                .noneMatch(person -> person.startsWith("s2"));
        assertThat(classes(next))
                .contains(
                        "BIO-2 Biology 300: Rocking it, Bio Style · Section 2 @North High null"
                                + " Biology 300: Rocking it, Bio Style ");
        assertThat(places(next)).contains("BIO-1 s4 student").doesNotContain("ENG-1 s1 student");
    }

    @Test
    void canvasReportsWhatItsOwnRolesAreBasedOnAndWhoseTermsAreOthers() throws IOException {
        ImportReport report =
                take(
                        Map.of(
                                "terms.csv",
                                "term_id,name,status,start_date,end_date,date_override_enrollment_type\n"
                                        + "T,Fall,active,2026-08-17,2027-01-15,\n"
                                        + "T,,,2026-08-10,,TeacherEnrollment\n",
                                "courses.csv",
                                "course_id,short_name,long_name,account_id,term_id,status\nA,a,Algebra,,T,active\n",
                                "users.csv",
                                "user_id,login_id,sortable_name,status\nt,t,\"Ríos, Rosa\",active\n",
                                "enrollments.csv",
                                "course_id,user_id,role,status,base_role_type\nA,t,Lead,active,TeacherEnrollment\n"));
        assertThat(Trial.held(report)).isEmpty();
        assertThat(Trial.file(report, "terms.csv")).isEqualTo(new Tally(2, 1, 0, 1, 0, 0));
        String school = folder.getFileName().toString();
        assertThat(people(report)).containsExactly("t teacher Rosa Ríos null t null @" + school);
        assertThat(classes(report))
                .containsExactly("A Algebra @" + school + " null Algebra 2026-08-17..2027-01-15");
    }

    @Test
    void coursesOfNoAccountMakeASchoolThatIsCalledAsTheDelivery() throws IOException {
        ImportReport report =
                take(
                        Map.of(
                                "courses.csv",
                                "course_id,short_name,long_name,account_id,status\nA,a,Algebra,,active\n",
                                "users.csv",
                                "user_id,login_id,sortable_name,status\nt,t,\"Ríos, Rosa\",active\n",
                                "enrollments.csv",
                                "course_id,user_id,role,status\nA,t,Lead Teacher,active\n"));
        assertThat(Trial.held(report)).isEmpty();
        String school = folder.getFileName().toString();
        assertThat(people(report)).containsExactly("t teacher Rosa Ríos null t null @" + school);
        assertThat(classes(report)).containsExactly("A Algebra @" + school + " null Algebra ");
        trial.assertNothingNew(folder, report);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sds-v1", "sds-v1-uk", "sds-v2", "sds-v2.1", "canvas-sis"})
    void noRosterIsTakenForTheExportOfALearningPlatform(String name) throws IOException {
        assertThat(PlatformImports.recognises(List.of(DATA.resolve(name)))).isFalse();
        try (Stream<Path> files = Files.list(DATA.resolve(name))) {
            assertThat(files).noneMatch(file -> PlatformImports.recognises(List.of(file)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sds-v1", "sds-v1-uk", "sds-v2", "sds-v2.1", "canvas-sis"})
    void aDryRunChangesNothingASecondTimeNothingIsNewAndUndoTakesAllBack(String name) {
        Path files = DATA.resolve(name);
        ImportReport would = trial.dryRun(files);
        ImportReport first = trial.take(files);
        assertThat(would.files()).isEqualTo(first.files());
        Trial.assertAddsUp(first);
        trial.assertNothingNew(files, first);
        DistrictId district = Objects.requireNonNull(first.district());
        trial.undo(district);
        trial.undo(district);
        assertThat(trial.contents(district).values())
                .allSatisfy(rows -> assertThat(rows).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sds-v1", "sds-v2", "sds-v2.1", "canvas-sis"})
    void whatASecondDeliveryChangesComesBack(String name) throws IOException {
        ImportReport first = trial.take(DATA.resolve(name));
        DistrictId district = Objects.requireNonNull(first.district());
        Map<String, List<String>> before = trial.contents(district);
        Map<String, String> files = files(name);
        files.replaceAll((file, text) -> changed(text));
        ImportReport second = take(files);
        assertThat(second.refused()).isNull();
        Trial.assertAddsUp(second);
        assertThat(second.total().changed()).isPositive();
        assertThat(trial.contents(district)).isNotEqualTo(before);
        trial.undo(district);
        assertThat(trial.contents(district)).isEqualTo(before);
    }

    /** Without its last row, and with other names. */
    private static String changed(String text) {
        String less = text.substring(0, text.strip().lastIndexOf('\n') + 1);
        return less.replace("Math", "Maths")
                .replace("High", "Upper")
                .replace("Klein", "Grande")
                .replace("Craig", "Green")
                .replace("Ana", "Anna");
    }

    @Test
    void whatSchoolDataSyncNoLongerHasIsWithdrawnUnlessItsFileIsEmpty() throws IOException {
        trial.take(DATA.resolve("sds-v1"));
        Map<String, String> files = files("sds-v1");
        files.compute("Student.csv", (name, text) -> header(text));
        files.compute("StudentEnrollment.csv", (name, text) -> header(text));
        files.compute("Teacher.csv", (name, text) -> withoutLast(text));
        files.compute("TeacherRoster.csv", (name, text) -> withoutLast(text));
        ImportReport report = take(files);
        assertThat(Trial.file(report, "Student.csv").withdrawn()).isEqualTo(1);
        assertThat(people(report)).hasSize(23).noneMatch(person -> person.startsWith("14002"));
        assertThat(places(report)).hasSize(45).doesNotContain("11002 14002 teacher");
        trial.undo(Objects.requireNonNull(report.district()));
        assertThat(people(report)).hasSize(24);
    }

    @Test
    void aDeliveryOfOneSchoolLeavesTheOtherAlone() throws IOException {
        Map<String, String> both = files("sds-v1");
        both.compute("Teacher.csv", (name, text) -> text.replace("14002,10001", "14002,10002"));
        take(both);
        Map<String, String> one = files("sds-v1");
        one.compute("School.csv", (name, text) -> withoutLast(text));
        one.compute("Teacher.csv", (name, text) -> withoutLast(text));
        one.compute("TeacherRoster.csv", (name, text) -> withoutLast(text));
        assertThat(people(take(one))).anyMatch(person -> person.startsWith("14002"));
    }

    @Test
    void severalFilesOfAKindAndOddEncodings() throws IOException {
        Map<String, String> files = files("sds-v1");
        String students = files.remove("Student.csv");
        int half = students.indexOf('\n', students.length() / 2) + 1;
        files.put("Student_1.csv", students.substring(0, half));
        files.put("Students (2).csv", header(students) + students.substring(half));
        ImportReport report = take(files, StandardCharsets.UTF_16);
        assertThat(Trial.held(report)).isEmpty();
        assertThat(Trial.file(report, "Student_1.csv").added())
                .isLessThan(22)
                .isEqualTo(22 - Trial.file(report, "Students (2).csv").added());
        trial.assertNothingNew(folder, report);
    }

    @Test
    void rowsThatCannotBeTakenAreHeldWithTheirOwnColumns() throws IOException {
        Map<String, String> one = files("sds-v1");
        one.merge(
                "Student.csv",
                ",10001,A,B,ab,,,,,,,,,\n5,77,A,B,ab,,,,,,,,,\n6,10001,A,B,,,,,,,,,,\n",
                String::concat);
        one.merge("StudentEnrollment.csv", "11001,99\n77,13001\n11001,13001\n", String::concat);
        one.merge(
                "Section.csv",
                "9,10001,Late,,T,Term,7/1/2018,6/30/2018,,,,,,,Active\n",
                String::concat);
        ImportReport first = take(one);
        assertThat(Trial.held(first))
                .containsExactly(
                        "Student.csv:24 SIS ID BLANK",
                        "Student.csv:25 School SIS ID UNKNOWN_REFERENCE",
                        "Student.csv:26 Username BLANK",
                        "Section.csv:4 Term EndDate DATES_REVERSED",
                        "StudentEnrollment.csv:46 SIS ID UNKNOWN_REFERENCE",
                        "StudentEnrollment.csv:47 Section SIS ID UNKNOWN_REFERENCE",
                        "StudentEnrollment.csv:48 SIS ID DUPLICATE_ID");

        trial = new Trial(server);
        Map<String, String> two = files("sds-v2.1");
        two.merge(
                "roles.csv",
                "114002,110003,wizard,,,,,\n99,110003,student,,,,,\n114005,99,student,,,,,\n",
                String::concat);
        two.merge("orgs.csv", "9,Hall,hall,\n", String::concat);
        two.merge("enrollments.csv", "112001,114002,student\n", String::concat);
        assertThat(Trial.held(take(two)))
                .containsExactlyInAnyOrder(
                        "orgs.csv:6 type UNKNOWN_WORD",
                        "users.csv:3 sourcedId NO_ROLE",
                        "users.csv:6 sourcedId NO_ROLE",
                        "roles.csv:9 role UNKNOWN_WORD",
                        "roles.csv:10 userSourcedId UNKNOWN_REFERENCE",
                        "roles.csv:11 orgSourcedId UNKNOWN_REFERENCE",
                        "enrollments.csv:8 userSourcedId UNKNOWN_REFERENCE");
    }

    @Test
    void filesOfTwoSystemsOrTooFewAreRefused() throws IOException {
        Map<String, String> mixed = files("sds-v1");
        mixed.put("enrollments.csv", files("canvas-sis").get("enrollments.csv"));
        assertThat(take(mixed).refused())
                .isEqualTo(
                        "School.csv is a file of School Data Sync, but enrollments.csv is one of Canvas"
                                + " SIS. Import one system’s files at a time.");
        Map<String, String> both = files("sds-v2.1");
        both.put("Student.csv", files("sds-v1").get("Student.csv"));
        assertThat(take(both).refused()).contains("Import one system’s files at a time");
        Map<String, String> few = files("sds-v1");
        few.remove("Teacher.csv");
        assertThat(take(few).refused()).startsWith("Teacher.csv is missing");
        Map<String, String> roleless = files("sds-v2.1");
        roleless.remove("roles.csv");
        assertThat(take(roleless).refused()).startsWith("roles.csv is missing");
        Map<String, String> narrow = files("sds-v1");
        narrow.compute("Section.csv", (name, text) -> text.replace("Section Name", "Subject"));
        assertThat(take(narrow).refused()).contains("Section.csv has no column “Section Name”");
    }

    @Test
    void thePeopleOfAnotherSystemAreNotCountedTwice() throws IOException {
        ImportReport first = trial.take(DATA.resolve("sds-v2.1"));
        Map<String, String> canvas = files("canvas-sis");
        canvas.compute(
                "accounts.csv", (name, text) -> text.replace("North High", "School of Twodotone"));
        assertThat(take(canvas).refused())
                .startsWith("School of TwoDotOne is here already, from School Data Sync");
        Map<String, String> people = files("canvas-sis");
        people.compute(
                "users.csv",
                (name, text) -> text.replace("ana@example.org", "JCraig@classrmtest31.org"));
        assertThat(take(people).refused()).startsWith("Some of these people are here already");
        assertThat(take(files("canvas-sis")).refused()).isNull();
        assertThat(people(first)).hasSize(16);
    }

    private Map<String, String> files(String name) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(DATA.resolve(name))) {
            for (Path path : all.toList()) {
                String text = Files.readString(path).replace("\r", "");
                files.put(path.getFileName().toString(), text.endsWith("\n") ? text : text + "\n");
            }
        }
        return files;
    }

    private static String header(String text) {
        return text.substring(0, text.indexOf('\n') + 1);
    }

    private static String withoutLast(String text) {
        return text.substring(0, text.strip().lastIndexOf('\n') + 1);
    }

    private ImportReport take(Map<String, String> files) throws IOException {
        return take(files, StandardCharsets.UTF_8);
    }

    private ImportReport take(Map<String, String> files, Charset charset) throws IOException {
        try (Stream<Path> old = Files.list(folder)) {
            for (Path path : old.toList()) {
                Files.delete(path);
            }
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue(), charset);
        }
        return trial.take(folder);
    }

    private static Map<String, Long> added(ImportReport report) {
        Map<String, Long> added = new TreeMap<>();
        report.files().forEach(file -> added.put(file.name(), file.rows().added()));
        return added;
    }

    private static DistrictId district(ImportReport report) {
        return Objects.requireNonNull(report.district());
    }

    private static List<String> people(ImportReport report) {
        return owner.select(
                        PERSON.EXTERNAL_ID,
                        DSL.coalesce(PERSON.STAFF_ROLE, DSL.nullif(PERSON.KIND, "other")),
                        PERSON.GIVEN_NAME,
                        PERSON.FAMILY_NAME,
                        PERSON.EMAIL,
                        PERSON.USERNAME,
                        PERSON.GRADE,
                        DSL.field(
                                DSL.select(
                                                DSL.listAgg(DSL.inline(" @").concat(ORG.NAME), "")
                                                        .withinGroupOrderBy(ORG.NAME))
                                        .from(PERSON_SCHOOL)
                                        .join(ORG)
                                        .on(ORG.ID.eq(PERSON_SCHOOL.SCHOOL_ID))
                                        .where(PERSON_SCHOOL.PERSON_ID.eq(PERSON.ID))))
                .from(PERSON)
                .where(PERSON.DISTRICT_ID.eq(district(report)), PERSON.WITHDRAWN_ON.isNull())
                .orderBy(PERSON.EXTERNAL_ID.collate("C"))
                .fetch(row ->
                        "%s %s %s %s %s %s %s%s"
                                .formatted(
                                        row.value1(),
                                        row.value2(),
                                        row.value3(),
                                        row.value4(),
                                        row.value5(),
                                        row.value6(),
                                        row.value7(),
                                        row.value8() == null ? "" : row.value8()));
    }

    private static List<String> classes(ImportReport report) {
        return owner.select(
                        CLASS_GROUP.EXTERNAL_ID,
                        CLASS_GROUP.TITLE,
                        ORG.NAME,
                        DEPARTMENT.NAME,
                        COURSE.TITLE,
                        ACADEMIC_SESSION.STARTS_ON,
                        ACADEMIC_SESSION.ENDS_ON)
                .from(CLASS_GROUP)
                .join(ORG)
                .on(ORG.ID.eq(CLASS_GROUP.SCHOOL_ID))
                .leftJoin(DEPARTMENT)
                .on(DEPARTMENT.ID.eq(CLASS_GROUP.DEPARTMENT_ID))
                .leftJoin(COURSE)
                .on(COURSE.ID.eq(CLASS_GROUP.COURSE_ID))
                .leftJoin(CLASS_TERM)
                .on(CLASS_TERM.CLASS_ID.eq(CLASS_GROUP.ID))
                .leftJoin(ACADEMIC_SESSION)
                .on(ACADEMIC_SESSION.ID.eq(CLASS_TERM.SESSION_ID))
                .where(CLASS_GROUP.DISTRICT_ID.eq(district(report)))
                .and(CLASS_GROUP.WITHDRAWN_ON.isNull())
                .orderBy(CLASS_GROUP.EXTERNAL_ID.collate("C"))
                .fetch(row ->
                        "%s %s @%s %s %s %s"
                                .formatted(
                                        row.value1(),
                                        row.value2(),
                                        row.value3(),
                                        row.value4(),
                                        row.value5(),
                                        row.value6() == null
                                                ? ""
                                                : row.value6() + ".." + row.value7()));
    }

    private static List<String> places(ImportReport report) {
        return owner.select(CLASS_GROUP.EXTERNAL_ID, PERSON.EXTERNAL_ID, ENROLMENT.ROLE)
                .from(ENROLMENT)
                .join(CLASS_GROUP)
                .on(CLASS_GROUP.ID.eq(ENROLMENT.CLASS_ID))
                .join(PERSON)
                .on(PERSON.ID.eq(ENROLMENT.PERSON_ID))
                .where(ENROLMENT.DISTRICT_ID.eq(district(report)))
                .and(ENROLMENT.WITHDRAWN_ON.isNull())
                .orderBy(CLASS_GROUP.EXTERNAL_ID.collate("C"), PERSON.EXTERNAL_ID.collate("C"))
                .fetch(row -> row.value1() + " " + row.value2() + " " + row.value3());
    }
}
