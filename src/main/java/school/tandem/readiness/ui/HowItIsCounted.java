package school.tandem.readiness.ui;

import com.vaadin.flow.component.Component;
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
import school.tandem.readiness.Model;
import school.tandem.readiness.Standing;
import school.tandem.ui.RangeBar;
import school.tandem.ui.Texts;

/** Folds out every indicator with its counts and target; made only for who opens it. */
final class HowItIsCounted extends NativeDetails {

    private final transient Texts texts = Texts.here();
    private final transient Standing standing;

    HowItIsCounted(Standing standing) {
        super(Texts.here().get("readiness.how"));
        this.standing = standing;
        addToggleListener(toggled -> {
            if (isOpen() && getContent() == null) {
                setContent(indicators());
            }
        });
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

    private ListItem indicator(IndicatorResult result) {
        Count count = result.count();
        boolean few = standing.isOfFew(result.indicator());
        String name = texts.get("readiness.indicator." + result.indicator().code());
        OptionalDouble middle = count.middle();
        String share =
                few
                        ? texts.get("ui.hidden")
                        : middle.isEmpty()
                                ? texts.get("ui.unknown")
                                : texts.percent(middle.getAsDouble());
        Span said =
                new Span(
                        few || count.n() == 0
                                ? texts.get(few ? "readiness.gap.few" : "readiness.count.none")
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
                        few ? 0 : count.low(),
                        few ? 1 : count.high(),
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
