package school.tandem.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static school.tandemdb.security.Tables.AUDIT_ENTRY;
import static school.tandemdb.security.Tables.MEMBERSHIP;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import school.tandem.roster.People;
import school.tandem.roster.PersonId;
import school.tandem.roster.Rooms;
import school.tandem.roster.StaffFields;
import school.tandem.roster.intake.StaffRole;
import school.tandem.security.AccessDenied;
import school.tandem.security.BadInput;
import school.tandem.security.NotHere;
import school.tandem.security.Role;
import school.tandem.security.SchoolKey;

/** What somebody completed, on a database. */
@Tag("database")
class TranscriptsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 8);

    private static Rooms rooms;
    private static int number;
    private SchoolKey school;
    private PersonId ada;
    private String teacher;
    private String trainer;
    private Transcripts transcripts;

    @BeforeAll
    static void open() {
        rooms =
                new Rooms(
                        Courses.class,
                        StaffRecords.class,
                        Completions.class,
                        ExternalLearning.class,
                        Transcripts.class);
    }

    @AfterAll
    static void close() {
        rooms.close();
    }

    @BeforeEach
    void aTeacherWithTwoCourses() {
        number++;
        school = rooms.school(rooms.district("District " + number).id(), "Lincoln");
        transcripts = rooms.bean(Transcripts.class);
        trainer = rooms.account("trainer%d@t.example".formatted(number), school, Role.TRAINER);
        teacher = "ada%d@t.example".formatted(number);
        Completions completions = rooms.bean(Completions.class);
        ada =
                rooms.asInstallation(() -> {
                    PersonId id = person(school, "Ada", teacher);
                    completions.record(school, course("Video", 90), List.of(id), DAY, null);
                    completions.note(school, course("Quizzes", 45), List.of(id), DAY.minusDays(1));
                    return id;
                });
    }

    @Test
    void holdsWhatIsConfirmedAndWhatIsOnesOwnWordByDay() {
        rooms.signIn(trainer);
        Transcript it = transcripts.of(school, ada);
        assertThat(it)
                .returns("Lincoln", Transcript::school)
                .returns("Ada Vale", Transcript::name)
                .returns(90, Transcript::confirmedMinutes)
                .returns(45, Transcript::waitingMinutes);
        assertThat(it.lines())
                .extracting(Transcript.Line::title, Transcript.Line::confirmed)
                .containsExactly(tuple("Quizzes", false), tuple("Video", true));
    }

    @Test
    void holdsWhatWasLearnedElsewhereOnceItIsApproved() {
        aTeacherIsAda();
        ExternalLearning learning = rooms.bean(ExternalLearning.class);
        LearningId id =
                learning.submit(
                        school,
                        new LearningFields(null, "Summer course", "", 240, DAY.minusDays(9)),
                        new Evidence("image/jpeg", new byte[] {1}));
        assertThat(transcripts.own(school).lines()).hasSize(2);
        rooms.signIn(trainer);
        learning.approve(school, List.of(id));
        Transcript it = transcripts.of(school, ada);
        assertThat(it.lines().getFirst().title()).isEqualTo("Summer course");
        assertThat(it.confirmedMinutes()).isEqualTo(330);
    }

    @Test
    void thatSomebodyElseReadItIsRecorded() {
        rooms.signIn(trainer);
        transcripts.of(school, ada);
        assertThat(
                        rooms.database
                                .asOwner()
                                .select(AUDIT_ENTRY.RECORD_ID)
                                .from(AUDIT_ENTRY)
                                .where(AUDIT_ENTRY.ACTION.eq("transcript.read"))
                                .and(AUDIT_ENTRY.DISTRICT_ID.eq(school.district()))
                                .fetch(AUDIT_ENTRY.RECORD_ID))
                .containsExactly(ada.toString());
    }

    @Test
    void aTeacherReadsOnesOwnAndNobodyElses() {
        aTeacherIsAda();
        assertThat(transcripts.own(school).name()).isEqualTo("Ada Vale");
        assertThatThrownBy(() -> transcripts.of(school, ada)).isInstanceOf(AccessDenied.class);
    }

    private void aTeacherIsAda() {
        rooms.account(teacher, school, Role.TEACHER);
        rooms.database
                .asOwner()
                .update(MEMBERSHIP)
                .set(MEMBERSHIP.PERSON_ID, ada.value())
                .where(MEMBERSHIP.DISTRICT_ID.eq(school.district()))
                .and(MEMBERSHIP.ROLE.eq("teacher"))
                .execute();
        rooms.signIn(teacher);
    }

    @Test
    void whoIsNotOnTheStaffHasNone() {
        rooms.signIn(trainer);
        assertThatThrownBy(() -> transcripts.own(school)).isInstanceOf(BadInput.class);
    }

    @Test
    void nobodyOfAnotherSchoolIsFound() {
        SchoolKey madison = rooms.school(school.district(), "Madison");
        PersonId there =
                rooms.asInstallation(
                        () -> person(madison, "Bo", "bo%d@t.example".formatted(number)));
        rooms.signIn(trainer);
        assertThatThrownBy(() -> transcripts.of(school, there)).isInstanceOf(NotHere.class);
        assertThatThrownBy(() -> transcripts.of(madison, there)).isInstanceOf(NotHere.class);
        assertThatThrownBy(() -> transcripts.own(madison)).isInstanceOf(NotHere.class);
    }

    private PersonId person(SchoolKey key, String name, String email) {
        return rooms.bean(People.class)
                .add(key, new StaffFields(name, "Vale", email, StaffRole.TEACHER, null));
    }

    private CourseId course(String title, int minutes) {
        return rooms.bean(Courses.class)
                .add(
                        school,
                        CourseFields.of(title, minutes, Set.of(StaffRole.TEACHER), Skill.TRAINED));
    }
}
