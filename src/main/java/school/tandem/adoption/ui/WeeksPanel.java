package school.tandem.adoption.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.Answers;
import school.tandem.adoption.Figures;
import school.tandem.adoption.Measure;
import school.tandem.adoption.Week;
import school.tandem.disclosure.Shown;
import school.tandem.roster.Plan;
import school.tandem.ui.HeatTable.Cell;
import school.tandem.ui.Panel;
import school.tandem.ui.Texts;
import school.tandem.ui.TrendChart;
import school.tandem.ui.TrendChart.Mark;
import school.tandem.ui.TrendChart.Point;
import school.tandem.ui.TrendChart.Series;
import school.tandem.ui.TrendChart.Shade;

/** Measures week by week: lines, and the same as a table. */
final class WeeksPanel {

    private final Texts texts = Texts.here();
    private final OverTime over;
    private final String key;
    private final Function<Week, Figures> figures;
    private final List<Measure> measures;
    private final List<Measure> leftOut;

    /**
     * @param key of its texts, and the name of its file
     * @param figures which of a week's
     */
    WeeksPanel(OverTime over, String key, Function<Week, Figures> figures, List<Measure> measures) {
        this.over = over;
        this.key = key;
        this.figures = figures;
        this.measures = measures.stream().filter(this::tellsWhoDidNot).toList();
        this.leftOut = measures.stream().filter(measure -> !tellsWhoDidNot(measure)).toList();
    }

    /** Where only who did something is known, the share would always be all. */
    private boolean tellsWhoDidNot(Measure measure) {
        return over.history().weeks().stream()
                .map(week -> figures.apply(week).of(over.whole(), measure))
                .anyMatch(
                        answers -> answers.no() > 0 || answers.yes() > 0 && answers.unknown() == 0);
    }

    Panel panel() {
        return panel(texts.get("adoption." + key));
    }

    Panel panel(String heading) {
        List<Series> lines = lines();
        if (lines.stream().flatMap(line -> line.points().stream()).allMatch(WeeksPanel::isGap)) {
            Paragraph none =
                    new Paragraph(
                            texts.get(
                                    lines.isEmpty()
                                            ? "adoption.weeks.none"
                                            : "adoption.weeks.hidden"));
            none.addClassName("quiet");
            return new Panel(heading, none);
        }
        Files file = file(heading);
        Panel panel =
                new Panel(
                        heading,
                        new TrendChart(lines, marks(), shades(), words()),
                        new NativeDetails(texts.get("adoption.weeks.table"), new Div(file.table())),
                        How.of("adoption.how." + key, List.of()),
                        file.links());
        if (!leftOut.isEmpty()) {
            Paragraph without =
                    new Paragraph(texts.get("adoption.weeks.leftOut", "measures", names(leftOut)));
            without.addClassName("quiet");
            panel.with(without);
        }
        return panel;
    }

    private String names(List<Measure> some) {
        return some.stream()
                .map(measure -> texts.get("adoption.measure." + measure.code()))
                .collect(Collectors.joining(", "));
    }

    private List<Series> lines() {
        return measures.stream()
                .map(measure ->
                        new Series(
                                texts.get("adoption.measure." + measure.code()), points(measure)))
                .toList();
    }

    /** That of all habits starts anew where a source begins to tell of another one. */
    private List<Point> points(Measure measure) {
        List<Point> points = new ArrayList<>();
        Set<Measure> before = Set.of();
        for (Week week : over.history().weeks()) {
            Set<Measure> told = measure == Measure.ALL_HABITS ? told(week) : Set.of();
            points.add(point(week, measure, !told.equals(before) && !points.isEmpty()));
            before = told;
        }
        return points;
    }

    private Set<Measure> told(Week week) {
        return Measure.habits().stream()
                .filter(habit -> answers(week, habit).yes() + answers(week, habit).no() > 0)
                .collect(Collectors.toSet());
    }

    /** Whole per cent only, as in the table: a chart's data must not tell more. */
    private Point point(Week week, Measure measure, boolean fresh) {
        Shown shown = over.share(figures.apply(week), measure);
        OptionalDouble share = Cell.of(shown).share();
        if (share.isEmpty()) {
            return new Point(week.of().day(), null, 0, 100, false);
        }
        double score = Math.round(100 * share.getAsDouble());
        long unknown = Shares.unknown(shown, answers(week, measure));
        double low = Math.round(score * (100 - unknown) / 100);
        return new Point(
                week.of().day(),
                score,
                unknown == 0 ? score : low,
                unknown == 0 ? score : low + unknown,
                fresh);
    }

    private static boolean isGap(Point point) {
        return point.score() == null;
    }

    private Answers answers(Week week, Measure measure) {
        return over.answers(figures.apply(week), measure);
    }

    private List<Mark> marks() {
        List<Mark> marks = new ArrayList<>();
        Plan plan = over.plan();
        if (plan != null) {
            mark(marks, plan.firstTrainingOn(), "adoption.mark.training");
            mark(marks, plan.decisionOn(), "adoption.mark.decision");
            mark(marks, plan.moveOn(), "adoption.mark.move");
        }
        return marks;
    }

    /** A mark that lies outside of the school year would draw the lines together. */
    private void mark(List<Mark> marks, @Nullable LocalDate day, String name) {
        LocalDate first = over.history().weeks().getFirst().of().monday();
        LocalDate last = over.history().weeks().getLast().of().day().plusWeeks(8);
        if (day != null && !day.isBefore(first) && !day.isAfter(last)) {
            marks.add(new Mark(day, texts.get(name)));
        }
    }

    private List<Shade> shades() {
        return over.history().breaks().stream()
                .map(span -> new Shade(span.from(), span.until()))
                .toList();
    }

    private String words() {
        Week first = over.history().weeks().getFirst();
        Week last = over.history().weeks().getLast();
        List<String> words = new ArrayList<>();
        for (Measure measure : measures) {
            words.add(
                    texts.get(
                            "adoption.weeks.words",
                            "measure",
                            texts.get("adoption.measure." + measure.code()),
                            "before",
                            cell(first, measure),
                            "from",
                            texts.date(first.of().day()),
                            "now",
                            cell(last, measure),
                            "to",
                            texts.date(last.of().day())));
        }
        return String.join(" ", words);
    }

    private Files file(String heading) {
        List<String> columns = new ArrayList<>(List.of(texts.get("adoption.column.week")));
        measures.forEach(measure -> columns.add(texts.get("adoption.measure." + measure.code())));
        List<List<String>> rows = new ArrayList<>();
        for (Week week : over.history().weeks().reversed()) {
            List<String> row = new ArrayList<>(List.of(texts.date(week.of().day())));
            measures.forEach(measure -> row.add(cell(week, measure)));
            rows.add(row);
        }
        return new Files(over.file() + "-" + key, heading, columns, rows);
    }

    private String cell(Week week, Measure measure) {
        return Shares.words(over.share(figures.apply(week), measure), answers(week, measure));
    }
}
