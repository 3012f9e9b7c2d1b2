package school.tandem.readiness.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import school.tandem.readiness.Assessment.PillarResult;
import school.tandem.readiness.Level;
import school.tandem.readiness.Standing;
import school.tandem.ui.Badge;
import school.tandem.ui.Badge.Tone;
import school.tandem.ui.Panel;
import school.tandem.ui.Place;
import school.tandem.ui.RangeBar;
import school.tandem.ui.Texts;

/** The pillars, each with its range, its level and its biggest gap. */
final class PillarsPanel {

    private final Texts texts = Texts.here();
    private final Place place;
    private final Standing standing;

    PillarsPanel(Place place, Standing standing) {
        this.place = place;
        this.standing = standing;
    }

    Panel panel() {
        UnorderedList list = new UnorderedList();
        list.addClassName("pillars");
        list.setId("pillars");
        standing.assessment().pillars().forEach(pillar -> list.add(row(pillar)));
        return new Panel(texts.get("readiness.where"), list, new HowItIsCounted(standing));
    }

    private ListItem row(PillarResult pillar) {
        String name = texts.get("readiness.pillar." + pillar.pillar().code());
        boolean few = standing.isOfFew(pillar);
        return new ListItem(
                new Anchor(Sentence.link(place, pillar.pillar()), name),
                new RangeBar(
                        few ? 0 : pillar.low() / 100,
                        few ? 1 : pillar.high() / 100,
                        Level.READY_FROM / 100,
                        few ? name + ": " + texts.get("ui.hidden") : range(name, pillar)),
                few ? figure("–", new Badge(texts.get("ui.hidden"), Tone.QUIET)) : figure(pillar),
                gap(pillar));
    }

    private String range(String name, PillarResult pillar) {
        return texts.get(
                "readiness.bar",
                "name",
                name,
                "low",
                texts.number(Math.round(pillar.low())),
                "high",
                texts.number(Math.round(pillar.high())));
    }

    private Component figure(PillarResult pillar) {
        Integer level = pillar.level();
        boolean caps = pillar.pillar() == standing.assessment().cappedBy();
        Badge badge =
                caps && level != null
                        ? new Badge(
                                texts.get("ui.level." + level)
                                        + " · "
                                        + texts.get("readiness.caps"),
                                Tone.LOW)
                        : level == null
                                ? new Badge(texts.get("ui.unknown"), Tone.QUIET)
                                : Badge.ofLevel(level);
        return figure(
                level == null ? "–" : texts.number(Math.round(pillar.value().orElse(0))), badge);
    }

    private static Component figure(String said, Badge badge) {
        Span number = new Span();
        number.getElement().appendChild(new com.vaadin.flow.dom.Element("b").setText(said));
        Div figure = new Div(number, badge);
        figure.addClassName("figure");
        return figure;
    }

    private Component gap(PillarResult pillar) {
        Gap gap = Gap.of(place, standing, pillar);
        Component shown =
                gap.href().isEmpty() ? new Span(gap.text()) : new Anchor(gap.href(), gap.text());
        shown.addClassName("gap");
        return shown;
    }
}
