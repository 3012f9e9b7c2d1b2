package school.tandem.adoption.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.Predicate;
import school.tandem.adoption.Answer;
import school.tandem.adoption.Answers;
import school.tandem.adoption.Figures;
import school.tandem.adoption.Measure;
import school.tandem.ui.Panel;
import school.tandem.ui.Place;
import school.tandem.ui.RangeBar;
import school.tandem.ui.Texts;

/** Some measures of the whole school, their counts linked to the people behind them. */
final class MeasuresPanel {

    private final Texts texts = Texts.here();
    private final Place place;
    private final Figures figures;
    private final Predicate<Measure> mayRead;

    /**
     * @param mayRead whether whoever looks may read the names behind a measure
     */
    MeasuresPanel(Place place, Figures figures, Predicate<Measure> mayRead) {
        this.place = place;
        this.figures = figures;
        this.mayRead = mayRead;
    }

    Panel panel(String heading, List<Measure> measures) {
        UnorderedList list = new UnorderedList();
        list.addClassName("pillars");
        measures.forEach(measure -> list.add(row(measure)));
        return new Panel(heading, list);
    }

    private ListItem row(Measure measure) {
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
        return new ListItem(
                new Span(name),
                new RangeBar(
                        answers.all() == 0 ? 0 : answers.yes() / all,
                        answers.all() == 0 ? 1 : (answers.yes() + answers.unknown()) / all,
                        measure.target(),
                        name + ": " + share),
                figure,
                counts(measure, answers));
    }

    private Component counts(Measure measure, Answers answers) {
        Div counts = new Div();
        counts.addClassNames("gap", "cell-group");
        if (answers.all() == 0) {
            counts.setText(texts.get("adoption.nobody"));
            return counts;
        }
        for (Answer answer : Answer.values()) {
            long people = answer.of(answers);
            String text = texts.get("adoption.count." + answer.code(), "count", people);
            counts.add(
                    people > 0 && mayRead.test(measure)
                            ? new Anchor(AdoptionPeopleView.link(place, measure, answer), text)
                            : new Span(text));
        }
        return counts;
    }
}
