package school.tandem.speed;

import static school.tandemdb.roster.Tables.PERSON;
import static school.tandemdb.security.Tables.ACCOUNT;

import java.util.Map;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import school.tandem.Browser;
import school.tandem.Server;
import school.tandem.adoption.AdoptionFigures;
import school.tandem.roster.Plans;
import school.tandem.roster.SampleSchool;
import school.tandem.roster.Schools;
import school.tandem.security.Access;
import school.tandem.security.Accounts;
import school.tandem.security.Membership;
import school.tandem.security.Role;
import school.tandem.security.SchoolKey;
import school.tandem.security.SetUp;

/** The sample school, seen by an administrator who teaches there; it can grow to five times. */
final class GrownSample implements AutoCloseable {

    private static final int MORE = 4;
    private static final int SCHOOLS = 30;
    private static final String OF_PERSON =
            " join roster.person was on was.id = t.person_id"
                    + " join roster.person one on one.external_id = was.external_id || '-' || n";

    final Server server = Server.start(Map.of("vaadin.eagerServerLoad", "true"));
    final Browser browser = Browser.on(server);
    final SchoolKey school;

    GrownSample() {
        browser.post(
                server.bean(SetUp.class).link("").orElseThrow(),
                Map.of(
                        "name",
                        "Ada",
                        "email",
                        "ada@school.example",
                        "password",
                        "a long enough one"));
        school = asInstallation(server.bean(SampleSchool.class)::load);
        DSLContext owner = server.database().asOwner();
        var account = owner.select(ACCOUNT.ID).from(ACCOUNT).fetchSingle().value1();
        var teacher =
                owner.select(PERSON.ID)
                        .from(PERSON)
                        .where(PERSON.STAFF_ROLE.eq("teacher"))
                        .orderBy(PERSON.ID)
                        .limit(1)
                        .fetchSingle()
                        .value1();
        asInstallation(() -> {
            server.bean(Accounts.class)
                    .addMembership(
                            account,
                            new Membership(
                                    school.district(), null, Role.ADMINISTRATOR, teacher.value()));
            return account;
        });
    }

    String plan() {
        return asInstallation(() ->
                server.bean(Plans.class).of(school).stream()
                        .map(plan -> plan.id().toString())
                        .min(java.util.Comparator.naturalOrder())
                        .orElseThrow());
    }

    String course() {
        return first("training.course");
    }

    /** The id of the oldest row of a table. */
    String first(String table) {
        return server.database()
                .asOwner()
                .fetchValue("select min(id)::text from " + table)
                .toString();
    }

    /** Five times the people, classes, courses, items and the rest, and thirty schools. */
    void grow() {
        copy("roster.person t", "'external_id', external_id || '-' || n, 'email', n || email");
        copy("roster.department t", "'name', name || n");
        copy("roster.class_group t", "'external_id', external_id || '-' || n");
        copy("roster.academic_session t", "'external_id', external_id || '-' || n");
        copy("roster.holiday t", "'name', name || n");
        copy("roster.plan t", "'name', name || n");
        copy("roster.person_school t" + OF_PERSON, "'person_id', one.id");
        copy(
                "roster.enrolment t join roster.person was on was.id = t.person_id"
                        + " join roster.person one on one.external_id = was.external_id || '-' || n"
                        + " join roster.class_group old on old.id = t.class_id"
                        + " join roster.class_group now on now.external_id = old.external_id || '-' || n",
                "'external_id', t.external_id || '-' || n, 'person_id', one.id, 'class_id', now.id");
        copy(
                "roster.running t join roster.enrolment old on old.id = t.enrolment_id"
                        + " join roster.enrolment now on now.external_id = old.external_id || '-' || n",
                "'enrolment_id', now.id, 'person_id', now.person_id, 'class_id', now.class_id");
        copy("training.course t", "'title', title || n");
        copy("training.session t", "'minutes', minutes");
        copy("training.completion t" + OF_PERSON, "'person_id', one.id");
        copy("adoption.teacher_day t" + OF_PERSON, "'person_id', one.id");
        copy(
                "adoption.coverage t join roster.class_group old on old.id = t.class_id"
                        + " join roster.class_group now on now.external_id = old.external_id || '-' || n",
                "'class_id', now.id");
        copy("rollout.item t", "'title', title || n");
        copy("rollout.rehearsal t", "'held_on', held_on - 7 * n");
        copy("importing.run t", "'file_name', file_name || n");
        asInstallation(() -> {
            for (int i = 2; i <= SCHOOLS; i++) {
                server.bean(Schools.class).create(school.district(), "School " + i);
            }
            server.bean(AdoptionFigures.class).refresh(java.util.Set.of(school));
            return school;
        });
        server.database().asOwner().execute("analyze");
    }

    private void copy(String from, String changes) {
        String table = from.substring(0, from.indexOf(' '));
        server.database()
                .asOwner()
                .execute(
                        ("insert into %s overriding user value select (jsonb_populate_record(null::%s,"
                                        + " to_jsonb(t) || jsonb_build_object(%s))).*"
                                        + " from generate_series(1, %d) n cross join %s")
                                .formatted(table, table, changes, MORE, from));
    }

    <T> T asInstallation(Supplier<T> work) {
        return server.bean(Access.class).asInstallation(work);
    }

    @Override
    public void close() {
        server.close();
    }
}
