package school.tandem.adoption.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import school.tandem.adoption.Gap;
import school.tandem.adoption.Gaps;
import school.tandem.adoption.Measure;
import school.tandem.disclosure.ShareDifference;
import school.tandem.disclosure.Shown;
import school.tandem.ui.DataTable;
import school.tandem.ui.HeatTable;
import school.tandem.ui.Panel;
import school.tandem.ui.TableExport;
import school.tandem.ui.Texts;

/** Gaps, the widest first, and the same as a file: both are made of the same cells. */
final class GapsTable {

    /** Which of the cells says between what bounds a gap lies. */
    private static final int INTERVAL = 4;

    /** Gaps that are all small do not look large. */
    private static final double NARROWEST = .1;

    private GapsTable() {}

    static Panel of(Measure habit, Gaps.Told told) {
        Texts texts = Texts.here();
        String heading = texts.get("adoption.gaps.of." + habit.code());
        List<String> columns = columns();
        List<List<String>> rows = told.gaps().stream().map(GapsTable::cells).toList();
        DataTable table = new DataTable(heading, columns);
        double widest = widest(told.gaps());
        told.gaps().forEach(gap -> table.row(shown(gap, widest)));
        TableExport file = new TableExport("gaps-" + habit.code(), columns, rows::forEach);
        Paragraph unsaid =
                new Paragraph(texts.get("adoption.gaps.notSaid", "kinds", notSaid(told)));
        unsaid.addClassName("quiet");
        return new Panel(heading, table, Files.links(file, heading), unsaid);
    }

    private static Component[] shown(Gap gap, double widest) {
        Component[] cells = cells(gap).stream().map(DataTable::text).toArray(Component[]::new);
        ShareDifference apart = gap.apart();
        if (apart != null) {
            cells[INTERVAL] = DataTable.group(cells[INTERVAL], bar(apart, gap.atLeast(), widest));
        }
        return cells;
    }

    /** The gap as a dot and its interval as a line, beside the line of no gap. */
    private static Component bar(ShareDifference apart, boolean atLeast, double widest) {
        Span bar = new Span(new Span(), new Span());
        bar.addClassName("gap-bar");
        bar.setClassName("told", apart.isTold());
        bar.getElement().setAttribute("aria-hidden", "true");
        bar.getStyle()
                .set("--gap", place(apart.gap() / widest))
                .set("--low", place((atLeast ? apart.gap() : apart.low()) / widest))
                .set("--high", place((atLeast ? apart.gap() : apart.high()) / widest));
        return bar;
    }

    /** How far the bars reach to each side: all are drawn to the same measure. */
    private static double widest(List<Gap> gaps) {
        return gaps.stream()
                .map(Gap::apart)
                .filter(Objects::nonNull)
                .flatMapToDouble(apart ->
                        DoubleStream.of(apart.gap(), apart.low(), apart.high()).map(Math::abs))
                .reduce(NARROWEST, Math::max);
    }

    /** Of the bar's width, where none is in its middle. */
    private static String place(double ofWidest) {
        return String.format(Locale.ROOT, "%.3f", Math.clamp((ofWidest + 1) / 2, 0, 1));
    }

    static List<String> columns() {
        Texts texts = Texts.here();
        return List.of(
                texts.get("adoption.gaps.group"),
                texts.get("adoption.gaps.share"),
                texts.get("adoption.gaps.rest"),
                texts.get("adoption.gaps.gap"),
                texts.get("adoption.gaps.interval"),
                texts.get("adoption.gaps.unknown"));
    }

    static List<String> cells(Gap gap) {
        Texts texts = Texts.here();
        List<String> cells = new ArrayList<>();
        cells.add(name(gap));
        cells.add(share(gap.share(), gap.known()));
        cells.add(share(gap.rest(), gap.restKnown()));
        ShareDifference apart = gap.apart();
        if (apart == null) {
            cells.add(texts.get("adoption.gaps.untold"));
            cells.add("");
        } else {
            cells.add(
                    texts.get(
                            "adoption.gaps.points",
                            "points",
                            Math.round(100 * gap.width()),
                            "way",
                            apart.gap() < 0 ? "fewer" : "more",
                            "bound",
                            gap.atLeast() ? "least" : "exact"));
            cells.add(
                    texts.get(
                            gap.isTold() ? "adoption.gaps.between" : "adoption.gaps.between.chance",
                            "low",
                            signed(apart.low()),
                            "high",
                            gap.atLeast() ? "" : signed(apart.high()),
                            "bound",
                            gap.atLeast() ? "least" : "exact"));
        }
        boolean hidden = gap.share() instanceof Shown.Hidden;
        long all = gap.known() + gap.unknown();
        cells.add(
                hidden || all == 0
                        ? texts.get("ui.hidden")
                        : texts.percent((double) gap.unknown() / all));
        return cells;
    }

    private static String share(Shown shown, long known) {
        Texts texts = Texts.here();
        String text = HeatTable.Cell.of(shown).text();
        return shown instanceof Shown.Hidden || shown instanceof Shown.Unknown
                ? text
                : texts.get("adoption.gaps.shareOf", "share", text, "n", known);
    }

    /** Whole points with their sign, a real minus. */
    private static String signed(double share) {
        long points = Math.round(100 * share);
        String number = Texts.here().number(Math.abs(points));
        return points < 0 ? "−" + number : points > 0 ? "+" + number : number;
    }

    static String name(Gap gap) {
        Texts texts = Texts.here();
        String kind = gap.group().kind();
        String key = gap.group().key();
        String known = "adoption.group." + kind + "." + key;
        String name =
                kind.equals("grade")
                        ? texts.get("adoption.people.grade", "grade", key)
                        : texts.has(known)
                                ? texts.get(known)
                                : texts.get("adoption.group." + kind, "key", key);
        return gap.orNotSaid() ? texts.get("adoption.group.orNotSaid", "group", name) : name;
    }

    /** Of each kind, of how many it is not known in which group they are. */
    private static String notSaid(Gaps.Told told) {
        Texts texts = Texts.here();
        return told.notSaid().entrySet().stream()
                .filter(kind -> !kind.getKey().startsWith("flag:"))
                .map(kind ->
                        texts.get("adoption.kind." + kind.getKey())
                                + " "
                                + (kind.getValue() instanceof Shown.Hidden
                                        ? texts.get("adoption.gaps.few")
                                        : HeatTable.Cell.of(kind.getValue()).text()))
                .collect(Collectors.joining(" · "));
    }
}
