package school.tandem.readiness.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.OptionalDouble;
import school.tandem.readiness.Assessment.IndicatorResult;
import school.tandem.readiness.Assessment.PillarResult;
import school.tandem.readiness.Count;
import school.tandem.readiness.Level;
import school.tandem.readiness.Model;
import school.tandem.readiness.Standing;
import school.tandem.ui.Badge;
import school.tandem.ui.Badge.Tone;
import school.tandem.ui.Panel;
import school.tandem.ui.Place;
import school.tandem.ui.RangeBar;
import school.tandem.ui.Texts;

/** The pillars, each with its range, its level and its biggest gap; its indicators fold out. */
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
        return new Panel(
                texts.get("readiness.where"),
                list,
                new NativeDetails(texts.get("readiness.how"), indicators()));
    }

    /** What each pillar is counted from, its own share and target beside it. */
    private Component indicators() {
        Div all = new Div(new Paragraph(sensitivity()));
        for (PillarResult pillar : standing.assessment().pillars()) {
            UnorderedList list = new UnorderedList();
            list.addClassName("indicators");
            pillar.indicators().forEach(one -> list.add(indicator(one)));
            all.add(
                    new H3(
                            texts.get(
                                    "readiness.how.pillar",
                                    "name",
                                    texts.get("readiness.pillar." + pillar.pillar().code()),
                                    "weight",
                                    texts.percent(pillar.pillar().weight()))),
                    list);
        }
        return all;
    }

    /** How much the level hangs on what is unknown, and on the weights, which are judgement. */
    private String sensitivity() {
        return standing.assessment().level() == null
                ? texts.get("readiness.how.judgement")
                : texts.get(
                        "readiness.how.stability",
                        "share",
                        texts.percent(Model.stability(standing.counts(), standing.gates())));
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

    private ListItem indicator(IndicatorResult result) {
        Count count = result.count();
        String name = texts.get("readiness.indicator." + result.indicator().code());
        OptionalDouble middle = count.middle();
        String share =
                middle.isEmpty() ? texts.get("ui.unknown") : texts.percent(middle.getAsDouble());
        Span said =
                new Span(
                        count.n() == 0
                                ? texts.get("readiness.count.none")
                                : texts.get(
                                        "readiness.count",
                                        "yes",
                                        count.yes(),
                                        "no",
                                        count.no(),
                                        "unknown",
                                        count.unknown(),
                                        "all",
                                        count.n()));
        said.addClassName("gap");
        return new ListItem(
                new Span(name),
                new RangeBar(
                        count.low(),
                        count.high(),
                        result.indicator().target(),
                        name + ": " + share),
                new Span(
                        texts.get(
                                "readiness.ofTarget",
                                "share",
                                share,
                                "target",
                                texts.percent(result.indicator().target()))),
                said);
    }
}
