package school.tandem.adoption.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** The sections of adoption, each at its own address. */
final class AdoptionTabs extends Composite<Nav> {

    /** A section; its code is also that of its texts. */
    enum Tab {
        STUDENTS,
        TEACHERS,
        ACCESS,
        CLASSES,
        GAPS,
        PRACTICE,
        SOURCES;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** Whether the past is told, week by week; what families have at home is that of today. */
        boolean hasWeeks() {
            return this != ACCESS;
        }

        private String link(Place place) {
            return switch (this) {
                case CLASSES -> place.link(ClassesView.ROUTE);
                case PRACTICE -> place.link(PracticeView.ROUTE);
                case SOURCES -> place.link(SourcesView.ROUTE);
                case GAPS -> place.link(GapsView.ROUTE);
                default -> place.link(AdoptionView.ROUTE, "show", code());
            };
        }
    }

    AdoptionTabs(Place place, Tab shown) {
        Texts texts = Texts.here();
        getContent().addClassName("tabs");
        getContent().getElement().setAttribute("aria-label", texts.get("adoption.title"));
        for (Tab tab : Tab.values()) {
            Anchor link = new Anchor(tab.link(place), texts.get("adoption.section." + tab.code()));
            if (tab == shown) {
                link.getElement().setAttribute("aria-current", "page");
            }
            getContent().add(link);
        }
    }
}
