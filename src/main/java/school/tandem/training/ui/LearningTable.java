package school.tandem.training.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Consumer;
import school.tandem.training.Learning;
import school.tandem.ui.Actions;
import school.tandem.ui.DataTable;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** What waits to be approved, with its evidence. */
final class LearningTable {

    private LearningTable() {}

    static DataTable of(
            Place place,
            List<Learning> waiting,
            Consumer<Learning> approve,
            Consumer<Learning> sendBack) {
        Texts texts = Texts.here();
        DataTable table =
                new DataTable(
                        texts.get("training.external"),
                        List.of(
                                texts.get("training.name"),
                                texts.get("training.external.what"),
                                texts.get("training.completedOn"),
                                texts.get("training.actions")));
        for (Learning one : waiting) {
            table.row(
                    DataTable.text(one.name()),
                    about(one),
                    DataTable.text(texts.date(one.completedOn())),
                    DataTable.group(
                            evidence(place, one),
                            Actions.inRow(
                                    texts.get("training.external.approve"),
                                    () -> approve.accept(one)),
                            Actions.inRow(
                                    texts.get("training.external.return"),
                                    () -> sendBack.accept(one))));
        }
        return table;
    }

    private static Div about(Learning one) {
        Texts texts = Texts.here();
        String minutes = texts.get("training.course.about", "minutes", one.minutes());
        String provider = one.provider().isEmpty() ? minutes : one.provider() + " · " + minutes;
        Div about = new Div(new Span(one.title()), new Span(provider));
        if (one.course() != null) {
            about.add(new Span(texts.get("training.external.for", "course", one.course())));
        }
        about.addClassName("two-lines");
        return about;
    }

    private static Anchor evidence(Place place, Learning one) {
        Anchor link =
                new Anchor(
                        place.link("learning/evidence", "learning", one.id().toString()),
                        Texts.here().get("training.learning.evidence"));
        link.addClassNames("button", "secondary", "in-row");
        link.setRouterIgnore(true);
        return link;
    }
}
