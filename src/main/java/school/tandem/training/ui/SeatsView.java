package school.tandem.training.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import school.tandem.security.Access;
import school.tandem.security.Permission;
import school.tandem.training.Booking;
import school.tandem.training.Bookings;
import school.tandem.training.SeatList;
import school.tandem.training.SeatList.Seated;
import school.tandem.training.SessionId;
import school.tandem.training.Sessions;
import school.tandem.training.TrainingSession;
import school.tandem.ui.Actions;
import school.tandem.ui.CurrentPlace;
import school.tandem.ui.Empty;
import school.tandem.ui.Headline;
import school.tandem.ui.Notices;
import school.tandem.ui.Panel;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** The seats of one session: who has one, who waits, and booking for others. */
@Route(SeatsView.ROUTE)
@PermitAll
class SeatsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String ROUTE = "training/seats";

    private final transient CurrentPlace current;
    private final transient Sessions sessions;
    private final transient SeatList seats;
    private final transient Bookings bookings;
    private final transient BookForOthers forOthers;
    private final transient Access access;

    SeatsView(
            CurrentPlace current,
            Sessions sessions,
            SeatList seats,
            Bookings bookings,
            BookForOthers forOthers,
            Access access) {
        this.current = current;
        this.sessions = sessions;
        this.seats = seats;
        this.bookings = bookings;
        this.forOthers = forOthers;
        this.access = access;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        current.of(event).ifPresent(place -> show(place, SessionParameter.of(event.getLocation())));
    }

    @Override
    public String getPageTitle() {
        return Texts.here().get("training.seats.title");
    }

    private void show(Place place, SessionId id) {
        access.require(place.key(), Permission.MANAGE_TRAINING);
        Texts texts = Texts.here();
        TrainingSession session = sessions.find(place.key(), id);
        List<Seated> all = seats.of(place.key(), id);
        Runnable again = () -> show(place, id);
        removeAll();
        add(headline(session));
        Div actions =
                new Div(
                        Actions.secondaryLink(
                                texts.get("training.all"), place.link(TrainingView.ROUTE)),
                        Actions.secondaryLink(
                                texts.get("training.room"),
                                place.link(RoomView.ROUTE, "session", id.toString())));
        actions.addClassName("actions");
        add(
                actions,
                new Panel(
                        texts.get("training.seats.who"),
                        all.isEmpty()
                                ? new Empty(texts.get("training.seats.nobody"))
                                : SeatsTable.of(all, one -> leave(place, session, one, again))));
        forOthers.build(place, session, all, again).ifPresent(this::add);
    }

    private static Headline headline(TrainingSession session) {
        Texts texts = Texts.here();
        Integer capacity = session.capacity();
        return new Headline(
                texts.get(
                        capacity == null ? "training.seats.open" : "training.seats.limited",
                        "booked",
                        session.booked(),
                        "capacity",
                        capacity,
                        "waiting",
                        session.waiting()),
                texts.get(
                        "training.room.below",
                        "title",
                        session.title(),
                        "when",
                        texts.moment(session.startsAt(), session.zone())));
    }

    private void leave(Place place, TrainingSession session, Seated one, Runnable again) {
        List<Booking> given =
                bookings.leaveFor(place.key(), session.id(), List.of(one.booking().person()));
        again.run();
        Notices.done(
                Texts.here().get("training.seats.left", "name", one.name()),
                () -> {
                    bookings.takeBack(place.key(), session.id(), given);
                    again.run();
                });
    }
}
