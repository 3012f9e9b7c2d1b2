package school.tandem.readiness.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import java.util.List;
import school.tandem.readiness.Assessment.PillarResult;
import school.tandem.readiness.Standing;
import school.tandem.ui.AskFor;
import school.tandem.ui.Panel;
import school.tandem.ui.Texts;

/** The pillars of which nothing is known: whom to ask, and what to write to them. */
final class MissingSources {

    private MissingSources() {}

    static Component of(Standing standing) {
        Texts texts = Texts.here();
        List<PillarResult> missing =
                standing.assessment().pillars().stream()
                        .filter(pillar -> pillar.coverage() == 0)
                        .toList();
        if (missing.isEmpty()) {
            return new Div();
        }
        Panel panel = new Panel(texts.get("readiness.missing"));
        panel.setId("missing");
        for (PillarResult pillar : missing) {
            String code = pillar.pillar().code();
            String title = texts.get("readiness.pillar." + code);
            panel.with(
                    new NativeDetails(
                            title,
                            new AskFor(
                                    title,
                                    texts.get("readiness.ask." + code + ".whom"),
                                    texts.get(
                                            "readiness.ask." + code + ".message",
                                            "school",
                                            standing.school().name()))));
        }
        return panel;
    }
}
