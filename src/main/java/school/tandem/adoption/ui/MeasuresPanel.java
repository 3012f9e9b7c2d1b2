package school.tandem.adoption.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
 * whose counts are nobody's business, as are those of a school of few people.
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
                list.add(
                        looked.asked().isOfSchool() && Shares.areCountsTold(share(measure))
                                ? ofSchool(measure)
                                : ofGroup(measure)));
        return new Panel(
                heading,
                list,
                How.of("adoption.counted." + looked.asked().tab().code(), measures),
                file(heading, measures).links());
    }

    private ListItem ofSchool(Measure measure) {
        Answers answers = looked.shown().ofSchool(measure);
        double all = Math.max(1, answers.all());
        return row(
                measure,
                answers.all() == 0 ? 0 : answers.yes() / all,
                answers.all() == 0 ? 1 : (answers.yes() + answers.unknown()) / all,
                Cell.of(share(measure)).text(),
                counts(measure, answers));
    }

    private ListItem ofGroup(Measure measure) {
        Shown shown = share(measure);
        Answers answers = looked.shown().of(looked.asked().group(), measure);
        double share = Cell.of(shown).share().orElse(0);
        boolean told = Cell.of(shown).share().isPresent();
        double unknown = told ? Math.round(100.0 * answers.unknown() / answers.all()) / 100.0 : 0;
        Div more =
                new Div(
                        new Span(
                                unknown == 0
                                        ? ""
                                        : texts.get(
                                                "adoption.unknown",
                                                "share",
                                                texts.percent(unknown))));
        more.addClassNames("gap", "cell-group");
        if (leadsToPeople(measure)) {
            more.add(people(measure));
        }
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
                    people > 0 && leadsToPeople(measure)
                            ? link(measure, answer, text)
                            : new Span(text));
        }
        return counts;
    }

    /** The ways to them where nobody else may know how many they are: all, so that none tells. */
    private Component[] people(Measure measure) {
        return Stream.of(Answer.values())
                .map(answer ->
                        link(measure, answer, texts.get("adoption.people.of." + answer.code())))
                .toArray(Component[]::new);
    }

    private Anchor link(Measure measure, Answer answer, String text) {
        return new Anchor(AdoptionPeopleView.link(looked.place(), measure, answer), text);
    }

    private boolean leadsToPeople(Measure measure) {
        return looked.asked().isWhole() && mayRead.test(measure);
    }

    private Shown share(Measure measure) {
        return looked.share(looked.shown(), measure);
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
                                                share(measure),
                                                looked.shown()
                                                        .of(looked.asked().group(), measure))))
                        .toList());
    }
}
