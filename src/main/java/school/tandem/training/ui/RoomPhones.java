package school.tandem.training.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
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

    Component build(Place place, Room room, Runnable again) {
        if (room.phones().isEmpty()) {
            return new Div();
        }
        Texts texts = Texts.here();
        String heading = texts.get("training.room.phones", "count", room.phones().size());
        Paragraph below = new Paragraph(texts.get("training.room.phones.below"));
        below.addClassName("quiet");
        DataTable table =
                new DataTable(
                        heading,
                        List.of(texts.get("training.name"), texts.get("training.actions")));
        for (PhoneRequest one : room.phones()) {
            table.row(DataTable.text(one.email()), answers(place, room, one, again));
        }
        return new Panel(heading, below, table);
    }

    private Component answers(Place place, Room room, PhoneRequest one, Runnable again) {
        Texts texts = Texts.here();
        PersonId person = one.person();
        String name = one.name();
        return DataTable.group(
                person != null && name != null
                        ? Actions.primary(
                                texts.get("training.room.phones.confirm", "name", name),
                                () -> confirm(place, room, one, person, name, again))
                        : whoIsIt(place, room, one, again),
                Actions.inRow(
                        texts.get("training.room.phones.refuse"),
                        () -> {
                            phones.refuse(place.key(), room.session().id(), one.id());
                            again.run();
                        }));
    }

    /** Nobody has that address: the trainer picks the name. */
    private Component whoIsIt(Place place, Room room, PhoneRequest one, Runnable again) {
        Texts texts = Texts.here();
        List<Optional<RoomList.Expected>> staff = new ArrayList<>();
        staff.add(Optional.empty());
        rooms.staff(place.key(), room.session().id()).forEach(it -> staff.add(Optional.of(it)));
        Component choice =
                new Choice<>(
                        texts.get("training.room.phones.choose"),
                        staff,
                        it ->
                                it.map(RoomList.Expected::name)
                                        .orElse(texts.get("training.room.phones.pick")),
                        Optional.<RoomList.Expected>empty(),
                        it ->
                                it.ifPresent(who ->
                                        confirm(place, room, one, who.id(), who.name(), again)));
        return DataTable.group(DataTable.text(texts.get("training.room.phones.nobody")), choice);
    }

    private void confirm(
            Place place,
            Room room,
            PhoneRequest one,
            PersonId person,
            String name,
            Runnable again) {
        phones.confirm(place.key(), room.session().id(), one.id(), person);
        again.run();
        Notices.done(Texts.here().get("training.room.phones.confirmed", "name", name));
    }
}
