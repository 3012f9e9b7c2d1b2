package school.tandem.readiness;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import school.tandem.readiness.Assessment.Hold;
import school.tandem.readiness.Assessment.IndicatorResult;
import school.tandem.readiness.Assessment.PillarResult;

/**
 * Turns counts into a score, a level and a range. A pure function: the same counts give the same
 * answer, whenever and wherever.
 */
public final class Model {

    /** Kept with every snapshot; raised whenever a weight, target or rule changes. */
    public static final int VERSION = 1;

    private static final double BASE = .1;
    private static final double KNOWN_ENOUGH = .80;
    private static final int DRAWS = 1000;
    private static final long DRAW_SEED = 20;

    private Model() {}

    /** A school's assessment over all pillars. Indicators that the map lacks are unknown. */
    public static Assessment assess(Map<Indicator, Count> counts, Gates gates) {
        return assess(counts, gates, EnumSet.allOf(Pillar.class));
    }

    /**
     * The score of a part of a school, on the pillars that can be observed there: no level, no
     * gates.
     */
    public static Assessment assessPart(
            Map<Indicator, Count> counts, Collection<Pillar> observable) {
        Assessment whole = assess(counts, new Gates(List.of(), true), observable);
        return new Assessment(
                null,
                whole.score(),
                whole.low(),
                whole.high(),
                whole.coverage(),
                null,
                List.of(),
                whole.pillars());
    }

    private static Assessment assess(
            Map<Indicator, Count> counts, Gates gates, Collection<Pillar> measured) {
        List<PillarResult> pillars =
                measured.stream().map(pillar -> result(pillar, counts)).toList();
        double weights = pillars.stream().mapToDouble(p -> p.pillar().weight()).sum();
        double coverage =
                pillars.stream().mapToDouble(p -> p.pillar().weight() * p.coverage()).sum()
                        / weights;
        OptionalDouble score = score(pillars);
        double low = score(pillars, PillarResult::low);
        double high = score(pillars, PillarResult::high);
        List<Hold> holds = holds(counts, pillars, gates);
        if (score.isEmpty() || Level.rounded(coverage) < Assessment.SAYS_FROM) {
            return new Assessment(null, score, low, high, coverage, null, holds, pillars);
        }
        int level = Level.of(score.getAsDouble());
        PillarResult weakest = weakest(pillars);
        Pillar cappedBy = null;
        if (weakest != null && weakest.level() != null && level > weakest.level() + 1) {
            level = weakest.level() + 1;
            cappedBy = weakest.pillar();
        }
        if (!holds.isEmpty()) {
            level = Math.min(level, Level.PARTIAL);
        }
        return new Assessment(level, score, low, high, coverage, cappedBy, holds, pillars);
    }

    /**
     * The share of a thousand draws from what is unknown, and of weights, that end at this level.
     */
    public static double stability(Map<Indicator, Count> counts, Gates gates) {
        Assessment now = assess(counts, gates);
        if (now.level() == null) {
            return 0;
        }
        Random random = new Random(DRAW_SEED);
        int same = 0;
        for (int i = 0; i < DRAWS; i++) {
            same += drawnLevel(now, random) == now.level() ? 1 : 0;
        }
        return (double) same / DRAWS;
    }

    private static int drawnLevel(Assessment now, Random random) {
        double weights = 0;
        double logs = 0;
        double weakest = 100;
        for (PillarResult pillar : now.pillars()) {
            double value = drawn(pillar, random);
            double weight = pillar.pillar().weight() * (.75 + random.nextDouble() * .5);
            logs += weight * Math.log(BASE + (1 - BASE) * value);
            weights += weight;
            if (pillar.value().isPresent() && pillar.pillar().weight() >= Pillar.CAPS_FROM) {
                weakest = Math.min(weakest, 100 * value);
            }
        }
        double score = 100 * (Math.exp(logs / weights) - BASE) / (1 - BASE);
        int level = Math.min(Level.of(score), Level.of(weakest) + 1);
        return now.holds().isEmpty() ? level : Math.min(level, Level.PARTIAL);
    }

    private static double drawn(PillarResult pillar, Random random) {
        return pillar.indicators().stream()
                .mapToDouble(result -> {
                    Count count = result.count();
                    double share = count.low() + random.nextDouble() * (count.high() - count.low());
                    return result.indicator().scaled(share);
                })
                .average()
                .orElseThrow();
    }

    private static PillarResult result(Pillar pillar, Map<Indicator, Count> counts) {
        List<IndicatorResult> indicators = new ArrayList<>();
        double low = 0;
        double high = 0;
        double known = 0;
        double middles = 0;
        int withMiddle = 0;
        for (Indicator indicator : pillar.indicators()) {
            Count count = counts.getOrDefault(indicator, Count.NOTHING);
            indicators.add(new IndicatorResult(indicator, count));
            low += indicator.scaled(count.low());
            high += indicator.scaled(count.high());
            known += count.knownShare();
            if (count.middle().isPresent()) {
                middles += indicator.scaled(count.middle().getAsDouble());
                withMiddle++;
            }
        }
        int all = pillar.indicators().size();
        OptionalDouble value =
                withMiddle == 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(100 * middles / withMiddle);
        return new PillarResult(
                pillar,
                value.isEmpty() ? null : Level.of(value.getAsDouble()),
                value,
                100 * low / all,
                100 * high / all,
                known / all,
                indicators);
    }

    /** Over the pillars that are known, their weights rescaled. */
    private static OptionalDouble score(List<PillarResult> pillars) {
        List<PillarResult> known = pillars.stream().filter(p -> p.value().isPresent()).toList();
        return known.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(score(known, p -> p.value().orElseThrow()));
    }

    /**
     * Between the arithmetic and the geometric mean: a strong pillar makes up a weak one in part.
     */
    private static double score(
            List<PillarResult> pillars, ToDoubleFunction<PillarResult> valueOf) {
        double weights = pillars.stream().mapToDouble(p -> p.pillar().weight()).sum();
        double logs = 0;
        for (PillarResult pillar : pillars) {
            double value = valueOf.applyAsDouble(pillar) / 100;
            logs += pillar.pillar().weight() / weights * Math.log(BASE + (1 - BASE) * value);
        }
        return Math.clamp(Level.rounded(100 * (Math.exp(logs) - BASE) / (1 - BASE)), 0, 100);
    }

    private static @Nullable PillarResult weakest(List<PillarResult> pillars) {
        PillarResult weakest = null;
        for (PillarResult pillar : pillars) {
            if (pillar.value().isEmpty() || pillar.pillar().weight() < Pillar.CAPS_FROM) {
                continue;
            }
            if (weakest == null || pillar.value().getAsDouble() < weakest.value().orElseThrow()) {
                weakest = pillar;
            }
        }
        return weakest;
    }

    private static List<Hold> holds(
            Map<Indicator, Count> counts, List<PillarResult> pillars, Gates gates) {
        List<Hold> holds = new ArrayList<>();
        if (!gates.open().isEmpty()) {
            holds.add(Hold.GATE_OPEN);
        }
        if (!gates.rehearsed()) {
            holds.add(Hold.NO_REHEARSAL);
        }
        if (tooLittleKnown(counts, Indicator.DEVICE)) {
            holds.add(Hold.DEVICE_UNKNOWN);
        }
        if (tooLittleKnown(counts, Indicator.CONNECTION)) {
            holds.add(Hold.CONNECTION_UNKNOWN);
        }
        if (pillars.stream().anyMatch(p -> p.value().isEmpty())) {
            holds.add(Hold.PILLAR_UNKNOWN);
        }
        return holds;
    }

    private static boolean tooLittleKnown(Map<Indicator, Count> counts, Indicator indicator) {
        double known = counts.getOrDefault(indicator, Count.NOTHING).knownShare();
        return Level.rounded(known) < KNOWN_ENOUGH;
    }
}
