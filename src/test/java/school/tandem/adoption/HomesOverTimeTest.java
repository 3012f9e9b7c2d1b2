package school.tandem.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import school.tandem.Server;
import school.tandem.SettableClock;
import school.tandem.importing.ImportProgress;
import school.tandem.importing.ImportReport;
import school.tandem.importing.ImportRequest;
import school.tandem.importing.Imports;
import school.tandem.importing.ListField;
import school.tandem.importing.ListImports;
import school.tandem.importing.ListKind;
import school.tandem.importing.ListRequest;
import school.tandem.roster.Schools;
import school.tandem.security.Access;
import school.tandem.security.SchoolKey;

/** What is known of homes on any past day, against a plain question about the answers. */
@Tag("database")
@Tag("long")
class HomesOverTimeTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final SettableClock CLOCK = new SettableClock("2026-11-24T15:00:00Z");
    private static final LocalDate FIRST = LocalDate.of(2026, 10, 5);
    private static final LocalDate SECOND = LocalDate.of(2026, 11, 10);

    @TempDir static Path folder;
    private static Server server;
    private static DSLContext owner;
    private static SchoolKey north;

    /** Ids of students who are in class from September to now. */
    private static List<String> students;

    @BeforeAll
    static void bringIn() {
        server = Server.at(CLOCK);
        owner = server.database().asOwner();
        new InventedDistrict().write(folder);
        var request = new ImportRequest(List.of(folder), "district", "Awkward", null, false, false);
        assertThat(
                        asInstallation(() ->
                                        server.bean(Imports.class)
                                                .run(request, new ImportProgress()))
                                .refused())
                .isNull();
        north =
                asInstallation(() -> server.bean(Schools.class).mine()).stream()
                        .filter(school -> school.name().equals("North"))
                        .findFirst()
                        .orElseThrow()
                        .key();
        students =
                owner.fetch(
                                "select distinct p.external_id from roster.running r join roster.person p on"
                                        + " p.id = r.person_id where r.role = 'student' and"
                                        + " p.external_id like 'north%' and r.from_on <= '2026-09-01'"
                                        + " and r.to_on > '2026-12-01' and p.withdrawn_on is null and"
                                        + " p.external_id <> 'north-s5' order by 1 limit 3")
                        .getValues(0, String.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void nobodyWasAsked() {
        CLOCK.set("2026-11-24T15:00:00Z");
        owner.execute("delete from adoption.home_access_before");
        owner.execute("delete from adoption.home_access");
        owner.execute("delete from adoption.week_figure");
        asInstallation(() -> {
            server.bean(AdoptionFigures.class).refresh(north, TODAY);
            return true;
        });
    }

    @Test
    void aDayKnowsWhatWasSaidLastUpToIt() throws IOException {
        weeks();
        list(FIRST, "yes", "no");
        list(SECOND, "no", "");
        assertThat(device(FIRST.minusDays(1))).isEqualTo("0 0");
        assertThat(device(FIRST)).isEqualTo("3 0");
        assertThat(device(SECOND.minusDays(1))).isEqualTo("3 0");
        assertThat(device(SECOND)).isEqualTo("0 3");
        assertThat(device(TODAY)).isEqualTo("0 3");
        assertAllIsAsAPlainQuestionSays();
    }

    @Test
    void whatAnOlderListSaysIsKnownOfItsDaysAlone() throws IOException {
        list(SECOND, "no", "yes");
        weeks();
        String today = figuresOfToday();
        List<String> before = kept(LocalDate.EPOCH, FIRST);
        list(FIRST, "yes", "yes");
        assertThat(kept(LocalDate.EPOCH, TODAY.plusDays(1))).isNotEmpty().isEqualTo(before);
        assertThat(figuresOfToday()).isEqualTo(today);
        assertThat(device(FIRST)).isEqualTo("3 0");
        assertThat(device(SECOND)).isEqualTo("0 3");
        assertAllIsAsAPlainQuestionSays();
    }

    @Test
    void undoBringsBackTheAnswerBeforeWhicheverCameFirst() throws IOException {
        for (List<LocalDate> days :
                List.of(
                        List.of(FIRST, SECOND),
                        List.of(SECOND, FIRST),
                        List.of(FIRST, FIRST),
                        List.of(FIRST, TODAY))) {
            nobodyWasAsked();
            list(days.getFirst(), "yes", "no");
            weeks();
            List<String> answers = answers();
            List<String> before = kept(LocalDate.EPOCH, TODAY.plusDays(1));
            String today = figuresOfToday();
            list(days.getLast(), "no", "yes");
            assertAllIsAsAPlainQuestionSays();
            assertThat(answers()).isNotEqualTo(answers);
            undo();
            assertThat(answers()).as(days + "").isEqualTo(answers);
            assertThat(figuresOfToday()).isEqualTo(today);
            weeks();
            assertThat(kept(LocalDate.EPOCH, TODAY.plusDays(1))).as(days + "").isEqualTo(before);
            assertAllIsAsAPlainQuestionSays();
        }
    }

    @Test
    void aFamilysLinkAfterAListCountsFromItsDayOn() throws IOException {
        list(FIRST, "no", "no");
        weeks();
        List<String> before = kept(LocalDate.EPOCH, TODAY);
        Surveys surveys = server.bean(Surveys.class);
        asInstallation(() -> {
            surveys.open(north, TODAY.plusDays(30));
            return true;
        });
        String own = students.getFirst();
        String secret =
                asInstallation(() -> surveys.makeLinks(north, Surveys.Whom.UNANSWERED)).stream()
                        .filter(link -> link.studentId().equals(own))
                        .map(link -> link.path().replaceFirst(".*/", ""))
                        .findFirst()
                        .orElseThrow();
        SurveyAnswers families = server.bean(SurveyAnswers.class);
        assertThat(families.answer(north.district(), secret, FamilyAnswer.YES, FamilyAnswer.PARTLY))
                .isPresent();
        SurveyStanding standing = asInstallation(() -> surveys.standing(north));
        assertThat(standing.answered()).isEqualTo(1);
        assertThat(standing.byWay()).isEqualTo(Map.of(Via.LINK, 1L, Via.FILE, 2L));
        assertThat(standing.lastOn()).isEqualTo(TODAY);
        assertThat(kept(LocalDate.EPOCH, TODAY.plusDays(1))).isNotEmpty().isEqualTo(before);
        assertThat(device(TODAY.minusDays(1))).isEqualTo("0 3");
        assertThat(device(TODAY)).isEqualTo("1 2");
        assertAllIsAsAPlainQuestionSays();
        undo();
        assertThat(device(TODAY.minusDays(1))).isEqualTo("0 0");
        assertThat(device(TODAY)).isEqualTo("1 0");
        assertAllIsAsAPlainQuestionSays();
    }

    /** Days counted alone, the weeks that are kept, and the weeks counted anew. */
    private static void assertAllIsAsAPlainQuestionSays() {
        for (LocalDate day = LocalDate.of(2026, 9, 25);
                !day.isAfter(TODAY);
                day = day.plusDays(9)) {
            assertDay(day);
        }
        for (LocalDate day :
                List.of(FIRST.minusDays(1), FIRST, SECOND.minusDays(1), SECOND, TODAY)) {
            assertDay(day);
        }
        assertThat(weeks().weeks()).hasSizeGreaterThan(8);
        assertWeeks();
        List<String> kept = kept(LocalDate.EPOCH, TODAY.plusDays(1));
        owner.execute("delete from adoption.week_figure");
        assertWeeks();
        assertThat(kept(LocalDate.EPOCH, TODAY.plusDays(1))).isEqualTo(kept);
    }

    private static void assertWeeks() {
        for (Week week : weeks().weeks()) {
            for (Measure measure : List.of(Measure.DEVICE, Measure.CONNECTION)) {
                assertThat(week.inWindow().ofSchool(measure))
                        .as(measure + " " + week.of())
                        .isEqualTo(plain(measure, week.of().day()));
            }
        }
    }

    private static void assertDay(LocalDate day) {
        Figures figures =
                asInstallation(() ->
                        server.bean(AdoptionFigures.class)
                                .ofKinds(north, day, Set.of("school", "device", "connection")));
        for (Measure measure : List.of(Measure.DEVICE, Measure.CONNECTION)) {
            Answers plain = plain(measure, day);
            assertThat(figures.ofSchool(measure)).as(measure + " " + day).isEqualTo(plain);
            assertThat(groups(figures, measure))
                    .as("Divided by " + measure + " " + day)
                    .isEqualTo(plain);
        }
    }

    /** How many are in the groups that gaps are told by. */
    private static Answers groups(Figures figures, Measure measure) {
        return new Answers(
                figures.of(new Group(measure.code(), "yes"), Measure.OPENED).all(),
                figures.of(new Group(measure.code(), "no"), Measure.OPENED).all(),
                figures.of(new Group(measure.code(), ""), Measure.OPENED).all());
    }

    private static Answers plain(Measure measure, LocalDate day) {
        var row =
                owner.fetchSingle(
                        ("select count(*) filter (where said), count(*) filter (where not said),"
                                        + " count(*) filter (where said is null) from (select (select"
                                        + " h.%s from adoption.home_access h where h.student_id ="
                                        + " p.id and h.answered_on <= '%s' order by h.answered_on"
                                        + " desc limit 1) as said from roster.person p where"
                                        + " (p.withdrawn_on is null or p.withdrawn_on > '%2$s') and"
                                        + " p.id in (select r.person_id from roster.running r where"
                                        + " r.school_id = %s and r.role = 'student' and r.from_on <="
                                        + " '%2$s' and r.to_on > '%2$s')) x")
                                .formatted(measure.code(), day, north.school()));
        return new Answers(row.get(0, Long.class), row.get(1, Long.class), row.get(2, Long.class));
    }

    /** “yes no” of the devices. */
    private static String device(LocalDate day) {
        Answers answers =
                asInstallation(() -> server.bean(AdoptionFigures.class).of(north, day))
                        .ofSchool(Measure.DEVICE);
        return answers.yes() + " " + answers.no();
    }

    private static History weeks() {
        return asInstallation(
                () -> server.bean(AdoptionWeeks.class).of(north, TODAY, "school", null));
    }

    private static List<String> kept(LocalDate from, LocalDate until) {
        return owner.fetch(
                        ("select concat_ws(' ', day, week, span, group_kind, group_key, indicator, yes,"
                                        + " no, unknown) from adoption.week_figure where school_id ="
                                        + " %s and day >= '%s' and day < '%s' order by 1")
                                .formatted(north.school(), from, until))
                .getValues(0, String.class);
    }

    private static String figuresOfToday() {
        return owner.fetchValue(
                        ("select string_agg(concat_ws(' ', group_kind, group_key, indicator, yes, no,"
                                        + " unknown), ',' order by group_kind, group_key, indicator)"
                                        + " from adoption.figure where day = '2026-11-24' and"
                                        + " school_id = %s")
                                .formatted(north.school()))
                + "";
    }

    private static List<String> answers() {
        return owner.fetch("select h::text from adoption.home_access h order by 1")
                .getValues(0, String.class);
    }

    /** What the families of all three said on a day. */
    private static void list(LocalDate day, String device, String connection) throws IOException {
        List<String> rows = new ArrayList<>(List.of("id,device,connection,answered"));
        students.forEach(id -> rows.add(String.join(",", id, device, connection, day.toString())));
        Path file = Files.write(folder.resolve("homes.csv"), rows);
        var request =
                new ListRequest(
                        north,
                        ListKind.HOME_ACCESS,
                        file,
                        "homes.csv",
                        Map.of(
                                ListField.ID, 0,
                                ListField.DEVICE, 1,
                                ListField.CONNECTION, 2,
                                ListField.ANSWERED_ON, 3),
                        false);
        ImportReport report =
                asInstallation(
                        () -> server.bean(ListImports.class).run(request, new ImportProgress()));
        assertThat(report.refused()).isNull();
        assertThat(report.held().count()).isZero();
    }

    private static void undo() {
        asInstallation(() -> {
            server.bean(Imports.class).undoLast(north.district());
            return true;
        });
    }

    private static <T> T asInstallation(Supplier<T> work) {
        return server.bean(Access.class).asInstallation(work);
    }
}
