package school.tandem.adoption;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static school.tandemdb.adoption.Tables.WEEK_FIGURE;
import static school.tandemdb.roster.Tables.RUNNING;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.tandem.roster.Calendars;
import school.tandem.roster.PersonId;
import school.tandem.roster.SchoolCalendar;
import school.tandem.security.Access;
import school.tandem.security.DistrictId;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.Permission;
import school.tandem.security.SchoolId;
import school.tandem.security.SchoolKey;
import school.tandemdb.adoption.tables.records.WeekFigureRecord;

/**
 * Adoption week by week, as it is known now. Weeks are counted when somebody first looks at them
 * and kept from then on; an import or a change by hand forgets those that it concerns.
 */
@Component
public class AdoptionWeeks {

    /** The span of what was done in the window, as it is kept. */
    static final String WINDOW = "window";

    private static final String YEAR = "year";

    /** Half of the number that the database's lock goes by; the other half is the district. */
    private static final int LOCK = 23;

    private final DSLContext dsl;
    private final DistrictTransactions inDistrict;
    private final Calendars calendars;
    private final Access access;

    AdoptionWeeks(
            DSLContext dsl, DistrictTransactions inDistrict, Calendars calendars, Access access) {
        this.dsl = dsl;
        this.inDistrict = inDistrict;
        this.calendars = calendars;
        this.access = access;
    }

    /**
     * The weeks of a school year through today, or through the week that is asked for where that is
     * of an earlier year: of each the school and the groups of one kind, and of one week all
     * groups. Three statements where all of them are kept, a fixed number otherwise.
     *
     * @param kind a group's kind
     * @param monday of the week that is told in full; null: this one
     */
    public History of(SchoolKey key, LocalDate today, String kind, @Nullable LocalDate monday) {
        access.require(key, Permission.SEE_FIGURES);
        SchoolCalendar calendar = calendars.of(key);
        List<SchoolWeek> weeks = SchoolWeek.around(calendar, today, monday);
        Condition asked =
                WEEK_FIGURE
                        .GROUP_KIND
                        .in(Group.SCHOOL.kind(), kind)
                        .or(
                                WEEK_FIGURE.WEEK.eq(
                                        monday == null ? SchoolWeek.mondayOf(today) : monday));
        List<Week> kept = read(key, weeks, asked);
        if (kept.size() < weeks.size()) {
            keep(key, calendar, weeks);
            kept = read(key, weeks, asked);
        }
        return History.of(List.of(calendar), kept);
    }

    /**
     * The weeks that can be asked for, without what was counted of them.
     *
     * @param monday of a week that may be of an earlier school year; null: of this year
     */
    public List<SchoolWeek> list(SchoolKey key, LocalDate today, @Nullable LocalDate monday) {
        access.require(key, Permission.SEE_FIGURES);
        return SchoolWeek.around(calendars.of(key), today, monday);
    }

    /** Counts the weeks of today's school year that are not kept, where any are. */
    void keepUp(SchoolKey key, LocalDate today) {
        inDistrict.write(
                key.district(),
                () -> {
                    if (dsl.fetchExists(dsl.selectOne().from(WEEK_FIGURE).where(of(key)))) {
                        SchoolCalendar calendar = calendars.of(key);
                        keep(key, calendar, SchoolWeek.upTo(calendar, today));
                    }
                });
    }

    /** Forgets the weeks that an import's rows change, from the first day that these are about. */
    void forgetTouched(DistrictId district, long run) {
        inDistrict.write(
                district,
                () -> {
                    lock(district);
                    new TouchedWeeks(dsl, district, run).forget();
                });
    }

    /** Forgets all weeks of these schools. */
    void forget(Collection<SchoolKey> keys) {
        Map<DistrictId, Set<SchoolId>> schools =
                keys.stream()
                        .collect(
                                Collectors.groupingBy(
                                        SchoolKey::district,
                                        Collectors.mapping(SchoolKey::school, Collectors.toSet())));
        schools.forEach((district, ids) ->
                inDistrict.write(
                        district,
                        () -> {
                            lock(district);
                            dsl.deleteFrom(WEEK_FIGURE)
                                    .where(WEEK_FIGURE.DISTRICT_ID.eq(district))
                                    .and(
                                            WEEK_FIGURE.SCHOOL_ID.eq(
                                                    any(ids.toArray(SchoolId[]::new))))
                                    .execute();
                        }));
    }

    /** Forgets the weeks from a day on wherever a student is in class. */
    void forget(DistrictId district, PersonId student, LocalDate from) {
        inDistrict.write(
                district,
                () -> {
                    lock(district);
                    dsl.deleteFrom(WEEK_FIGURE)
                            .where(WEEK_FIGURE.DISTRICT_ID.eq(district))
                            .and(WEEK_FIGURE.DAY.ge(from))
                            .and(
                                    WEEK_FIGURE.SCHOOL_ID.in(
                                            select(RUNNING.SCHOOL_ID)
                                                    .from(RUNNING)
                                                    .where(RUNNING.DISTRICT_ID.eq(district))
                                                    .and(RUNNING.PERSON_ID.eq(student))))
                            .execute();
                });
    }

    /** Who counts and who forgets wait for each other: nothing is kept that is older than a row. */
    private void lock(DistrictId district) {
        dsl.select(
                        function(
                                name("pg_advisory_xact_lock"),
                                Object.class,
                                val(LOCK),
                                val((int) district.value())))
                .execute();
    }

    /** Counts those of these weeks of a school that are not kept. */
    void keep(SchoolKey key, SchoolCalendar calendar, List<SchoolWeek> weeks) {
        inDistrict.write(
                key.district(),
                () -> {
                    lock(key.district());
                    Set<SchoolWeek> there = there(key, weeks);
                    List<SchoolWeek> missing =
                            weeks.stream().filter(week -> !there.contains(week)).toList();
                    if (missing.isEmpty()) {
                        return;
                    }
                    dsl.deleteFrom(WEEK_FIGURE)
                            .where(of(key))
                            .and(
                                    WEEK_FIGURE.WEEK.in(
                                            missing.stream().map(SchoolWeek::monday).toList()))
                            .execute();
                    dsl.batchInsert(rows(key, new WeekCount(dsl, key, calendar, missing).count()))
                            .execute();
                });
    }

    private Set<SchoolWeek> there(SchoolKey key, List<SchoolWeek> weeks) {
        return dsl
                .selectDistinct(WEEK_FIGURE.WEEK, WEEK_FIGURE.DAY)
                .from(WEEK_FIGURE)
                .where(of(key), between(weeks))
                .and(WEEK_FIGURE.GROUP_KIND.eq(Group.SCHOOL.kind()))
                .fetch(Records.mapping(SchoolWeek::new))
                .stream()
                .collect(Collectors.toSet());
    }

    private static Condition of(SchoolKey key) {
        return WEEK_FIGURE
                .DISTRICT_ID
                .eq(key.district())
                .and(WEEK_FIGURE.SCHOOL_ID.eq(key.school()));
    }

    private static Condition between(List<SchoolWeek> weeks) {
        return WEEK_FIGURE.WEEK.between(weeks.getFirst().monday(), weeks.getLast().monday());
    }

    /** The school's own row is there even where nobody is counted: the week is kept. */
    private static List<WeekFigureRecord> rows(SchoolKey key, List<Week> weeks) {
        List<WeekFigureRecord> rows = new ArrayList<>();
        for (Week week : weeks) {
            week.inWindow()
                    .byGroup()
                    .computeIfAbsent(
                            Group.SCHOOL,
                            group -> new EnumMap<>(Map.of(Measure.OPENED, Answers.NONE)));
            addRows(rows, key, week, WINDOW, week.inWindow());
            addRows(rows, key, week, YEAR, week.inYear());
        }
        return rows;
    }

    private static void addRows(
            List<WeekFigureRecord> rows, SchoolKey key, Week week, String span, Figures figures) {
        figures.byGroup()
                .forEach((group, measures) ->
                        measures.forEach((measure, answers) ->
                                rows.add(
                                        new WeekFigureRecord(
                                                key.district(),
                                                key.school(),
                                                week.of().monday(),
                                                span,
                                                group.kind(),
                                                group.key(),
                                                measure.code(),
                                                week.of().day(),
                                                answers.yes(),
                                                answers.no(),
                                                answers.unknown()))));
    }

    private List<Week> read(SchoolKey key, List<SchoolWeek> weeks, Condition asked) {
        if (weeks.isEmpty()) {
            return List.of();
        }
        Map<SchoolWeek, Week> byWeek = new HashMap<>();
        inDistrict
                .read(
                        key.district(),
                        () ->
                                dsl.select(
                                                WEEK_FIGURE.WEEK,
                                                WEEK_FIGURE.DAY,
                                                WEEK_FIGURE.SPAN,
                                                WEEK_FIGURE.GROUP_KIND,
                                                WEEK_FIGURE.GROUP_KEY,
                                                WEEK_FIGURE.INDICATOR,
                                                WEEK_FIGURE.YES,
                                                WEEK_FIGURE.NO,
                                                WEEK_FIGURE.UNKNOWN)
                                        .from(WEEK_FIGURE)
                                        .where(of(key), between(weeks), asked)
                                        .fetch())
                .forEach(row -> {
                    SchoolWeek of = new SchoolWeek(row.value1(), row.value2());
                    Week week = byWeek.computeIfAbsent(of, AdoptionWeeks::empty);
                    (row.value3().equals(YEAR) ? week.inYear() : week.inWindow())
                            .byGroup()
                            .computeIfAbsent(
                                    new Group(row.value4(), row.value5()),
                                    group -> new EnumMap<>(Measure.class))
                            .put(
                                    Measure.ofCode(row.value6()),
                                    new Answers(row.value7(), row.value8(), row.value9()));
                });
        return weeks.stream().map(byWeek::get).filter(Objects::nonNull).toList();
    }

    private static Week empty(SchoolWeek of) {
        return new Week(
                of,
                new Figures(of.day(), null, new HashMap<>()),
                new Figures(of.day(), null, new HashMap<>()));
    }
}
