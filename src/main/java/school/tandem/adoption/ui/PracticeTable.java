package school.tandem.adoption.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.CoursePractice;
import school.tandem.adoption.KaplanMeier.Median;
import school.tandem.adoption.KaplanMeier.Step;
import school.tandem.adoption.Pace;
import school.tandem.adoption.Pace.AtRisk;
import school.tandem.adoption.Told;
import school.tandem.ui.DataTable;
import school.tandem.ui.HeatTable;
import school.tandem.ui.Panel;
import school.tandem.ui.Texts;

/** Course by course: who was trained, what became of them, and how soon. */
final class PracticeTable {

    private final Texts texts = Texts.here();
    private final DataTable table;

    private PracticeTable() {
        List<String> columns = new ArrayList<>();
        for (String column :
                List.of(
                        "course",
                        "trained",
                        "before",
                        "practised",
                        "notYet",
                        "unfollowed",
                        "median")) {
            columns.add(texts.get("adoption.practice." + column));
        }
        Pace.DAYS.forEach(day -> columns.add(texts.get("adoption.practice.atRisk", "day", day)));
        table = new DataTable(texts.get("adoption.practice.table"), columns);
    }

    static Panel panel(List<CoursePractice> courses) {
        PracticeTable rows = new PracticeTable();
        courses.forEach(rows::add);
        String heading = rows.texts.get("adoption.practice.table");
        return new Panel(heading, rows.table, Files.links(PracticeFile.of(courses), heading));
    }

    private void add(CoursePractice one) {
        List<Component> cells = new ArrayList<>();
        cells.add(
                lines(
                        one.course().title(),
                        texts.get("adoption.practice.trains." + one.course().trains().code())));
        for (Told told :
                List.of(
                        one.trained(),
                        one.before(),
                        one.practised(),
                        one.notYet(),
                        one.unfollowed())) {
            cells.add(DataTable.text(word(told)));
        }
        Pace pace = one.pace();
        cells.add(
                pace == null
                        ? DataTable.text(HeatTable.Cell.of(one.practised().shown()).text())
                        : median(pace));
        for (int day : Pace.DAYS) {
            cells.add(
                    DataTable.text(
                            pace == null ? word(one.practised()) : word(pace.atRisk().get(day))));
        }
        table.row(cells.toArray(Component[]::new));
    }

    private String word(Told told) {
        return told.count() == null
                ? HeatTable.Cell.of(told.shown()).text()
                : texts.number(told.count());
    }

    private String word(@Nullable AtRisk atRisk) {
        if (atRisk == null) {
            return "";
        }
        return atRisk.people() == null
                ? texts.get("adoption.practice.few")
                : texts.number(atRisk.people());
    }

    private Component median(Pace pace) {
        Median median = pace.median();
        Step early = pace.early();
        if (pace.half().isPresent()) {
            return lines(texts.number(pace.half().getAsInt()), interval(median));
        }
        return early == null
                ? DataTable.text(texts.get("adoption.practice.notReached"))
                : lines(texts.get("adoption.practice.notReached"), share(early));
    }

    private String share(Step early) {
        return early.isStart()
                ? texts.get("adoption.practice.early.none", "days", Pace.EARLY)
                : texts.get(
                        "adoption.practice.early",
                        "days",
                        Pace.EARLY,
                        "share",
                        texts.percent(1 - early.share()),
                        "low",
                        texts.percent(1 - early.high()),
                        "high",
                        texts.percent(1 - early.low()));
    }

    private String interval(Median median) {
        OptionalInt low = median.low();
        OptionalInt high = median.high();
        return high.isPresent()
                ? texts.get(
                        "adoption.practice.interval", "low", low.orElse(0), "high", high.getAsInt())
                : texts.get("adoption.practice.interval.open", "low", low.orElse(0));
    }

    private static Component lines(String... lines) {
        Div both = new Div();
        both.addClassName("two-lines");
        for (String line : lines) {
            both.add(new Span(line));
        }
        return both;
    }
}
