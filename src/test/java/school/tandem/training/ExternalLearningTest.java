package school.tandem.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static school.tandemdb.security.Tables.AUDIT_ENTRY;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
import school.tandem.training.ExternalLearning.Decided;

/** What staff learned elsewhere, on a database. */
@Tag("database")
class ExternalLearningTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 5);
    private static final Evidence PROOF = new Evidence("image/jpeg", new byte[] {1, 2, 3});

    private static Rooms rooms;
    private static int number;
    private SchoolKey school;
    private String admin;
    private String teacher;
    private PersonId person;
    private ExternalLearning learning;
    private CourseId course;

    @BeforeAll
    static void open() {
        rooms =
                new Rooms(
                        Courses.class,
                        StaffRecords.class,
                        Completions.class,
                        ExternalLearning.class);
    }

    @AfterAll
    static void close() {
        rooms.close();
    }

    @BeforeEach
    void aTeacherAndAnAdministrator() {
        number++;
        school = rooms.school(rooms.district("District " + number).id(), "Lincoln");
        admin = rooms.account("admin" + number + "@school.example", school, Role.ADMINISTRATOR);
        rooms.signIn(admin);
        person = person("Ines");
        teacher = rooms.teacher("teacher" + number + "@school.example", school, person);
        course =
                rooms.bean(Courses.class)
                        .add(
                                school,
                                new CourseFields(
                                        "Online quizzes",
                                        60,
                                        Requirement.of(Set.of(StaffRole.TEACHER)),
                                        Skill.TRAINED,
                                        Practice.ANY,
                                        1,
                                        null));
        learning = rooms.bean(ExternalLearning.class);
    }

    @Test
    void whatIsApprovedCompletesItsCourseAndUndoneItDoesNot() {
        LearningId id = submit(course);
        rooms.signIn(admin);
        assertThat(learning.countWaiting(school)).isEqualTo(1);
        Decided decided = learning.approve(school, List.of(id));
        assertThat(state()).isEqualTo(CompletionState.CONFIRMED);
        assertThat(learning.waiting(school)).isEmpty();
        learning.takeBack(school, decided);
        assertThat(state()).isEqualTo(CompletionState.MISSING);
        assertThat(learning.waiting(school)).extracting(Learning::id).containsExactly(id);
    }

    @Test
    void approvingTwiceAddsNothing() {
        LearningId id = submit(course);
        rooms.signIn(admin);
        learning.approve(school, List.of(id));
        Decided again = learning.approve(school, List.of(id));
        assertThat(again.learnings()).isEmpty();
        learning.takeBack(school, again);
        assertThat(state()).isEqualTo(CompletionState.CONFIRMED);
    }

    @Test
    void severalAreApprovedAtOnceAndOneWithoutACourseCompletesNone() {
        LearningId one = submit((CourseId) null);
        LearningId other = submit(course);
        rooms.signIn(admin);
        Decided decided = learning.approve(school, List.of(one, other));
        assertThat(decided.learnings()).containsExactlyInAnyOrder(one, other);
        assertThat(decided.completions()).hasSize(1);
    }

    @Test
    void whatIsReturnedComesBackWithItsReason() {
        LearningId id = submit(course);
        rooms.signIn(admin);
        assertThatThrownBy(() -> learning.sendBack(school, List.of(id), " "))
                .isInstanceOf(BadInput.class);
        learning.sendBack(school, List.of(id), "The name can't be read.");
        rooms.signIn(teacher);
        assertThat(learning.own(school))
                .singleElement()
                .satisfies(own -> {
                    assertThat(own.state()).isEqualTo(LearningState.RETURNED);
                    assertThat(own.reason()).isEqualTo("The name can't be read.");
                });
        learning.withdraw(school, id);
        assertThat(learning.own(school)).isEmpty();
    }

    @Test
    void whatIsApprovedCannotBeWithdrawn() {
        LearningId id = submit(course);
        rooms.signIn(admin);
        learning.approve(school, List.of(id));
        rooms.signIn(teacher);
        assertThatThrownBy(() -> learning.withdraw(school, id)).isInstanceOf(NotHere.class);
    }

    @Test
    void onlyTheOwnerAndWhoLooksAfterTrainingReadTheEvidence() {
        LearningId id = submit(course);
        assertThat(learning.evidence(school, id).bytes()).isEqualTo(PROOF.bytes());
        assertThat(readings()).as("one's own is not recorded").isZero();
        rooms.signIn(admin);
        PersonId colleague = person("Omar");
        rooms.signIn(rooms.teacher("colleague" + number + "@school.example", school, colleague));
        assertThatThrownBy(() -> learning.evidence(school, id)).isInstanceOf(NotHere.class);
        assertThatThrownBy(() -> learning.withdraw(school, id)).isInstanceOf(NotHere.class);
        assertThatThrownBy(() -> learning.waiting(school)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> learning.approve(school, List.of(id)))
                .isInstanceOf(AccessDenied.class);
        rooms.signIn(admin);
        assertThat(learning.evidence(school, id).mediaType()).isEqualTo("image/jpeg");
        assertThat(readings()).isEqualTo(1);
    }

    @Test
    void whatCannotBeIsRefused() {
        rooms.signIn(teacher);
        assertThatThrownBy(() -> submit(fields(" ", 60, TODAY))).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> submit(fields("Quizzes", 0, TODAY))).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> submit(fields("Quizzes", 60, TODAY.plusDays(1))))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> submit(fields("Quizzes", 60, null))).isInstanceOf(BadInput.class);
        assertThatThrownBy(() ->
                        learning.submit(
                                school,
                                new LearningFields(new CourseId(999_999), "Quizzes", "", 60, TODAY),
                                PROOF))
                .isInstanceOf(NotHere.class);
        assertThat(learning.own(school)).isEmpty();
    }

    private LearningId submit(@Nullable CourseId of) {
        rooms.signIn(teacher);
        return learning.submit(
                school, new LearningFields(of, "Quizzes abroad", "A college", 90, TODAY), PROOF);
    }

    private LearningId submit(LearningFields fields) {
        return learning.submit(school, fields, PROOF);
    }

    private LearningFields fields(String title, int minutes, @Nullable LocalDate day) {
        return new LearningFields(course, title, "", minutes, day);
    }

    private CompletionState state() {
        return rooms.bean(Completions.class).of(school, course).getFirst().state();
    }

    private int readings() {
        return rooms.database
                .asOwner()
                .fetchCount(
                        AUDIT_ENTRY,
                        AUDIT_ENTRY.DISTRICT_ID.eq(school.district()),
                        AUDIT_ENTRY.ACTION.eq("learning.read"));
    }

    private PersonId person(String name) {
        return rooms.bean(People.class)
                .add(
                        school,
                        new StaffFields(
                                name,
                                "Vega",
                                name.toLowerCase(java.util.Locale.ROOT) + number + "@s.example",
                                StaffRole.TEACHER,
                                null));
    }
}
