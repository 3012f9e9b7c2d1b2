package school.tandem.training.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.spring.annotation.SpringComponent;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import school.tandem.training.Feeds;
import school.tandem.ui.Actions;
import school.tandem.ui.Copyable;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** Gives an address for one's calendar, once, and ends it. */
@SpringComponent
class FeedPanel {

    private final Feeds feeds;

    FeedPanel(Feeds feeds) {
        this.feeds = feeds;
    }

    Component build(Place place, Feeds.Kind kind) {
        Div content = new Div();
        show(content, place, kind);
        return new NativeDetails(
                Texts.here()
                        .get(kind == Feeds.Kind.OWN ? "training.feed.own" : "training.feed.school"),
                content);
    }

    private void show(Div content, Place place, Feeds.Kind kind) {
        Texts texts = Texts.here();
        boolean has = feeds.has(place.key(), kind);
        Div actions =
                new Div(
                        Actions.secondary(
                                texts.get(has ? "training.feed.anew" : "training.feed.make"),
                                () -> {
                                    String path = feeds.make(place.key(), kind);
                                    show(content, place, kind);
                                    content.add(
                                            new Copyable(
                                                    texts.get("training.feed.address"),
                                                    baseUrl() + path),
                                            new Paragraph(texts.get("training.feed.once")));
                                }));
        actions.addClassName("actions");
        if (has) {
            actions.add(
                    Actions.secondary(
                            texts.get("training.feed.end"),
                            () -> {
                                feeds.end(place.key(), kind);
                                show(content, place, kind);
                            }));
        }
        content.removeAll();
        content.add(
                new Paragraph(texts.get(has ? "training.feed.has" : "training.feed.hasNot")),
                actions);
    }

    private static String baseUrl() {
        return ServletUriComponentsBuilder.fromContextPath(
                        VaadinServletRequest.getCurrent().getHttpServletRequest())
                .build()
                .toUriString();
    }
}
