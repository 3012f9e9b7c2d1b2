package school.tandem.adoption;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import school.tandem.Server;
import school.tandem.roster.ClassId;
import school.tandem.roster.PersonId;
import school.tandem.roster.Schools;
import school.tandem.security.Access;
import school.tandem.security.DistrictId;
import school.tandem.security.Districts;
import school.tandem.security.SchoolKey;
import school.tandemdb.roster.Tables;

/** Schools with students in a class, whose families are asked. */
final class Families {

    private static int number;

    private final Server server;
    private final DSLContext owner;

    Families(Server server) {
        this.server = server;
        this.owner = server.database().asOwner();
    }

    SchoolKey school(String name) {
        return asInstallation(() -> {
            DistrictId district =
                    server.bean(Districts.class)
                            .create("District " + ++number, ZoneId.of("America/New_York"), false)
                            .id();
            return server.bean(Schools.class).create(district, name).key();
        });
    }

    /** Another school of the same district. */
    SchoolKey schoolBeside(SchoolKey key, String name) {
        return asInstallation(() -> server.bean(Schools.class).create(key.district(), name).key());
    }

    /** So many students of a grade in one class that has run since the first of September. */
    List<PersonId> students(SchoolKey key, String grade, int count) {
        ClassId schoolClass = schoolClass(key, grade);
        List<PersonId> students = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            PersonId student = student(key, grade, i);
            students.add(student);
            enrol(key, student, schoolClass, LocalDate.of(2026, 9, 1));
        }
        return students;
    }

    ClassId schoolClass(SchoolKey key, String grade) {
        return owner.insertInto(Tables.CLASS_GROUP)
                .set(Tables.CLASS_GROUP.DISTRICT_ID, key.district())
                .set(Tables.CLASS_GROUP.SCHOOL_ID, key.school())
                .set(Tables.CLASS_GROUP.TITLE, "Class " + grade)
                .set(Tables.CLASS_GROUP.SOURCE, "test")
                .set(Tables.CLASS_GROUP.EXTERNAL_ID, "class-" + key.school() + grade)
                .returningResult(Tables.CLASS_GROUP.ID)
                .fetchSingle()
                .value1();
    }

    ClassId classOf(PersonId student) {
        return owner.select(Tables.RUNNING.CLASS_ID)
                .from(Tables.RUNNING)
                .where(Tables.RUNNING.PERSON_ID.eq(student))
                .fetchSingle()
                .value1();
    }

    /** A student of the school who is in no class yet. */
    PersonId student(SchoolKey key, String grade, int number) {
        String id = grade + "-" + number;
        PersonId student =
                owner.insertInto(Tables.PERSON)
                        .set(Tables.PERSON.DISTRICT_ID, key.district())
                        .set(Tables.PERSON.KIND, "student")
                        .set(Tables.PERSON.GIVEN_NAME, "Given" + number)
                        .set(Tables.PERSON.FAMILY_NAME, "Surname" + number)
                        .set(Tables.PERSON.EMAIL, id + "@students.example")
                        .set(Tables.PERSON.GRADE, grade)
                        .set(Tables.PERSON.SOURCE, "test")
                        .set(Tables.PERSON.EXTERNAL_ID, id)
                        .returningResult(Tables.PERSON.ID)
                        .fetchSingle()
                        .value1();
        join(key, student);
        return student;
    }

    void join(SchoolKey key, PersonId student) {
        owner.insertInto(Tables.PERSON_SCHOOL)
                .set(Tables.PERSON_SCHOOL.DISTRICT_ID, key.district())
                .set(Tables.PERSON_SCHOOL.PERSON_ID, student)
                .set(Tables.PERSON_SCHOOL.SCHOOL_ID, key.school())
                .execute();
    }

    /** In a class from a day on, without end. */
    void enrol(SchoolKey key, PersonId student, ClassId schoolClass, LocalDate from) {
        Long enrolment =
                owner.insertInto(Tables.ENROLMENT)
                        .set(Tables.ENROLMENT.DISTRICT_ID, key.district())
                        .set(Tables.ENROLMENT.CLASS_ID, schoolClass)
                        .set(Tables.ENROLMENT.PERSON_ID, student)
                        .set(Tables.ENROLMENT.ROLE, "student")
                        .set(Tables.ENROLMENT.SOURCE, "test")
                        .set(Tables.ENROLMENT.EXTERNAL_ID, schoolClass + "-" + student)
                        .returningResult(Tables.ENROLMENT.ID)
                        .fetchSingle()
                        .value1();
        owner.insertInto(Tables.RUNNING)
                .set(Tables.RUNNING.DISTRICT_ID, key.district())
                .set(Tables.RUNNING.ENROLMENT_ID, enrolment)
                .set(Tables.RUNNING.CLASS_ID, schoolClass)
                .set(Tables.RUNNING.PERSON_ID, student)
                .set(Tables.RUNNING.SCHOOL_ID, key.school())
                .set(Tables.RUNNING.ROLE, "student")
                .set(Tables.RUNNING.FROM_ON, from)
                .set(Tables.RUNNING.TO_ON, LocalDate.of(9999, 12, 31))
                .execute();
    }

    /** A source tells these habits of a class up to a day. */
    void covers(SchoolKey key, ClassId schoolClass, int habits, LocalDate to) {
        var coverage = school.tandemdb.adoption.Tables.COVERAGE;
        owner.insertInto(coverage)
                .set(coverage.DISTRICT_ID, key.district())
                .set(coverage.SOURCE, "test")
                .set(coverage.CLASS_ID, schoolClass)
                .set(coverage.HABITS, (short) habits)
                .set(coverage.PRACTICE, (short) 0)
                .set(coverage.COVERS_TO, to)
                .execute();
    }

    /** What a student did on a day. */
    void did(SchoolKey key, PersonId student, LocalDate day, int habits) {
        var studentDay = school.tandemdb.adoption.Tables.STUDENT_DAY;
        owner.insertInto(studentDay)
                .set(studentDay.DISTRICT_ID, key.district())
                .set(studentDay.STUDENT_ID, student)
                .set(studentDay.DAY, day)
                .set(studentDay.HABITS, (short) habits)
                .execute();
    }

    /** Everything that is kept of a school; “2026-11-24 device no opened”. */
    Map<String, Answers> figures(SchoolKey key) {
        Map<String, Answers> kept = new TreeMap<>();
        var figure = school.tandemdb.adoption.Tables.FIGURE;
        owner.selectFrom(figure)
                .where(figure.SCHOOL_ID.eq(key.school()))
                .forEach(row ->
                        kept.put(
                                String.join(
                                        " ",
                                        row.getDay().toString(),
                                        row.getGroupKind(),
                                        row.getGroupKey(),
                                        row.getIndicator()),
                                new Answers(row.getYes(), row.getNo(), row.getUnknown())));
        return kept;
    }

    /** By what was said and by whom, as the database keeps today's figures; “grade 9 device”. */
    Map<String, Answers> kept(SchoolKey key) {
        Map<String, Answers> kept = new TreeMap<>();
        var figure = school.tandemdb.adoption.Tables.FIGURE;
        owner.selectFrom(figure)
                .where(figure.SCHOOL_ID.eq(key.school()))
                .and(figure.INDICATOR.in("device", "connection"))
                .forEach(row ->
                        kept.put(
                                (row.getGroupKind() + " " + row.getGroupKey()).strip()
                                        + " "
                                        + row.getIndicator(),
                                new Answers(row.getYes(), row.getNo(), row.getUnknown())));
        return kept;
    }

    /** The actions of the trail about a school's district, in order, with who did them. */
    List<String> trail(SchoolKey key) {
        var entry = school.tandemdb.security.Tables.AUDIT_ENTRY;
        return owner.select(entry.ACTION)
                .from(entry)
                .where(entry.DISTRICT_ID.eq(key.district()))
                .orderBy(entry.ID)
                .fetch(entry.ACTION);
    }

    DSLContext owner() {
        return owner;
    }

    <T> T asInstallation(Supplier<T> work) {
        return server.bean(Access.class).asInstallation(work);
    }

    void asInstallation(Runnable work) {
        server.bean(Access.class)
                .asInstallation(() -> {
                    work.run();
                    return true;
                });
    }
}
