package school.tandem.training.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import school.tandem.training.Room;
import school.tandem.training.RoomList;
import school.tandem.training.SessionId;
import school.tandem.ui.CurrentPlace;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/**
 * A session's room while it fills: who is here, which phones ask to be known, who else came. What
 * phones do is seen within two seconds.
 */
@Route(RoomView.ROUTE)
@PermitAll
class RoomView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String ROUTE = "training/room";

    private static final int ASK_EVERY_MS = 1500;

    private final transient CurrentPlace current;
    private final transient RoomList rooms;
    private final transient RoomParts parts;
    private final Div sentence = new Div();
    private final Div actions = new Div();
    private final Div phones = new Div();
    private final Div typing = new Div();
    private final Div people = new Div();
    private transient @Nullable Place place;
    private transient @Nullable SessionId session;
    private transient @Nullable Room shown;
    private transient List<Consumer<Room>> following = List.of();
    private @Nullable Registration polling;

    RoomView(CurrentPlace current, RoomList rooms, RoomParts parts) {
        this.current = current;
        this.rooms = rooms;
        this.parts = parts;
        add(sentence, actions, phones, typing, people);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        current.of(event)
                .ifPresent(found -> {
                    place = found;
                    session = SessionParameter.of(event.getLocation());
                    shown = null;
                    follow();
                });
    }

    @Override
    public String getPageTitle() {
        return Texts.here().get("training.room");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().setPollInterval(ASK_EVERY_MS);
        polling = event.getUI().addPollListener(poll -> follow());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        event.getUI().setPollInterval(-1);
        if (polling != null) {
            polling.remove();
        }
    }

    /** Reads the room and shows what has changed since; what somebody types or opens stays. */
    private void follow() {
        if (place == null || session == null) {
            return;
        }
        Room now = rooms.of(place.key(), session);
        Room before = shown;
        if (now.equals(before)) {
            return;
        }
        shown = now;
        put(sentence, parts.top().sentence(now));
        if (before == null || isOpen(before) != isOpen(now)) {
            rebuild(place, now);
        }
        following.forEach(part -> part.accept(now));
    }

    /** What there is to do in an open room is another thing than in a closed one. */
    private void rebuild(Place here, Room now) {
        RoomPhones.Shown asking = parts.phones().build(here, now.session().id(), this::follow);
        RoomPeople.Shown seen = parts.people().build(here, now, this::follow);
        following = List.of(asking::show, seen::show);
        put(actions, parts.top().actions(here, now, this::follow));
        put(phones, asking);
        put(typing, isOpen(now) ? parts.typing().build(here, now, this::follow) : new Div());
        put(people, seen);
    }

    static boolean isOpen(Room room) {
        return room.session().closedAt() == null && !room.session().cancelled();
    }

    /**
     * Not called replace: of a Div that would be the inherited one, which swaps the part itself.
     */
    private static void put(Div part, Component content) {
        part.removeAll();
        part.add(content);
    }
}
