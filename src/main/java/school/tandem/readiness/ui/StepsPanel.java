package school.tandem.readiness.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import java.util.List;
import school.tandem.readiness.NextSteps.Ranked;
import school.tandem.ui.Panel;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** What would help most, and apart from it what would tell most. */
final class StepsPanel {

    private static final int HELPING = 4;
    private static final int TELLING = 3;

    private final Texts texts = Texts.here();
    private final Place place;
    private final List<Ranked> helping;
    private final List<Ranked> telling;

    StepsPanel(Place place, List<Ranked> helping, List<Ranked> telling) {
        this.place = place;
        this.helping = helping;
        this.telling = telling;
    }

    Panel panel() {
        return new Panel(
                texts.get("readiness.help"),
                list(helping, HELPING, "+", "readiness.help.none"),
                new H3(texts.get("readiness.tell")),
                list(telling, TELLING, "±", "readiness.tell.none"));
    }

    private Component list(List<Ranked> steps, int most, String sign, String none) {
        if (steps.isEmpty()) {
            Paragraph nothing = new Paragraph(texts.get(none));
            nothing.addClassName("quiet");
            return nothing;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("actions-list");
        steps.stream().limit(most).forEach(step -> list.add(row(step, sign)));
        return list;
    }

    private ListItem row(Ranked ranked, String sign) {
        boolean few = ranked.step().isOfFew();
        ListItem row = new ListItem();
        row.getElement()
                .appendChild(
                        new Element("b")
                                .setText(few ? sign : sign + texts.decimal(ranked.points())));
        Span more = new Span(few ? texts.get("ui.hidden") : hours(ranked));
        more.addClassName("quiet");
        row.add(
                new Anchor(
                        link(place, ranked.step().href()),
                        texts.get(ranked.step().textKey(), ranked.step().arguments())),
                more);
        return row;
    }

    private String hours(Ranked ranked) {
        double hours = ranked.step().hours();
        String time =
                hours < 1
                        ? texts.get(
                                "readiness.minutes", "count", Math.max(1, Math.round(hours * 60)))
                        : texts.get("readiness.hours", "count", Math.round(hours));
        return ranked.lifts() ? time + " · " + texts.get("readiness.lifts") : time;
    }

    /** A step's address, which knows no school, as one of this place. */
    static String link(Place place, String href) {
        int at = href.indexOf('?');
        if (at < 0) {
            return place.link(href);
        }
        String[] parameter = href.substring(at + 1).split("=", 2);
        return place.link(href.substring(0, at), parameter[0], parameter[1]);
    }
}
