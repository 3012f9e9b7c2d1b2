package school.tandem.roster.intake;

import static org.jooq.impl.DSL.arrayAgg;
import static org.jooq.impl.DSL.cardinality;
import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.position;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.CLOB;
import static school.tandemdb.roster.Tables.CLASS_GROUP;
import static school.tandemdb.roster.Tables.CLASS_TERM;
import static school.tandemdb.roster.Tables.COURSE;
import static school.tandemdb.roster.Tables.ORG;
import static school.tandemdb.roster.Tables.PERSON;
import static school.tandemdb.roster.Tables.PERSON_SCHOOL;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import school.tandem.security.DistrictId;
import school.tandem.security.SchoolId;

/**
 * Classes that are sections of courses, as Canvas has them: what a section does not say is its
 * course's, and people are of the schools of their sections.
 */
final class Sections {

    private final DSLContext dsl;
    private final DistrictId district;
    private final String source;

    Sections(DSLContext dsl, DistrictId district, String source) {
        this.dsl = dsl;
        this.district = district;
        this.source = source;
    }

    /** Roles of courses whose account is unknown still say what somebody is. */
    void forgetUnknownSchools(Stage<RoleRow> roles) {
        dsl.update(roles.table())
                .setNull(roles.set("org_id", CLOB))
                .where(roles.taken(), roles.text("org_id").isNotNull())
                .and(
                        notExists(
                                selectOne()
                                        .from(ORG)
                                        .where(ORG.DISTRICT_ID.eq(district), ORG.SOURCE.eq(source))
                                        .and(ORG.EXTERNAL_ID.eq(roles.text("org_id")))))
                .execute();
    }

    /** Gives classes the school of their course, and a title that says both. */
    void ofCourses(Stage<ClassRow> classes) {
        Field<String> course = classes.text("course");
        classes.hold(
                Reason.UNKNOWN_REFERENCE,
                "courseSourcedId",
                course,
                notExists(selectOne().from(COURSE).where(ofSource(), COURSE.EXTERNAL_ID.eq(course)))
                        .and(classes.withdrawn().not()));
        Field<String> title = classes.text("title");
        dsl.update(classes.table())
                .set(
                        classes.set("school", CLOB),
                        coalesce(
                                nullif(classes.text("school"), inline("")), COURSE.ORG_EXTERNAL_ID))
                .set(
                        classes.set("title", CLOB),
                        case_().when(title.eq(""), COURSE.TITLE)
                                .when(position(lower(title), lower(COURSE.TITLE)).gt(0), title)
                                .when(
                                        position(lower(COURSE.TITLE), lower(title)).gt(0),
                                        COURSE.TITLE)
                                .otherwise(concat(COURSE.TITLE, inline(" · "), title)))
                .from(COURSE)
                .where(ofSource(), COURSE.EXTERNAL_ID.eq(course))
                .and(classes.taken())
                .execute();
    }

    private Condition ofSource() {
        return COURSE.DISTRICT_ID.eq(district).and(COURSE.SOURCE.eq(source));
    }

    /** A delivery without the course does not say when its sections are: they stay as they were. */
    void keepTerms(Stage<ClassRow> classes) {
        dsl.update(classes.table())
                .set(
                        classes.set("session_ids", BIGINT.array()),
                        DSL.field(
                                select(
                                                arrayAgg(CLASS_TERM.SESSION_ID)
                                                        .orderBy(CLASS_TERM.SESSION_ID))
                                        .from(CLASS_TERM)
                                        .join(CLASS_GROUP)
                                        .on(CLASS_GROUP.DISTRICT_ID.eq(district))
                                        .and(CLASS_GROUP.ID.eq(CLASS_TERM.CLASS_ID))
                                        .and(CLASS_GROUP.SOURCE.eq(source))
                                        .and(CLASS_GROUP.EXTERNAL_ID.eq(classes.externalId()))
                                        .where(CLASS_TERM.DISTRICT_ID.eq(district))))
                .where(cardinality(classes.field("terms", CLOB.array())).eq(0), classes.taken())
                .execute();
    }

    /** The schools that somebody has already, and those of classes that their roles are about. */
    Select<Record1<SchoolId>> schools(Stage<UserRow> users, @Nullable Stage<RoleRow> roles) {
        Select<Record1<SchoolId>> had =
                select(PERSON_SCHOOL.SCHOOL_ID)
                        .from(PERSON_SCHOOL)
                        .join(PERSON)
                        .on(PERSON.DISTRICT_ID.eq(district))
                        .and(PERSON.ID.eq(PERSON_SCHOOL.PERSON_ID))
                        .and(PERSON.SOURCE.eq(source))
                        .and(PERSON.EXTERNAL_ID.eq(users.externalId()))
                        .where(PERSON_SCHOOL.DISTRICT_ID.eq(district));
        return roles == null
                ? had
                : had.union(
                        select(CLASS_GROUP.SCHOOL_ID)
                                .from(CLASS_GROUP)
                                .join(roles.table())
                                .on(roles.text("class").eq(CLASS_GROUP.EXTERNAL_ID))
                                .and(roles.text("user_id").eq(users.externalId()))
                                .and(roles.taken())
                                .where(CLASS_GROUP.DISTRICT_ID.eq(district))
                                .and(CLASS_GROUP.SOURCE.eq(source)));
    }
}
