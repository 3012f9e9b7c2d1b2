package school.tandem.training.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import school.tandem.training.AttendanceState;
import school.tandem.training.AttendanceVia;
import school.tandem.training.Attendee;
import school.tandem.training.TrainingSession;
import school.tandem.ui.Badge;
import school.tandem.ui.Badge.Tone;
import school.tandem.ui.Choice;
import school.tandem.ui.Texts;

/** Somebody's row of a room's list; what is new is written into it, so that focus stays. */
final class RoomRow implements LiveRows.Row<Attendee> {

    private final TrainingSession session;
    private final Span below = new Span();
    private final Component[] cells;
    private final Span known = new Span();
    private final Div badge = new Div();
    private final @Nullable Choice<Optional<AttendanceState>> choice;
    private Attendee shown;

    /**
     * @param mark what to do when a state is chosen, with the person as they stand then; null: the
     *     session takes nothing any more
     */
    RoomRow(
            TrainingSession session,
            Attendee one,
            @Nullable BiConsumer<Attendee, @Nullable AttendanceState> mark) {
        this.session = session;
        this.shown = one;
        this.choice = mark == null ? null : choice(one, mark);
        Div name = new Div(new Span(one.name()), below);
        name.addClassName("two-lines");
        cells = new Component[] {name, choice == null ? badge : choice, known};
        show(one);
    }

    @Override
    public Component[] cells() {
        return cells;
    }

    @Override
    public void show(Attendee now) {
        shown = now;
        String department = now.department();
        below.setText(
                now.booking() == null
                        ? Texts.here().get("training.room.walkIn")
                        : department == null ? "" : department);
        if (choice != null) {
            choice.show(Optional.ofNullable(now.state()));
        } else {
            badge.removeAll();
            badge.add(badge(now.state()));
        }
        known.setText(known(now));
    }

    /** What a state is called; null: nothing is known. */
    static String word(@Nullable AttendanceState state) {
        return Texts.here()
                .get(
                        state == null
                                ? "training.room.notSeen"
                                : "training.room.state." + state.code());
    }

    private Choice<Optional<AttendanceState>> choice(
            Attendee one, BiConsumer<Attendee, @Nullable AttendanceState> mark) {
        List<Optional<AttendanceState>> states = new ArrayList<>();
        states.add(Optional.empty());
        Arrays.stream(AttendanceState.values()).map(Optional::of).forEach(states::add);
        return new Choice<>(
                Texts.here().get("training.room.mark", "name", one.name()),
                states,
                state -> word(state.orElse(null)),
                Optional.ofNullable(one.state()),
                state -> mark.accept(shown, state.orElse(null)));
    }

    private static Badge badge(@Nullable AttendanceState state) {
        return new Badge(
                word(state),
                state == null ? Tone.QUIET : state.counts() ? Tone.GOOD : Tone.MIDDLING);
    }

    private String known(Attendee one) {
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
