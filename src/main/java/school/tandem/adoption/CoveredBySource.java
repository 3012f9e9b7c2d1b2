package school.tandem.adoption;

import static org.jooq.impl.DSL.bitOrAgg;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.nullif;
import static school.tandemdb.adoption.Tables.COVERAGE;
import static school.tandemdb.roster.Tables.CLASS_GROUP;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import school.tandem.security.SchoolKey;

/**
 * What a source speaks of.
 *
 * @param from the first day; null: it tells all that there was
 * @param to the last day
 * @param classes how many classes of the school
 * @param measures which habits and practice its silence says no to
 */
record CoveredBySource(
        @Nullable LocalDate from, LocalDate to, long classes, List<Measure> measures) {

    /** Those of a school, in the order of their names; one statement. */
    static Map<String, CoveredBySource> of(DSLContext dsl, SchoolKey key) {
        Map<String, CoveredBySource> covered = new TreeMap<>();
        dsl.select(
                        COVERAGE.SOURCE,
                        nullif(min(COVERAGE.COVERS_FROM), HandInDay.ALWAYS),
                        max(COVERAGE.COVERS_TO),
                        count(),
                        bitOrAgg(COVERAGE.HABITS).cast(Integer.class),
                        bitOrAgg(COVERAGE.PRACTICE).cast(Integer.class))
                .from(COVERAGE)
                .join(CLASS_GROUP)
                .on(CLASS_GROUP.DISTRICT_ID.eq(key.district()))
                .and(CLASS_GROUP.ID.eq(COVERAGE.CLASS_ID))
                .where(COVERAGE.DISTRICT_ID.eq(key.district()))
                .and(CLASS_GROUP.SCHOOL_ID.eq(key.school()))
                .and(CLASS_GROUP.WITHDRAWN_ON.isNull())
                .groupBy(COVERAGE.SOURCE)
                .forEach(row ->
                        covered.put(
                                row.value1(),
                                new CoveredBySource(
                                        row.value2(),
                                        row.value3(),
                                        row.value4(),
                                        measures(row.value5(), row.value6()))));
        return covered;
    }

    boolean tellsOf(LocalDate day) {
        return (from == null || !day.isBefore(from)) && !day.isAfter(to);
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
}
