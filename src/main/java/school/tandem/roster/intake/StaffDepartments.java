package school.tandem.roster.intake;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.substring;
import static org.jooq.impl.DSL.trim;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.BIGINT;
import static school.tandemdb.roster.Tables.CLASS_GROUP;
import static school.tandemdb.roster.Tables.DEPARTMENT;
import static school.tandemdb.roster.Tables.ENROLMENT;
import static school.tandemdb.roster.Tables.LINK_BEFORE;
import static school.tandemdb.roster.Tables.PERSON;
import static school.tandemdb.roster.Tables.PERSON_SCHOOL;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import school.tandem.roster.DepartmentId;
import school.tandem.roster.PersonId;
import school.tandem.security.DistrictId;
import school.tandem.security.SchoolId;

/**
 * The departments: a class belongs to the one it names, or to that of its first subject; a teacher
 * to the one of most of their classes, unless a person said otherwise.
 */
final class StaffDepartments {

    private static final int LONGEST_NAME = 60;

    private final DSLContext dsl;
    private final DistrictId district;
    private final long run;

    StaffDepartments(DSLContext dsl, DistrictId district, long run) {
        this.dsl = dsl;
        this.district = district;
        this.run = run;
    }

    /** Makes the departments that classes name, and resolves them in the stage. */
    void ofClasses(Stage<ClassRow> stage) {
        Field<String> named = substring(trim(stage.text("department")), 1, LONGEST_NAME);
        dsl.insertInto(
                        DEPARTMENT,
                        DEPARTMENT.DISTRICT_ID,
                        DEPARTMENT.SCHOOL_ID,
                        DEPARTMENT.NAME,
                        DEPARTMENT.ADDED_RUN)
                .select(
                        select(
                                        val(district, DEPARTMENT.DISTRICT_ID),
                                        stage.number("school_id").coerce(DEPARTMENT.SCHOOL_ID),
                                        DSL.min(named),
                                        val(run))
                                .from(stage.table())
                                .where(stage.taken(), named.ne(""))
                                .and(stage.number("school_id").isNotNull())
                                .groupBy(stage.number("school_id"), lower(named)))
                .onConflictDoNothing()
                .execute();
        dsl.update(stage.table())
                .set(stage.set("department_id", BIGINT), DEPARTMENT.ID.coerce(BIGINT))
                .from(DEPARTMENT)
                .where(DEPARTMENT.DISTRICT_ID.eq(district))
                .and(DEPARTMENT.SCHOOL_ID.coerce(BIGINT).eq(stage.number("school_id")))
                .and(lower(DEPARTMENT.NAME).eq(lower(named)))
                .execute();
    }

    /** Gives teachers the department of most of their classes. */
    void refresh() {
        Field<PersonId> person = ENROLMENT.PERSON_ID;
        Field<SchoolId> school = CLASS_GROUP.SCHOOL_ID;
        Field<DepartmentId> department = CLASS_GROUP.DEPARTMENT_ID;
        Table<?> most =
                select(person.as("person"), school.as("school"), department.as("department"))
                        .distinctOn(person, school)
                        .from(ENROLMENT)
                        .join(CLASS_GROUP)
                        .on(CLASS_GROUP.DISTRICT_ID.eq(district))
                        .and(CLASS_GROUP.ID.eq(ENROLMENT.CLASS_ID))
                        .where(ENROLMENT.DISTRICT_ID.eq(district), ENROLMENT.ROLE.eq("teacher"))
                        .and(ENROLMENT.WITHDRAWN_ON.isNull())
                        .and(department.isNotNull())
                        .groupBy(person, school, department)
                        .orderBy(person, school, count().desc(), department)
                        .asTable("most");
        Field<DepartmentId> usual =
                DSL.field(name("most", "department"), CLASS_GROUP.DEPARTMENT_ID.getDataType());
        Condition moves =
                PERSON_SCHOOL
                        .DISTRICT_ID
                        .eq(district)
                        .and(
                                PERSON_SCHOOL.PERSON_ID.eq(
                                        DSL.field(
                                                name("most", "person"),
                                                ENROLMENT.PERSON_ID.getDataType())))
                        .and(
                                PERSON_SCHOOL.SCHOOL_ID.eq(
                                        DSL.field(
                                                name("most", "school"),
                                                CLASS_GROUP.SCHOOL_ID.getDataType())))
                        .and(PERSON.DISTRICT_ID.eq(district))
                        .and(PERSON.ID.eq(PERSON_SCHOOL.PERSON_ID))
                        .and(val("department").ne(DSL.all(PERSON.MANUAL_FIELDS)))
                        .and(PERSON_SCHOOL.DEPARTMENT_ID.isDistinctFrom(usual));
        keep(select(PERSON_SCHOOL.PERSON_ID).from(PERSON_SCHOOL, most, PERSON).where(moves));
        dsl.update(PERSON_SCHOOL)
                .set(PERSON_SCHOOL.DEPARTMENT_ID, usual)
                .from(most, PERSON)
                .where(moves)
                .execute();
    }

    /** How the schools of these people are before, for undo, unless this run kept them already. */
    private void keep(Select<Record1<PersonId>> people) {
        dsl.insertInto(
                        LINK_BEFORE,
                        LINK_BEFORE.DISTRICT_ID,
                        LINK_BEFORE.RUN_ID,
                        LINK_BEFORE.KIND,
                        LINK_BEFORE.OWNER_ID,
                        LINK_BEFORE.OTHER_ID,
                        LINK_BEFORE.DEPARTMENT_ID)
                .select(
                        select(
                                        PERSON_SCHOOL.DISTRICT_ID,
                                        val(run),
                                        inline(Links.Kind.PERSON_SCHOOL.tableName()),
                                        PERSON_SCHOOL.PERSON_ID.coerce(BIGINT),
                                        PERSON_SCHOOL.SCHOOL_ID.coerce(BIGINT),
                                        PERSON_SCHOOL.DEPARTMENT_ID.coerce(
                                                LINK_BEFORE.DEPARTMENT_ID))
                                .from(PERSON_SCHOOL)
                                .join(PERSON)
                                .on(PERSON.DISTRICT_ID.eq(district))
                                .and(PERSON.ID.eq(PERSON_SCHOOL.PERSON_ID))
                                .and(PERSON.ADDED_RUN.isDistinctFrom(run))
                                .where(PERSON_SCHOOL.DISTRICT_ID.eq(district))
                                .and(PERSON_SCHOOL.PERSON_ID.in(people))
                                .and(
                                        PERSON_SCHOOL
                                                .PERSON_ID
                                                .coerce(BIGINT)
                                                .notIn(
                                                        select(LINK_BEFORE.OWNER_ID)
                                                                .from(LINK_BEFORE)
                                                                .where(
                                                                        LINK_BEFORE.DISTRICT_ID.eq(
                                                                                district))
                                                                .and(LINK_BEFORE.RUN_ID.eq(run))
                                                                .and(
                                                                        LINK_BEFORE.KIND.eq(
                                                                                Links.Kind
                                                                                        .PERSON_SCHOOL
                                                                                        .tableName())))))
                .execute();
    }
}
