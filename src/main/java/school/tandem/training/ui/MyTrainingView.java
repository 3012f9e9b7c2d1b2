package school.tandem.training.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import school.tandem.roster.Plans;
import school.tandem.training.Booking;
import school.tandem.training.Bookings;
import school.tandem.training.CompletionState;
import school.tandem.training.Feeds;
import school.tandem.training.OwnCourse;
import school.tandem.training.OwnTraining;
import school.tandem.training.OwnTraining.Mine;
import school.tandem.training.TrainingSession;
import school.tandem.ui.CurrentPlace;
import school.tandem.ui.Empty;
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
    private final transient Plans plans;
    private final transient OwnTraining training;
    private final transient OwnWord ownWord;
    private final transient Bookings bookings;
    private final transient FeedPanel feed;
    private final transient OwnPhones phones;

    MyTrainingView(
            CurrentPlace current,
            Plans plans,
            OwnTraining training,
            OwnWord ownWord,
            Bookings bookings,
            FeedPanel feed,
            OwnPhones phones) {
        this.current = current;
        this.plans = plans;
        this.training = training;
        this.ownWord = ownWord;
        this.bookings = bookings;
        this.feed = feed;
        this.phones = phones;
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
                                one -> ownWord.ask(place, one, () -> show(place)),
                                one -> ownWord.takeBack(place, one, () -> show(place)),
                                session -> book(place, session),
                                session -> leave(place, session),
                                course -> Papers.certificate(place, course)));
        add(
                mine.isEmpty()
                        ? new Empty(texts.get("training.courses.none"))
                        : new Panel(texts.get("training.courses"), list),
                Papers.ownLinks(place),
                phones.build(place, () -> show(place)),
                feed.build(place, Feeds.Kind.OWN));
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
}
