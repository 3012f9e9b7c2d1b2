package school.tandem.roster.intake;

import static org.jooq.impl.DSL.arrayAggDistinct;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.CLOB;
import static school.tandemdb.roster.Tables.ACADEMIC_SESSION;
import static school.tandemdb.roster.Tables.CLASS_GROUP;
import static school.tandemdb.roster.Tables.COURSE;
import static school.tandemdb.roster.Tables.ORG;
import static school.tandemdb.roster.Tables.PERSON;

import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import school.tandem.security.DistrictId;

/**
 * Finds what courses, classes, places and groups refer to, and holds whatever refers to nothing, or
 * to something of the wrong kind.
 */
final class RosterChecks {

    private final DSLContext dsl;
    private final DistrictId district;
    private final String source;
    private final Set<RosterRule> rules;
    private final References references;
    private final Sections sections;
    private final StaffDepartments departments;

    RosterChecks(
            DSLContext dsl,
            DistrictId district,
            String source,
            Set<RosterRule> rules,
            StaffDepartments departments) {
        this.dsl = dsl;
        this.district = district;
        this.source = source;
        this.rules = rules;
        this.references = new References(dsl, district, source);
        this.sections = new Sections(dsl, district, source);
        this.departments = departments;
    }

    void courses(Stage<CourseRow> stage) {
        stage.hold(
                Reason.UNKNOWN_REFERENCE,
                "orgSourcedId",
                stage.text("org_external_id"),
                stage.text("org_external_id")
                        .isNotNull()
                        .and(notExists(references.known(ORG, stage.text("org_external_id"))))
                        .and(stage.withdrawn().not()));
    }

    /**
     * @param coursesTold whether the delivery keeps courses; where not, what names one is taken
     */
    void classes(Stage<ClassRow> stage, boolean coursesTold) {
        Field<String> school = stage.text("school");
        if (rules.contains(RosterRule.SECTIONS_OF_COURSES)) {
            sections.ofCourses(stage);
        }
        stage.hold(
                Reason.UNKNOWN_REFERENCE,
                "schoolSourcedId",
                school,
                notExists(references.known(ORG, school)).and(stage.withdrawn().not()));
        references.resolve(stage, "school_id", ORG, school, ORG.KIND.eq("school"));
        stage.hold(
                Reason.WRONG_REFERENCE,
                "schoolSourcedId",
                school,
                stage.number("school_id").isNull().and(stage.withdrawn().not()));
        Field<String> course = stage.text("course");
        if (coursesTold || rules.contains(RosterRule.SECTIONS_OF_COURSES)) {
            stage.hold(
                    Reason.UNKNOWN_REFERENCE,
                    "courseSourcedId",
                    course,
                    course.isNotNull()
                            .and(notExists(references.known(COURSE, course)))
                            .and(stage.withdrawn().not()));
        }
        references.resolve(stage, "course_id", COURSE, course, trueCondition());
        Field<String> unknown = references.unknown(stage, "terms", ACADEMIC_SESSION);
        if (!rules.contains(RosterRule.UNKNOWN_TERMS)) {
            stage.hold(
                    Reason.UNKNOWN_REFERENCE,
                    "termSourcedIds",
                    unknown,
                    unknown.isNotNull().and(stage.withdrawn().not()));
        }
        dsl.update(stage.table())
                .set(
                        stage.set("session_ids", BIGINT.array()),
                        DSL.field(
                                select(
                                                arrayAggDistinct(ACADEMIC_SESSION.ID)
                                                        .orderBy(ACADEMIC_SESSION.ID))
                                        .from(ACADEMIC_SESSION)
                                        .where(ACADEMIC_SESSION.DISTRICT_ID.eq(district))
                                        .and(ACADEMIC_SESSION.SOURCE.eq(source))
                                        .and(
                                                ACADEMIC_SESSION.EXTERNAL_ID.eq(
                                                        DSL.any(
                                                                stage.field(
                                                                        "terms", CLOB.array()))))))
                .where(stage.taken())
                .execute();
        if (rules.contains(RosterRule.SECTIONS_OF_COURSES)) {
            sections.keepTerms(stage);
        }
        departments.ofClasses(stage);
    }

    void enrolments(Stage<EnrolmentRow> stage) {
        stage.resolve(
                List.of(
                        references.reference(stage, "class_id", CLASS_GROUP, "class"),
                        references.reference(stage, "person_id", PERSON, "person")));
        stage.holdUnknown("classSourcedId", "class", "class_id");
        stage.holdUnknown("userSourcedId", "person", "person_id");
        stage.hold(
                Reason.UNKNOWN_REFERENCE,
                "schoolSourcedId",
                stage.text("school"),
                stage.text("school")
                        .isNotNull()
                        .and(notExists(references.known(ORG, stage.text("school"))))
                        .and(stage.withdrawn().not()));
        if (rules.contains(RosterRule.ROLE_OR_ID)) {
            new Roleless(dsl, district, source).holdPlaces(stage);
        }
    }

    void groups(Stage<GroupRow> stage) {
        references.resolve(stage, "person_id", PERSON, stage.text("student"), trueCondition());
        stage.holdUnknown("sourcedId", "student", "person_id");
    }
}
