package school.tandem.training.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.PersonId;
import school.tandem.training.Attendance;
import school.tandem.training.AttendanceState;
import school.tandem.training.AttendanceVia;
import school.tandem.training.Attendee;
import school.tandem.training.BookingState;
import school.tandem.training.Room;
import school.tandem.ui.Actions;
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

    Shown build(Place place, Room room, Runnable again) {
        return new Shown(place, room, again);
    }

    /** The list as it is now. */
    final class Shown extends Composite<Panel> {

        private final transient Place place;
        private final transient Runnable again;
        private final transient LiveRows<Attendee> rows;
        private final Paragraph nobody = new Paragraph(Texts.here().get("training.room.nobody"));
        private final NativeButton rest =
                Actions.secondary(Texts.here().get("training.room.rest"), this::askRest);
        private final Div actions = new Div(rest);
        private final DataTable table;
        private transient Room now;

        private Shown(Place place, Room room, Runnable again) {
            this.place = place;
            this.again = again;
            this.now = room;
            Texts texts = Texts.here();
            nobody.addClassName("quiet");
            actions.addClassName("actions");
            table =
                    new DataTable(
                            texts.get("training.room.people"),
                            List.of(
                                    texts.get("training.name"),
                                    texts.get("training.room.state"),
                                    texts.get("training.room.known")));
            rows = new LiveRows<>(table, Attendee::id, this::row);
        }

        @Override
        protected Panel initContent() {
            return new Panel(Texts.here().get("training.room.people")).with(actions, nobody, table);
        }

        void show(Room room) {
            now = room;
            nobody.setVisible(room.people().isEmpty());
            table.setVisible(!room.people().isEmpty());
            actions.setVisible(RoomView.isOpen(room) && !unseen(room).isEmpty());
            rows.show(room.people());
        }

        private LiveRows.Row<Attendee> row(Attendee one) {
            return RoomView.isOpen(now)
                    ? new RoomRow(
                            now.session(), one, (who, state) -> mark(place, now, who, state, again))
                    : new RoomRow(now.session(), one, null);
        }

        private void askRest() {
            RoomPeople.this.askRest(place, now, unseen(now), again);
        }
    }

    /** Who has a seat and of whom nothing is known. */
    private static List<Attendee> unseen(Room room) {
        return room.people().stream()
                .filter(one -> one.booking() == BookingState.BOOKED && one.state() == null)
                .toList();
    }

    private void mark(
            Place place, Room room, Attendee one, @Nullable AttendanceState state, Runnable again) {
        put(place, room, one, state);
        again.run();
        Notices.done(
                Texts.here()
                        .get(
                                "training.room.marked",
                                "name",
                                one.name(),
                                "state",
                                RoomRow.word(state)),
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
}
