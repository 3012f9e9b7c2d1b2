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
import school.tandem.adoption.Measure;
import school.tandem.disclosure.Shown;
import school.tandem.ui.HeatTable.Cell;
import school.tandem.ui.Panel;
import school.tandem.ui.RangeBar;
import school.tandem.ui.Texts;

/**
 * Some measures of the whole school, their counts linked to the people behind them; or of a group,
 * whose counts are nobody's business.
 */
final class MeasuresPanel {

    private final Texts texts = Texts.here();
    private final Looked looked;
    private final Predicate<Measure> mayRead;

    /**
     * @param mayRead whether whoever looks may read the names behind a measure
     */
    MeasuresPanel(Looked looked, Predicate<Measure> mayRead) {
        this.looked = looked;
        this.mayRead = mayRead;
    }

    Panel panel(String heading, List<Measure> measures) {
        UnorderedList list = new UnorderedList();
        list.addClassName("pillars");
        measures.forEach(measure ->
                list.add(looked.asked().isOfSchool() ? ofSchool(measure) : ofGroup(measure)));
        return new Panel(
                heading,
                list,
                How.of("adoption.counted." + looked.asked().tab().code(), measures),
                file(heading, measures).links());
    }

    private ListItem ofSchool(Measure measure) {
        Answers answers = looked.shown().ofSchool(measure);
        double all = Math.max(1, answers.all());
        long known = answers.yes() + answers.no();
        String share =
                known == 0
                        ? texts.get("ui.unknown")
                        : texts.percent((double) answers.yes() / known);
        return row(
                measure,
                answers.all() == 0 ? 0 : answers.yes() / all,
                answers.all() == 0 ? 1 : (answers.yes() + answers.unknown()) / all,
                share,
                counts(measure, answers));
    }

    private ListItem ofGroup(Measure measure) {
        Shown shown = looked.share(looked.shown(), measure);
        Answers answers = looked.shown().of(looked.asked().group(), measure);
        double share = Cell.of(shown).share().orElse(0);
        double unknown = Shares.unknown(shown, answers) / 100.0;
        boolean told = Cell.of(shown).share().isPresent();
        Span more =
                new Span(
                        unknown == 0
                                ? ""
                                : texts.get("adoption.unknown", "share", texts.percent(unknown)));
        more.addClassName("gap");
        return row(
                measure,
                share * (1 - unknown),
                told ? share * (1 - unknown) + unknown : 1,
                Cell.of(shown).text(),
                more);
    }

    private ListItem row(Measure measure, double low, double high, String share, Component more) {
        String name = texts.get("adoption.measure." + measure.code());
        Span figure = new Span(share);
        figure.addClassName("figure");
        return new ListItem(
                new Span(name),
                new RangeBar(low, high, measure.target(), name + ": " + share),
                figure,
                more);
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
                    people > 0 && looked.asked().isWhole() && mayRead.test(measure)
                            ? new Anchor(
                                    AdoptionPeopleView.link(looked.place(), measure, answer), text)
                            : new Span(text));
        }
        return counts;
    }

    private Files file(String heading, List<Measure> measures) {
        return new Files(
                "adoption-" + looked.asked().tab().code(),
                heading,
                List.of(texts.get("adoption.column.measure"), texts.get("adoption.column.share")),
                measures.stream()
                        .map(measure ->
                                List.of(
                                        texts.get("adoption.measure." + measure.code()),
                                        Shares.words(
                                                looked.share(looked.shown(), measure),
                                                looked.shown()
                                                        .of(looked.asked().group(), measure))))
                        .toList());
    }
}
