package school.tandem.training.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.spring.annotation.SpringComponent;
import school.tandem.training.Attendance;
import school.tandem.training.Room;
import school.tandem.ui.Actions;
import school.tandem.ui.Headline;
import school.tandem.ui.Notices;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** The sentence of a room, and what can be done with it as a whole. */
@SpringComponent
class RoomTop {

    private final Attendance attendance;

    RoomTop(Attendance attendance) {
        this.attendance = attendance;
    }

    Headline sentence(Room room) {
        Texts texts = Texts.here();
        var session = room.session();
        String when = texts.moment(session.startsAt(), session.zone());
        String below = texts.get("training.room.below", "title", session.title(), "when", when);
        String more =
                session.cancelled()
                        ? texts.get("training.room.cancelled")
                        : session.closedAt() == null
                                ? ""
                                : texts.get(
                                        "training.room.closed", "completed", session.completed());
        return new Headline(
                texts.get(
                        "training.room.headline", "here", room.here(), "expected", room.expected()),
                (below + ". " + more).strip());
    }

    /** The code, the sheet, and the end of it. */
    Component actions(Place place, Room room, Runnable again) {
        Texts texts = Texts.here();
        Div actions = new Div();
        actions.addClassName("actions");
        String id = room.session().id().toString();
        if (RoomView.isOpen(room)) {
            actions.add(
                    newTab(
                            Actions.primaryLink(
                                    texts.get("training.room.showCode"),
                                    place.link("training/code", "session", id))));
        }
        actions.add(
                newTab(
                        Actions.secondaryLink(
                                texts.get("training.room.sheet"),
                                place.link("training/sheet", "session", id))));
        if (RoomView.isOpen(room)) {
            actions.add(
                    newTab(
                            Actions.secondaryLink(
                                    texts.get("training.room.list"),
                                    place.link("training/list", "session", id))));
            actions.add(
                    Actions.secondary(
                            texts.get("training.room.close"), () -> close(place, room, again)));
        } else if (!room.session().cancelled()) {
            actions.add(
                    Actions.secondary(
                            texts.get("training.room.reopen"), () -> reopen(place, room, again)));
        }
        actions.add(new Anchor(place.link(PhonesView.ROUTE), texts.get("training.phones")));
        return actions;
    }

    private void close(Place place, Room room, Runnable again) {
        int completed = attendance.close(place.key(), room.session().id());
        again.run();
        Notices.done(
                Texts.here().get("training.room.wasClosed", "completed", completed),
                () -> reopen(place, room, again));
    }

    private void reopen(Place place, Room room, Runnable again) {
        attendance.reopen(place.key(), room.session().id());
        again.run();
    }

    /** The trainer's own screen stays where it is. */
    private static Anchor newTab(Anchor link) {
        link.setTarget(AnchorTarget.BLANK);
        link.setRouterIgnore(true);
        return link;
    }
}
