package school.tandem.importing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;
import school.tandem.importing.meetings.MeetingReader;
import school.tandem.importing.meetings.MeetingReport;
import school.tandem.importing.reading.Refused;
import school.tandem.security.Access;
import school.tandem.security.NotHere;
import school.tandem.security.Permission;
import school.tandem.training.MeetingAttendance;
import school.tandem.training.SessionId;
import school.tandem.training.Sessions;
import school.tandem.training.TrainingSession;
import school.tandem.ui.Actions;
import school.tandem.ui.CurrentPlace;
import school.tandem.ui.Headline;
import school.tandem.ui.Notices;
import school.tandem.ui.Panel;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** Marks who was at a session by the report of its meeting. */
@Route(MeetingView.ROUTE)
@PermitAll
class MeetingView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String ROUTE = "imports/meeting";
    private static final String TRAINING = "training";

    private final transient CurrentPlace current;
    private final transient Access access;
    private final transient Sessions sessions;
    private final transient MeetingAttendance attendance;
    private transient @Nullable Delivered delivered;

    MeetingView(
            CurrentPlace current, Access access, Sessions sessions, MeetingAttendance attendance) {
        this.current = current;
        this.access = access;
        this.sessions = sessions;
        this.attendance = attendance;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        current.of(event)
                .ifPresent(place -> {
                    SessionId id = id(event.getLocation());
                    access.require(place.key(), Permission.MANAGE_TRAINING);
                    showStart(place, sessions.find(place.key(), id));
                });
    }

    @Override
    public String getPageTitle() {
        return Texts.here().get("importing.meeting.title");
    }

    @Override
    protected void onDetach(DetachEvent event) {
        discard();
    }

    private static SessionId id(Location location) {
        String id = location.getQueryParameters().getSingleParameter("session").orElse("");
        if (!id.matches("\\d{1,18}")) {
            throw new NotHere("Session");
        }
        return new SessionId(Long.parseLong(id));
    }

    private void showStart(Place place, TrainingSession session) {
        Texts texts = Texts.here();
        discard();
        Delivered fresh = new Delivered();
        delivered = fresh;
        removeAll();
        add(
                new Headline(
                        texts.get("importing.meeting.headline", "title", session.title()),
                        texts.get(
                                "importing.meeting.headline.below",
                                "when",
                                texts.moment(session.startsAt(), session.zone()),
                                "minutes",
                                session.minutes())));
        add(
                new Panel(
                        texts.get("importing.meeting.bring"),
                        MeetingUpload.of(fresh, () -> read(place, session, fresh)),
                        back(place)));
    }

    private static Component back(Place place) {
        Div actions =
                new Div(
                        Actions.secondaryLink(
                                Texts.here().get("importing.meeting.back"), place.link(TRAINING)));
        actions.addClassName("actions");
        return actions;
    }

    private void read(Place place, TrainingSession session, Delivered here) {
        try {
            show(
                    place,
                    session,
                    MeetingReader.read(
                            here.files().getFirst(), here.name(), session.zone(), session.day()));
        } catch (Refused refused) {
            showStart(place, session);
            Notices.problem(Texts.here().get(refused.textKey(), refused.arguments()));
        }
    }

    /** Lets a person look at a report before anybody is marked by it. */
    void show(Place place, TrainingSession session, MeetingReport report) {
        removeAll();
        add(new MeetingPanel(attendance, place, session, report, () -> showStart(place, session)));
    }

    private void discard() {
        if (delivered != null) {
            delivered.discard();
            delivered = null;
        }
    }
}
