package school.tandem.readiness;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.tandem.installation.Command;
import school.tandem.readiness.Assessment.IndicatorResult;
import school.tandem.readiness.Assessment.PillarResult;
import school.tandem.roster.Plans;
import school.tandem.roster.School;
import school.tandem.roster.Schools;
import school.tandem.security.Access;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./tandem readiness}: where a school stands, for scripts. It prints the exact counts of
 * schools of any size: only who owns the installation can give the command, on the machine that
 * holds all of the data, and a script has to compute with the same numbers as the model. What it
 * prints is not for showing around as it is.
 */
@Component
class ReadinessCommand implements Command {

    /** So many schools are named where one has to be chosen. */
    private static final int NAMED = 10;

    private record Asked(@Nullable String school, @Nullable LocalDate asOf, boolean asJson) {}

    private final Readiness readiness;
    private final Schools schools;
    private final Plans plans;
    private final Access access;
    private final JsonMapper json;

    ReadinessCommand(
            Readiness readiness, Schools schools, Plans plans, Access access, JsonMapper json) {
        this.readiness = readiness;
        this.schools = schools;
        this.plans = plans;
        this.access = access;
        this.json = json;
    }

    @Override
    public String name() {
        return "readiness";
    }

    @Override
    public String usage() {
        return "readiness --json [--school SOURCED_ID] [--as-of DATE]";
    }

    @Override
    public int run(List<String> arguments) {
        try {
            Asked asked = asked(arguments);
            Standing standing = access.asInstallation(() -> standing(asked));
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            out.println(
                    asked.asJson()
                            ? json.writerWithDefaultPrettyPrinter()
                                    .writeValueAsString(object(standing))
                            : line(standing));
            return 0;
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.err.println("usage: ./tandem " + usage());
            return 2;
        }
    }

    private static Asked asked(List<String> arguments) {
        String school = null;
        LocalDate asOf = null;
        boolean asJson = false;
        for (int i = 0; i < arguments.size(); i++) {
            switch (arguments.get(i)) {
                case "--json" -> asJson = true;
                case "--school" -> school = value(arguments, i++);
                case "--as-of" -> asOf = day(value(arguments, i++));
                default ->
                        throw new IllegalArgumentException(
                                "There is no option " + arguments.get(i) + ".");
            }
        }
        return new Asked(school, asOf, asJson);
    }

    private static String value(List<String> arguments, int at) {
        if (at + 1 >= arguments.size()) {
            throw new IllegalArgumentException(
                    "The option " + arguments.get(at) + " needs a value.");
        }
        return arguments.get(at + 1);
    }

    private static LocalDate day(String value) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException unreadable) {
            throw new IllegalArgumentException(
                    "--as-of needs a day such as 2026-11-23, not " + value + ".", unreadable);
        }
    }

    private Standing standing(Asked asked) {
        School school = school(asked.school());
        LocalDate today = schools.today(school);
        LocalDate day = asked.asOf() == null ? today : asked.asOf();
        if (day.isAfter(today)) {
            throw new IllegalArgumentException(
                    "%s is still to come: at %s it is %s.".formatted(day, school.name(), today));
        }
        return readiness.of(school.key(), plans.current(school.key()).orElse(null), day);
    }

    private School school(@Nullable String wanted) {
        List<School> all = schools.mine();
        List<School> found =
                all.stream()
                        .filter(school -> wanted == null || wanted.equals(school.externalId()))
                        .toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException(
                    all.isEmpty()
                            ? "There is no school yet. Import a roster first."
                            : "There is no school with the sourced id %s. There are: %s"
                                    .formatted(wanted, names(all)));
        }
        if (found.size() > 1) {
            throw new IllegalArgumentException(
                    wanted == null
                            ? "There are %d schools. Choose one with --school: %s"
                                    .formatted(found.size(), names(found))
                            : "%d schools have the sourced id %s: %s"
                                    .formatted(found.size(), wanted, names(found)));
        }
        return found.getFirst();
    }

    private static String names(List<School> schools) {
        return schools.stream()
                        .limit(NAMED)
                        .map(school ->
                                "%s (%s, %s)"
                                        .formatted(
                                                school.externalId(),
                                                school.name(),
                                                school.districtName()))
                        .collect(Collectors.joining(", "))
                + (schools.size() > NAMED ? ", ..." : ".");
    }

    private static String line(Standing standing) {
        Assessment assessed = standing.assessment();
        return "%s on %s: level %s, score %s (%.1f to %.1f), %.0f %% known"
                .formatted(
                        standing.school().name(),
                        standing.day(),
                        assessed.level() == null ? "unknown" : assessed.level(),
                        assessed.score().isEmpty()
                                ? "unknown"
                                : "%.1f".formatted(assessed.score().getAsDouble()),
                        assessed.low(),
                        assessed.high(),
                        100 * assessed.coverage());
    }

    private static Map<String, @Nullable Object> object(Standing standing) {
        Assessment assessed = standing.assessment();
        Pillar cappedBy = assessed.cappedBy();
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("school", standing.school().externalId());
        object.put("asOf", standing.day().toString());
        object.put("level", assessed.level());
        object.put("score", number(assessed.score()));
        object.put("low", assessed.low());
        object.put("high", assessed.high());
        object.put("coverage", assessed.coverage());
        object.put("cappedBy", cappedBy == null ? null : cappedBy.code());
        object.put("pillars", assessed.pillars().stream().map(ReadinessCommand::object).toList());
        return object;
    }

    private static Map<String, @Nullable Object> object(PillarResult pillar) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("code", pillar.pillar().code());
        object.put("level", pillar.level());
        object.put("value", number(pillar.value()));
        object.put("low", pillar.low());
        object.put("high", pillar.high());
        object.put("coverage", pillar.coverage());
        object.put(
                "indicators", pillar.indicators().stream().map(ReadinessCommand::object).toList());
        return object;
    }

    private static Map<String, @Nullable Object> object(IndicatorResult result) {
        Count count = result.count();
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("code", result.indicator().code());
        object.put("yes", count.yes());
        object.put("no", count.no());
        object.put("unknown", count.unknown());
        object.put("n", count.n());
        object.put("floor", result.indicator().floor());
        object.put("target", result.indicator().target());
        return object;
    }

    private static @Nullable Double number(OptionalDouble value) {
        return value.isEmpty() ? null : value.getAsDouble();
    }
}
