package school.tandem.training.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import school.tandem.roster.PersonId;
import school.tandem.training.Bookings;
import school.tandem.training.CompletionState;
import school.tandem.training.Completions;
import school.tandem.training.CourseMember;
import school.tandem.training.SeatList.Seated;
import school.tandem.training.TrainingSession;
import school.tandem.ui.Form;
import school.tandem.ui.Notices;
import school.tandem.ui.Panel;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** Books seats for whoever misses the course and has none. */
@SpringComponent
class BookForOthers {

    private final Bookings bookings;
    private final Completions completions;

    BookForOthers(Bookings bookings, Completions completions) {
        this.bookings = bookings;
        this.completions = completions;
    }

    /** Empty: nobody is left to be booked, or the session does not take place. */
    Optional<Component> build(
            Place place, TrainingSession session, List<Seated> seated, Runnable again) {
        List<CourseMember> missing =
                session.cancelled() ? List.of() : withoutSeat(place, session, seated);
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        Texts texts = Texts.here();
        PeopleChoice people = new PeopleChoice(texts.get("training.seats.whom"), missing);
        Form form =
                new Form(
                        texts.get("training.seats.take"),
                        () -> book(place, session, people.chosen(), again));
        form.field("people", people);
        return Optional.of(new Panel(texts.get("training.seats.book"), form));
    }

    private List<CourseMember> withoutSeat(
            Place place, TrainingSession session, List<Seated> seated) {
        Set<PersonId> there =
                seated.stream().map(one -> one.booking().person()).collect(Collectors.toSet());
        return completions.of(place.key(), session.course()).stream()
                .filter(one -> one.state() == CompletionState.MISSING)
                .filter(one -> !there.contains(one.id()))
                .toList();
    }

    private void book(Place place, TrainingSession session, List<PersonId> people, Runnable again) {
        bookings.bookFor(place.key(), session.id(), people);
        again.run();
        Notices.done(
                Texts.here().get("training.seats.booked", "people", people.size()),
                () -> {
                    bookings.leaveFor(place.key(), session.id(), people);
                    again.run();
                });
    }
}
