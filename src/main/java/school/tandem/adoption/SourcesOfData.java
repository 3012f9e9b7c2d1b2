package school.tandem.adoption;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.tandem.adoption.SourceFigures.Brought;
import school.tandem.roster.Calendars;
import school.tandem.roster.SchoolCalendar;
import school.tandem.roster.SchoolCalendar.Window;
import school.tandem.roster.Schools;
import school.tandem.security.Access;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.Permission;
import school.tandem.security.SchoolKey;

/**
 * How far the data about a school can be trusted: how fresh each source is, what it brought in the
 * last 20 school days, where sources overlap or disagree, and on which school days nobody was seen
 * at all, so that a dip is not mistaken for a fact. Counts only; a fixed number of statements. What
 * sources brought is counted when somebody first looks and kept until the school's figures are
 * counted anew.
 */
@Component
public class SourcesOfData {

    /** A source that ends so many days ago wants a new export. */
    public static final int STALE_AFTER = 7;

    /** A number of students below it is not told. */
    private static final int FEWEST = 10;

    /** So many school days without anybody are a gap; more are how a source is used. */
    private static final int MOST_SILENT = 5;

    /**
     * A source.
     *
     * @param name such as {@code canvas}
     * @param coversFrom the first day that it speaks of; null: it tells all that there was, or no
     *     day
     * @param coversTo the last day that it speaks of; null: it tells no day, so that its silence
     *     says nothing
     * @param daysAgo how many days that is ago; 0: today, or it tells no day
     * @param classes how many classes of the school it speaks of
     * @param measures which habits and practice its silence says no to
     * @param work pieces of work of the last 20 school days
     * @param handIns how many hand-ins of these
     * @param days how many days of people it tells without naming the work
     * @param students how many students it saw; null: too few to say
     * @param silentDays school days of the window that it speaks of, on which it saw no student
     */
    public record Source(
            String name,
            @Nullable LocalDate coversFrom,
            @Nullable LocalDate coversTo,
            long daysAgo,
            long classes,
            List<Measure> measures,
            long work,
            long handIns,
            long days,
            @Nullable Long students,
            List<LocalDate> silentDays) {

        public boolean isStale() {
            return daysAgo > STALE_AFTER;
        }

        /** It sees students on most days, and on some saw none: then rather it has a gap. */
        public boolean isInterrupted() {
            return !silentDays.isEmpty() && silentDays.size() <= MOST_SILENT;
        }
    }

    /**
     * What two or more sources say of the same students.
     *
     * @param seenByBoth students whom more than one source saw; null: too few to say
     * @param disagreed students of whom one source has a hand-in in a class where another that
     *     covers this class, too, has none; null: too few to say
     */
    public record Overlap(@Nullable Long seenByBoth, @Nullable Long disagreed) {}

    /**
     * All of it.
     *
     * @param window the last 20 school days; null: the calendar has none
     * @param silentDays school days of the window that any source covers, on which nobody was seen
     * @param schoolDays how many school days of the window are covered
     */
    public record Quality(
            List<Source> sources,
            @Nullable Window window,
            long schoolDays,
            List<LocalDate> silentDays,
            @Nullable Overlap overlap) {}

    private final DSLContext dsl;
    private final DistrictTransactions inDistrict;
    private final Calendars calendars;
    private final Schools schools;
    private final Access access;

    SourcesOfData(
            DSLContext dsl,
            DistrictTransactions inDistrict,
            Calendars calendars,
            Schools schools,
            Access access) {
        this.dsl = dsl;
        this.inDistrict = inDistrict;
        this.calendars = calendars;
        this.schools = schools;
        this.access = access;
    }

    /** What is known of a school's sources today. */
    public Quality of(SchoolKey key) {
        access.require(key, Permission.SEE_FIGURES);
        LocalDate today = schools.today(schools.find(key));
        Quality kept =
                inDistrict.read(
                        key.district(),
                        () -> {
                            SourceFigures figures = new KeptSources(dsl, key).of(today);
                            return figures == null ? null : judge(key, today, figures);
                        });
        return kept != null
                ? kept
                : inDistrict.write(key.district(), () -> judge(key, today, count(key, today)));
    }

    /** Counts them unless somebody else just has, and keeps them. */
    private SourceFigures count(SchoolKey key, LocalDate today) {
        FigureTurn.take(dsl, List.of(key.school()));
        KeptSources kept = new KeptSources(dsl, key);
        SourceFigures there = kept.of(today);
        if (there != null) {
            return there;
        }
        Window window = calendars.of(key).window(today).orElse(new Window(today, today));
        SourceFigures counted = new SourceCount(dsl, key, window).figures();
        kept.put(today, counted);
        return counted;
    }

    private Quality judge(SchoolKey key, LocalDate today, SourceFigures figures) {
        SchoolCalendar calendar = calendars.of(key);
        Window window = calendar.window(today).orElse(null);
        Map<String, CoveredBySource> covered = CoveredBySource.of(dsl, key);
        List<LocalDate> schoolDays =
                window == null
                        ? List.of()
                        : window.from()
                                .datesUntil(window.to().plusDays(1))
                                .filter(calendar::isSchoolDay)
                                .toList();
        Set<String> names = new TreeSet<>(covered.keySet());
        names.addAll(figures.bySource().keySet());
        List<Source> sources =
                names.stream()
                        .map(name ->
                                source(
                                        name,
                                        covered.get(name),
                                        figures.of(name),
                                        today,
                                        schoolDays))
                        .toList();
        List<LocalDate> days =
                schoolDays.stream()
                        .filter(day -> covered.values().stream().anyMatch(one -> one.tellsOf(day)))
                        .toList();
        return new Quality(
                sources,
                window,
                days.size(),
                days.stream().filter(day -> !figures.seenOn().contains(day)).toList(),
                covered.size() < 2
                        ? null
                        : new Overlap(told(figures.seenByMany()), told(figures.disagreed())));
    }

    private static Source source(
            String name,
            @Nullable CoveredBySource covered,
            Brought brought,
            LocalDate today,
            List<LocalDate> schoolDays) {
        LocalDate to = covered == null ? null : covered.to();
        return new Source(
                name,
                covered == null ? null : covered.from(),
                to,
                to == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(to, today)),
                covered == null ? 0 : covered.classes(),
                covered == null ? List.of() : covered.measures(),
                brought.work(),
                brought.handIns(),
                brought.personDays(),
                told(brought.students()),
                covered == null
                        ? List.of()
                        : schoolDays.stream()
                                .filter(covered::tellsOf)
                                .filter(day -> !brought.seenOn().contains(day))
                                .toList());
    }

    /** How a number of students is told; null: too few. */
    private static @Nullable Long told(long students) {
        return students > 0 && students < FEWEST ? null : students;
    }
}
