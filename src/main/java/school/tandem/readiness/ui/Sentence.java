package school.tandem.readiness.ui;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import school.tandem.readiness.Assessment;
import school.tandem.readiness.Assessment.Hold;
import school.tandem.readiness.Assessment.PillarResult;
import school.tandem.readiness.NextSteps.Ranked;
import school.tandem.readiness.Pillar;
import school.tandem.readiness.Standing;
import school.tandem.roster.Plan;
import school.tandem.ui.Headline;
import school.tandem.ui.Part;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** The sentence that the dashboard opens with, composed from what was assessed. */
final class Sentence {

    private final Texts texts = Texts.here();
    private final Place place;
    private final Standing standing;
    private final Assessment assessed;

    private Sentence(Place place, Standing standing) {
        this.place = place;
        this.standing = standing;
        this.assessed = standing.assessment();
    }

    static Headline of(Place place, Standing standing, List<Ranked> helping, List<Ranked> telling) {
        Sentence sentence = new Sentence(place, standing);
        return new Headline(sentence.parts(helping, telling), sentence.below());
    }

    private List<Part> parts(List<Ranked> helping, List<Ranked> telling) {
        List<Part> parts = new ArrayList<>();
        Integer level = assessed.level();
        if (level == null) {
            parts.add(
                    Part.of(
                            texts.get(
                                            "readiness.sentence.unknown",
                                            "known",
                                            texts.percent(assessed.coverage()))
                                    + " "));
            first(parts, "readiness.sentence.tellFirst", telling);
            return parts;
        }
        String score = texts.number(Math.round(assessed.score().orElse(0)));
        parts.add(
                new Part(
                        texts.get(
                                "readiness.sentence.level",
                                "level",
                                texts.get("ui.level." + level),
                                "score",
                                score),
                        place.link("") + "#pillars"));
        parts.add(Part.of(toMove() + " "));
        heldBack(parts);
        first(parts, "readiness.sentence.helpFirst", helping);
        return parts;
    }

    private String toMove() {
        Plan plan = standing.plan();
        if (plan == null) {
            return texts.get("readiness.sentence.noPlan");
        }
        LocalDate move = plan.moveOn();
        long days = ChronoUnit.DAYS.between(standing.day(), move);
        return texts.get(
                days >= 0 ? "readiness.sentence.before" : "readiness.sentence.after",
                "days",
                Math.abs(days));
    }

    private void heldBack(List<Part> parts) {
        Pillar pillar = heldBackBy();
        if (pillar != null) {
            parts.add(
                    new Part(texts.get("readiness.pillar." + pillar.code()), link(place, pillar)));
            parts.add(Part.of(" " + texts.get("readiness.sentence.holds") + " "));
        }
    }

    /** The pillar that caps; else, below Ready, the weakest one that is known. */
    private @Nullable Pillar heldBackBy() {
        if (assessed.cappedBy() != null || assessed.score().orElse(100) >= 75) {
            return assessed.cappedBy();
        }
        PillarResult weakest = null;
        for (PillarResult one : assessed.pillars()) {
            if (one.value().isPresent()
                    && (weakest == null
                            || one.value().getAsDouble() < weakest.value().orElse(100))) {
                weakest = one;
            }
        }
        return weakest == null ? null : weakest.pillar();
    }

    private void first(List<Part> parts, String key, List<Ranked> steps) {
        if (!steps.isEmpty()) {
            var step = steps.getFirst().step();
            parts.add(Part.of(texts.get(key) + " "));
            parts.add(
                    new Part(
                            texts.get(step.textKey(), step.arguments()) + ".",
                            StepsPanel.link(place, step.href())));
        }
    }

    private String below() {
        String range =
                texts.get(
                        assessed.level() == null
                                ? "readiness.below.unknown"
                                : assessed.provisional()
                                        ? "readiness.below.provisional"
                                        : "readiness.below.sure",
                        "low",
                        texts.number(Math.round(assessed.low())),
                        "high",
                        texts.number(Math.round(assessed.high())),
                        "known",
                        texts.percent(assessed.coverage()));
        StringBuilder below = new StringBuilder(range);
        if (assessed.level() != null && !assessed.holds().isEmpty()) {
            String why =
                    assessed.holds().stream().map(this::hold).collect(Collectors.joining(", "));
            below.append(' ').append(texts.get("readiness.below.holds", "why", why));
        }
        return below.append(' ').append(texts.get("readiness.below.ready")).toString();
    }

    private String hold(Hold hold) {
        List<String> gates = standing.gates().open();
        return texts.get(
                "readiness.hold." + hold.name().toLowerCase(java.util.Locale.ROOT),
                "count",
                gates.size());
    }

    /** Where the records behind a pillar are. */
    static String link(Place place, Pillar pillar) {
        return switch (pillar) {
            case TRAINING -> place.link("training");
            case TEACHING -> place.link("adoption", "show", "teachers");
            case HABITS -> place.link("adoption");
            case ACCESS -> place.link("adoption", "show", "access");
            case CHECKLIST -> place.link("rollout");
            case IT, CONTINUITY -> place.link("") + "#missing";
        };
    }
}
