package school.tandem.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static school.tandemdb.roster.Tables.PERSON;
import static school.tandemdb.roster.Tables.PERSON_SCHOOL;

import com.microsoft.playwright.Page;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jooq.impl.DSL;
import school.tandem.Server;
import school.tandem.roster.PersonId;
import school.tandem.roster.School;
import school.tandem.roster.Schools;
import school.tandem.roster.intake.StaffRole;
import school.tandem.security.Access;
import school.tandem.security.DistrictId;
import school.tandem.security.SchoolId;
import school.tandem.security.SchoolKey;
import school.tandem.training.Bookings;
import school.tandem.training.CourseFields;
import school.tandem.training.CourseId;
import school.tandem.training.Courses;
import school.tandem.training.SessionFields;
import school.tandem.training.SessionId;
import school.tandem.training.Sessions;
import school.tandem.training.Skill;

/**
 * A session that has just begun at the sample school, of a course that nobody completed yet.
 *
 * @param staff who has a seat
 * @param walkIn somebody who has none
 */
record RunningRoom(SchoolKey school, SessionId session, List<Teacher> staff, Teacher walkIn) {

    /** Somebody of the staff. */
    record Teacher(PersonId id, String name, String email) {}

    /** One with this many seats taken. */
    static RunningRoom of(Server server, int people) {
        School school = schoolWithMostStaff(server);
        List<Teacher> all = staff(server, school, people + 1);
        List<Teacher> booked = all.subList(0, people);
        return new RunningRoom(
                school.key(), session(server, school, booked), booked, all.get(people));
    }

    /** Where a page about it is, such as {@code room}, from the server's root. */
    String address(String page) {
        return "/training/%s?school=%s&session=%s".formatted(page, school.school(), session);
    }

    private static School schoolWithMostStaff(Server server) {
        var row =
                server.database()
                        .asOwner()
                        .select(PERSON_SCHOOL.DISTRICT_ID, PERSON_SCHOOL.SCHOOL_ID)
                        .from(PERSON_SCHOOL)
                        .join(PERSON)
                        .on(PERSON.ID.eq(PERSON_SCHOOL.PERSON_ID))
                        .where(PERSON.KIND.eq("staff"))
                        .groupBy(PERSON_SCHOOL.DISTRICT_ID, PERSON_SCHOOL.SCHOOL_ID)
                        .orderBy(DSL.count().desc())
                        .limit(1)
                        .fetchSingle();
        DistrictId district = row.value1();
        SchoolId id = row.value2();
        return server.bean(Schools.class).of(district).stream()
                .filter(one -> one.key().school().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<Teacher> staff(Server server, School school, int people) {
        return server.database()
                .asOwner()
                .select(PERSON.ID, PERSON.GIVEN_NAME, PERSON.FAMILY_NAME, PERSON.EMAIL)
                .from(PERSON_SCHOOL)
                .join(PERSON)
                .on(PERSON.ID.eq(PERSON_SCHOOL.PERSON_ID))
                .where(PERSON_SCHOOL.SCHOOL_ID.eq(school.key().school()))
                .and(PERSON.KIND.eq("staff"))
                .and(PERSON.EMAIL.isNotNull())
                .orderBy(PERSON.ID)
                .limit(people)
                .fetch(row ->
                        new Teacher(row.value1(), row.value2() + " " + row.value3(), row.value4()));
    }

    private static SessionId session(Server server, School school, List<Teacher> booked) {
        LocalDateTime now = LocalDateTime.now(school.zone()).truncatedTo(ChronoUnit.MINUTES);
        return server.bean(Access.class)
                .asInstallation(() -> {
                    CourseId course =
                            server.bean(Courses.class)
                                    .add(
                                            school.key(),
                                            CourseFields.of(
                                                    "Teaching by chat",
                                                    60,
                                                    Set.of(StaffRole.TEACHER),
                                                    Skill.TRAINED));
                    SessionId id =
                            server.bean(Sessions.class)
                                    .plan(
                                            school.key(),
                                            SessionFields.of(
                                                    course,
                                                    now.toLocalDate(),
                                                    now.toLocalTime(),
                                                    60,
                                                    "Room 204",
                                                    "M. Alvarez"));
                    server.bean(Bookings.class)
                            .bookFor(school.key(), id, booked.stream().map(Teacher::id).toList());
                    return id;
                });
    }

    /** Everybody can use the page, and it fits its window. */
    static void assertUsable(Page page) {
        assertThat(Usable.faults(page)).isEmpty();
    }
}
