package school.tandem.adoption;

import static org.jooq.impl.DSL.bitOrAgg;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static school.tandemdb.adoption.Tables.ACTIVITY;
import static school.tandemdb.adoption.Tables.ASSIGNMENT;
import static school.tandemdb.adoption.Tables.COVERAGE;
import static school.tandemdb.adoption.Tables.STUDENT_DAY;
import static school.tandemdb.adoption.Tables.SUBMISSION;
import static school.tandemdb.roster.Tables.CLASS_GROUP;
import static school.tandemdb.roster.Tables.RUNNING;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.SourcesOfData.Overlap;
import school.tandem.roster.ClassId;
import school.tandem.roster.PersonId;
import school.tandem.roster.SchoolCalendar.Window;
import school.tandem.security.SchoolKey;

/**
 * Counts what each source says of a school within a window, in six statements. Only work that was
 * set or due within it is looked at, so that it does not grow with history.
 */
final class SourceCount {

    /** A number of students below it is not told. */
    private static final int FEWEST = 10;

    private static final int HANDED_IN = 2;

    /** What a source speaks of. */
    record Covered(LocalDate to, long classes, List<Measure> measures) {}

    /** What a source brought. */
    record Brought(long work, long handIns, long days, long students) {
        static final Brought NOTHING = new Brought(0, 0, 0, 0);
    }

    private final DSLContext dsl;
    private final SchoolKey key;
    private final Window window;
    private final Map<String, Long> work = new HashMap<>();
    private final Map<String, Long> handIns = new HashMap<>();
    private final Map<String, Long> days = new HashMap<>();
    private final Map<PersonId, Map<String, Integer>> seen = new HashMap<>();

    SourceCount(DSLContext dsl, SchoolKey key, Window window) {
        this.dsl = dsl;
        this.key = key;
        this.window = window;
        readWork();
        readHandIns();
        readActivities();
    }

    /** How a number of students is told; null: too few. */
    static @Nullable Long told(long students) {
        return students > 0 && students < FEWEST ? null : students;
    }

    Brought brought(String source) {
        long students = seen.values().stream().filter(by -> by.containsKey(source)).count();
        return new Brought(
                work.getOrDefault(source, 0L),
                handIns.getOrDefault(source, 0L),
                days.getOrDefault(source, 0L),
                students);
    }

    /** By source, in the order of their names. */
    Map<String, Covered> covered() {
        Map<String, Covered> covered = new TreeMap<>();
        dsl.select(
                        COVERAGE.SOURCE,
                        max(COVERAGE.COVERS_TO),
                        count(),
                        bitOrAgg(COVERAGE.HABITS).cast(Integer.class),
                        bitOrAgg(COVERAGE.PRACTICE).cast(Integer.class))
                .from(COVERAGE)
                .where(COVERAGE.DISTRICT_ID.eq(key.district()))
                .and(COVERAGE.CLASS_ID.in(classes()))
                .groupBy(COVERAGE.SOURCE)
                .forEach(row ->
                        covered.put(
                                row.value1(),
                                new Covered(
                                        row.value2(),
                                        row.value3(),
                                        measures(row.value4(), row.value5()))));
        return covered;
    }

    private static List<Measure> measures(int habits, int practice) {
        List<Measure> measures = new ArrayList<>();
        DayCount.HABITS.forEach((measure, bit) -> {
            if ((habits & bit) != 0) {
                measures.add(measure);
            }
        });
        DayCount.PRACTICE.forEach((measure, bit) -> {
            if ((practice & bit) != 0) {
                measures.add(measure);
            }
        });
        return measures.stream().sorted().toList();
    }

    /** The days of the window on which any student of the school was seen, by whatever source. */
    Set<LocalDate> daysWithSomebody() {
        return new HashSet<>(
                dsl.selectDistinct(STUDENT_DAY.DAY)
                        .from(STUDENT_DAY)
                        .where(STUDENT_DAY.DISTRICT_ID.eq(key.district()))
                        .and(STUDENT_DAY.DAY.between(window.from(), window.to()))
                        .and(STUDENT_DAY.STUDENT_ID.in(students()))
                        .fetch(STUDENT_DAY.DAY));
    }

    /** Of whom more than one source tells, and what. */
    Overlap overlap() {
        Map<PersonId, Set<String>> declared = new HashMap<>();
        dsl.selectDistinct(RUNNING.PERSON_ID, COVERAGE.SOURCE)
                .from(RUNNING)
                .join(COVERAGE)
                .on(COVERAGE.DISTRICT_ID.eq(key.district()))
                .and(COVERAGE.CLASS_ID.eq(RUNNING.CLASS_ID))
                .where(runs())
                .and(COVERAGE.HABITS.bitAnd((short) HANDED_IN).ne((short) 0))
                .and(COVERAGE.COVERS_TO.ge(window.from()))
                .forEach(row ->
                        declared.computeIfAbsent(row.value1(), id -> new HashSet<>())
                                .add(row.value2()));
        long both = seen.values().stream().filter(by -> by.size() > 1).count();
        long disagreed =
                declared.entrySet().stream()
                        .filter(one -> one.getValue().size() > 1)
                        .filter(one -> disagree(one.getKey(), one.getValue()))
                        .count();
        return new Overlap(told(both), told(disagreed));
    }

    private boolean disagree(PersonId student, Set<String> sources) {
        Map<String, Integer> by = seen.getOrDefault(student, Map.of());
        long yes =
                sources.stream()
                        .filter(source -> (by.getOrDefault(source, 0) & HANDED_IN) != 0)
                        .count();
        return yes > 0 && yes < sources.size();
    }

    private void readWork() {
        dsl.select(ASSIGNMENT.SOURCE, count())
                .from(ASSIGNMENT)
                .where(ofWindow())
                .groupBy(ASSIGNMENT.SOURCE)
                .forEach(row -> work.put(row.value1(), row.value2().longValue()));
    }

    private void readHandIns() {
        dsl.select(SUBMISSION.STUDENT_ID, ASSIGNMENT.SOURCE, count())
                .from(ASSIGNMENT)
                .join(SUBMISSION)
                .on(SUBMISSION.DISTRICT_ID.eq(key.district()))
                .and(SUBMISSION.ASSIGNMENT_ID.eq(ASSIGNMENT.ID))
                .where(ofWindow())
                .and(SUBMISSION.STATUS.eq("handed_in"))
                .and(SUBMISSION.WITHDRAWN_ON.isNull())
                .groupBy(SUBMISSION.STUDENT_ID, ASSIGNMENT.SOURCE)
                .forEach(row -> {
                    handIns.merge(row.value2(), row.value3().longValue(), Long::sum);
                    saw(row.value1(), row.value2(), HANDED_IN);
                });
    }

    private void readActivities() {
        dsl.select(
                        ACTIVITY.PERSON_ID,
                        ACTIVITY.SOURCE,
                        count(),
                        bitOrAgg(ACTIVITY.DID).cast(Integer.class))
                .from(ACTIVITY)
                .where(ACTIVITY.DISTRICT_ID.eq(key.district()))
                .and(ACTIVITY.DAY.between(window.from(), window.to()))
                .and(ACTIVITY.PERSON_ID.in(students()))
                .groupBy(ACTIVITY.PERSON_ID, ACTIVITY.SOURCE)
                .forEach(row -> {
                    days.merge(row.value2(), row.value3().longValue(), Long::sum);
                    saw(row.value1(), row.value2(), row.value4());
                });
    }

    private void saw(PersonId student, String source, int bits) {
        seen.computeIfAbsent(student, id -> new HashMap<>())
                .merge(source, bits, (one, other) -> one | other);
    }

    private Condition ofWindow() {
        Field<LocalDate> day = coalesce(ASSIGNMENT.DUE_ON, ASSIGNMENT.ASSIGNED_ON);
        return ASSIGNMENT
                .DISTRICT_ID
                .eq(key.district())
                .and(ASSIGNMENT.CLASS_ID.in(classes()))
                .and(ASSIGNMENT.WITHDRAWN_ON.isNull())
                .and(day.between(window.from(), window.to()));
    }

    private Select<Record1<ClassId>> classes() {
        return select(CLASS_GROUP.ID)
                .from(CLASS_GROUP)
                .where(CLASS_GROUP.DISTRICT_ID.eq(key.district()))
                .and(CLASS_GROUP.SCHOOL_ID.eq(key.school()))
                .and(CLASS_GROUP.WITHDRAWN_ON.isNull());
    }

    private Select<Record1<PersonId>> students() {
        return selectDistinct(RUNNING.PERSON_ID).from(RUNNING).where(runs());
    }

    private Condition runs() {
        return RUNNING.DISTRICT_ID
                .eq(key.district())
                .and(RUNNING.SCHOOL_ID.eq(key.school()))
                .and(RUNNING.ROLE.eq("student"))
                .and(RUNNING.FROM_ON.le(window.to()))
                .and(RUNNING.TO_ON.gt(window.from()));
    }
}
