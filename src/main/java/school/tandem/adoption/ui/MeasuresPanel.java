package school.tandem.adoption.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import school.tandem.adoption.Answers;
import school.tandem.adoption.Figures;
import school.tandem.adoption.Measure;
import school.tandem.ui.Panel;
import school.tandem.ui.RangeBar;
import school.tandem.ui.Texts;

/** Some measures of the whole school, each with its definition beside it. */
final class MeasuresPanel {

    private MeasuresPanel() {}

    static Panel of(String heading, Figures figures, List<Measure> measures) {
        UnorderedList list = new UnorderedList();
        list.addClassName("pillars");
        measures.forEach(measure -> list.add(row(figures, measure)));
        return new Panel(heading, list);
    }

    private static ListItem row(Figures figures, Measure measure) {
        Texts texts = Texts.here();
        Answers answers = figures.ofSchool(measure);
        double all = Math.max(1, answers.all());
        long known = answers.yes() + answers.no();
        String name = texts.get("adoption.measure." + measure.code());
        String share =
                known == 0
                        ? texts.get("ui.unknown")
                        : texts.percent((double) answers.yes() / known);
        Span figure = new Span(share);
        figure.addClassName("figure");
        Span counts =
                new Span(
                        answers.all() == 0
                                ? texts.get("adoption.nobody")
                                : texts.get(
                                        "adoption.counts",
                                        "yes",
                                        answers.yes(),
                                        "no",
                                        answers.no(),
                                        "unknown",
                                        answers.unknown()));
        counts.addClassName("gap");
        return new ListItem(
                new Span(name),
                new RangeBar(
                        answers.all() == 0 ? 0 : answers.yes() / all,
                        answers.all() == 0 ? 1 : (answers.yes() + answers.unknown()) / all,
                        measure.target(),
                        name + ": " + share),
                figure,
                counts);
    }
}
