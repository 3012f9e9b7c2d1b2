package school.tandem.training.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import school.tandem.training.Booking;
import school.tandem.training.BookingState;
import school.tandem.training.CompletionState;
import school.tandem.training.OwnCourse;
import school.tandem.training.OwnTraining.Mine;
import school.tandem.training.OwnTraining.Seat;
import school.tandem.training.TrainingSession;
import school.tandem.ui.Actions;
import school.tandem.ui.Badge;
import school.tandem.ui.Badge.Tone;
import school.tandem.ui.DataTable;
import school.tandem.ui.Texts;

/** One's courses, each with the next thing to do about it. */
final class OwnCourses extends UnorderedList {

    /** What the buttons of a course do, and the link to its certificate. */
    record Acts(
            Consumer<OwnCourse> say,
            Consumer<OwnCourse> takeBack,
            Consumer<TrainingSession> book,
            Consumer<TrainingSession> leave,
            Function<OwnCourse, Component> certificate) {}

    private final transient Texts texts = Texts.here();
    private final transient Acts acts;

    OwnCourses(List<Mine> mine, Acts acts) {
        this.acts = acts;
        addClassName("own-courses");
        mine.forEach(one -> add(row(one)));
    }

    private ListItem row(Mine one) {
        ListItem row = new ListItem(about(one), state(one));
        if (one.course().state() == CompletionState.MISSING && one.booked() == null) {
            Component choice = choice(one);
            if (choice != null) {
                row.add(choice);
            }
        }
        return row;
    }

    private Component about(Mine one) {
        Div about = new Div(new Span(one.course().course().title()), new Span(said(one)));
        about.addClassName("two-lines");
        Seat seat = one.booked();
        if (seat != null && one.course().state() == CompletionState.MISSING) {
            about.add(new Span(seatSaid(seat)));
        }
        return about;
    }

    private String said(Mine one) {
        OwnCourse course = one.course();
        if (course.completedOn() != null) {
            return texts.get("training.mine.on", "day", texts.date(course.completedOn()));
        }
        String what =
                texts.get(
                        course.required() ? "training.mine.required" : "training.mine.optional",
                        "minutes",
                        course.course().minutes());
        String missed = one.missed() ? " · " + texts.get("training.mine.missed") : "";
        return one.due() == null
                ? what + missed
                : what
                        + " · "
                        + texts.get("training.mine.due", "day", texts.shortDate(one.due()))
                        + missed;
    }

    private String seatSaid(Seat seat) {
        TrainingSession session = seat.session();
        Booking booking = seat.booking();
        Instant until = booking.offeredUntil();
        String when = texts.moment(session.startsAt(), session.zone());
        String where = session.where();
        return texts.get(
                "training.seat." + booking.state().code(),
                "when",
                where.isEmpty() ? when : when + ", " + where,
                "until",
                until == null ? "" : texts.moment(until, session.zone()));
    }

    private Component state(Mine one) {
        OwnCourse course = one.course();
        return switch (course.state()) {
            case CONFIRMED ->
                    DataTable.group(
                            new Badge(texts.get("training.state.confirmed"), Tone.GOOD),
                            acts.certificate().apply(course));
            case LOGGED ->
                    DataTable.group(
                            new Badge(texts.get("training.state.logged"), Tone.MIDDLING),
                            Actions.inRow(
                                    texts.get("ui.undo"), () -> acts.takeBack().accept(course)));
            case MISSING -> toDo(course, one.booked());
        };
    }

    private Component toDo(OwnCourse course, @Nullable Seat seat) {
        Component say =
                Actions.inRow(texts.get("training.mine.done"), () -> acts.say().accept(course));
        if (seat == null) {
            return DataTable.group(say);
        }
        Component leave =
                Actions.inRow(
                        texts.get("training.seat.leave"),
                        () -> acts.leave().accept(seat.session()));
        return seat.booking().state() == BookingState.OFFERED
                ? DataTable.group(
                        Actions.primary(
                                texts.get("training.seat.accept"),
                                () -> acts.book().accept(seat.session())),
                        leave)
                : DataTable.group(say, leave);
    }

    /** The sessions to choose from; null: none is planned. */
    private @Nullable Component choice(Mine one) {
        if (one.sessions().isEmpty()) {
            return null;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("sessions-to-choose");
        one.sessions().forEach(session -> list.add(session(session)));
        return new NativeDetails(
                texts.get("training.mine.choose", "count", one.sessions().size()), list);
    }

    private ListItem session(TrainingSession session) {
        Div about =
                new Div(
                        new Span(texts.moment(session.startsAt(), session.zone())),
                        new Span(where(session)));
        about.addClassName("two-lines");
        return new ListItem(
                about,
                Actions.inRow(
                        texts.get(session.full() ? "training.seat.wait" : "training.seat.take"),
                        () -> acts.book().accept(session)));
    }

    private String where(TrainingSession session) {
        String place = session.where();
        Integer capacity = session.capacity();
        String seats =
                capacity == null
                        ? ""
                        : texts.get("training.seats.free", "free", capacity - session.booked());
        return place.isEmpty() || seats.isEmpty() ? place + seats : place + " · " + seats;
    }
}
