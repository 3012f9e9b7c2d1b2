package school.tandem.adoption;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.KaplanMeier.Followed;
import school.tandem.disclosure.Tally;

/** Counts what became of some teachers after a training. */
final class PracticeCount {

    /**
     * A teacher who was trained.
     *
     * @param before whether they had practised within the school days before
     * @param first the first day of practice, on the day of the training or later; null: none yet
     * @param until the last day that is known of; null: none is
     */
    record Trained(
            LocalDate on, boolean before, @Nullable LocalDate first, @Nullable LocalDate until) {}

    private int before;
    private int unfollowed;
    private int practised;
    private final List<Followed> followed = new ArrayList<>();

    static PracticeCount sum(Collection<PracticeCount> parts) {
        PracticeCount sum = new PracticeCount();
        for (PracticeCount part : parts) {
            sum.before += part.before;
            sum.unfollowed += part.unfollowed;
            sum.practised += part.practised;
            sum.followed.addAll(part.followed);
        }
        return sum;
    }

    void add(Trained one) {
        LocalDate until = one.until();
        if (one.before()) {
            before++;
        } else if (until == null || until.isBefore(one.on())) {
            unfollowed++;
        } else {
            LocalDate first = one.first();
            boolean happened = first != null && !first.isAfter(until);
            practised += happened ? 1 : 0;
            LocalDate end = happened && first != null ? first : until;
            followed.add(new Followed((int) ChronoUnit.DAYS.between(one.on(), end), happened));
        }
    }

    int trained() {
        return before + unfollowed + followed.size();
    }

    int before() {
        return before;
    }

    int unfollowed() {
        return unfollowed;
    }

    int practised() {
        return practised;
    }

    int notYet() {
        return followed.size() - practised;
    }

    List<Followed> followed() {
        return followed;
    }

    /** How many were trained: a number of teachers, no answer of theirs. */
    Tally ofTrained() {
        return new Tally(0, 0, trained());
    }

    /** Of the trained, those who had practised before. */
    Tally ofBefore() {
        return new Tally(before, trained(), trained());
    }

    /** Of the trained, those who can't be followed. */
    Tally ofUnfollowed() {
        return new Tally(unfollowed, trained(), trained());
    }

    /** Of the followed, those who have practised since. */
    Tally ofFollowed() {
        return new Tally(practised, followed.size(), followed.size());
    }
}
