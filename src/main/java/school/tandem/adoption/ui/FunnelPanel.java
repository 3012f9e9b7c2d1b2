package school.tandem.adoption.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import school.tandem.adoption.Answers;
import school.tandem.adoption.Figures;
import school.tandem.adoption.Measure;
import school.tandem.disclosure.Shown;
import school.tandem.ui.DataTable;
import school.tandem.ui.HeatTable.Cell;
import school.tandem.ui.Panel;
import school.tandem.ui.RangeBar;
import school.tandem.ui.Texts;

/** From the roster to all habits: of all students in class, how many came how far. */
final class FunnelPanel {

    /** A step, and which figures it is read from. */
    private record Step(Measure measure, Figures figures) {}

    private final Texts texts = Texts.here();
    private final Looked looked;

    FunnelPanel(Looked looked) {
        this.looked = looked;
    }

    /**
     * @param habits in the order in which they are usually begun
     */
    Panel panel(List<Measure> habits) {
        String heading = texts.get("adoption.funnel");
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(Measure.ACCOUNT, looked.inYear()));
        habits.stream()
                .filter(habit -> habit.isIndicator() || isKnown(habit))
                .forEach(habit -> steps.add(new Step(habit, looked.shown())));
        steps.add(new Step(Measure.ALL_HABITS, looked.shown()));
        List<String> columns =
                List.of(
                        texts.get("adoption.funnel.step"),
                        texts.get("adoption.funnel.reach"),
                        texts.get("adoption.column.share"),
                        texts.get("adoption.funnel.students"));
        DataTable table = new DataTable(heading, columns);
        List<List<String>> rows = new ArrayList<>();
        Answers roster = looked.shown().of(looked.asked().group(), Measure.HANDED_IN);
        Shown handedIn = looked.share(looked.shown(), Measure.HANDED_IN);
        String all =
                looked.asked().isOfSchool() && !(handedIn instanceof Shown.Hidden)
                        ? texts.number(roster.all())
                        : "";
        table.row(
                step("adoption.funnel.roster", "adoption.how.roster"),
                bar(1, 1, texts.get("adoption.funnel.roster")),
                DataTable.text(""),
                DataTable.text(all));
        rows.add(List.of(texts.get("adoption.funnel.roster"), "", all));
        steps.forEach(step -> add(step, table, rows));
        return new Panel(
                heading,
                table,
                How.of("adoption.how.funnel", List.of()),
                new Files(
                                "adoption-funnel",
                                heading,
                                List.of(columns.get(0), columns.get(2), columns.get(3)),
                                rows)
                        .links());
    }

    private boolean isKnown(Measure measure) {
        Answers answers = looked.shown().ofSchool(measure);
        return answers.yes() + answers.no() > 0;
    }

    private void add(Step step, DataTable table, List<List<String>> rows) {
        String code = step.measure().code();
        String name = "adoption.measure." + code;
        Answers answers = step.figures().of(looked.asked().group(), step.measure());
        Shown shown = looked.share(step.figures(), step.measure());
        String share = Shares.words(shown, answers);
        double unknown = Shares.unknown(shown, answers) / 100.0;
        double told = Cell.of(shown).share().orElse(0) * (1 - unknown);
        String count =
                looked.asked().isOfSchool() && shown instanceof Shown.Share
                        ? texts.number(answers.yes())
                        : "";
        table.row(
                step(name, "adoption.how.measure." + code),
                bar(
                        told,
                        Cell.of(shown).share().isPresent() ? told + unknown : 1,
                        texts.get(name) + ": " + share),
                DataTable.text(share),
                DataTable.text(count));
        rows.add(List.of(texts.get(name), share, count));
    }

    private Component step(String name, String how) {
        Div step = new Div(new Span(texts.get(name)), new Span(texts.get(how)));
        step.addClassName("two-lines");
        return step;
    }

    private static Component bar(double low, double high, String label) {
        return new RangeBar(low, high, label);
    }
}
