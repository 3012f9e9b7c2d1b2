package school.tandem.training.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.ArrayList;
import java.util.List;
import school.tandem.security.Access;
import school.tandem.security.Permission;
import school.tandem.training.Course;
import school.tandem.training.Feeds;
import school.tandem.training.Sessions;
import school.tandem.training.TrainingSession;
import school.tandem.ui.Actions;
import school.tandem.ui.DataTable;
import school.tandem.ui.Notices;
import school.tandem.ui.Panel;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** The sessions ahead and the last ones behind. */
@SpringComponent
class SessionsPanel {

    private static final int SHOWN = 20;

    private final Sessions sessions;
    private final SessionDialog dialog;
    private final FeedPanel feed;
    private final Access access;

    SessionsPanel(Sessions sessions, SessionDialog dialog, FeedPanel feed, Access access) {
        this.sessions = sessions;
        this.dialog = dialog;
        this.feed = feed;
        this.access = access;
    }

    Component build(Place place, List<Course> courses, Runnable reload) {
        Texts texts = Texts.here();
        List<TrainingSession> ahead = sessions.ahead(place.key(), SHOWN);
        List<TrainingSession> behind = sessions.behind(place.key(), SHOWN);
        Panel panel = new Panel(texts.get("training.sessions"));
        if (ahead.isEmpty()) {
            Paragraph none = new Paragraph(texts.get("training.sessions.none"));
            none.addClassName("quiet");
            panel.with(none);
        } else {
            panel.with(table(place, "training.sessions.ahead", ahead, courses, true, reload));
        }
        if (!behind.isEmpty()) {
            panel.with(
                    new H3(texts.get("training.sessions.behind")),
                    table(place, "training.sessions.behind", behind, courses, false, reload));
        }
        return panel.with(feed.build(place, Feeds.Kind.SCHOOL));
    }

    private DataTable table(
            Place place,
            String caption,
            List<TrainingSession> shown,
            List<Course> courses,
            boolean mayCancel,
            Runnable reload) {
        Texts texts = Texts.here();
        boolean manages = access.may(place.key(), Permission.MANAGE_TRAINING);
        List<String> columns =
                new ArrayList<>(
                        List.of(
                                texts.get("training.course"),
                                texts.get("training.when"),
                                texts.get("training.where"),
                                texts.get("training.people")));
        if (manages) {
            columns.add(texts.get("training.actions"));
        }
        DataTable table = new DataTable(texts.get(caption), columns);
        for (TrainingSession session : shown) {
            List<Component> cells = cells(session);
            if (manages) {
                cells.add(actions(place, session, courses, mayCancel, reload));
            }
            table.row(cells.toArray(Component[]::new));
        }
        return table;
    }

    private static List<Component> cells(TrainingSession session) {
        Texts texts = Texts.here();
        Div name = new Div(new Span(session.title()), new Span(session.trainer()));
        name.addClassName("two-lines");
        return new ArrayList<>(
                List.of(
                        name,
                        DataTable.text(texts.moment(session.startsAt(), session.zone())),
                        DataTable.text(session.where()),
                        DataTable.text(people(session))));
    }

    /** How many booked it, or were there and completed it. */
    private static String people(TrainingSession session) {
        Texts texts = Texts.here();
        List<String> said = new ArrayList<>();
        Integer capacity = session.capacity();
        if (session.attended() > 0) {
            said.add(texts.get("training.attended", "attended", session.attended()));
        } else if (capacity != null) {
            said.add(
                    texts.get(
                            "training.seats.of", "booked", session.booked(), "capacity", capacity));
        } else if (session.booked() > 0) {
            said.add(texts.get("training.seats", "booked", session.booked()));
        }
        if (session.waiting() > 0) {
            said.add(texts.get("training.seats.waiting", "waiting", session.waiting()));
        }
        if (session.completed() > 0) {
            said.add(texts.get("training.completedThere", "completed", session.completed()));
        }
        return String.join(", ", said);
    }

    private Component actions(
            Place place,
            TrainingSession session,
            List<Course> courses,
            boolean mayCancel,
            Runnable reload) {
        Texts texts = Texts.here();
        NativeButton change =
                Actions.inRow(
                        texts.get("training.change"),
                        () -> dialog.change(place.key(), session, courses, reload));
        Anchor room =
                Actions.secondaryLink(
                        texts.get("training.room"),
                        place.link(RoomView.ROUTE, "session", session.id().toString()));
        room.addClassName("in-row");
        return mayCancel
                ? DataTable.group(
                        room,
                        seats(place, session),
                        change,
                        Actions.inRow(
                                texts.get("training.session.cancel"),
                                () -> cancel(place, session, reload)))
                : DataTable.group(room, change, report(place, session));
    }

    private static Component seats(Place place, TrainingSession session) {
        Anchor link =
                Actions.secondaryLink(
                        Texts.here().get("training.seats.title"),
                        place.link(SeatsView.ROUTE, "session", session.id().toString()));
        link.addClassName("in-row");
        return link;
    }

    /** To the screen of another module, which reads meetings' reports. */
    private static Component report(Place place, TrainingSession session) {
        Anchor link =
                new Anchor(
                        place.link("imports/meeting", "session", session.id().toString()),
                        Texts.here().get("training.fromMeeting"));
        link.addClassNames("button", "in-row");
        return link;
    }

    private void cancel(Place place, TrainingSession session, Runnable reload) {
        sessions.cancel(place.key(), session.id());
        reload.run();
        Notices.done(
                Texts.here().get("training.session.cancelled", "title", session.title()),
                () -> {
                    sessions.giveBack(place.key(), session.id());
                    reload.run();
                });
    }
}
