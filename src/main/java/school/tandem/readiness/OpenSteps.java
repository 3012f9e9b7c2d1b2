package school.tandem.readiness;

import static school.tandem.readiness.Step.achieved;
import static school.tandem.readiness.Step.foundOut;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import school.tandem.rollout.Item;
import school.tandem.training.CourseProgress;

/**
 * Every open action of a school, grouped into what a person would say. Where nothing says how long
 * something takes, the hours are likely ones and assumed here.
 */
public final class OpenSteps {

    private static final double HOURS_PER_ANSWER = 5 / 60.0;
    private static final double HOURS_PER_CONFIRMATION = 1 / 60.0;
    private static final double HOURS_PER_COACH = 2;
    private static final double HOURS_PER_FIRST_TRY = .5;
    private static final double HOURS_PER_HABIT = .25;
    private static final double HOURS_PER_DEVICE = .5;
    private static final double HOURS_PER_CONNECTION = 1;
    private static final double HOURS_PER_REHEARSAL = 8;
    private static final double HOURS_PER_IMPORT = 1;
    private static final double HOURS_TO_START = 2;

    private final Standing standing;
    private final List<Step> helping = new ArrayList<>();
    private final List<Step> telling = new ArrayList<>();

    private OpenSteps(Standing standing) {
        this.standing = standing;
    }

    /** What would raise the score, the best first. */
    public static List<NextSteps.Ranked> helping(Standing standing) {
        OpenSteps steps = new OpenSteps(standing);
        steps.train();
        steps.practise();
        steps.equip();
        steps.tick();
        return NextSteps.helping(standing.counts(), standing.gates(), steps.helping);
    }

    /** What would narrow the range, the best first. */
    public static List<NextSteps.Ranked> telling(Standing standing) {
        OpenSteps steps = new OpenSteps(standing);
        steps.findOut();
        return NextSteps.telling(standing.counts(), standing.gates(), steps.telling);
    }

    private void train() {
        for (CourseProgress course : standing.training().courses()) {
            long missing = course.progress().missing();
            if (missing > 0) {
                helping.add(
                        new Step(
                                "readiness.step.course",
                                Map.of("title", course.course().title(), "people", missing),
                                "training/course?course=" + course.course().id(),
                                missing * course.course().minutes() / 60.0,
                                Map.of(
                                        Indicator.COMPLETIONS,
                                        achieved(missing),
                                        Indicator.COMPLETE_TEACHERS,
                                        achieved(course.lastOf()))));
            }
        }
        long coaches = standing.training().coaches().missing();
        Integer minutes = standing.training().coachMinutes();
        help(
                "readiness.step.coaches",
                coaches,
                "training",
                minutes == null ? coaches * HOURS_PER_COACH : coaches * minutes / 60.0,
                Indicator.COACHES);
    }

    private void practise() {
        for (Indicator practice :
                List.of(Indicator.ATTENDANCE, Indicator.ASSIGNMENTS, Indicator.QUIZZES)) {
            long people = no(practice);
            help(
                    "readiness.step." + practice.code(),
                    people,
                    "adoption?show=teachers",
                    people * HOURS_PER_FIRST_TRY,
                    practice);
        }
        for (Indicator habit : List.of(Indicator.HANDED_IN, Indicator.QUIZ)) {
            long people = no(habit);
            help(
                    "readiness.step." + habit.code(),
                    people,
                    "adoption",
                    people * HOURS_PER_HABIT,
                    habit);
        }
    }

    private void equip() {
        long devices = no(Indicator.DEVICE);
        help(
                "readiness.step.device",
                devices,
                "adoption?show=access",
                devices * HOURS_PER_DEVICE,
                Indicator.DEVICE);
        long connections = no(Indicator.CONNECTION);
        help(
                "readiness.step.connection",
                connections,
                "adoption?show=access",
                connections * HOURS_PER_CONNECTION,
                Indicator.CONNECTION);
    }

    private void tick() {
        for (Item item : standing.checklist().open()) {
            helping.add(
                    new Step(
                            "readiness.step.item",
                            Map.of("title", item.title()),
                            "rollout",
                            item.likelyHours(),
                            Map.of(Indicator.ITEMS, achieved(item.weight())),
                            item.gate() ? Step.done(item.title()) : UnaryOperator.identity()));
        }
        if (!standing.gates().rehearsed() && standing.plan() != null) {
            helping.add(
                    new Step(
                            "readiness.step.rehearse",
                            Map.of(),
                            "rollout",
                            HOURS_PER_REHEARSAL,
                            Map.of(),
                            Step.rehearsed()));
        }
    }

    private void findOut() {
        long unconfirmed = standing.training().completions().unconfirmed();
        tell(
                "readiness.step.confirm",
                unconfirmed,
                "training",
                unconfirmed * HOURS_PER_CONFIRMATION,
                withUnknown(Indicator.COMPLETIONS, Indicator.COMPLETE_TEACHERS, Indicator.COACHES));
        long unasked = Math.max(unknown(Indicator.DEVICE), unknown(Indicator.CONNECTION));
        boolean few = standing.isOfFew(Indicator.DEVICE) || standing.isOfFew(Indicator.CONNECTION);
        tell(
                "readiness.step.ask",
                unasked,
                few ? Step.FEW : unasked,
                "adoption?show=access",
                unasked * HOURS_PER_ANSWER,
                Indicator.DEVICE,
                Indicator.CONNECTION);
        if (noneKnown(Indicator.HANDED_IN)) {
            // Students alone tell nothing yet; without them, their hand-ins can't be brought.
            boolean noRoster = nothing(Indicator.HANDED_IN);
            tell(
                    noRoster ? "readiness.step.roster" : "readiness.step.import",
                    1,
                    "imports",
                    noRoster ? HOURS_TO_START : HOURS_PER_IMPORT,
                    Indicator.HANDED_IN,
                    Indicator.QUIZ,
                    Indicator.HAND_IN_RATE,
                    Indicator.ASSIGNMENTS,
                    Indicator.QUIZZES);
        }
        if (nothing(Indicator.COMPLETIONS)) {
            tell(
                    "readiness.step.courses",
                    1,
                    "training",
                    HOURS_TO_START,
                    Indicator.COMPLETIONS,
                    Indicator.COMPLETE_TEACHERS,
                    Indicator.COACHES);
        }
        if (nothing(Indicator.ITEMS)) {
            tell("readiness.step.checklist", 1, "rollout", HOURS_TO_START, Indicator.ITEMS);
        }
    }

    private void help(String key, long people, String href, double hours, Indicator indicator) {
        if (people > 0) {
            helping.add(
                    new Step(
                            key,
                            Map.of("people", standing.isOfFew(indicator) ? Step.FEW : people),
                            href,
                            hours,
                            Map.of(indicator, achieved(people))));
        }
    }

    private void tell(String key, long people, String href, double hours, Indicator... indicators) {
        tell(key, people, people, href, hours, indicators);
    }

    private void tell(
            String key,
            long people,
            long told,
            String href,
            double hours,
            Indicator... indicators) {
        if (people > 0) {
            Map<Indicator, UnaryOperator<Count>> changes = new java.util.EnumMap<>(Indicator.class);
            for (Indicator indicator : indicators) {
                changes.put(indicator, foundOut(Long.MAX_VALUE));
            }
            telling.add(new Step(key, Map.of("people", told), href, hours, changes));
        }
    }

    /** Of these, those that something is unknown of: to find it out tells nothing of the others. */
    private Indicator[] withUnknown(Indicator... indicators) {
        return java.util.Arrays.stream(indicators)
                .filter(indicator -> unknown(indicator) > 0)
                .toArray(Indicator[]::new);
    }

    private long no(Indicator indicator) {
        return count(indicator).no();
    }

    private long unknown(Indicator indicator) {
        return count(indicator).unknown();
    }

    private boolean nothing(Indicator indicator) {
        return count(indicator).n() == 0;
    }

    private boolean noneKnown(Indicator indicator) {
        return count(indicator).knownShare() == 0;
    }

    private Count count(Indicator indicator) {
        return standing.counts().getOrDefault(indicator, Count.NOTHING);
    }
}
