package school.tandem.adoption;

import static school.tandemdb.adoption.Tables.FIGURE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import school.tandem.security.SchoolKey;
import school.tandemdb.adoption.tables.records.FigureRecord;

/**
 * What is kept of a school on a day, as a count leaves it: a row for each measure that somebody of
 * a group is counted in. Whoever changes it has taken the school's {@link FigureTurn}.
 */
final class KeptFigures {

    private record Counted(Group group, Measure measure) {}

    private final DSLContext dsl;
    private final SchoolKey key;
    private final LocalDate day;

    KeptFigures(DSLContext dsl, SchoolKey key, LocalDate day) {
        this.dsl = dsl;
        this.key = key;
        this.day = day;
    }

    boolean areThere() {
        return dsl.fetchExists(dsl.selectOne().from(FIGURE).where(ofSchool(), FIGURE.DAY.eq(day)));
    }

    /** Keeps these instead of all that is kept of the school. */
    void put(Figures figures) {
        dsl.deleteFrom(FIGURE).where(ofSchool()).execute();
        insert(flat(figures));
    }

    private static Map<Counted, Answers> flat(Figures figures) {
        Map<Counted, Answers> rows = new HashMap<>();
        figures.byGroup()
                .forEach((group, measures) ->
                        measures.forEach((measure, answers) ->
                                rows.put(new Counted(group, measure), answers)));
        return rows;
    }

    private void insert(Map<Counted, Answers> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<FigureRecord> records = new ArrayList<>();
        rows.forEach((of, answers) ->
                records.add(
                        new FigureRecord(
                                key.district(),
                                key.school(),
                                day,
                                of.group().kind(),
                                of.group().key(),
                                of.measure().code(),
                                answers.yes(),
                                answers.no(),
                                answers.unknown())));
        dsl.batchInsert(records).execute();
    }

    private Condition ofSchool() {
        return FIGURE.DISTRICT_ID.eq(key.district()).and(FIGURE.SCHOOL_ID.eq(key.school()));
    }
}
