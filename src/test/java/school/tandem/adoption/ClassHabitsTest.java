package school.tandem.adoption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import school.tandem.disclosure.Shown;
import school.tandem.disclosure.Suppression;
import school.tandem.disclosure.Tally;
import school.tandem.roster.Calendars;
import school.tandem.roster.ClassId;
import school.tandem.roster.DepartmentId;
import school.tandem.roster.SchoolCalendar;
import school.tandem.security.AccessDenied;
import school.tandem.security.NotHere;
import school.tandem.security.Role;

/** Classes and their students: as plain questions to the tables say, and for whom they are. */
@Tag("database")
@Tag("long")
class ClassHabitsTest {

    private static final LocalDate TODAY = LocalDate.parse(SampleRoom.TODAY);

    private static SampleRoom room;
    private static ClassHabits classes;

    @BeforeAll
    static void open() {
        room = SampleRoom.shared();
        classes = room.bean(ClassHabits.class);
    }

    private static String inClass(long id) {
        return inClass(id, TODAY);
    }

    private static String inClass(long id, LocalDate day) {
        return "(select distinct person_id from roster.running where role = 'student' and class_id = "
                + id
                + " and from_on <= '"
                + day
                + "' and to_on > '"
                + day
                + "')";
    }

    private static String handedIn(String quiz) {
        return handedIn(quiz, LocalDate.parse(SampleRoom.FROM), TODAY);
    }

    private static String handedIn(String quiz, LocalDate from, LocalDate to) {
        return "(select s.student_id from adoption.submission s join adoption.assignment a on a.id ="
                + " s.assignment_id where s.status = 'handed_in' and s.handed_in_on between '"
                + from
                + "' and '"
                + to
                + "'"
                + quiz
                + ")";
    }

    @Test
    void theClassesOfADepartmentAreThoseThatRunWithWhatTheirStudentsDid() {
        for (var department : room.rows("select id from roster.department")) {
            long id = department.get(0, Long.class);
            List<ClassHabits.Row> rows =
                    room.asInstallation(() -> classes.of(room.key, new DepartmentId(id), TODAY));
            assertThat(rows.stream().map(row -> row.id().value()).collect(Collectors.toSet()))
                    .isEqualTo(
                            Set.copyOf(
                                    room.rows(
                                                    "select c.id from roster.class_group c where"
                                                            + " c.department_id = "
                                                            + id
                                                            + " and exists (select from roster.running r"
                                                            + " where r.class_id = c.id and r.role ="
                                                            + " 'student' and r.from_on <= '"
                                                            + SampleRoom.TODAY
                                                            + "' and r.to_on > '"
                                                            + SampleRoom.TODAY
                                                            + "')")
                                            .getValues(0, Long.class)));
            Map<Long, Tally> expected =
                    rows.stream()
                            .collect(
                                    Collectors.toMap(
                                            row -> row.id().value(),
                                            row -> handedInOf(row.id().value()),
                                            (one, other) -> one,
                                            java.util.LinkedHashMap::new));
            Map<Long, Shown> shown = Suppression.shares(expected, Suppression.STUDENTS);
            rows.forEach(row ->
                    assertThat(row.shown().get(Measure.HANDED_IN))
                            .isEqualTo(shown.get(row.id().value())));
        }
    }

    private static Tally handedInOf(long id) {
        long all = room.number("select count(*) from " + inClass(id) + " x");
        long yes =
                room.number(
                        "select count(*) from "
                                + inClass(id)
                                + " x where person_id in "
                                + handedIn(""));
        return new Tally(yes, all, all);
    }

    @Test
    void theWeeksOfAClassAreWhatItsStudentsDidUpToEach() {
        long id = aClass();
        ClassHabits.Page page =
                room.asInstallation(() -> classes.ofClass(room.key, new ClassId(id)));
        SchoolCalendar calendar =
                room.asInstallation(() -> room.bean(Calendars.class).of(room.key));
        assertThat(page.history().weeks()).hasSizeGreaterThan(10);
        for (Week week : page.history().weeks()) {
            LocalDate day = week.of().day();
            LocalDate from = calendar.window(day).orElseThrow().from();
            String students = inClass(id, day);
            assertThat(week.inWindow().of(page.group(), Measure.HANDED_IN).yes())
                    .as("%s", day)
                    .isEqualTo(
                            room.number(
                                    "select count(*) from "
                                            + students
                                            + " x where person_id in "
                                            + handedIn("", from, day)));
            Figures alone =
                    room.asInstallation(() ->
                            room.bean(AdoptionFigures.class)
                                    .ofKinds(room.key, day, Set.of("class")));
            for (Measure habit : Measure.habits()) {
                assertThat(week.inWindow().of(page.group(), habit))
                        .as("%s on %s", habit, day)
                        .isEqualTo(alone.of(page.group(), habit));
            }
        }
    }

    @Test
    void theClassesOfAPastDayAreCountedAsOfThatDay() {
        LocalDate day = LocalDate.of(2026, 10, 2);
        LocalDate from =
                room.asInstallation(() -> room.bean(Calendars.class).of(room.key))
                        .window(day)
                        .orElseThrow()
                        .from();
        long department = room.number("select min(id) from roster.department");
        List<ClassHabits.Row> rows =
                room.asInstallation(() -> classes.of(room.key, new DepartmentId(department), day));
        Map<Long, Tally> expected = new java.util.LinkedHashMap<>();
        for (ClassHabits.Row row : rows) {
            String students = inClass(row.id().value(), day);
            long all = room.number("select count(*) from " + students + " x");
            long yes =
                    room.number(
                            "select count(*) from "
                                    + students
                                    + " x where person_id in "
                                    + handedIn("", from, day));
            expected.put(row.id().value(), new Tally(yes, all, all));
        }
        Map<Long, Shown> shown = Suppression.shares(expected, Suppression.STUDENTS);
        assertThat(rows).hasSizeGreaterThan(3);
        rows.forEach(row ->
                assertThat(row.shown().get(Measure.HANDED_IN))
                        .isEqualTo(shown.get(row.id().value())));
    }

    @Test
    void aClassThatWasWithdrawnSinceIsAmongThoseOfAPastDay() {
        LocalDate day = LocalDate.of(2026, 10, 2);
        long id = aClass();
        var department =
                new DepartmentId(
                        room.number(
                                "select department_id from roster.class_group where id = " + id));
        List<ClassHabits.Row> before =
                room.asInstallation(() -> classes.of(room.key, department, day));
        assertThat(before).extracting(row -> row.id().value()).contains(id);
        room.execute("update roster.class_group set withdrawn_on = '2026-10-20' where id = " + id);
        try {
            assertThat(room.asInstallation(() -> classes.of(room.key, department, day)))
                    .isEqualTo(before);
            assertThat(
                            room.asInstallation(() ->
                                    classes.of(room.key, department, LocalDate.of(2026, 10, 20))))
                    .extracting(row -> row.id().value())
                    .doesNotContain(id);
            assertThat(
                            room.asInstallation(() ->
                                    classes.ofClass(room.key, new ClassId(id)).history().weeks()))
                    .isNotEmpty();
        } finally {
            room.execute("update roster.class_group set withdrawn_on = null where id = " + id);
        }
    }

    @Test
    void whoNeedsAHandIsWhoDidNotDoWhatASourceWouldHaveTold() {
        long id = aClass();
        ClassHabits.Page page =
                room.asInstallation(() -> classes.ofClass(room.key, new ClassId(id)));
        Set<Long> expected =
                Set.copyOf(
                        room.rows(
                                        "select person_id from "
                                                + inClass(id)
                                                + " x where person_id not in "
                                                + handedIn("")
                                                + " or person_id not in "
                                                + handedIn(" and a.work_kind = 'quiz'"))
                                .getValues(0, Long.class));
        assertThat(expected).isNotEmpty();
        assertThat(page.needAHand().stream().map(one -> one.id().value()))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(page.students())
                .hasSize(
                        Math.toIntExact(room.number("select count(*) from " + inClass(id) + " x")));
        page.students()
                .forEach(one -> {
                    assertThat(one.handedInOn())
                            .isEqualTo(
                                    room.rows(
                                                    "select max(handed_in_on) from"
                                                            + " adoption.submission where status ="
                                                            + " 'handed_in' and handed_in_on <= '"
                                                            + SampleRoom.TODAY
                                                            + "' and student_id = "
                                                            + one.id().value())
                                            .getFirst()
                                            .get(0, LocalDate.class));
                    String device =
                            room.rows(
                                            "select coalesce((select case device when true then"
                                                    + " 'yes' when false then 'no' end from"
                                                    + " adoption.home_access where student_id = "
                                                    + one.id().value()
                                                    + "), 'unknown')")
                                    .getFirst()
                                    .get(0, String.class);
                    assertThat(one.of(Measure.DEVICE).code()).isEqualTo(device);
                });
        assertThat(page.students())
                .extracting(one -> one.name().toLowerCase(java.util.Locale.ROOT))
                .isSorted();
    }

    @Test
    void unknownStandsApartFromNo() {
        long id = aClass();
        ClassHabits.Page page =
                room.asInstallation(() -> classes.ofClass(room.key, new ClassId(id)));
        assertThat(page.unknown()).doesNotContainAnyElementsOf(page.needAHand());
        room.execute(
                "update adoption.coverage set covers_to = '2026-10-01' where class_id = " + id);
        try {
            // All of their other classes tell still; where none does, silence is no no.
            room.execute("update adoption.coverage set covers_to = '2026-10-01'");
            ClassHabits.Page silent =
                    room.asInstallation(() -> classes.ofClass(room.key, new ClassId(id)));
            assertThat(silent.needAHand()).isEmpty();
            assertThat(silent.unknown()).hasSize(silent.students().size());
        } finally {
            room.execute("update adoption.coverage set covers_to = '" + SampleRoom.TODAY + "'");
        }
    }

    @Test
    void eachLookAtAClassIsRecorded() {
        long id = aClass();
        String looks =
                "select count(*) from security.audit_entry where action = 'students.read' and"
                        + " record_kind = 'class' and record_id = '"
                        + id
                        + "'";
        long before = room.number(looks);
        room.asInstallation(() -> classes.ofClass(room.key, new ClassId(id)));
        room.asInstallation(() -> classes.ofClass(room.key, new ClassId(id)));
        assertThat(room.number(looks)).isEqualTo(before + 2);
    }

    @Test
    void aTeacherSeesTheirOwnClassesAndNoOther() {
        long id = aClass();
        long teacher = teacherOf(id);
        long other =
                room.number(
                        "select min(class_id) from roster.running where role = 'teacher' and class_id"
                                + " not in (select class_id from roster.running where role ="
                                + " 'teacher' and person_id = "
                                + teacher
                                + ")");
        List<ClassHabits.Row> own =
                room.as(Role.TEACHER, teacher, () -> classes.of(room.key, null, TODAY));
        assertThat(own).extracting(row -> row.id().value()).contains(id).doesNotContain(other);
        assertThat(
                        room.as(
                                Role.TEACHER,
                                teacher,
                                () -> classes.ofClass(room.key, new ClassId(id)).students()))
                .isNotEmpty();
        assertThatThrownBy(() ->
                        room.as(
                                Role.TEACHER,
                                teacher,
                                () -> classes.ofClass(room.key, new ClassId(other))))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void nobodyElseSeesAClass() {
        long id = aClass();
        for (Role role : List.of(Role.IT, Role.TRAINER, Role.VIEWER)) {
            assertThatThrownBy(() -> room.as(role, null, () -> classes.of(room.key, null, TODAY)))
                    .isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() ->
                            room.as(role, null, () -> classes.ofClass(room.key, new ClassId(id))))
                    .isInstanceOf(AccessDenied.class);
        }
        assertThat(room.as(Role.TEACHER, null, () -> classes.of(room.key, null, TODAY))).isEmpty();
        assertThatThrownBy(() ->
                        room.as(
                                Role.ADMINISTRATOR,
                                null,
                                () -> classes.ofClass(room.key, new ClassId(0))))
                .isInstanceOf(NotHere.class);
    }

    private static long aClass() {
        return room.number(
                "select min(c.id) from roster.class_group c where c.department_id is not null");
    }

    private static long teacherOf(long id) {
        return room.number(
                "select min(person_id) from roster.running where role = 'teacher' and class_id = "
                        + id);
    }
}
