package school.tandem.training.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import java.util.stream.Collectors;
import school.tandem.training.Attendance;
import school.tandem.training.AttendanceState;
import school.tandem.training.AttendanceVia;
import school.tandem.training.NameMatch;
import school.tandem.training.Room;
import school.tandem.training.RoomList;
import school.tandem.training.RoomList.Expected;
import school.tandem.ui.Actions;
import school.tandem.ui.Panel;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/**
 * One field for a sheet of paper and for whoever else came: the beginning of a name and Enter, and
 * on to the next, without waiting for an answer.
 */
@SpringComponent
class RoomTyping {

    /** Takes what was typed and clears the field at once, so that typing can go on. */
    private static final String TYPED =
            "event.key === 'Enter' ? (typed => { element.value = ''; return typed; })(element.value) : ''";

    private static final int NAMES_SHOWN = 6;

    private final RoomList rooms;
    private final Attendance attendance;

    RoomTyping(RoomList rooms, Attendance attendance) {
        this.rooms = rooms;
        this.attendance = attendance;
    }

    Component build(Place place, Room room, Runnable again) {
        Texts texts = Texts.here();
        Input field = new Input();
        field.setId("typing");
        field.addClassName("typing");
        field.getElement().setAttribute("autocomplete", "off");
        NativeLabel label = new NativeLabel(texts.get("training.room.type.label"));
        label.setFor(field);
        Paragraph hint = new Paragraph(texts.get("training.room.type.hint"));
        hint.addClassName("quiet");
        Div said = new Div();
        said.addClassName("typing-said");
        said.getElement().setAttribute("role", "status").setAttribute("aria-live", "polite");
        field.getElement()
                .addEventListener(
                        "keydown",
                        event ->
                                take(
                                        place,
                                        room,
                                        event.getEventData().get(TYPED).asString(),
                                        said,
                                        again))
                .setFilter("event.key === 'Enter'")
                .addEventData(TYPED);
        return new Panel(texts.get("training.room.type"), label, field, said, hint);
    }

    private void take(Place place, Room room, String typed, Div said, Runnable again) {
        if (typed.isBlank()) {
            return;
        }
        Texts texts = Texts.here();
        List<Expected> found = NameMatch.of(typed, rooms.staff(place.key(), room.session().id()));
        said.removeAll();
        if (found.isEmpty()) {
            said.setText(texts.get("training.room.type.nobody", "typed", typed.strip()));
        } else if (found.size() > 1) {
            said.setText(several(typed.strip(), found));
            found.stream()
                    .limit(NAMES_SHOWN)
                    .forEach(one ->
                            said.add(
                                    Actions.inRow(
                                            texts.get(
                                                    "training.room.walkIns.add",
                                                    "name",
                                                    one.name()),
                                            () -> tick(place, room, one, said, again))));
        } else {
            tick(place, room, found.getFirst(), said, again);
        }
    }

    private void tick(Place place, Room room, Expected one, Div said, Runnable again) {
        said.removeAll();
        Texts texts = Texts.here();
        String word = one.seen() ? "again" : one.listed() ? "ticked" : "added";
        said.setText(texts.get("training.room.type." + word, "name", one.name()));
        if (!one.seen()) {
            attendance.mark(
                    place.key(),
                    room.session().id(),
                    List.of(one.id()),
                    AttendanceState.PRESENT,
                    AttendanceVia.SHEET);
            again.run();
        }
    }

    private static String several(String typed, List<Expected> found) {
        String names =
                found.stream()
                        .limit(NAMES_SHOWN)
                        .map(Expected::name)
                        .collect(Collectors.joining(", "));
        return Texts.here()
                .get(
                        "training.room.type.several",
                        "typed",
                        typed,
                        "count",
                        found.size(),
                        "names",
                        names + (found.size() > NAMES_SHOWN ? " …" : ""));
    }
}
