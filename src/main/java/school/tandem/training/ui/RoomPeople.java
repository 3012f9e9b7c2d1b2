package school.tandem.training.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.PersonId;
import school.tandem.training.Attendance;
import school.tandem.training.AttendanceState;
import school.tandem.training.AttendanceVia;
import school.tandem.training.Attendee;
import school.tandem.training.BookingState;
import school.tandem.training.Room;
import school.tandem.training.TrainingSession;
import school.tandem.ui.Actions;
import school.tandem.ui.Badge;
import school.tandem.ui.Badge.Tone;
import school.tandem.ui.Choice;
import school.tandem.ui.DataTable;
import school.tandem.ui.FormDialog;
import school.tandem.ui.Notices;
import school.tandem.ui.Panel;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** The list of a room: everybody with what is known of them, to be changed in their row. */
@SpringComponent
class RoomPeople {

    private final Attendance attendance;

    RoomPeople(Attendance attendance) {
        this.attendance = attendance;
    }

    Component build(Place place, Room room, Runnable again) {
        Texts texts = Texts.here();
        Panel panel = new Panel(texts.get("training.room.people"));
        if (room.people().isEmpty()) {
            Paragraph nobody = new Paragraph(texts.get("training.room.nobody"));
            nobody.addClassName("quiet");
            return panel.with(nobody);
        }
        boolean open = RoomView.isOpen(room);
        List<Attendee> unseen = unseen(room);
        if (open && !unseen.isEmpty()) {
            Div actions =
                    new Div(
                            Actions.secondary(
                                    texts.get("training.room.rest"),
                                    () -> askRest(place, room, unseen, again)));
            actions.addClassName("actions");
            panel.with(actions);
        }
        DataTable table =
                new DataTable(
                        texts.get("training.room.people"),
                        List.of(
                                texts.get("training.name"),
                                texts.get("training.room.state"),
                                texts.get("training.room.known")));
        for (Attendee one : room.people()) {
            table.row(
                    name(one),
                    open ? choice(place, room, one, again) : badge(one.state()),
                    DataTable.text(known(room.session(), one)));
        }
        return panel.with(table);
    }

    /** Who has a seat and of whom nothing is known. */
    private static List<Attendee> unseen(Room room) {
        return room.people().stream()
                .filter(one -> one.booking() == BookingState.BOOKED && one.state() == null)
                .toList();
    }

    private static Component name(Attendee one) {
        String department = one.department();
        String below =
                one.booking() == null
                        ? Texts.here().get("training.room.walkIn")
                        : department == null ? "" : department;
        Div name = new Div(new Span(one.name()), new Span(below));
        name.addClassName("two-lines");
        return name;
    }

    private Component choice(Place place, Room room, Attendee one, Runnable again) {
        Texts texts = Texts.here();
        List<Optional<AttendanceState>> states = new ArrayList<>();
        states.add(Optional.empty());
        Arrays.stream(AttendanceState.values()).map(Optional::of).forEach(states::add);
        return new Choice<>(
                texts.get("training.room.mark", "name", one.name()),
                states,
                state -> word(state.orElse(null)),
                Optional.ofNullable(one.state()),
                state -> mark(place, room, one, state.orElse(null), again));
    }

    private void mark(
            Place place, Room room, Attendee one, @Nullable AttendanceState state, Runnable again) {
        put(place, room, one, state);
        again.run();
        Notices.done(
                Texts.here().get("training.room.marked", "name", one.name(), "state", word(state)),
                () -> {
                    put(place, room, one, one.state());
                    again.run();
                });
    }

    private void put(Place place, Room room, Attendee one, @Nullable AttendanceState state) {
        attendance.mark(
                place.key(), room.session().id(), List.of(one.id()), state, AttendanceVia.LIST);
    }

    private void askRest(Place place, Room room, List<Attendee> unseen, Runnable again) {
        Texts texts = Texts.here();
        CheckboxGroup<Attendee> missing = new CheckboxGroup<>();
        missing.setLabel(texts.get("training.room.rest.who"));
        missing.setItems(unseen);
        missing.setItemLabelGenerator(Attendee::name);
        missing.addClassName("many");
        FormDialog dialog =
                new FormDialog(
                        texts.get("training.room.rest"),
                        texts.get("training.room.rest.go"),
                        () ->
                                markRest(
                                        place,
                                        room,
                                        missing.getValue().stream().map(Attendee::id).toList(),
                                        again));
        dialog.field("people", missing);
        dialog.open();
    }

    private void markRest(Place place, Room room, List<PersonId> missing, Runnable again) {
        var key = place.key();
        var session = room.session().id();
        List<PersonId> marked = attendance.markRest(key, session, missing, AttendanceVia.LIST);
        again.run();
        Notices.done(
                Texts.here().get("training.room.rest.done", "count", marked.size()),
                () -> {
                    if (!marked.isEmpty()) {
                        attendance.mark(key, session, marked, null, AttendanceVia.LIST);
                    }
                    again.run();
                });
    }

    private static String word(@Nullable AttendanceState state) {
        return Texts.here()
                .get(
                        state == null
                                ? "training.room.notSeen"
                                : "training.room.state." + state.code());
    }

    private static Badge badge(@Nullable AttendanceState state) {
        return new Badge(
                word(state),
                state == null ? Tone.QUIET : state.counts() ? Tone.GOOD : Tone.MIDDLING);
    }

    private static String known(TrainingSession session, Attendee one) {
        AttendanceVia via = one.via();
        var at = one.at();
        if (via == null || at == null) {
            return "–";
        }
        Texts texts = Texts.here();
        String how =
                texts.get(
                        "training.room.via." + via.code(), "time", texts.time(at, session.zone()));
        return one.sentLater() ? texts.get("training.room.sentLater", "how", how) : how;
    }
}
