package school.tandem.adoption;

import static school.tandemdb.adoption.Tables.SOURCES_TOGETHER;
import static school.tandemdb.adoption.Tables.SOURCE_FIGURE;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.SourceFigures.Brought;
import school.tandem.security.SchoolKey;
import school.tandemdb.adoption.tables.records.SourceFigureRecord;
import school.tandemdb.adoption.tables.records.SourcesTogetherRecord;

/**
 * What is kept of a school's sources, since somebody looked at them last. Whoever changes it has
 * taken the school's {@link FigureTurn}.
 */
final class KeptSources {

    private final DSLContext dsl;
    private final SchoolKey key;

    KeptSources(DSLContext dsl, SchoolKey key) {
        this.dsl = dsl;
        this.key = key;
    }

    /** Null: they are not counted for this day. Two statements. */
    @Nullable SourceFigures of(LocalDate day) {
        SourcesTogetherRecord together =
                dsl.selectFrom(SOURCES_TOGETHER)
                        .where(SOURCES_TOGETHER.DISTRICT_ID.eq(key.district()))
                        .and(SOURCES_TOGETHER.SCHOOL_ID.eq(key.school()))
                        .and(SOURCES_TOGETHER.DAY.eq(day))
                        .fetchOne();
        if (together == null) {
            return null;
        }
        Map<String, Brought> bySource = new HashMap<>();
        dsl.selectFrom(SOURCE_FIGURE)
                .where(SOURCE_FIGURE.DISTRICT_ID.eq(key.district()))
                .and(SOURCE_FIGURE.SCHOOL_ID.eq(key.school()))
                .and(SOURCE_FIGURE.DAY.eq(day))
                .forEach(row ->
                        bySource.put(
                                row.getSource(),
                                new Brought(
                                        row.getWork(),
                                        row.getHandIns(),
                                        row.getPersonDays(),
                                        row.getStudents(),
                                        Set.of(row.getSeenOn()))));
        return new SourceFigures(
                bySource,
                Set.of(together.getSeenOn()),
                together.getSeenByMany(),
                together.getDisagreed());
    }

    /** Keeps these instead of all that is kept of the school. */
    void put(LocalDate day, SourceFigures figures) {
        forget();
        dsl.executeInsert(
                new SourcesTogetherRecord(
                        key.district(),
                        key.school(),
                        day,
                        figures.seenByMany(),
                        figures.disagreed(),
                        figures.seenOn().toArray(LocalDate[]::new)));
        dsl.batchInsert(
                        figures.bySource().entrySet().stream()
                                .map(one -> row(day, one.getKey(), one.getValue()))
                                .toList())
                .execute();
    }

    void forget() {
        dsl.deleteFrom(SOURCES_TOGETHER)
                .where(SOURCES_TOGETHER.DISTRICT_ID.eq(key.district()))
                .and(SOURCES_TOGETHER.SCHOOL_ID.eq(key.school()))
                .execute();
        dsl.deleteFrom(SOURCE_FIGURE)
                .where(SOURCE_FIGURE.DISTRICT_ID.eq(key.district()))
                .and(SOURCE_FIGURE.SCHOOL_ID.eq(key.school()))
                .execute();
    }

    private SourceFigureRecord row(LocalDate day, String source, Brought brought) {
        return new SourceFigureRecord(
                key.district(),
                key.school(),
                source,
                day,
                brought.work(),
                brought.handIns(),
                brought.personDays(),
                brought.students(),
                brought.seenOn().toArray(LocalDate[]::new));
    }
}
