package school.tandem.adoption;

import static org.jooq.impl.DSL.row;
import static school.tandemdb.adoption.Tables.FIGURE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Row3;
import school.tandem.security.SchoolKey;
import school.tandemdb.adoption.tables.records.FigureRecord;

/**
 * What is kept of a school on a day, as a count leaves it: a row for each measure that somebody of
 * a group is counted in. Whoever changes it has taken the school's {@link FigureTurn}.
 */
final class KeptFigures {

    private record Counted(Group group, Measure measure) {
        Row3<String, String, String> asKept() {
            return row(group.kind(), group.key(), measure.code());
        }
    }

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

    /**
     * Takes away what somebody counted as before, and adds what they count as after. Two statements
     * at most. Whoever was not counted before is put right by the next count.
     */
    void move(Figures before, Figures after) {
        Map<Counted, Answers> rows = flat(after);
        flat(before).forEach((of, answers) -> rows.merge(of, answers.negated(), Answers::plus));
        rows.values().removeIf(Answers.NONE::equals);
        if (rows.isEmpty()) {
            return;
        }
        takeOut(List.copyOf(rows.keySet()))
                .forEach((of, answers) -> rows.merge(of, answers, Answers::plus));
        rows.replaceAll((of, answers) -> answers.orNobody());
        rows.values().removeIf(Answers.NONE::equals);
        insert(rows);
    }

    private static Map<Counted, Answers> flat(Figures figures) {
        Map<Counted, Answers> rows = new HashMap<>();
        figures.byGroup()
                .forEach((group, measures) ->
                        measures.forEach((measure, answers) ->
                                rows.put(new Counted(group, measure), answers)));
        return rows;
    }

    private Map<Counted, Answers> takeOut(List<Counted> some) {
        Map<Counted, Answers> rows = new HashMap<>();
        dsl.deleteFrom(FIGURE)
                .where(ofSchool(), FIGURE.DAY.eq(day))
                .and(
                        row(FIGURE.GROUP_KIND, FIGURE.GROUP_KEY, FIGURE.INDICATOR)
                                .in(some.stream().map(Counted::asKept).toList()))
                .returning()
                .forEach(kept ->
                        rows.put(
                                new Counted(
                                        new Group(kept.getGroupKind(), kept.getGroupKey()),
                                        Measure.ofCode(kept.getIndicator())),
                                new Answers(kept.getYes(), kept.getNo(), kept.getUnknown())));
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
