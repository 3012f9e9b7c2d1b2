package school.tandem.readiness.ui;

import java.util.Comparator;
import java.util.Map;
import school.tandem.readiness.Assessment.IndicatorResult;
import school.tandem.readiness.Assessment.PillarResult;
import school.tandem.readiness.Count;
import school.tandem.readiness.Indicator;
import school.tandem.readiness.Standing;
import school.tandem.rollout.Item;
import school.tandem.training.CourseProgress;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/**
 * What a pillar misses most, in words.
 *
 * @param href where it leads; empty: nowhere
 */
record Gap(String text, String href) {

    static Gap of(Place place, Standing standing, PillarResult pillar) {
        String there = Sentence.link(place, pillar.pillar());
        if (pillar.coverage() == 0) {
            return new Gap(
                    Texts.here().get("readiness.gap.nothing." + pillar.pillar().code()), there);
        }
        if (standing.isOfFew(pillar)) {
            return new Gap(Texts.here().get("readiness.gap.few"), there);
        }
        return switch (pillar.pillar()) {
            case TRAINING -> training(place, standing, pillar, there);
            case ACCESS -> access(standing, there);
            case CHECKLIST -> checklist(standing, there);
            case TEACHING, HABITS, IT, CONTINUITY -> lowest(pillar, there);
        };
    }

    private static Gap training(Place place, Standing standing, PillarResult pillar, String there) {
        if (standing.training().courses().isEmpty()) {
            return lowest(pillar, there);
        }
        CourseProgress worst = standing.training().courses().getFirst();
        if (worst.progress().missing() == 0) {
            return lowest(pillar, there);
        }
        return new Gap(
                text(
                        "readiness.gap.course",
                        Map.of(
                                "missing",
                                worst.progress().missing(),
                                "all",
                                worst.progress().all(),
                                "title",
                                worst.course().title())),
                place.link("training/course", "course", worst.course().id().toString()));
    }

    private static Gap access(Standing standing, String there) {
        Count device = standing.counts().getOrDefault(Indicator.DEVICE, Count.NOTHING);
        Count connection = standing.counts().getOrDefault(Indicator.CONNECTION, Count.NOTHING);
        long unasked = Math.max(device.unknown(), connection.unknown());
        long lacking = Math.max(device.no(), connection.no());
        if (unasked >= lacking && unasked > 0) {
            return new Gap(text("readiness.gap.unasked", Map.of("people", unasked)), there);
        }
        String key =
                connection.no() >= device.no() ? "readiness.gap.offline" : "readiness.gap.device";
        return new Gap(text(key, Map.of("people", lacking)), there);
    }

    private static Gap checklist(Standing standing, String there) {
        var open = standing.checklist().open();
        return open.isEmpty()
                ? new Gap(Texts.here().get("readiness.gap.done"), there)
                : new Gap(
                        text(
                                "readiness.gap.items",
                                Map.of(
                                        "open",
                                        open.size(),
                                        "gates",
                                        open.stream().filter(Item::gate).count(),
                                        "first",
                                        open.getFirst().title())),
                        there);
    }

    /** The indicator that is farthest from its target, of those that are known. */
    private static Gap lowest(PillarResult pillar, String there) {
        IndicatorResult lowest =
                pillar.indicators().stream()
                        .filter(one -> one.count().middle().isPresent())
                        .min(
                                Comparator.comparingDouble(one ->
                                        one.count().middle().orElse(1) / one.indicator().target()))
                        .orElseThrow();
        return new Gap(
                text(
                        "readiness.gap." + lowest.indicator().code(),
                        Map.of(
                                "share",
                                Texts.here().percent(lowest.count().middle().orElse(0)),
                                "no",
                                lowest.count().no(),
                                "yes",
                                lowest.count().yes(),
                                "all",
                                lowest.count().n())),
                there);
    }

    private static String text(String key, Map<String, Object> arguments) {
        return Texts.here().get(key, arguments);
    }
}
