package school.tandem.roster;

import static school.tandemdb.roster.Tables.PERSON;
import static school.tandemdb.roster.Tables.PERSON_SCHOOL;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import school.tandem.security.Access;
import school.tandem.security.Audit;
import school.tandem.security.Audit.Change;
import school.tandem.security.BadInput;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.NotHere;
import school.tandem.security.Permission;
import school.tandem.security.SchoolKey;

/** The staff of a school, changed by hand: what is typed here wins over imports until cleared. */
@Component
public class People {

    /** The source of what people typed. */
    static final String MANUAL = "manual";

    private final DSLContext dsl;
    private final DistrictTransactions inDistrict;
    private final PeopleQueries queries;
    private final Departments departments;
    private final Schools schools;
    private final Access access;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    People(
            DSLContext dsl,
            DistrictTransactions inDistrict,
            PeopleQueries queries,
            Departments departments,
            Schools schools,
            Access access,
            Audit audit,
            ApplicationEventPublisher events) {
        this.dsl = dsl;
        this.inDistrict = inDistrict;
        this.queries = queries;
        this.departments = departments;
        this.schools = schools;
        this.access = access;
        this.audit = audit;
        this.events = events;
    }

    /**
     * Adds a member of staff.
     *
     * @throws BadInput if a field can't be taken, or the e-mail address is another's
     */
    public PersonId add(SchoolKey key, StaffFields typed) {
        access.require(key, Permission.EDIT_ROSTER);
        StaffFields fields = typed.checked();
        return inDistrict.write(
                key.district(),
                () -> {
                    schools.find(key);
                    requireFreeEmail(key, fields.email(), null);
                    PersonId id = insert(key, fields);
                    dsl.insertInto(PERSON_SCHOOL)
                            .set(PERSON_SCHOOL.DISTRICT_ID, key.district())
                            .set(PERSON_SCHOOL.PERSON_ID, id)
                            .set(PERSON_SCHOOL.SCHOOL_ID, key.school())
                            .set(
                                    PERSON_SCHOOL.DEPARTMENT_ID,
                                    departments.named(key, fields.department()))
                            .execute();
                    audit.record(key.district(), "person.add", "person", id.toString());
                    return id;
                });
    }

    /**
     * Changes a member of staff; imports leave alone what was changed.
     *
     * @throws BadInput if a field can't be taken, or the e-mail address is another's
     * @throws NotHere if there is none of this id in the school now
     */
    public void change(SchoolKey key, PersonId id, StaffFields typed) {
        access.require(key, Permission.EDIT_ROSTER);
        StaffFields fields = typed.checked();
        inDistrict.write(
                key.district(),
                () -> {
                    StaffMember before = queries.find(key, id);
                    List<Change> changes = changes(before, fields);
                    if (changes.isEmpty()) {
                        return;
                    }
                    requireFreeEmail(key, fields.email(), id);
                    update(key, before, fields, changes);
                    audit.record(
                            key.district(),
                            "person.change",
                            "person",
                            id.toString(),
                            Map.of(),
                            changes);
                    events.publishEvent(new RosterChanged(key));
                });
    }

    /** Puts a member of staff into the department of this name; null: into none. */
    public void setDepartment(SchoolKey key, PersonId id, @Nullable String department) {
        access.require(key, Permission.EDIT_ROSTER);
        StaffMember now = queries.find(key, id);
        String email = now.email();
        change(
                key,
                id,
                new StaffFields(
                        now.givenName(),
                        now.familyName(),
                        email == null ? "" : email,
                        now.role(),
                        department));
    }

    /**
     * Says that somebody has left. They are counted no more from today on; what they did stays.
     * Somebody who is in other schools too can be ended only by an administrator of all of them.
     */
    public void end(SchoolKey key, PersonId id) {
        access.require(key, Permission.EDIT_ROSTER);
        inDistrict.write(
                key.district(),
                () -> {
                    StaffMember who = queries.find(key, id);
                    if (isElsewhere(key, id)) {
                        access.require(key.district(), Permission.EDIT_ROSTER);
                    }
                    dsl.update(PERSON)
                            .set(PERSON.WITHDRAWN_ON, schools.today(schools.find(key)))
                            .setNull(PERSON.CHANGED_RUN)
                            .set(
                                    PERSON.MANUAL_FIELDS,
                                    who.source().equals(MANUAL)
                                            ? PERSON.MANUAL_FIELDS
                                            : ManualFields.with(
                                                    PERSON.MANUAL_FIELDS, "withdrawn_on"))
                            .where(PERSON.DISTRICT_ID.eq(key.district()), PERSON.ID.eq(id))
                            .execute();
                    audit.record(key.district(), "person.end", "person", id.toString());
                    events.publishEvent(new RosterChanged(key));
                });
    }

    /** Takes back {@link #end}. */
    public void giveBack(SchoolKey key, PersonId id) {
        access.require(key, Permission.EDIT_ROSTER);
        inDistrict.write(
                key.district(),
                () -> {
                    int changed =
                            dsl.update(PERSON)
                                    .setNull(PERSON.WITHDRAWN_ON)
                                    .setNull(PERSON.CHANGED_RUN)
                                    .set(
                                            PERSON.MANUAL_FIELDS,
                                            DSL.arrayRemove(PERSON.MANUAL_FIELDS, "withdrawn_on"))
                                    .where(isEndedByHand(key, id))
                                    .execute();
                    if (changed == 0) {
                        throw new NotHere("Person " + id);
                    }
                    audit.record(key.district(), "person.giveBack", "person", id.toString());
                    events.publishEvent(new RosterChanged(key));
                });
    }

    /** Lets imports change everything about somebody again. */
    public void followSource(SchoolKey key, PersonId id) {
        access.require(key, Permission.EDIT_ROSTER);
        inDistrict.write(
                key.district(),
                () -> {
                    queries.find(key, id);
                    dsl.update(PERSON)
                            .set(PERSON.MANUAL_FIELDS, new String[0])
                            .setNull(PERSON.CHANGED_RUN)
                            .where(PERSON.DISTRICT_ID.eq(key.district()), PERSON.ID.eq(id))
                            .execute();
                    audit.record(key.district(), "person.followSource", "person", id.toString());
                });
    }

    private PersonId insert(SchoolKey key, StaffFields fields) {
        return dsl.insertInto(PERSON)
                .set(PERSON.DISTRICT_ID, key.district())
                .set(PERSON.KIND, "staff")
                .set(PERSON.STAFF_ROLE, fields.role().code())
                .set(PERSON.GIVEN_NAME, fields.givenName())
                .set(PERSON.FAMILY_NAME, fields.familyName())
                .set(PERSON.EMAIL, orNull(fields.email()))
                .set(PERSON.SOURCE, MANUAL)
                .set(PERSON.EXTERNAL_ID, UUID.randomUUID().toString())
                .returningResult(PERSON.ID)
                .fetchSingle()
                .value1();
    }

    private void update(
            SchoolKey key, StaffMember before, StaffFields fields, List<Change> changes) {
        String[] columns = changes.stream().map(Change::field).toArray(String[]::new);
        dsl.update(PERSON)
                .set(PERSON.GIVEN_NAME, fields.givenName())
                .set(PERSON.FAMILY_NAME, fields.familyName())
                .set(PERSON.EMAIL, orNull(fields.email()))
                .set(PERSON.STAFF_ROLE, fields.role().code())
                .setNull(PERSON.CHANGED_RUN)
                .set(
                        PERSON.MANUAL_FIELDS,
                        before.source().equals(MANUAL)
                                ? PERSON.MANUAL_FIELDS
                                : ManualFields.with(PERSON.MANUAL_FIELDS, columns))
                .where(PERSON.DISTRICT_ID.eq(key.district()), PERSON.ID.eq(before.id()))
                .execute();
        dsl.update(PERSON_SCHOOL)
                .set(PERSON_SCHOOL.DEPARTMENT_ID, departments.named(key, fields.department()))
                .where(PERSON_SCHOOL.DISTRICT_ID.eq(key.district()))
                .and(PERSON_SCHOOL.SCHOOL_ID.eq(key.school()))
                .and(PERSON_SCHOOL.PERSON_ID.eq(before.id()))
                .execute();
    }

    /** What differs, by the columns' names. */
    private static List<Change> changes(StaffMember before, StaffFields after) {
        List<Change> all = new ArrayList<>();
        all.add(new Change("given_name", before.givenName(), after.givenName()));
        all.add(new Change("family_name", before.familyName(), after.familyName()));
        all.add(new Change("email", before.email(), orNull(after.email())));
        all.add(new Change("staff_role", before.role().code(), after.role().code()));
        all.add(new Change("department", before.department(), after.department()));
        all.removeIf(change -> Objects.equals(change.before(), change.after()));
        return all;
    }

    private void requireFreeEmail(SchoolKey key, String email, @Nullable PersonId except) {
        boolean taken =
                !email.isEmpty()
                        && dsl.fetchExists(
                                dsl.selectOne()
                                        .from(PERSON)
                                        .where(PERSON.DISTRICT_ID.eq(key.district()))
                                        .and(PERSON.EMAIL.eq(email))
                                        .and(PERSON.WITHDRAWN_ON.isNull())
                                        .and(
                                                except == null
                                                        ? DSL.noCondition()
                                                        : PERSON.ID.ne(except)));
        if (taken) {
            throw new BadInput("email", "roster.bad.emailTaken");
        }
    }

    private boolean isElsewhere(SchoolKey key, PersonId id) {
        return dsl.fetchExists(
                dsl.selectOne()
                        .from(PERSON_SCHOOL)
                        .where(PERSON_SCHOOL.DISTRICT_ID.eq(key.district()))
                        .and(PERSON_SCHOOL.PERSON_ID.eq(id))
                        .and(PERSON_SCHOOL.SCHOOL_ID.ne(key.school())));
    }

    private static Condition isEndedByHand(SchoolKey key, PersonId id) {
        return PERSON.DISTRICT_ID
                .eq(key.district())
                .and(PERSON.ID.eq(id))
                .and(PERSON.KIND.eq("staff"))
                .and(PERSON.WITHDRAWN_ON.isNotNull())
                .and(
                        PERSON.SOURCE
                                .eq(MANUAL)
                                .or(DSL.val("withdrawn_on").eq(DSL.any(PERSON.MANUAL_FIELDS))))
                .and(
                        DSL.exists(
                                DSL.selectOne()
                                        .from(PERSON_SCHOOL)
                                        .where(PERSON_SCHOOL.DISTRICT_ID.eq(key.district()))
                                        .and(PERSON_SCHOOL.SCHOOL_ID.eq(key.school()))
                                        .and(PERSON_SCHOOL.PERSON_ID.eq(id))));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
