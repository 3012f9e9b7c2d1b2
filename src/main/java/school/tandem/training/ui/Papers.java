package school.tandem.training.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import school.tandem.training.CourseMember;
import school.tandem.training.OwnCourse;
import school.tandem.ui.Actions;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** Ways to documents that people take along, and to what they bring from elsewhere. */
final class Papers {

    private Papers() {}

    static Div ownLinks(Place place) {
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

    /** Of somebody of the staff, for those who look after training. */
    static Anchor transcript(Place place, CourseMember one) {
        Texts texts = Texts.here();
        Anchor link =
                Actions.secondaryLink(
                        texts.get("training.transcript.open"),
                        place.link("transcript", "person", one.id().toString()));
        link.addClassName("in-row");
        link.setAriaLabel(texts.get("training.transcript.open.of", "name", one.name()));
        return plain(link);
    }

    /** To a page that is none of Flow's. */
    private static Anchor plain(Anchor link) {
        link.setRouterIgnore(true);
        return link;
    }
}
