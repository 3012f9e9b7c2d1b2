package school.tandem.adoption;

import static org.assertj.core.api.Assertions.assertThat;
import static school.tandemdb.roster.Tables.PERSON;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import school.tandem.Server;
import school.tandem.SettableClock;
import school.tandem.adoption.Surveys.Link;
import school.tandem.adoption.Surveys.Whom;
import school.tandem.roster.ClassId;
import school.tandem.roster.PersonId;
import school.tandem.roster.Schools;
import school.tandem.security.SchoolKey;

/** Moved by one family after the other, all that is kept of today is what a count would give. */
@Tag("database")
class HomeAnswersTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final SettableClock CLOCK = new SettableClock("2026-11-24T15:00:00Z");
    private static final int OPENED = 1;
    private static final int HANDED_IN = 2;
    private static final int QUIZ = 4;

    private static Server server;
    private static Families families;

    private SchoolKey elm;
    private SchoolKey oak;
    private List<PersonId> students;
    private PersonId ofBoth;

    @BeforeAll
    static void start() {
        server = Server.at(CLOCK);
        families = new Families(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Two schools with habits of every kind: done, left, not told of, of a newcomer. */
    @BeforeEach
    void twoSchools() {
        CLOCK.set("2026-11-24T15:00:00Z");
        elm = families.school("Elm");
        ClassId ninth = families.schoolClass(elm, "9");
        families.covers(elm, ninth, OPENED | HANDED_IN | QUIZ, TODAY.minusDays(1));
        students =
                IntStream.rangeClosed(1, 4).mapToObj(i -> families.student(elm, "9", i)).toList();
        students.subList(0, 3)
                .forEach(one -> families.enrol(elm, one, ninth, LocalDate.of(2026, 9, 1)));
        families.enrol(elm, students.get(3), ninth, TODAY.minusDays(3));
        families.did(elm, students.get(0), TODAY.minusDays(2), OPENED | HANDED_IN | QUIZ);
        families.did(elm, students.get(1), TODAY.minusDays(5), OPENED);
        families.did(elm, students.get(1), TODAY.minusDays(70), HANDED_IN);
        families.did(elm, students.get(3), TODAY.minusDays(1), QUIZ);
        families.students(elm, "10", 2);

        oak = families.schoolBeside(elm, "Oak");
        families.students(oak, "11", 2);
        ofBoth = students.get(1);
        families.join(oak, ofBoth);
        ClassId other = families.schoolClass(oak, "9");
        families.enrol(oak, ofBoth, other, LocalDate.of(2026, 10, 1));
        families.covers(oak, other, HANDED_IN, TODAY);
        families.did(elm, ofBoth, TODAY.minusDays(1), QUIZ);
        count();
    }

    @Test
    void eachAnswerByALinkMovesAllThatACountWould() {
        Map<String, Link> links = links();
        for (int i = 1; i <= 4; i++) {
            Link link = links.get("9-" + i);
            answer(link, FamilyAnswer.NO, FamilyAnswer.YES); // of nobody before
            answer(link, FamilyAnswer.YES, FamilyAnswer.PARTLY);
            answer(link, FamilyAnswer.UNSURE, FamilyAnswer.PARTLY);
            answer(link, FamilyAnswer.UNSURE, FamilyAnswer.UNSURE); // as if nobody had said any
            answer(link, i % 2 == 0 ? FamilyAnswer.YES : FamilyAnswer.NO, FamilyAnswer.YES);
        }
        assertThat(families.figures(elm))
                .containsEntry("2026-11-24 device no opened", new Answers(1, 1, 0))
                .containsEntry("2026-11-24 device yes opened", new Answers(1, 0, 1))
                .containsEntry("2026-11-24 device  opened", new Answers(0, 0, 2))
                .doesNotContainKey("2026-11-24 connection no opened");
    }

    @Test
    void answersAddUp() {
        for (Boolean said : new Boolean[] {true, false, null, true}) {
            for (PersonId student : students) {
                typed(elm, student, said, student.equals(ofBoth) ? null : said);
            }
        }
        assertThatAllIsAsCounted();
    }

    @Test
    void aStudentOfTwoSchoolsIsMovedInBothWhicheverAsks() {
        typed(elm, ofBoth, false, true);
        assertThat(families.figures(oak))
                .containsEntry("2026-11-24 device no handed_in", new Answers(0, 1, 0))
                .containsEntry("2026-11-24 connection yes quiz", new Answers(1, 0, 0));
        assertThatAllIsAsCounted();
        typed(oak, ofBoth, true, null);
        assertThatAllIsAsCounted();
    }

    @Test
    void eachSchoolCountsByItsOwnDay() {
        families.asInstallation(
                () -> server.bean(Schools.class).change(oak, "Oak", ZoneId.of("Pacific/Honolulu")));
        typed(elm, ofBoth, true, true);
        CLOCK.set("2026-11-25T07:00:00Z"); // still the 24th in Honolulu
        count();
        typed(elm, ofBoth, false, true); // said on a day that Oak has not reached
        assertThatAllIsAsCounted();
        typed(oak, ofBoth, true, false);
        assertThatAllIsAsCounted();
        assertThat(families.figures(elm))
                .containsEntry("2026-11-25 device yes opened", new Answers(1, 0, 0));
        assertThat(families.figures(oak))
                .containsEntry("2026-11-24 device yes quiz", new Answers(1, 0, 0));
    }

    @Test
    void whoIsInNoClassOrGoneMovesNothing() {
        Map<String, Answers> before = families.figures(elm);
        typed(elm, families.student(elm, "9", 5), false, false);
        families.owner()
                .update(PERSON)
                .set(PERSON.WITHDRAWN_ON, TODAY)
                .where(PERSON.ID.eq(students.getFirst()))
                .execute();
        typed(elm, students.getFirst(), false, false);
        assertThat(families.figures(elm)).isEqualTo(before);
    }

    @Test
    void figuresOfAnotherDayStay() {
        CLOCK.set("2026-11-25T15:00:00Z");
        Map<String, Answers> before = families.figures(elm);
        typed(elm, students.getFirst(), false, false);
        assertThat(families.figures(elm)).isNotEmpty().isEqualTo(before);
    }

    private Map<String, Link> links() {
        Surveys surveys = server.bean(Surveys.class);
        families.asInstallation(() -> surveys.open(elm, TODAY.plusDays(30)));
        Map<String, Link> links = new LinkedHashMap<>();
        families.asInstallation(() -> surveys.makeLinks(elm, Whom.UNANSWERED))
                .forEach(link -> links.put(link.studentId(), link));
        return links;
    }

    private void answer(Link link, FamilyAnswer device, FamilyAnswer connection) {
        String secret = link.path().replaceFirst(".*/", "");
        assertThat(
                        server.bean(SurveyAnswers.class)
                                .answer(elm.district(), secret, device, connection))
                .isPresent();
        assertThatAllIsAsCounted();
    }

    private void typed(
            SchoolKey key,
            PersonId student,
            @Nullable Boolean device,
            @Nullable Boolean connection) {
        families.asInstallation(() ->
                server.bean(HomeAccess.class).answer(key, student, device, connection, Via.PAPER));
    }

    private void assertThatAllIsAsCounted() {
        Map<String, Answers> ofElm = families.figures(elm);
        Map<String, Answers> ofOak = families.figures(oak);
        count();
        assertThat(ofElm).isNotEmpty().isEqualTo(families.figures(elm));
        assertThat(ofOak).isNotEmpty().isEqualTo(families.figures(oak));
    }

    private void count() {
        families.asInstallation(() -> {
            Schools schools = server.bean(Schools.class);
            for (SchoolKey key : List.of(elm, oak)) {
                server.bean(AdoptionFigures.class).refresh(key, schools.today(schools.find(key)));
            }
        });
    }
}
