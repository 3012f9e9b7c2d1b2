package school.tandem.training.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.List;
import school.tandem.roster.Plans;
import school.tandem.roster.Schools;
import school.tandem.training.Booking;
import school.tandem.training.Bookings;
import school.tandem.training.CompletionState;
import school.tandem.training.Completions;
import school.tandem.training.OwnCourse;
import school.tandem.training.OwnTraining;
import school.tandem.training.OwnTraining.Mine;
import school.tandem.training.TrainingSession;
import school.tandem.ui.CurrentPlace;
import school.tandem.ui.DayField;
import school.tandem.ui.Empty;
import school.tandem.ui.FormDialog;
import school.tandem.ui.Headline;
import school.tandem.ui.Notices;
import school.tandem.ui.Panel;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** One's own training, for a phone: what is still to do, and a tap to say that it is done. */
@Route(MyTrainingView.ROUTE)
@PermitAll
class MyTrainingView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String ROUTE = "training/mine";

    private final transient CurrentPlace current;
    private final transient Schools schools;
    private final transient Plans plans;
    private final transient OwnTraining training;
    private final transient Completions completions;
    private final transient Bookings bookings;

    MyTrainingView(
            CurrentPlace current,
            Schools schools,
            Plans plans,
            OwnTraining training,
            Completions completions,
            Bookings bookings) {
        this.current = current;
        this.schools = schools;
        this.plans = plans;
        this.training = training;
        this.completions = completions;
        this.bookings = bookings;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        current.of(event).ifPresent(this::show);
    }

    @Override
    public String getPageTitle() {
        return Texts.here().get("training.mine");
    }

    private void show(Place place) {
        removeAll();
        training.of(place.key(), plans.shownAt(place))
                .ifPresentOrElse(
                        mine -> showMine(place, mine),
                        () ->
                                add(
                                        new Headline(Texts.here().get("training.mine.nobody"), ""),
                                        new Empty(Texts.here().get("training.bad.notOnStaff"))));
    }

    private void showMine(Place place, List<Mine> mine) {
        Texts texts = Texts.here();
        long open =
                mine.stream()
                        .map(Mine::course)
                        .filter(OwnCourse::required)
                        .filter(one -> one.state() == CompletionState.MISSING)
                        .count();
        add(
                new Headline(
                        texts.get("training.mine.headline", "open", open),
                        texts.get("training.mine.below")));
        OwnCourses list =
                new OwnCourses(
                        mine,
                        new OwnCourses.Acts(
                                one -> ask(place, one),
                                one -> takeBack(place, one),
                                session -> book(place, session),
                                session -> leave(place, session)));
        add(
                mine.isEmpty()
                        ? new Empty(texts.get("training.courses.none"))
                        : new Panel(texts.get("training.courses"), list));
    }

    private void book(Place place, TrainingSession session) {
        Booking booking = bookings.book(place.key(), session.id());
        show(place);
        Notices.done(
                Texts.here()
                        .get(
                                "training.seat.now." + booking.state().code(),
                                "title",
                                session.title()),
                () -> leave(place, session));
    }

    private void leave(Place place, TrainingSession session) {
        bookings.leave(place.key(), session.id());
        show(place);
    }

    private void ask(Place place, OwnCourse one) {
        Texts texts = Texts.here();
        DayField day = new DayField(texts.get("training.completedOn"));
        day.setValue(schools.today(schools.find(place.key())));
        FormDialog dialog =
                new FormDialog(
                        one.course().title(),
                        texts.get("training.mine.done"),
                        () -> log(place, one, day.getValue()));
        dialog.field("day", day);
        dialog.open();
    }

    private void log(Place place, OwnCourse one, @org.jspecify.annotations.Nullable LocalDate day) {
        completions.logOwn(place.key(), one.course().id(), day);
        show(place);
        Notices.done(
                Texts.here().get("training.mine.logged", "title", one.course().title()),
                () -> takeBack(place, one));
    }

    private void takeBack(Place place, OwnCourse one) {
        completions.takeBackOwn(place.key(), one.course().id());
        show(place);
    }
}
