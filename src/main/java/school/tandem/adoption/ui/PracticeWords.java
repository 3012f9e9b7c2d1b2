package school.tandem.adoption.ui;

import com.vaadin.flow.component.Component;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.CoursePractice;
import school.tandem.adoption.Pace;
import school.tandem.adoption.Told;
import school.tandem.adoption.TrainingToPractice;
import school.tandem.disclosure.Shown;
import school.tandem.ui.Actions;
import school.tandem.ui.Empty;
import school.tandem.ui.Headline;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** What became of a training, in sentences. */
final class PracticeWords {

    /** Stands for a number that may not be told. */
    private static final int UNTOLD = -1;

    private PracticeWords() {}

    /** The course of which most teachers are followed; null: too few are of any. */
    static @Nullable CoursePractice mostTelling(List<CoursePractice> courses) {
        return courses.stream()
                .filter(one -> one.pace() != null)
                .max(Comparator.comparingInt(PracticeWords::followed))
                .orElse(null);
    }

    private static int followed(CoursePractice one) {
        Pace pace = one.pace();
        return pace == null ? 0 : pace.followed();
    }

    static Headline headline(@Nullable CoursePractice shown) {
        Texts texts = Texts.here();
        return shown == null || shown.pace() == null
                ? new Headline(texts.get("adoption.practice.headline.none"), "")
                : new Headline(sentence(shown, shown.pace()), below(shown, shown.pace()));
    }

    /** Half have within so many days, or how many have so far. */
    static String sentence(CoursePractice shown, Pace pace) {
        Texts texts = Texts.here();
        String trains = shown.course().trains().code();
        return pace.half().isPresent()
                ? texts.get(
                        "adoption.practice.headline",
                        "course",
                        shown.course().title(),
                        "trains",
                        trains,
                        "days",
                        pace.half().getAsInt(),
                        "left",
                        orUntold(shown.notYet()))
                : texts.get(
                        "adoption.practice.headline.notReached",
                        "course",
                        shown.course().title(),
                        "trains",
                        trains,
                        "practised",
                        orUntold(shown.practised()),
                        "followed",
                        pace.followed());
    }

    private static String below(CoursePractice shown, Pace pace) {
        return Texts.here()
                .get(
                        "adoption.practice.below",
                        "followed",
                        pace.followed(),
                        "days",
                        TrainingToPractice.BEFORE,
                        "before",
                        orUntold(shown.before()),
                        "unfollowed",
                        orUntold(shown.unfollowed()));
    }

    private static boolean areUnfollowed(Told told) {
        return orUntold(told) > 0 || told.shown() instanceof Shown.Over;
    }

    private static int orUntold(Told told) {
        return told.count() == null ? UNTOLD : told.count();
    }

    /** Nobody completed anything, and where that is recorded. */
    static Component missing(Place place, PracticeFilter filter) {
        Texts texts = Texts.here();
        return filter.course() == null && filter.department() == null
                ? new Empty(
                        texts.get("adoption.practice.missing.training"),
                        Actions.primaryLink(
                                texts.get("adoption.practice.toTraining"), place.link("training")))
                : new Empty(texts.get("adoption.practice.missing.filter"));
    }

    /** Courses were completed, and why nothing follows from it yet. */
    static Component tooEarly(Place place, List<CoursePractice> courses) {
        Texts texts = Texts.here();
        boolean sources = courses.stream().anyMatch(one -> areUnfollowed(one.unfollowed()));
        return sources
                ? new Empty(
                        texts.get("adoption.practice.missing.source"),
                        Actions.primaryLink(texts.get("adoption.import"), place.link("imports")))
                : new Empty(texts.get("adoption.practice.missing.few"));
    }
}
