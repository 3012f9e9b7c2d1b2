package school.tandem.adoption.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import school.tandem.adoption.SourcesOfData;
import school.tandem.adoption.SourcesOfData.Quality;
import school.tandem.adoption.SourcesOfData.Source;
import school.tandem.security.Access;
import school.tandem.security.Permission;
import school.tandem.ui.Actions;
import school.tandem.ui.CurrentPlace;
import school.tandem.ui.Empty;
import school.tandem.ui.Headline;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** Where the data about adoption come from, how fresh they are, and what to be careful with. */
@Route(SourcesView.ROUTE)
@PermitAll
class SourcesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String ROUTE = "adoption/sources";

    private final transient CurrentPlace current;
    private final transient SourcesOfData data;
    private final transient Access access;

    SourcesView(CurrentPlace current, SourcesOfData data, Access access) {
        this.current = current;
        this.data = data;
        this.access = access;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        current.of(event).ifPresent(this::show);
    }

    @Override
    public String getPageTitle() {
        return Texts.here().get("adoption.section.sources");
    }

    private void show(Place place) {
        Quality quality = data.of(place.key());
        removeAll();
        add(headline(quality), new AdoptionTabs(place, AdoptionTabs.Tab.SOURCES));
        if (quality.sources().isEmpty()) {
            add(empty(place));
            return;
        }
        add(SourcePanels.sources(quality), SourcePanels.careful(quality));
        Paragraph counted = new Paragraph(Texts.here().get("adoption.counted.sources"));
        counted.addClassName("quiet");
        add(counted);
    }

    private static Component headline(Quality quality) {
        Texts texts = Texts.here();
        List<Source> stale = quality.sources().stream().filter(Source::isStale).toList();
        String below =
                quality.silentDays().isEmpty()
                        ? texts.get("adoption.sources.noSilence", "days", quality.schoolDays())
                        : texts.get(
                                "adoption.sources.silence",
                                "silent",
                                quality.silentDays().size(),
                                "days",
                                quality.schoolDays());
        if (quality.sources().isEmpty()) {
            return new Headline(texts.get("adoption.sources.headline.none"), "");
        }
        return new Headline(
                stale.isEmpty()
                        ? texts.get(
                                "adoption.sources.headline.fresh",
                                "sources",
                                quality.sources().size())
                        : texts.get(
                                "adoption.sources.headline.stale",
                                "stale",
                                stale.size(),
                                "name",
                                SourcePanels.name(stale.getFirst().name()),
                                "days",
                                stale.getFirst().daysAgo()),
                below);
    }

    private Component empty(Place place) {
        Texts texts = Texts.here();
        return access.may(place.key().district(), Permission.IMPORT)
                ? new Empty(
                        texts.get("adoption.sources.empty"),
                        Actions.primaryLink(texts.get("adoption.import"), place.link("imports")))
                : new Empty(texts.get("adoption.sources.empty"));
    }
}
