package school.tandem.adoption;

import static org.jooq.impl.DSL.max;
import static school.tandemdb.adoption.Tables.COVERAGE;
import static school.tandemdb.adoption.Tables.FIGURE;
import static school.tandemdb.roster.Tables.CLASS_GROUP;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import school.tandem.roster.Calendars;
import school.tandem.roster.GroupKind;
import school.tandem.roster.GroupsForgotten;
import school.tandem.roster.RosterChanged;
import school.tandem.roster.Schools;
import school.tandem.security.Access;
import school.tandem.security.DistrictId;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.Permission;
import school.tandem.security.SchoolKey;

/**
 * The figures of adoption: made when rows arrive and each night, read by dashboards, and counted
 * anew from the facts for any past day.
 */
@Component
public class AdoptionFigures {

    /** What dashboards read. */
    private static final Set<String> PLACES = Set.of("school", "department", "grade");

    private final DSLContext dsl;
    private final DistrictTransactions inDistrict;
    private final Calendars calendars;
    private final Schools schools;
    private final Access access;
    private final AdoptionWeeks weeks;

    AdoptionFigures(
            DSLContext dsl,
            DistrictTransactions inDistrict,
            Calendars calendars,
            Schools schools,
            Access access,
            AdoptionWeeks weeks) {
        this.dsl = dsl;
        this.inDistrict = inDistrict;
        this.calendars = calendars;
        this.schools = schools;
        this.access = access;
        this.weeks = weeks;
    }

    /** What is known now about a day: read where it was kept, else counted. */
    public Figures of(SchoolKey key, LocalDate day) {
        access.require(key, Permission.SEE_FIGURES);
        return inDistrict.read(key.district(), () -> ofKinds(key, day, PLACES));
    }

    /** The same of other kinds of groups; whoever asks has asked whether that may be. */
    Figures ofKinds(SchoolKey key, LocalDate day, Set<String> kinds) {
        return inDistrict.read(
                key.district(),
                () -> {
                    Figures kept = kept(key, day, kinds);
                    return kept == null ? count(key, day).only(kinds) : kept;
                });
    }

    /** Habits of groups within each grade or department, counted; whoever asks has asked. */
    Map<Group, Figures> habitsWithin(SchoolKey key, LocalDate day, String kind) {
        return inDistrict.read(
                key.district(),
                () -> new FigureCount(dsl, key, calendars.of(key), day).habitsWithin(kind));
    }

    /** Groups are forgotten: so is what was counted of them. */
    @EventListener
    void on(GroupsForgotten forgotten) {
        inDistrict.write(
                forgotten.district(),
                () ->
                        dsl.deleteFrom(FIGURE)
                                .where(FIGURE.DISTRICT_ID.eq(forgotten.district()))
                                .and(
                                        FIGURE.GROUP_KIND.in(
                                                Stream.of(GroupKind.values())
                                                        .map(GroupKind::code)
                                                        .toList()))
                                .execute());
    }

    /**
     * Counts today's figures of those schools anew that an import's rows concern, and forgets the
     * weeks that they change.
     */
    public void refreshTouched(DistrictId district, long run) {
        countToday(touched(district, run));
        weeks.forgetTouched(district, run);
    }

    /** The schools that an import's rows concern; asked before these are taken back. */
    public Set<SchoolKey> touched(DistrictId district, long run) {
        return inDistrict.read(district, () -> new TouchedSchools(dsl, district, run).find());
    }

    /**
     * Counts today's figures of these schools anew; of those that are gone none are kept. Their
     * weeks are forgotten.
     */
    public void refresh(Set<SchoolKey> keys) {
        countToday(keys);
        weeks.forget(keys);
    }

    private void countToday(Set<SchoolKey> keys) {
        keys.stream()
                .map(SchoolKey::district)
                .distinct()
                .flatMap(district -> schools.of(district).stream())
                .filter(school -> keys.contains(school.key()))
                .sorted(Comparator.comparing(school -> school.key().school().value()))
                .forEach(school -> countToday(school.key(), schools.today(school)));
    }

    /** Forgets what is kept of these schools, so that they can go. */
    public void forget(Set<SchoolKey> keys) {
        keys.stream()
                .sorted(Comparator.comparing(key -> key.school().value()))
                .forEach(key ->
                        inDistrict.write(
                                key.district(),
                                () -> {
                                    FigureTurn.take(dsl, List.of(key.school()));
                                    dsl.deleteFrom(FIGURE)
                                            .where(FIGURE.DISTRICT_ID.eq(key.district()))
                                            .and(FIGURE.SCHOOL_ID.eq(key.school()))
                                            .execute();
                                    new KeptSources(dsl, key).forget();
                                }));
        weeks.forget(keys);
    }

    /** Somebody changed by hand what figures count by. */
    @EventListener
    void on(RosterChanged changed) {
        SchoolKey key = changed.school();
        refresh(key, schools.today(schools.find(key)));
    }

    /** Counts a school's figures where none of today are kept yet, since the window has moved. */
    public void refreshIfNewDay(SchoolKey key, LocalDate today) {
        boolean there =
                inDistrict.read(key.district(), () -> new KeptFigures(dsl, key, today).areThere());
        if (!there) {
            countToday(key, today);
            weeks.keepUp(key, today);
        }
    }

    /**
     * Counts a school's figures of today anew and keeps them instead of the last ones. Its weeks
     * are forgotten.
     */
    public void refresh(SchoolKey key, LocalDate today) {
        countToday(key, today);
        weeks.forget(Set.of(key));
    }

    private void countToday(SchoolKey key, LocalDate today) {
        inDistrict.write(
                key.district(),
                () -> {
                    FigureTurn.take(dsl, List.of(key.school()));
                    new KeptFigures(dsl, key, today).put(count(key, today));
                    new KeptSources(dsl, key).forget();
                });
    }

    private Figures count(SchoolKey key, LocalDate day) {
        return new FigureCount(dsl, key, calendars.of(key), day).count();
    }

    /** Null: nothing is kept for this day. */
    private @Nullable Figures kept(SchoolKey key, LocalDate day, Set<String> kinds) {
        Map<Group, Map<Measure, Answers>> byGroup = new HashMap<>();
        dsl.select(
                        FIGURE.GROUP_KIND,
                        FIGURE.GROUP_KEY,
                        FIGURE.INDICATOR,
                        FIGURE.YES,
                        FIGURE.NO,
                        FIGURE.UNKNOWN)
                .from(FIGURE)
                .where(FIGURE.DISTRICT_ID.eq(key.district()))
                .and(FIGURE.SCHOOL_ID.eq(key.school()))
                .and(FIGURE.DAY.eq(day))
                .and(FIGURE.GROUP_KIND.in(kinds))
                .forEach(row ->
                        byGroup.computeIfAbsent(
                                        new Group(row.value1(), row.value2()),
                                        group -> new HashMap<>())
                                .put(
                                        Measure.ofCode(row.value3()),
                                        new Answers(row.value4(), row.value5(), row.value6())));
        return byGroup.isEmpty() ? null : new Figures(day, coversTo(key, day), byGroup);
    }

    private @Nullable LocalDate coversTo(SchoolKey key, LocalDate day) {
        LocalDate last =
                dsl.select(max(COVERAGE.COVERS_TO))
                        .from(COVERAGE)
                        .join(CLASS_GROUP)
                        .on(CLASS_GROUP.DISTRICT_ID.eq(key.district()))
                        .and(CLASS_GROUP.ID.eq(COVERAGE.CLASS_ID))
                        .where(COVERAGE.DISTRICT_ID.eq(key.district()))
                        .and(CLASS_GROUP.SCHOOL_ID.eq(key.school()))
                        .fetchSingle()
                        .value1();
        return last == null || last.isBefore(day) ? last : day;
    }
}
