package school.tandem.roster;

import static school.tandemdb.roster.Tables.CLASS_GROUP;
import static school.tandemdb.roster.Tables.DEPARTMENT;
import static school.tandemdb.roster.Tables.ENROLMENT;
import static school.tandemdb.roster.Tables.PERSON;
import static school.tandemdb.roster.Tables.RUNNING;

import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import school.tandem.security.Access;
import school.tandem.security.Audit;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.NotHere;
import school.tandem.security.Permission;
import school.tandem.security.SchoolKey;

/** The classes of a school: read page by page, and put into departments. */
@Component
public class Classes {

    private final DSLContext dsl;
    private final DistrictTransactions inDistrict;
    private final Departments departments;
    private final Schools schools;
    private final Access access;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    Classes(
            DSLContext dsl,
            DistrictTransactions inDistrict,
            Departments departments,
            Schools schools,
            Access access,
            Audit audit,
            ApplicationEventPublisher events) {
        this.dsl = dsl;
        this.inDistrict = inDistrict;
        this.departments = departments;
        this.schools = schools;
        this.access = access;
        this.audit = audit;
        this.events = events;
    }

    /**
     * One page of the classes whose title holds this text, by title. Only who may import sees how
     * many students each has.
     */
    public List<ClassSummary> page(SchoolKey key, String text, int offset, int limit) {
        access.require(key, Permission.SEE_STAFF);
        boolean counted = access.may(key, Permission.IMPORT);
        LocalDate today = schools.today(schools.find(key));
        Field<Integer> students = counted ? students(key, today) : DSL.castNull(Integer.class);
        return inDistrict.read(
                key.district(),
                () ->
                        dsl.select(
                                        CLASS_GROUP.ID,
                                        CLASS_GROUP.TITLE,
                                        CLASS_GROUP.GRADE,
                                        DEPARTMENT.NAME,
                                        teachers(key),
                                        students)
                                .from(CLASS_GROUP)
                                .leftJoin(DEPARTMENT)
                                .on(DEPARTMENT.DISTRICT_ID.eq(key.district()))
                                .and(DEPARTMENT.ID.eq(CLASS_GROUP.DEPARTMENT_ID))
                                .where(matching(key, text))
                                .orderBy(DSL.lower(CLASS_GROUP.TITLE), CLASS_GROUP.ID)
                                .offset(offset)
                                .limit(limit)
                                .fetch(Records.mapping(ClassSummary::new)));
    }

    /** How many classes {@link #page} goes through. */
    public int count(SchoolKey key, String text) {
        access.require(key, Permission.SEE_STAFF);
        return inDistrict.read(
                key.district(),
                () -> dsl.fetchCount(dsl.selectFrom(CLASS_GROUP).where(matching(key, text))));
    }

    /**
     * Puts a class into the department of this name (null: into none), whatever imports say later.
     *
     * @throws NotHere if this school has no such class
     */
    public void setDepartment(SchoolKey key, ClassId id, @Nullable String department) {
        access.require(key, Permission.EDIT_ROSTER);
        inDistrict.write(
                key.district(),
                () -> {
                    int changed =
                            dsl.update(CLASS_GROUP)
                                    .setNull(CLASS_GROUP.CHANGED_RUN)
                                    .set(
                                            CLASS_GROUP.DEPARTMENT_ID,
                                            departments.named(key, department))
                                    .set(
                                            CLASS_GROUP.MANUAL_FIELDS,
                                            ManualFields.with(
                                                    CLASS_GROUP.MANUAL_FIELDS, "department_id"))
                                    .where(matching(key, ""), CLASS_GROUP.ID.eq(id))
                                    .execute();
                    if (changed == 0) {
                        throw new NotHere("Class " + id);
                    }
                    audit.record(key.district(), "class.department", "class", id.toString());
                    events.publishEvent(new RosterChanged(key));
                });
    }

    private static Condition matching(SchoolKey key, String text) {
        return CLASS_GROUP
                .DISTRICT_ID
                .eq(key.district())
                .and(CLASS_GROUP.SCHOOL_ID.eq(key.school()))
                .and(CLASS_GROUP.WITHDRAWN_ON.isNull())
                .and(
                        text.isBlank()
                                ? DSL.noCondition()
                                : CLASS_GROUP.TITLE.containsIgnoreCase(text.strip()));
    }

    private static Field<List<String>> teachers(SchoolKey key) {
        Field<String> name =
                DSL.trim(DSL.concat(PERSON.GIVEN_NAME, DSL.inline(" "), PERSON.FAMILY_NAME));
        return DSL.multiset(
                        DSL.select(name)
                                .from(ENROLMENT)
                                .join(PERSON)
                                .on(PERSON.DISTRICT_ID.eq(key.district()))
                                .and(PERSON.ID.eq(ENROLMENT.PERSON_ID))
                                .where(ENROLMENT.DISTRICT_ID.eq(key.district()))
                                .and(ENROLMENT.CLASS_ID.eq(CLASS_GROUP.ID))
                                .and(ENROLMENT.ROLE.eq("teacher"))
                                .and(ENROLMENT.WITHDRAWN_ON.isNull())
                                .and(PERSON.WITHDRAWN_ON.isNull())
                                .groupBy(PERSON.ID, PERSON.GIVEN_NAME, PERSON.FAMILY_NAME)
                                .orderBy(
                                        DSL.boolOr(ENROLMENT.IS_PRIMARY).desc().nullsLast(),
                                        DSL.lower(PERSON.FAMILY_NAME),
                                        PERSON.ID))
                .convertFrom(rows -> rows.map(Records.mapping(teacher -> teacher)));
    }

    private static Field<Integer> students(SchoolKey key, LocalDate today) {
        return DSL.field(
                DSL.select(DSL.countDistinct(RUNNING.PERSON_ID))
                        .from(RUNNING)
                        .where(RUNNING.DISTRICT_ID.eq(key.district()))
                        .and(RUNNING.CLASS_ID.eq(CLASS_GROUP.ID))
                        .and(RUNNING.ROLE.eq("student"))
                        .and(RUNNING.FROM_ON.le(today))
                        .and(RUNNING.TO_ON.gt(today)));
    }
}
