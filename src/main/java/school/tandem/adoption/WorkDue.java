package school.tandem.adoption;

import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.selectDistinct;
import static school.tandemdb.adoption.Tables.ASSIGNMENT;
import static school.tandemdb.adoption.Tables.SUBMISSION;
import static school.tandemdb.roster.Tables.CLASS_GROUP;
import static school.tandemdb.roster.Tables.PERSON;
import static school.tandemdb.roster.Tables.RUNNING;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.Declarations.Declared;
import school.tandem.roster.ClassId;
import school.tandem.roster.DepartmentId;
import school.tandem.security.SchoolKey;

/**
 * Online work that was due in its class's window, of everybody who was in the class on the day that
 * it was due: handed in by the day asked for, or not. Nobody owes the same work twice, however
 * often a source enrols them.
 */
final class WorkDue {

    /** The bit of a source's habits that says it reports hand-ins. */
    private static final int HANDED_IN = 2;

    /** Some of it, with the groups that it counts for. */
    record Part(List<Group> groups, Answers answers) {}

    private final DSLContext dsl;
    private final SchoolKey key;
    private final LocalDate day;

    WorkDue(DSLContext dsl, SchoolKey key, LocalDate day) {
        this.dsl = dsl;
        this.key = key;
        this.day = day;
    }

    /** One statement. */
    List<Part> in(Declarations declarations) {
        List<Part> parts = new ArrayList<>();
        if (declarations.windows().isEmpty()) {
            return parts;
        }
        LocalDate first = declarations.windows().getFirst().from();
        var owed =
                selectDistinct(
                                ASSIGNMENT.ID,
                                ASSIGNMENT.CLASS_ID,
                                ASSIGNMENT.DUE_ON,
                                RUNNING.PERSON_ID)
                        .from(ASSIGNMENT)
                        .join(RUNNING)
                        .on(RUNNING.DISTRICT_ID.eq(key.district()))
                        .and(RUNNING.CLASS_ID.eq(ASSIGNMENT.CLASS_ID))
                        .and(RUNNING.SCHOOL_ID.eq(key.school()))
                        .and(RUNNING.ROLE.eq("student"))
                        .and(RUNNING.FROM_ON.le(ASSIGNMENT.DUE_ON))
                        .and(RUNNING.TO_ON.gt(ASSIGNMENT.DUE_ON))
                        .where(ASSIGNMENT.DISTRICT_ID.eq(key.district()))
                        .and(ASSIGNMENT.ONLINE.isTrue())
                        .and(ASSIGNMENT.WITHDRAWN_ON.isNull())
                        .and(ASSIGNMENT.DUE_ON.between(first, day))
                        .asTable(name("owed"));
        var assignment = Objects.requireNonNull(owed.field(ASSIGNMENT.ID));
        var schoolClass = Objects.requireNonNull(owed.field(ASSIGNMENT.CLASS_ID));
        var dueOn = Objects.requireNonNull(owed.field(ASSIGNMENT.DUE_ON));
        var student = Objects.requireNonNull(owed.field(RUNNING.PERSON_ID));
        dsl.select(
                        schoolClass,
                        CLASS_GROUP.DEPARTMENT_ID,
                        PERSON.GRADE,
                        dueOn,
                        DSL.count().filterWhere(handedIn()),
                        DSL.count().filterWhere(missing()),
                        DSL.count().filterWhere(SUBMISSION.STATUS.eq("unknown")))
                .from(owed)
                .join(CLASS_GROUP)
                .on(CLASS_GROUP.DISTRICT_ID.eq(key.district()))
                .and(CLASS_GROUP.ID.eq(schoolClass))
                .join(PERSON)
                .on(PERSON.DISTRICT_ID.eq(key.district()))
                .and(PERSON.ID.eq(student))
                .leftJoin(SUBMISSION)
                .on(SUBMISSION.DISTRICT_ID.eq(key.district()))
                .and(SUBMISSION.ASSIGNMENT_ID.eq(assignment))
                .and(SUBMISSION.STUDENT_ID.eq(student))
                .and(SUBMISSION.WITHDRAWN_ON.isNull())
                .groupBy(schoolClass, CLASS_GROUP.DEPARTMENT_ID, PERSON.GRADE, dueOn)
                .forEach(row -> {
                    if (isLookedFor(declarations.of(row.value1()), row.value4())) {
                        parts.add(
                                new Part(
                                        groups(row.value1(), row.value2(), row.value3()),
                                        new Answers(row.value5(), row.value6(), row.value7())));
                    }
                });
        return parts;
    }

    private Condition handedIn() {
        return SUBMISSION
                .STATUS
                .eq("handed_in")
                .and(SUBMISSION.HANDED_IN_ON.isNull().or(SUBMISSION.HANDED_IN_ON.le(day)));
    }

    /** What is exempt leaves both sides. */
    private Condition missing() {
        return SUBMISSION
                .STUDENT_ID
                .isNull()
                .or(handedIn().not().and(SUBMISSION.STATUS.notIn("exempt", "unknown")));
    }

    private static boolean isLookedFor(@Nullable Declared declared, LocalDate dueOn) {
        return declared != null
                && (declared.habits() & HANDED_IN) != 0
                && !dueOn.isBefore(declared.window().from())
                && !dueOn.isAfter(declared.window().to());
    }

    private static List<Group> groups(
            ClassId schoolClass, @Nullable DepartmentId department, @Nullable String grade) {
        List<Group> groups = new ArrayList<>();
        groups.add(Group.SCHOOL);
        groups.add(Group.schoolClass(schoolClass.value()));
        if (department != null) {
            groups.add(Group.department(department.value()));
        }
        if (grade != null) {
            groups.add(Group.grade(grade));
        }
        return groups;
    }
}
