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
        return new ListItem(
                new Anchor(Sentence.link(place, pillar.pillar()), name),
                new RangeBar(
                        pillar.low() / 100,
                        pillar.high() / 100,
                        Level.READY_FROM / 100,
                        texts.get(
                                "readiness.bar",
                                "name",
                                name,
                                "low",
                                texts.number(Math.round(pillar.low())),
                                "high",
                                texts.number(Math.round(pillar.high())))),
                figure(pillar),
                gap(pillar));
    }

    private Component figure(PillarResult pillar) {
        Integer level = pillar.level();
        Span number = new Span();
        number.getElement()
                .appendChild(
                        new com.vaadin.flow.dom.Element("b")
                                .setText(
                                        level == null
                                                ? "–"
                                                : texts.number(
                                                        Math.round(pillar.value().orElse(0)))));
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
