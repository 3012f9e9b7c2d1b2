package school.tandem.adoption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static school.tandemdb.adoption.Tables.HOME_ACCESS;
import static school.tandemdb.adoption.Tables.SURVEY_LINK;
import static school.tandemdb.roster.Tables.PERSON;
import static school.tandemdb.security.Tables.AUDIT_VALUE;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import school.tandem.Server;
import school.tandem.SettableClock;
import school.tandem.adoption.Surveys.Link;
import school.tandem.adoption.Surveys.Whom;
import school.tandem.roster.PersonId;
import school.tandem.security.BadInput;
import school.tandem.security.DistrictId;
import school.tandem.security.NotHere;
import school.tandem.security.SchoolKey;

/** Asking families by link: who may answer until when, and what the figures make of it. */
@Tag("database")
class SurveysTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final LocalDate END = LocalDate.of(2026, 12, 24);
    private static final SettableClock CLOCK = new SettableClock("2026-11-24T15:00:00Z");

    private static Server server;
    private static Families families;
    private static Surveys surveys;
    private static SurveyAnswers answers;

    private SchoolKey elm;
    private List<PersonId> students;

    @BeforeAll
    static void start() {
        server = Server.at(CLOCK);
        families = new Families(server);
        surveys = server.bean(Surveys.class);
        answers = server.bean(SurveyAnswers.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void aSchool() {
        CLOCK.set("2026-11-24T15:00:00Z");
        elm = families.school("Elm");
        students = families.students(elm, "9", 3);
    }

    @Test
    void aLinkAnswersForItsStudentAndTheFiguresHaveItAtOnce() {
        families.students(elm, "10", 2);
        refresh();
        List<Link> links = opened();
        assertThat(links)
                .extracting(Link::studentId)
                .containsExactly("10-1", "10-2", "9-1", "9-2", "9-3");
        assertThat(links.get(2).name()).isEqualTo("Given1 Surname1");
        assertThat(links.get(2).email()).isEqualTo("9-1@students.example");
        assertThat(answer(links.get(2), FamilyAnswer.YES, FamilyAnswer.PARTLY)).isTrue();
        assertThat(home(students.getFirst())).isEqualTo("true false link 2026-11-24");
        assertThat(families.kept(elm))
                .containsEntry("school device", new Answers(1, 0, 4))
                .containsEntry("school connection", new Answers(0, 1, 4))
                .containsEntry("grade 9 device", new Answers(1, 0, 2))
                .containsEntry("grade 10 device", new Answers(0, 0, 2));
        assertFiguresAreAsCounted();
    }

    @Test
    void theLastAnswerCountsAndNotSureLeavesTheQuestionOpen() {
        refresh();
        Link link = opened().getFirst();
        answer(link, FamilyAnswer.YES, FamilyAnswer.YES);
        answer(link, FamilyAnswer.PARTLY, FamilyAnswer.UNSURE);
        assertThat(home(students.getFirst())).isEqualTo("false null link 2026-11-24");
        assertThat(families.kept(elm))
                .containsEntry("school device", new Answers(0, 1, 2))
                .containsEntry("school connection", new Answers(0, 0, 3));
        assertFiguresAreAsCounted();
        assertThat(standing().answered()).isEqualTo(1);
    }

    @Test
    void onlyTheHashOfALinkIsKept() {
        Link link = opened().getFirst();
        String secret = secret(link);
        assertThat(secret).matches("[0-9a-z]{26}");
        assertThat(families.owner().selectFrom(SURVEY_LINK).fetch().toString())
                .doesNotContain(secret);
        assertThat(
                        families.owner()
                                .fetchExists(
                                        SURVEY_LINK,
                                        SURVEY_LINK.TOKEN_HASH.eq(SurveySecret.hash(secret))))
                .isTrue();
    }

    @Test
    void aSecretIsFoundHoweverItIsTyped() {
        assertThat(SurveySecret.hash("0123-45AB ol")).isEqualTo(SurveySecret.hash("012345ab01"));
        assertThat(IntStream.range(0, 2000).mapToObj(i -> SurveySecret.make()).distinct().count())
                .isEqualTo(2000);
    }

    @Test
    void whatIsWrongEndedClosedOrOfSomebodyWhoLeftOpensNothing() {
        List<Link> links = opened();
        String secret = secret(links.getFirst());
        assertThat(answers.find(elm.district(), secret)).isPresent();
        assertThat(answers.find(elm.district(), secret.substring(1))).isEmpty();
        assertThat(answers.find(elm.district(), "")).isEmpty();
        assertThat(answers.find(new DistrictId(0), secret)).isEmpty();
        SchoolKey oak = families.school("Oak");
        assertThat(answers.find(oak.district(), secret)).isEmpty();
        assertThat(answers.answer(oak.district(), secret, FamilyAnswer.YES, FamilyAnswer.YES))
                .isEmpty();

        CLOCK.set("2026-12-25T04:59:00Z"); // still the 24th in New York
        assertThat(answers.find(elm.district(), secret)).isPresent();
        CLOCK.set("2026-12-25T05:01:00Z");
        assertThat(answer(links.getFirst(), FamilyAnswer.YES, FamilyAnswer.YES)).isFalse();

        CLOCK.set("2026-11-24T15:00:00Z");
        families.asInstallation(() -> surveys.close(elm));
        assertThat(answer(links.getFirst(), FamilyAnswer.YES, FamilyAnswer.YES)).isFalse();
        families.asInstallation(() -> surveys.prolong(elm, END));
        assertThat(answers.find(elm.district(), secret)).isPresent();

        families.owner()
                .update(PERSON)
                .set(PERSON.WITHDRAWN_ON, TODAY)
                .where(PERSON.ID.eq(students.getFirst()))
                .execute();
        assertThat(answer(links.getFirst(), FamilyAnswer.YES, FamilyAnswer.YES)).isFalse();
        assertThat(
                        families.owner()
                                .fetchCount(
                                        HOME_ACCESS, HOME_ACCESS.DISTRICT_ID.eq(elm.district())))
                .isZero();
    }

    @Test
    void makingLinksAnewEndsThoseOfFamiliesWhoHaveNotAnswered() {
        List<Link> first = opened();
        answer(first.getFirst(), FamilyAnswer.NO, FamilyAnswer.NO);
        List<Link> second = links(Whom.UNANSWERED);
        assertThat(second).extracting(Link::studentId).containsExactly("9-2", "9-3");
        assertThat(answer(first.get(1), FamilyAnswer.YES, FamilyAnswer.YES)).isFalse();
        assertThat(answer(first.getFirst(), FamilyAnswer.YES, FamilyAnswer.YES)).isTrue();
        assertThat(answer(second.getFirst(), FamilyAnswer.YES, FamilyAnswer.YES)).isTrue();
    }

    @Test
    void whoCameLaterGetsALinkAndNobodysEnds() {
        List<Link> first = opened();
        families.students(elm, "10", 1);
        assertThat(standing().withoutLink()).isEqualTo(1);
        assertThat(links(Whom.WITHOUT_LINK)).extracting(Link::studentId).containsExactly("10-1");
        assertThat(standing().withoutLink()).isZero();
        assertThat(answer(first.getFirst(), FamilyAnswer.YES, FamilyAnswer.YES)).isTrue();
    }

    @Test
    void anAnswerOnPaperTakesAStudentOffTheList() {
        refresh();
        opened();
        families.asInstallation(() ->
                server.bean(HomeAccess.class)
                        .answer(elm, students.getFirst(), true, null, Via.PAPER));
        assertThat(home(students.getFirst())).isEqualTo("true null paper 2026-11-24");
        assertThat(links(Whom.UNANSWERED)).hasSize(2);
        SurveyStanding standing = standing();
        assertThat(standing.asked()).isEqualTo(3);
        assertThat(standing.answered()).isEqualTo(1);
        assertThat(standing.byWay()).isEqualTo(Map.of(Via.PAPER, 1L));
        assertThat(standing.lastOn()).isEqualTo(TODAY);
        assertFiguresAreAsCounted();
    }

    @Test
    void aNewSurveyAsksEverybodyAndClosesTheOneBefore() {
        Link old = opened().getFirst();
        answer(old, FamilyAnswer.YES, FamilyAnswer.YES);
        CLOCK.set("2027-02-01T15:00:00Z");
        families.asInstallation(() -> surveys.open(elm, LocalDate.of(2027, 3, 1)));
        SurveyStanding standing = standing();
        assertThat(standing.asked()).isZero();
        assertThat(standing.withoutLink()).isEqualTo(3);
        assertThat(standing.byWay()).isEqualTo(Map.of(Via.LINK, 1L));
        assertThat(links(Whom.UNANSWERED)).hasSize(3);
        assertThat(standing().answered()).isZero();
        assertThat(answer(old, FamilyAnswer.NO, FamilyAnswer.NO)).isFalse();
    }

    @Test
    void daysThatCantBeAreRefusedAndSoAreLinksOfNoSurvey() {
        for (LocalDate bad : new LocalDate[] {null, TODAY.minusDays(1), TODAY.plusDays(367)}) {
            assertThatThrownBy(() -> families.asInstallation(() -> surveys.open(elm, bad)))
                    .isInstanceOf(BadInput.class);
        }
        assertThatThrownBy(() -> links(Whom.UNANSWERED)).isInstanceOf(NotHere.class);
        assertThatThrownBy(() -> families.asInstallation(() -> surveys.close(elm)))
                .isInstanceOf(NotHere.class);
        opened();
        families.asInstallation(() -> surveys.close(elm));
        assertThatThrownBy(() -> links(Whom.UNANSWERED)).isInstanceOf(NotHere.class);
    }

    @Test
    void thePageTellsAFinderInitialsAlone() {
        Asked asked = answers.find(elm.district(), secret(opened().getFirst())).orElseThrow();
        assertThat(asked).isEqualTo(new Asked("Elm", "G. S.", false, END));
    }

    @Test
    void theTrailHasEachStepAndNoSecret() {
        List<Link> links = opened();
        answer(links.getFirst(), FamilyAnswer.YES, FamilyAnswer.NO);
        families.asInstallation(() -> surveys.close(elm));
        assertThat(families.trail(elm))
                .endsWith("survey.open", "survey.links", "homeAccess.link", "survey.close");
        assertThat(
                        families.owner()
                                .select(AUDIT_VALUE.FIELD, AUDIT_VALUE.AFTER)
                                .from(AUDIT_VALUE)
                                .where(AUDIT_VALUE.DISTRICT_ID.eq(elm.district()))
                                .fetchMap(AUDIT_VALUE.FIELD, AUDIT_VALUE.AFTER))
                .containsEntry("device", "true")
                .containsEntry("connection", "false")
                .doesNotContainValue(secret(links.getFirst()));
    }

    @Test
    void manyFamiliesAtOnceAreCountedEachOnceWhileFiguresAreMadeAnew() throws Exception {
        families.students(elm, "10", 60);
        refresh();
        List<Link> links = opened();
        try (var pool = Executors.newFixedThreadPool(8)) {
            List<Callable<Boolean>> work = new java.util.ArrayList<>();
            for (int i = 0; i < links.size(); i++) {
                Link link = links.get(i);
                FamilyAnswer said = i % 3 == 0 ? FamilyAnswer.NO : FamilyAnswer.YES;
                work.add(() -> answer(link, said, FamilyAnswer.YES));
                work.add(() -> answer(link, said, FamilyAnswer.YES)); // a second tap
                if (i % 7 == 0) {
                    work.add(() -> {
                        refresh();
                        return true;
                    });
                }
            }
            for (var done : pool.invokeAll(work)) {
                assertThat(done.get()).isTrue();
            }
        }
        assertThat(families.kept(elm))
                .containsEntry("school device", new Answers(42, 21, 0))
                .containsEntry("school connection", new Answers(63, 0, 0));
        assertFiguresAreAsCounted();
    }

    private List<Link> opened() {
        families.asInstallation(() -> surveys.open(elm, END));
        return links(Whom.UNANSWERED);
    }

    private List<Link> links(Whom whom) {
        return families.asInstallation(() -> surveys.makeLinks(elm, whom));
    }

    private SurveyStanding standing() {
        return families.asInstallation(() -> surveys.standing(elm));
    }

    private boolean answer(Link link, FamilyAnswer device, FamilyAnswer connection) {
        return answers.answer(elm.district(), secret(link), device, connection).isPresent();
    }

    private static String secret(Link link) {
        return link.path().replaceFirst(".*/", "");
    }

    private void refresh() {
        families.asInstallation(() -> server.bean(AdoptionFigures.class).refresh(elm, TODAY));
    }

    /** Moved one by one, the figures are what counting all of them gives. */
    private void assertFiguresAreAsCounted() {
        Map<String, Answers> moved = families.figures(elm);
        refresh();
        assertThat(moved).isNotEmpty().isEqualTo(families.figures(elm));
    }

    private String home(PersonId student) {
        return families.owner()
                .selectFrom(HOME_ACCESS)
                .where(HOME_ACCESS.STUDENT_ID.eq(student))
                .fetchSingle(row ->
                        "%s %s %s %s"
                                .formatted(
                                        row.getDevice(),
                                        row.getConnection(),
                                        row.getVia(),
                                        row.getAnsweredOn()));
    }
}
