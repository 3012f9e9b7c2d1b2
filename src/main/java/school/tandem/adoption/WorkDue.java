package school.tandem.adoption;

import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
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
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.Declarations.Declared;
import school.tandem.roster.ClassId;
import school.tandem.roster.DepartmentId;
import school.tandem.security.SchoolKey;

/**
 * Online work that was due in its class's window, of everybody who was in the class on the day that
 * it was due: handed in by the day asked for, or not, and in time or late. Nobody owes the same
 * work twice, however often a source enrols them. A source that says itself what was late knows
 * better than the two days do. Read at once for several days.
 */
final class WorkDue {

    /** The bit of a source's habits that says it reports hand-ins. */
    private static final int HANDED_IN = 2;

    /** Some of it, with the groups that it counts for. */
    record Part(ClassId schoolClass, List<Group> groups, Answers handedIn, Answers onTime) {}

    /**
     * Work of one class, one grade and one due day that was handed in at about the same time.
     *
     * @param after how many of the days asked for had passed before it was handed in
     * @param handedIn how many pieces were
     * @param inTime how many of these by the due day
     * @param late how many of these later
     * @param missing how many were not
     */
    private record Owed(
            ClassId schoolClass,
            @Nullable DepartmentId department,
            @Nullable String grade,
            LocalDate dueOn,
            int after,
            int handedIn,
            int inTime,
            int late,
            int missing,
            int unknown) {

        Part by(int day) {
            boolean byThen = after <= day;
            return new Part(
                    schoolClass,
                    groups(),
                    new Answers(byThen ? handedIn : 0, missing + (byThen ? 0 : handedIn), unknown),
                    byThen ? new Answers(inTime, late, handedIn - inTime - late) : Answers.NONE);
        }

        private List<Group> groups() {
            List<Group> groups = new ArrayList<>();
            groups.add(Group.SCHOOL);
            if (department != null) {
                groups.add(Group.department(department.value()));
            }
            if (grade != null) {
                groups.add(Group.grade(grade));
            }
            return groups;
        }
    }

    private final List<LocalDate> days;
    private final List<Owed> owed;

    private WorkDue(List<LocalDate> days, List<Owed> owed) {
        this.days = days;
        this.owed = owed;
    }

    /**
     * One statement; none where no window is looked at.
     *
     * @param days the earliest first
     * @param first the first day of any window; null: there is none
     */
    static WorkDue read(
            DSLContext dsl, SchoolKey key, List<LocalDate> days, @Nullable LocalDate first) {
        return new WorkDue(days, first == null ? List.of() : owed(dsl, key, days, first));
    }

    private static List<Owed> owed(
            DSLContext dsl, SchoolKey key, List<LocalDate> days, LocalDate first) {
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
                        .and(ASSIGNMENT.DUE_ON.between(first, days.getLast()))
                        .asTable(name("owed"));
        var assignment = Objects.requireNonNull(owed.field(ASSIGNMENT.ID));
        var schoolClass = Objects.requireNonNull(owed.field(ASSIGNMENT.CLASS_ID));
        var dueOn = Objects.requireNonNull(owed.field(ASSIGNMENT.DUE_ON));
        var student = Objects.requireNonNull(owed.field(RUNNING.PERSON_ID));
        List<LocalDate> dayAfter = days.stream().map(day -> day.plusDays(1)).toList();
        Condition handedIn = SUBMISSION.STATUS.eq("handed_in");
        var late = coalesce(SUBMISSION.LATE, field(SUBMISSION.HANDED_IN_ON.gt(dueOn)));
        return dsl.select(
                        schoolClass,
                        CLASS_GROUP.DEPARTMENT_ID,
                        PERSON.GRADE,
                        dueOn,
                        case_().when(
                                        handedIn,
                                        coalesce(
                                                Days.upTo(dayAfter, SUBMISSION.HANDED_IN_ON),
                                                inline(0)))
                                .otherwise(inline(0))
                                .as("after"),
                        DSL.count().filterWhere(handedIn),
                        DSL.count().filterWhere(handedIn, late.isFalse()),
                        DSL.count().filterWhere(handedIn, late.isTrue()),
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
                .groupBy(
                        schoolClass,
                        CLASS_GROUP.DEPARTMENT_ID,
                        PERSON.GRADE,
                        dueOn,
                        field(name("after")))
                .fetch(Records.mapping(Owed::new));
    }

    /** What is exempt leaves both sides. */
    private static Condition missing() {
        return SUBMISSION
                .STUDENT_ID
                .isNull()
                .or(SUBMISSION.STATUS.notIn("handed_in", "exempt", "unknown"));
    }

    /** As it stood on one of the days. */
    List<Part> on(LocalDate day, Declarations declarations) {
        int at = days.indexOf(day);
        return owed.stream()
                .filter(work -> isLookedFor(declarations.of(work.schoolClass()), work.dueOn()))
                .map(work -> work.by(at))
                .toList();
    }

    private static boolean isLookedFor(@Nullable Declared declared, LocalDate dueOn) {
        return declared != null
                && declared.habits().tells(HANDED_IN)
                && declared.habits().looksFor(HANDED_IN, dueOn);
    }
}
