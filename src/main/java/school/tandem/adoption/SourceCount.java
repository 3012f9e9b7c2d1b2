package school.tandem.adoption;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.groupingSets;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import school.tandem.adoption.SourceFigures.Brought;
import school.tandem.roster.ClassId;
import school.tandem.roster.PersonId;
import school.tandem.roster.SchoolCalendar.Window;
import school.tandem.security.SchoolKey;

/**
 * Counts what each source says of a school within a window, in six statements. Only work that was
 * set or due within it is looked at, so that it does not grow with history.
 */
final class SourceCount {

    private static final int HANDED_IN = 2;

    /** What can be told by more than one source. */
    private record Place(PersonId student, ClassId schoolClass) {}

    private final DSLContext dsl;
    private final SchoolKey key;
    private final Window window;
    private final Map<String, Long> work = new HashMap<>();
    private final Map<String, Long> handIns = new HashMap<>();
    private final Map<String, Long> days = new HashMap<>();
    private final Map<PersonId, Set<String>> seen = new HashMap<>();
    private final Map<String, Set<LocalDate>> seenOn = new HashMap<>();
    private final Map<Place, Set<String>> handedIn = new HashMap<>();

    SourceCount(DSLContext dsl, SchoolKey key, Window window) {
        this.dsl = dsl;
        this.key = key;
        this.window = window;
        readWork();
        readHandIns();
        readActivities();
        readDays();
    }

    SourceFigures figures() {
        Set<String> sources = new HashSet<>(work.keySet());
        sources.addAll(days.keySet());
        Map<String, Brought> bySource = new HashMap<>();
        sources.forEach(source -> bySource.put(source, brought(source)));
        long byMany = seen.values().stream().filter(by -> by.size() > 1).count();
        return new SourceFigures(bySource, daysWithSomebody(), byMany, disagreed());
    }

    private Brought brought(String source) {
        long students = seen.values().stream().filter(by -> by.contains(source)).count();
        return new Brought(
                work.getOrDefault(source, 0L),
                handIns.getOrDefault(source, 0L),
                days.getOrDefault(source, 0L),
                students,
                seenOn.getOrDefault(source, Set.of()));
    }

    private Set<LocalDate> daysWithSomebody() {
        return new HashSet<>(
                dsl.selectDistinct(STUDENT_DAY.DAY)
                        .from(STUDENT_DAY)
                        .where(STUDENT_DAY.DISTRICT_ID.eq(key.district()))
                        .and(STUDENT_DAY.DAY.between(window.from(), window.to()))
                        .and(STUDENT_DAY.STUDENT_ID.in(students()))
                        .fetch(STUDENT_DAY.DAY));
    }

    private long disagreed() {
        Map<Place, Set<String>> declared = new HashMap<>();
        dsl.selectDistinct(RUNNING.PERSON_ID, RUNNING.CLASS_ID, COVERAGE.SOURCE)
                .from(RUNNING)
                .join(COVERAGE)
                .on(COVERAGE.DISTRICT_ID.eq(key.district()))
                .and(COVERAGE.CLASS_ID.eq(RUNNING.CLASS_ID))
                .where(runs())
                .and(COVERAGE.HABITS.bitAnd((short) HANDED_IN).ne((short) 0))
                .and(COVERAGE.COVERS_FROM.le(window.to()))
                .and(COVERAGE.COVERS_TO.ge(window.from()))
                .forEach(row ->
                        declared.computeIfAbsent(
                                        new Place(row.value1(), row.value2()),
                                        place -> new HashSet<>())
                                .add(row.value3()));
        return declared.entrySet().stream()
                .filter(one -> disagree(one.getKey(), one.getValue()))
                .map(one -> one.getKey().student())
                .distinct()
                .count();
    }

    private boolean disagree(Place place, Set<String> sources) {
        Set<String> yes = handedIn.getOrDefault(place, Set.of());
        return sources.size() > 1
                && sources.stream().anyMatch(yes::contains)
                && !yes.containsAll(sources);
    }

    private void readWork() {
        dsl.select(ASSIGNMENT.SOURCE, count())
                .from(ASSIGNMENT)
                .where(ofWindow())
                .groupBy(ASSIGNMENT.SOURCE)
                .forEach(row -> work.put(row.value1(), row.value2().longValue()));
    }

    /** By student and class, and by day, out of one look at the hand-ins. */
    private void readHandIns() {
        Field<Integer> handIn = count().filterWhere(SUBMISSION.STATUS.eq("handed_in"));
        Field<?>[] byPlace = {ASSIGNMENT.SOURCE, SUBMISSION.STUDENT_ID, ASSIGNMENT.CLASS_ID};
        Field<?>[] byDay = {ASSIGNMENT.SOURCE, SUBMISSION.HANDED_IN_ON};
        dsl.select(
                        ASSIGNMENT.SOURCE,
                        SUBMISSION.STUDENT_ID,
                        ASSIGNMENT.CLASS_ID,
                        SUBMISSION.HANDED_IN_ON,
                        handIn)
                .from(ASSIGNMENT)
                .join(SUBMISSION)
                .on(SUBMISSION.DISTRICT_ID.eq(key.district()))
                .and(SUBMISSION.ASSIGNMENT_ID.eq(ASSIGNMENT.ID))
                .where(ofWindow())
                .and(SUBMISSION.STATUS.in("handed_in", "begun"))
                .and(SUBMISSION.WITHDRAWN_ON.isNull())
                .groupBy(groupingSets(byPlace, byDay))
                .forEach(row -> {
                    String source = row.value1();
                    if (row.value4() != null) {
                        add(seenOn, source, row.value4());
                    } else if (row.value2() != null && row.value5() > 0) {
                        handIns.merge(source, row.value5().longValue(), Long::sum);
                        add(seen, row.value2(), source);
                        add(handedIn, new Place(row.value2(), row.value3()), source);
                    }
                });
    }

    private void readActivities() {
        dsl.select(ACTIVITY.PERSON_ID, ACTIVITY.SOURCE, count())
                .from(ACTIVITY)
                .where(ofActivities())
                .groupBy(ACTIVITY.PERSON_ID, ACTIVITY.SOURCE)
                .forEach(row -> {
                    days.merge(row.value2(), row.value3().longValue(), Long::sum);
                    add(seen, row.value1(), row.value2());
                });
    }

    private void readDays() {
        dsl.selectDistinct(ACTIVITY.SOURCE, ACTIVITY.DAY)
                .from(ACTIVITY)
                .where(ofActivities())
                .forEach(row -> add(seenOn, row.value1(), row.value2()));
    }

    private static <K, V> void add(Map<K, Set<V>> map, K key, V value) {
        map.computeIfAbsent(key, none -> new HashSet<>()).add(value);
    }

    private Condition ofActivities() {
        return ACTIVITY.DISTRICT_ID
                .eq(key.district())
                .and(ACTIVITY.DAY.between(window.from(), window.to()))
                .and(ACTIVITY.PERSON_ID.in(students()));
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
