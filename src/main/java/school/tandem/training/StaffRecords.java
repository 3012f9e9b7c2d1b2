package school.tandem.training;

import static school.tandemdb.roster.Tables.DEPARTMENT;
import static school.tandemdb.roster.Tables.PERSON;
import static school.tandemdb.roster.Tables.PERSON_SCHOOL;
import static school.tandemdb.roster.Tables.RUNNING;
import static school.tandemdb.training.Tables.COMPLETION;
import static school.tandemdb.training.Tables.COURSE;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DatePart;
import org.jooq.Field;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.tandem.roster.DepartmentId;
import school.tandem.roster.PersonId;
import school.tandem.roster.intake.StaffRole;
import school.tandem.security.SchoolKey;

/** The staff of a school, each with what they completed: one statement. */
@Component
class StaffRecords {

    /** What somebody did of a course, and when. */
    record Completed(CourseId course, LocalDate on, boolean confirmed) {}

    /**
     * Somebody of the staff.
     *
     * @param teaches whether they teach a class that runs on the day
     */
    record Member(
            PersonId id,
            String name,
            @Nullable String email,
            StaffRole role,
            @Nullable DepartmentId department,
            @Nullable String departmentName,
            boolean teaches,
            Map<CourseId, Completed> completed) {

        CompletionState state(CourseId course) {
            Completed here = completed.get(course);
            return here == null
                    ? CompletionState.MISSING
                    : here.confirmed() ? CompletionState.CONFIRMED : CompletionState.LOGGED;
        }

        /** Whether they must complete it and have not even said that they did. */
        boolean misses(Course course) {
            return course.isRequiredFor(role, department)
                    && state(course.id()) == CompletionState.MISSING;
        }
    }

    private final DSLContext dsl;

    StaffRecords(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Everybody who was on the staff that day, with what they had completed by then, by name. */
    List<Member> of(SchoolKey key, LocalDate day) {
        return where(key, day, DSL.noCondition());
    }

    /** One of them; empty: not on the staff that day. */
    Optional<Member> of(SchoolKey key, PersonId person, LocalDate day) {
        return where(key, day, PERSON.ID.eq(person)).stream().findFirst();
    }

    private List<Member> where(SchoolKey key, LocalDate day, Condition condition) {
        return dsl.select(
                        PERSON.ID,
                        Columns.personName(),
                        PERSON.EMAIL,
                        PERSON.STAFF_ROLE.convertFrom(StaffRecords::role),
                        PERSON_SCHOOL.DEPARTMENT_ID,
                        DEPARTMENT.NAME,
                        teaches(key, day),
                        completed(key, day))
                .from(PERSON_SCHOOL)
                .join(PERSON)
                .on(PERSON.DISTRICT_ID.eq(key.district()))
                .and(PERSON.ID.eq(PERSON_SCHOOL.PERSON_ID))
                .leftJoin(DEPARTMENT)
                .on(DEPARTMENT.DISTRICT_ID.eq(key.district()))
                .and(DEPARTMENT.ID.eq(PERSON_SCHOOL.DEPARTMENT_ID))
                .where(PERSON_SCHOOL.DISTRICT_ID.eq(key.district()))
                .and(PERSON_SCHOOL.SCHOOL_ID.eq(key.school()))
                .and(PERSON.KIND.eq("staff"))
                .and(PERSON.WITHDRAWN_ON.isNull().or(PERSON.WITHDRAWN_ON.gt(day)))
                .and(condition)
                .orderBy(DSL.lower(PERSON.FAMILY_NAME), DSL.lower(PERSON.GIVEN_NAME), PERSON.ID)
                .fetch(Records.mapping(Member::new));
    }

    private static Field<Boolean> teaches(SchoolKey key, LocalDate day) {
        return DSL.field(
                DSL.exists(
                        DSL.selectOne()
                                .from(RUNNING)
                                .where(RUNNING.DISTRICT_ID.eq(key.district()))
                                .and(RUNNING.PERSON_ID.eq(PERSON.ID))
                                .and(RUNNING.SCHOOL_ID.eq(key.school()))
                                .and(RUNNING.ROLE.eq("teacher"))
                                .and(RUNNING.FROM_ON.le(day))
                                .and(RUNNING.TO_ON.gt(day))));
    }

    private static Field<Map<CourseId, Completed>> completed(SchoolKey key, LocalDate day) {
        return DSL.multiset(
                        DSL.select(
                                        COMPLETION.COURSE_ID,
                                        COMPLETION.COMPLETED_ON,
                                        COMPLETION.CONFIRMED_AT.isNotNull())
                                .from(COMPLETION)
                                .join(COURSE)
                                .on(COURSE.DISTRICT_ID.eq(key.district()))
                                .and(COURSE.ID.eq(COMPLETION.COURSE_ID))
                                .where(COMPLETION.DISTRICT_ID.eq(key.district()))
                                .and(COMPLETION.PERSON_ID.eq(PERSON.ID))
                                .and(COMPLETION.COMPLETED_ON.le(day))
                                .and(counts(day))
                                .and(COURSE.ARCHIVED_AT.isNull()))
                .convertFrom(rows -> {
                    Map<CourseId, Completed> byCourse = new HashMap<>();
                    rows.map(Records.mapping(Completed::new))
                            .forEach(one -> byCourse.put(one.course(), one));
                    return byCourse;
                });
    }

    /** A completion that has run out is none. */
    private static Condition counts(LocalDate day) {
        return COURSE.VALID_MONTHS
                .isNull()
                .or(
                        DSL.localDateAdd(
                                        COMPLETION.COMPLETED_ON,
                                        COURSE.VALID_MONTHS,
                                        DatePart.MONTH)
                                .gt(day));
    }

    private static StaffRole role(String code) {
        return Arrays.stream(StaffRole.values())
                .filter(role -> role.code().equals(code))
                .findFirst()
                .orElse(StaffRole.OTHER);
    }
}
