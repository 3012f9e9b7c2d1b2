package school.tandem.adoption;

import static school.tandemdb.adoption.Tables.COVERAGE;
import static school.tandemdb.roster.Tables.CLASS_GROUP;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.ClassId;
import school.tandem.roster.SchoolCalendar;
import school.tandem.roster.SchoolCalendar.Window;
import school.tandem.security.SchoolKey;

/**
 * What sources declare for a school's classes: those that begin by a day and reach near enough to
 * it.
 */
final class Declarations {

    /** A source that ends earlier than so many school days before says nothing about the day. */
    private static final int STALE = 10;

    /**
     * What is declared for a class.
     *
     * @param habits of its students
     * @param practice of its teachers
     */
    record Declared(Reach habits, Reach practice) {

        private static Declared of(int habits, int practice, Window window) {
            return new Declared(Reach.of(habits, window), Reach.of(practice, window));
        }

        private Declared with(Declared other) {
            return new Declared(habits.with(other.habits), practice.with(other.practice));
        }
    }

    private final SchoolCalendar calendar;
    private final LocalDate day;
    private final Map<ClassId, Declared> byClass = new HashMap<>();
    private @Nullable LocalDate coversTo;

    private Declarations(SchoolCalendar calendar, LocalDate day) {
        this.calendar = calendar;
        this.day = day;
    }

    /** What a source says of a class, whatever the day. */
    record Covered(
            ClassId schoolClass,
            String source,
            int habits,
            int practice,
            LocalDate from,
            LocalDate to) {}

    /** All that sources say of a school's classes; one statement. */
    static List<Covered> read(DSLContext dsl, SchoolKey key) {
        return dsl.select(
                        COVERAGE.CLASS_ID,
                        COVERAGE.SOURCE,
                        COVERAGE.HABITS,
                        COVERAGE.PRACTICE,
                        COVERAGE.COVERS_FROM,
                        COVERAGE.COVERS_TO)
                .from(COVERAGE)
                .join(CLASS_GROUP)
                .on(CLASS_GROUP.DISTRICT_ID.eq(key.district()))
                .and(CLASS_GROUP.ID.eq(COVERAGE.CLASS_ID))
                .where(COVERAGE.DISTRICT_ID.eq(key.district()))
                .and(CLASS_GROUP.SCHOOL_ID.eq(key.school()))
                .fetch(
                        Records.mapping((inClass, source, habits, practice, from, to) ->
                                new Covered(inClass, source, habits, practice, from, to)));
    }

    static Declarations of(List<Covered> all, SchoolCalendar calendar, LocalDate day) {
        Declarations declarations = new Declarations(calendar, day);
        Map<LocalDate, Optional<Window>> windows = new HashMap<>();
        for (Covered one : all) {
            if (one.from().isAfter(day)) {
                continue;
            }
            declarations.reach(one.to());
            windows.computeIfAbsent(one.to(), declarations::window)
                    .ifPresent(window ->
                            declarations.byClass.merge(
                                    one.schoolClass(),
                                    Declared.of(one.habits(), one.practice(), window),
                                    Declared::with));
        }
        return declarations;
    }

    /** Null: no source that reaches near enough declares anything for the class. */
    @Nullable Declared of(ClassId schoolClass) {
        return byClass.get(schoolClass);
    }

    /** The last day up to the asked one that any source covers; null: none covers a class. */
    @Nullable LocalDate coversTo() {
        return coversTo;
    }

    /** The windows that occur, the earliest first. */
    List<Window> windows() {
        Set<Window> windows = new HashSet<>();
        for (Declared declared : byClass.values()) {
            windows.addAll(declared.habits().windows().keySet());
            windows.addAll(declared.practice().windows().keySet());
        }
        return windows.stream()
                .sorted(Comparator.comparing(Window::from).thenComparing(Window::to))
                .toList();
    }

    private void reach(LocalDate to) {
        LocalDate within = to.isAfter(day) ? day : to;
        coversTo = coversTo == null || within.isAfter(coversTo) ? within : coversTo;
    }

    private Optional<Window> window(LocalDate to) {
        if (!to.isBefore(day)) {
            return calendar.window(day);
        }
        int behind = calendar.schoolDaysAtMost(to.plusDays(1), day.plusDays(1));
        return behind <= STALE ? calendar.window(to) : Optional.empty();
    }
}
