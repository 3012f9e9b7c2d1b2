package school.tandem.training.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import school.tandem.training.OwnCourse;
import school.tandem.ui.Actions;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** Ways to what one takes along and what one brings: documents, and training from elsewhere. */
final class OwnPapers {

    private OwnPapers() {}

    static Div links(Place place) {
        Texts texts = Texts.here();
        Div links =
                new Div(
                        plain(
                                Actions.secondaryLink(
                                        texts.get("training.transcript"),
                                        place.link("transcript"))),
                        plain(
                                Actions.secondaryLink(
                                        texts.get("training.learning"), place.link("learning"))));
        links.addClassName("actions");
        return links;
    }

    static Anchor certificate(Place place, OwnCourse one) {
        Texts texts = Texts.here();
        Anchor link =
                new Anchor(
                        place.link("certificate", "course", one.course().id().toString()),
                        texts.get("training.certificate"));
        link.setAriaLabel(texts.get("training.certificate.for", "title", one.course().title()));
        return plain(link);
    }

    /** To a page that is none of Flow's. */
    private static Anchor plain(Anchor link) {
        link.setRouterIgnore(true);
        return link;
    }
}
