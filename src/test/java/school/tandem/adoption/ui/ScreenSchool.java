package school.tandem.adoption.ui;

import java.util.EnumMap;
import java.util.Map;
import org.jooq.DSLContext;
import school.tandem.roster.Rooms;
import school.tandem.security.Role;
import school.tandem.security.SchoolKey;

/** A school of a district of its own whose students are rows; its year began in August 2026. */
public final class ScreenSchool {

    public final SchoolKey key;
    private final Rooms rooms;
    private final Map<Role, String> accounts = new EnumMap<>(Role.class);

    public ScreenSchool(Rooms rooms, String name) {
        this.rooms = rooms;
        key = rooms.school(rooms.district("District of " + name).id(), name);
        sql(
                "insert into roster.academic_session (district_id, school_id, kind, title,"
                        + " starts_on, ends_on, source, external_id) values ({0}, {1}, 'schoolYear',"
                        + " 'Year', '2026-08-17', '2027-06-12', 'x', 'y')");
    }

    /** Signs in somebody who has this role here. */
    public void signIn(Role role) {
        rooms.signIn(
                accounts.computeIfAbsent(
                        role,
                        one ->
                                rooms.account(
                                        one.code() + key.school() + "@school.example", key, one)));
    }

    /** A department of one class; of its students so many opened work and handed it in. */
    public long department(String name, String grade, int students, int handedIn) {
        sql(
                "insert into roster.department (district_id, school_id, name) values ({0}, {1}, '"
                        + name
                        + "')");
        sql(
                ("insert into roster.class_group (district_id, school_id, department_id, title, source,"
                                + " external_id) select {0}, {1}, id, name, 'x', name from"
                                + " roster.department where district_id = {0} and name = '%s'")
                        .formatted(name));
        sql(
                ("insert into roster.person (district_id, kind, given_name, family_name, grade, source,"
                                + " external_id) select {0}, 'student', 'S', n::text, '%s', 'x',"
                                + " '%s' || n from generate_series(1, %d) n")
                        .formatted(grade, name, students));
        sql(
                ("insert into roster.enrolment (district_id, class_id, person_id, role, source,"
                                + " external_id) select {0}, c.id, p.id, 'student', 'x', p.external_id"
                                + " from roster.person p join roster.class_group c on c.title = '%s'"
                                + " and c.district_id = {0} where p.district_id = {0} and"
                                + " p.external_id like '%1$s%%'")
                        .formatted(name));
        sql(
                ("insert into roster.running (district_id, enrolment_id, class_id, person_id, school_id,"
                                + " role, from_on, to_on) select {0}, e.id, e.class_id, e.person_id, {1},"
                                + " 'student', '2026-08-17', '2027-06-12' from roster.enrolment e where"
                                + " e.district_id = {0} and e.external_id like '%s%%'")
                        .formatted(name));
        sql(
                ("insert into adoption.coverage (district_id, source, class_id, habits, practice,"
                                + " covers_to) select {0}, 'x', id, 6, 6, '2026-10-05' from"
                                + " roster.class_group where district_id = {0} and title = '%s'")
                        .formatted(name));
        sql(
                ("insert into adoption.student_day (district_id, student_id, day, habits) select {0},"
                                + " id, '2026-09-22', 3 from roster.person where district_id = {0} and"
                                + " external_id like '%s%%' order by id limit %d")
                        .formatted(name, handedIn));
        return (Long)
                owner().fetchValue(
                                "select id from roster.department where district_id = "
                                        + key.district()
                                        + " and name = '"
                                        + name
                                        + "'");
    }

    /** The first so many of a department have all at home, the next so many nothing. */
    public void homes(String department, int yes, int no) {
        sql(
                ("insert into adoption.home_access (district_id, student_id, device, connection,"
                                + " answered_on, via) select {0}, id, n <= %2$d, n <= %2$d, '2026-09-22',"
                                + " case when n = 1 then 'phone' else 'paper' end from (select id,"
                                + " row_number() over (order by id) n from roster.person where district_id"
                                + " = {0} and external_id like '%1$s%%') p where n <= %2$d + %3$d")
                        .formatted(department, yes, no));
    }

    /** Runs it with the ids of the district and the school for {0} and {1}. */
    void sql(String sql) {
        owner().execute(
                        sql.replace("{0}", key.district().toString())
                                .replace("{1}", key.school().toString()));
    }

    private DSLContext owner() {
        return rooms.database.asOwner();
    }
}
