package school.tandem.roster;

import static school.tandemdb.roster.Tables.CLASS_GROUP;
import static school.tandemdb.roster.Tables.DEPARTMENT;
import static school.tandemdb.roster.Tables.PERSON;
import static school.tandemdb.roster.Tables.PERSON_SCHOOL;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record8;
import org.jooq.Records;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.tandem.roster.intake.StaffRole;
import school.tandem.security.Access;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.Memberships;
import school.tandem.security.Memberships.Standing;
import school.tandem.security.NotHere;
import school.tandem.security.Permission;
import school.tandem.security.SchoolKey;

/** Who is on a school's roster now: staff by name, students as numbers only. */
@Component
public class PeopleQueries {

    private final DSLContext dsl;
    private final DistrictTransactions inDistrict;
    private final Memberships memberships;
    private final Access access;

    PeopleQueries(
            DSLContext dsl,
            DistrictTransactions inDistrict,
            Memberships memberships,
            Access access) {
        this.dsl = dsl;
        this.inDistrict = inDistrict;
        this.memberships = memberships;
        this.access = access;
    }

    /** How many there are; one statement. */
    public PeopleCounts counts(SchoolKey key) {
        access.require(key, Permission.SEE_FIGURES);
        Condition staff = PERSON.KIND.eq("staff");
        return inDistrict.read(
                key.district(),
                () ->
                        dsl.select(
                                        DSL.count()
                                                .filterWhere(
                                                        staff.and(PERSON.STAFF_ROLE.eq("teacher"))),
                                        DSL.count().filterWhere(staff),
                                        DSL.count().filterWhere(PERSON.KIND.eq("student")),
                                        classes(key))
                                .from(PERSON_SCHOOL)
                                .join(PERSON)
                                .on(samePerson(key))
                                .where(here(key))
                                .fetchSingle(Records.mapping(PeopleCounts::new)));
    }

    /** How many students each grade has, by grade; for who may import. */
    public List<GradeCount> grades(SchoolKey key) {
        access.require(key, Permission.IMPORT);
        return inDistrict.read(
                key.district(),
                () ->
                        dsl.select(PERSON.GRADE, DSL.count())
                                .from(PERSON_SCHOOL)
                                .join(PERSON)
                                .on(samePerson(key))
                                .where(here(key), PERSON.KIND.eq("student"))
                                .groupBy(PERSON.GRADE)
                                .orderBy(PERSON.GRADE.asc().nullsLast())
                                .fetch(Records.mapping(GradeCount::new)));
    }

    /** One page of the staff, by family name; two statements. */
    public List<StaffMember> staff(SchoolKey key, StaffFilter filter, int offset, int limit) {
        access.require(key, Permission.SEE_STAFF);
        List<StaffMember> page =
                inDistrict.read(
                        key.district(),
                        () ->
                                members(key)
                                        .where(matching(key, filter))
                                        .orderBy(
                                                DSL.lower(PERSON.FAMILY_NAME),
                                                DSL.lower(PERSON.GIVEN_NAME),
                                                PERSON.ID)
                                        .offset(offset)
                                        .limit(limit)
                                        .fetch(Records.mapping(PeopleQueries::member)));
        return withStanding(key, page);
    }

    /** How many {@link #staff} goes through. */
    public int countStaff(SchoolKey key, StaffFilter filter) {
        access.require(key, Permission.SEE_STAFF);
        return inDistrict.read(
                key.district(), () -> dsl.fetchCount(members(key).where(matching(key, filter))));
    }

    /**
     * One member of staff.
     *
     * @throws NotHere if there is none of this id in the school now
     */
    public StaffMember find(SchoolKey key, PersonId id) {
        access.require(key, Permission.SEE_STAFF);
        List<StaffMember> found =
                inDistrict.read(
                        key.district(),
                        () ->
                                members(key)
                                        .where(matching(key, StaffFilter.ALL), PERSON.ID.eq(id))
                                        .fetch(Records.mapping(PeopleQueries::member)));
        return withStanding(key, found).stream()
                .findFirst()
                .orElseThrow(() -> new NotHere("Person " + id));
    }

    private SelectOnConditionStep<
                    Record8<PersonId, String, String, String, String, String, String, String[]>>
            members(SchoolKey key) {
        return dsl.select(
                        PERSON.ID,
                        PERSON.GIVEN_NAME,
                        PERSON.FAMILY_NAME,
                        PERSON.EMAIL,
                        PERSON.STAFF_ROLE,
                        DEPARTMENT.NAME,
                        PERSON.SOURCE,
                        PERSON.MANUAL_FIELDS)
                .from(PERSON_SCHOOL)
                .join(PERSON)
                .on(samePerson(key))
                .leftJoin(DEPARTMENT)
                .on(DEPARTMENT.DISTRICT_ID.eq(key.district()))
                .and(DEPARTMENT.ID.eq(PERSON_SCHOOL.DEPARTMENT_ID));
    }

    private List<StaffMember> withStanding(SchoolKey key, List<StaffMember> page) {
        Map<Long, Standing> standing =
                memberships.standing(key, page.stream().map(one -> one.id().value()).toList());
        return page.stream()
                .map(one -> one.standing(standing.getOrDefault(one.id().value(), Standing.NONE)))
                .toList();
    }

    private static StaffMember member(
            PersonId id,
            String givenName,
            String familyName,
            @Nullable String email,
            String role,
            @Nullable String department,
            String source,
            String[] manualFields) {
        return new StaffMember(
                id,
                givenName,
                familyName,
                email,
                staffRole(role),
                department,
                source,
                Set.of(manualFields),
                Standing.NONE);
    }

    private static StaffRole staffRole(String code) {
        return Arrays.stream(StaffRole.values())
                .filter(role -> role.code().equals(code))
                .findFirst()
                .orElse(StaffRole.OTHER);
    }

    private static Condition matching(SchoolKey key, StaffFilter filter) {
        Condition condition = here(key).and(PERSON.KIND.eq("staff"));
        if (!filter.text().isBlank()) {
            String part = filter.text().strip();
            condition =
                    condition.and(
                            DSL.concat(PERSON.GIVEN_NAME, DSL.inline(" "), PERSON.FAMILY_NAME)
                                    .containsIgnoreCase(part)
                                    .or(PERSON.EMAIL.containsIgnoreCase(part)));
        }
        if (filter.role() != null) {
            condition = condition.and(PERSON.STAFF_ROLE.eq(filter.role().code()));
        }
        return filter.department() == null
                ? condition
                : condition.and(PERSON_SCHOOL.DEPARTMENT_ID.eq(filter.department()));
    }

    private static Condition samePerson(SchoolKey key) {
        return PERSON.DISTRICT_ID.eq(key.district()).and(PERSON.ID.eq(PERSON_SCHOOL.PERSON_ID));
    }

    private static Condition here(SchoolKey key) {
        return PERSON_SCHOOL
                .DISTRICT_ID
                .eq(key.district())
                .and(PERSON_SCHOOL.SCHOOL_ID.eq(key.school()))
                .and(PERSON.WITHDRAWN_ON.isNull());
    }

    private static Field<Integer> classes(SchoolKey key) {
        return DSL.field(
                DSL.selectCount()
                        .from(CLASS_GROUP)
                        .where(CLASS_GROUP.DISTRICT_ID.eq(key.district()))
                        .and(CLASS_GROUP.SCHOOL_ID.eq(key.school()))
                        .and(CLASS_GROUP.WITHDRAWN_ON.isNull()));
    }
}
