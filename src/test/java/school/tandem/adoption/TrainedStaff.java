package school.tandem.adoption;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.People;
import school.tandem.roster.PersonId;
import school.tandem.roster.Rooms;
import school.tandem.roster.StaffFields;
import school.tandem.roster.intake.StaffRole;
import school.tandem.security.Role;
import school.tandem.security.SchoolKey;
import school.tandem.training.Completions;
import school.tandem.training.CourseFields;
import school.tandem.training.CourseId;
import school.tandem.training.Courses;
import school.tandem.training.Practice;
import school.tandem.training.Skill;

/** A school whose teachers completed a course on Monday, 14 September 2026; it is 5 October. */
public final class TrainedStaff {

    public static final LocalDate TRAINED = LocalDate.of(2026, 9, 14);

    /** Up to when the school's source covers its classes: 18 days on. */
    private static final LocalDate COVERED = LocalDate.of(2026, 10, 2);

    public static final int ASSIGNMENT = 2;
    public static final int QUIZ = 6;

    private static int number;

    private final DSLContext owner;
    public final Rooms rooms;
    public final SchoolKey school;
    private final String administrator;

    public TrainedStaff(Rooms rooms) {
        number++;
        this.rooms = rooms;
        this.owner = rooms.database.asOwner();
        school = rooms.school(rooms.district("Trained " + number).id(), "Lincoln");
        administrator =
                rooms.account("trained" + number + "@school.example", school, Role.ADMINISTRATOR);
        rooms.signIn(administrator);
    }

    public CourseId course(String title, Practice trains, @Nullable Integer validMonths) {
        CourseFields fields =
                CourseFields.of(title, 60, Set.of(StaffRole.TEACHER), Skill.TRAINED)
                        .training(trains);
        return rooms.bean(Courses.class)
                .add(
                        school,
                        new CourseFields(
                                title,
                                60,
                                fields.required(),
                                fields.gives(),
                                trains,
                                1,
                                validMonths));
    }

    public PersonId person(StaffRole role, @Nullable String department) {
        number++;
        return rooms.bean(People.class)
                .add(school, new StaffFields("T", "Family" + number, "", role, department));
    }

    /** A teacher of a class that a source covers, who did this on these days. */
    public PersonId teacher(@Nullable String department, int practice, String... days) {
        PersonId teacher = person(StaffRole.TEACHER, department);
        covered(teaches(teacher, "9999-12-31"), QUIZ);
        did(teacher, practice, days);
        return teacher;
    }

    public void did(PersonId teacher, int practice, String... days) {
        for (String day : days) {
            execute(
                    "insert into adoption.teacher_day (district_id, person_id, day, practice)"
                            + " values (%d, %s, '%s', %d)"
                                    .formatted(district(), teacher, day, practice));
        }
    }

    /** Makes a class of theirs that runs up to this day; the id of it. */
    public long teaches(PersonId teacher, String until) {
        number++;
        long id =
                one(
                        "insert into roster.class_group (district_id, school_id, title, source,"
                                + " external_id) values (%d, %s, 'Art', 'test', 'c%d') returning id"
                                        .formatted(district(), school.school(), number));
        long enrolment =
                one(
                        """
                        insert into roster.enrolment
                            (district_id, class_id, person_id, role, source, external_id)
                        values (%d, %d, %s, 'teacher', 'test', 'e%d')
                        returning id
                        """
                                .formatted(district(), id, teacher, number));
        execute(
                """
                insert into roster.running
                    (district_id, enrolment_id, class_id, person_id, school_id, role, from_on, to_on)
                values (%d, %d, %d, %s, %s, 'teacher', '2026-08-03', '%s')
                """
                        .formatted(district(), enrolment, id, teacher, school.school(), until));
        return id;
    }

    /** A source reports this practice of a class. */
    public void covered(long schoolClass, int practice) {
        execute(
                "insert into adoption.coverage (district_id, source, class_id, habits, practice,"
                        + " covers_to) values (%d, 'lms', %d, 0, %d, '%s')"
                                .formatted(district(), schoolClass, practice, COVERED));
    }

    public void left(PersonId teacher, String day) {
        execute(
                "update roster.person set withdrawn_on = '%s' where district_id = %d and id = %s"
                        .formatted(day, district(), teacher));
    }

    public void completed(CourseId course, LocalDate day, PersonId... people) {
        rooms.bean(Completions.class).record(school, course, List.of(people), day, null);
    }

    private long district() {
        return school.district().value();
    }

    private void execute(String sql) {
        owner.execute(sql);
    }

    private long one(String sql) {
        return owner.fetch(sql).getFirst().get(0, Long.class);
    }
}
