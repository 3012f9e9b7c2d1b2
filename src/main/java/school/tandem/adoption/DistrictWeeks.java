package school.tandem.adoption;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;
import static school.tandemdb.adoption.Tables.WEEK_FIGURE;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import school.tandem.roster.Calendars;
import school.tandem.roster.School;
import school.tandem.roster.SchoolCalendar;
import school.tandem.roster.Schools;
import school.tandem.security.Access;
import school.tandem.security.DistrictId;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.Permission;
import school.tandem.security.SchoolId;
import school.tandem.security.SchoolKey;

/**
 * All schools of a district together, week by week: the sums of what is kept of each. What is not
 * kept yet is counted beside whoever looks, school by school, and then there for everybody.
 */
@Component
public class DistrictWeeks {

    private static final Logger LOG = LoggerFactory.getLogger(DistrictWeeks.class);
    private static final Duration LONGEST_SCHOOL = Duration.ofSeconds(20);

    /**
     * The weeks of a district's school year.
     *
     * @param weeks that can be asked for, the earliest first
     * @param history what was counted of them, of {@link Group#DISTRICT}; without weeks as long as
     *     a school's are missing
     * @param counted of how many schools all weeks are kept
     * @param counting whether the others are being counted now
     */
    public record Standing(
            List<SchoolWeek> weeks, History history, int schools, int counted, boolean counting) {

        /** Whether the weeks of all schools are kept. */
        public boolean isWhole() {
            return counted == schools;
        }
    }

    /** A school with its calendar and the weeks that should be kept of it. */
    private record Year(SchoolId school, SchoolCalendar calendar, List<SchoolWeek> weeks) {}

    private final DSLContext dsl;
    private final DistrictTransactions inDistrict;
    private final Schools schools;
    private final Calendars calendars;
    private final AdoptionWeeks weeks;
    private final Access access;
    private final Set<DistrictId> counting = ConcurrentHashMap.newKeySet();
    private final ExecutorService beside =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("weeks").factory());
    private volatile boolean closing;

    DistrictWeeks(
            DSLContext dsl,
            DistrictTransactions inDistrict,
            Schools schools,
            Calendars calendars,
            AdoptionWeeks weeks,
            Access access) {
        this.dsl = dsl;
        this.inDistrict = inDistrict;
        this.schools = schools;
        this.calendars = calendars;
        this.weeks = weeks;
        this.access = access;
    }

    /**
     * What the weeks of a district say once all are counted; begins to count those that are not.
     * Six statements, however many schools and weeks.
     *
     * @param monday of a week that may be of an earlier school year; null: of this year
     */
    public Standing of(DistrictId district, @Nullable LocalDate monday) {
        Standing now = standing(district, monday);
        if (now.isWhole()) {
            return now;
        }
        begin(district, monday);
        return new Standing(now.weeks(), now.history(), now.schools(), now.counted(), true);
    }

    /** The same for who has asked before and waits; begins nothing. */
    public Standing standing(DistrictId district, @Nullable LocalDate monday) {
        access.require(district, Permission.SEE_FIGURES);
        // Asked first: once nobody counts any more, all that was counted is seen below.
        boolean counts = counting.contains(district);
        return inDistrict.read(
                district,
                () -> {
                    List<Year> years = years(district, monday);
                    List<SchoolWeek> together = together(years);
                    Condition asked = isOf(district, together);
                    int missing = missing(years, asked).size();
                    List<Week> sums = sums(asked, together);
                    return new Standing(
                            together,
                            History.of(
                                    years.stream().map(Year::calendar).toList(),
                                    missing > 0 ? List.of() : sums),
                            years.size(),
                            years.size() - missing,
                            counts);
                });
    }

    /** Unless that has begun: whoever looks need not wait for it. */
    private void begin(DistrictId district, @Nullable LocalDate monday) {
        if (counting.add(district)) {
            beside.execute(() -> {
                try {
                    count(district, monday);
                } catch (RuntimeException broke) {
                    LOG.error("Counting weeks of district {} broke", district, broke);
                } finally {
                    counting.remove(district);
                }
            });
        }
    }

    /** Counts what is missing, a transaction for each school. */
    void count(DistrictId district, @Nullable LocalDate monday) {
        access.asInstallation(() -> {
            List<Year> missing =
                    inDistrict.read(
                            district,
                            () -> {
                                List<Year> years = years(district, monday);
                                return missing(years, isOf(district, together(years)));
                            });
            for (Year year : missing) {
                if (!closing) {
                    weeks.keep(
                            new SchoolKey(district, year.school()), year.calendar(), year.weeks());
                }
            }
            return missing.size();
        });
    }

    /** Lets the school that is being counted be counted to its end, while there is a database. */
    @PreDestroy
    void close() throws InterruptedException {
        closing = true;
        beside.shutdown();
        if (!beside.awaitTermination(LONGEST_SCHOOL.toSeconds(), TimeUnit.SECONDS)) {
            LOG.warn("Weeks of a district were still being counted when the server stopped");
        }
    }

    private List<Year> years(DistrictId district, @Nullable LocalDate monday) {
        Map<SchoolId, School> all = new LinkedHashMap<>();
        schools.of(district).forEach(school -> all.put(school.key().school(), school));
        List<Year> years = new ArrayList<>();
        calendars
                .of(district, all.keySet())
                .forEach((id, calendar) -> {
                    LocalDate today = schools.today(Objects.requireNonNull(all.get(id)));
                    years.add(new Year(id, calendar, SchoolWeek.around(calendar, today, monday)));
                });
        return years;
    }

    /** The weeks of all schools together: each through the last school day of any. */
    private static List<SchoolWeek> together(List<Year> years) {
        Map<LocalDate, LocalDate> byMonday = new TreeMap<>();
        for (Year year : years) {
            for (SchoolWeek week : year.weeks()) {
                byMonday.merge(
                        week.monday(),
                        week.day(),
                        (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        List<SchoolWeek> together = new ArrayList<>();
        byMonday.forEach((monday, day) -> together.add(new SchoolWeek(monday, day)));
        return together;
    }

    private List<Year> missing(List<Year> years, Condition asked) {
        Map<SchoolId, Set<SchoolWeek>> kept = kept(asked);
        return years.stream()
                .filter(year ->
                        !kept.getOrDefault(year.school(), Set.of()).containsAll(year.weeks()))
                .toList();
    }

    /** Inline, or the index of schools is not found. */
    private static Condition isOf(DistrictId district, List<SchoolWeek> weeks) {
        Condition ofSchools =
                WEEK_FIGURE
                        .DISTRICT_ID
                        .eq(district)
                        .and(WEEK_FIGURE.GROUP_KIND.eq(inline(Group.SCHOOL.kind())))
                        .and(WEEK_FIGURE.SPAN.eq(inline(AdoptionWeeks.WINDOW)));
        return weeks.isEmpty()
                ? ofSchools
                : ofSchools.and(
                        WEEK_FIGURE.WEEK.between(
                                weeks.getFirst().monday(), weeks.getLast().monday()));
    }

    private Map<SchoolId, Set<SchoolWeek>> kept(Condition asked) {
        return dsl
                .select(WEEK_FIGURE.SCHOOL_ID, WEEK_FIGURE.WEEK, WEEK_FIGURE.DAY)
                .from(WEEK_FIGURE)
                .where(asked)
                .and(WEEK_FIGURE.INDICATOR.eq(Measure.OPENED.code()))
                .fetch()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                row -> row.value1(),
                                Collectors.mapping(
                                        row -> new SchoolWeek(row.value2(), row.value3()),
                                        Collectors.toCollection(HashSet::new))));
    }

    private List<Week> sums(Condition asked, List<SchoolWeek> together) {
        Map<LocalDate, Map<Measure, Answers>> byMonday = new HashMap<>();
        dsl.select(
                        WEEK_FIGURE.WEEK,
                        WEEK_FIGURE.INDICATOR,
                        sum(WEEK_FIGURE.YES).cast(Long.class),
                        sum(WEEK_FIGURE.NO).cast(Long.class),
                        sum(WEEK_FIGURE.UNKNOWN).cast(Long.class))
                .from(WEEK_FIGURE)
                .where(asked)
                .and(WEEK_FIGURE.INDICATOR.in(DistrictHabits.CODES))
                .groupBy(WEEK_FIGURE.WEEK, WEEK_FIGURE.INDICATOR)
                .forEach(row ->
                        byMonday.computeIfAbsent(
                                        row.value1(), monday -> new EnumMap<>(Measure.class))
                                .put(
                                        Measure.ofCode(row.value2()),
                                        new Answers(row.value3(), row.value4(), row.value5())));
        return together.stream()
                .map(week ->
                        new Week(
                                week,
                                new Figures(
                                        week.day(),
                                        null,
                                        Map.of(
                                                Group.DISTRICT,
                                                byMonday.getOrDefault(week.monday(), Map.of()))),
                                new Figures(week.day(), null, Map.of())))
                .toList();
    }
}
