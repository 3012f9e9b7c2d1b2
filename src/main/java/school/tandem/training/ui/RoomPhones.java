package school.tandem.training.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import school.tandem.roster.PersonId;
import school.tandem.training.PhoneRequest;
import school.tandem.training.Phones;
import school.tandem.training.Room;
import school.tandem.training.RoomList;
import school.tandem.training.RoomList.Expected;
import school.tandem.training.SessionId;
import school.tandem.ui.Actions;
import school.tandem.ui.Choice;
import school.tandem.ui.DataTable;
import school.tandem.ui.Notices;
import school.tandem.ui.Panel;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** The phones that ask to be known: whoever sees their holder says who it is. */
@SpringComponent
class RoomPhones {

    private final Phones phones;
    private final RoomList rooms;

    RoomPhones(Phones phones, RoomList rooms) {
        this.phones = phones;
        this.rooms = rooms;
    }

    Shown build(Place place, SessionId session, Runnable again) {
        return new Shown(place, session, again);
    }

    /** A phone's row, which never changes. */
    private record Asking(Component... cells) implements LiveRows.Row<PhoneRequest> {

        @Override
        public void show(PhoneRequest now) {}
    }

    /** Those that ask now; nothing where none does. */
    final class Shown extends Composite<Panel> {

        private final transient Texts texts = Texts.here();
        private final transient Place place;
        private final transient SessionId session;
        private final transient Runnable again;
        private final DataTable table =
                new DataTable(
                        texts.get("training.room.phones.table"),
                        List.of(texts.get("training.name"), texts.get("training.actions")));
        private final transient LiveRows<PhoneRequest> rows =
                new LiveRows<>(
                        table,
                        PhoneRequest::id,
                        one -> new Asking(DataTable.text(one.email()), answers(one)));
        private transient List<Optional<Expected>> staff = List.of();

        private Shown(Place place, SessionId session, Runnable again) {
            this.place = place;
            this.session = session;
            this.again = again;
        }

        @Override
        protected Panel initContent() {
            Paragraph below = new Paragraph(texts.get("training.room.phones.below"));
            below.addClassName("quiet");
            return new Panel("", below, table);
        }

        void show(Room now) {
            setVisible(!now.phones().isEmpty());
            getContent().head(texts.get("training.room.phones", "count", now.phones().size()));
            rows.show(now.phones());
        }

        private Component answers(PhoneRequest one) {
            PersonId person = one.person();
            String name = one.name();
            return DataTable.group(
                    person != null && name != null
                            ? Actions.primary(
                                    texts.get("training.room.phones.confirm", "name", name),
                                    () -> confirm(one, person, name))
                            : whoIsIt(one),
                    Actions.inRow(texts.get("training.room.phones.refuse"), () -> refuse(one)));
        }

        /** Nobody has that address: the trainer picks the name. */
        private Component whoIsIt(PhoneRequest one) {
            Component choice =
                    new Choice<>(
                            texts.get("training.room.phones.choose"),
                            staff(),
                            it ->
                                    it.map(Expected::name)
                                            .orElse(texts.get("training.room.phones.pick")),
                            Optional.<Expected>empty(),
                            it -> it.ifPresent(who -> confirm(one, who.id(), who.name())));
            return DataTable.group(
                    DataTable.text(texts.get("training.room.phones.nobody")), choice);
        }

        /** Nobody yet, and then all of the staff; read once, however many phones ask. */
        private List<Optional<Expected>> staff() {
            if (staff.isEmpty()) {
                staff = new ArrayList<>(List.of(Optional.empty()));
                rooms.staff(place.key(), session).forEach(one -> staff.add(Optional.of(one)));
            }
            return staff;
        }

        private void confirm(PhoneRequest one, PersonId person, String name) {
            phones.confirm(place.key(), session, one.id(), person);
            again.run();
            Notices.done(texts.get("training.room.phones.confirmed", "name", name));
        }

        private void refuse(PhoneRequest one) {
            phones.refuse(place.key(), session, one.id());
            again.run();
        }
    }
}
