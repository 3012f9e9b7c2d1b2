package school.tandem.importing.meetings;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads lengths of time: {@code 58 min}, {@code 1 hr 2 min}, {@code 1:00:00}, {@code 29,5}. */
final class Durations {

    private static final Duration LONGEST = Duration.ofHours(48);
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}(?:[.,]\\d{1,6})?");
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,3}):(\\d{2})(?::(\\d{2}))?");
    private static final Pattern PIECE =
            Pattern.compile("(\\d{1,6}(?:[.,]\\d{1,3})?)\\s*([a-z]+)\\.?");
    private static final Pattern BETWEEN = Pattern.compile("[\\s,.<]*(?:(?:and|und|y|et|e)\\s+)?");

    private final double unit;

    /**
     * @param header of the column: it may name the unit of bare numbers, which are minutes else
     */
    Durations(String header) {
        String words = Words.plain(header);
        if (Words.containsAny(words, java.util.List.of("second", "segundo", "sekunde"))) {
            unit = 1;
        } else if (Words.containsAny(words, java.util.List.of("hour", "hora", "stunde", "heure"))) {
            unit = 3600;
        } else {
            unit = 60;
        }
    }

    /** What a cell says; empty: it can't be read, or is more than two days. */
    Optional<Duration> read(String cell) {
        if (cell.length() > 60) {
            return Optional.empty();
        }
        String text =
                java.text.Normalizer.normalize(cell, java.text.Normalizer.Form.NFKD)
                        .replaceAll("\\p{M}+", "")
                        .replaceAll("[\\s\\u00a0\\u202f]+", " ")
                        .toLowerCase(Locale.ROOT)
                        .strip();
        return seconds(text)
                .map(seconds -> Duration.ofSeconds(Math.round(seconds)))
                .filter(length -> length.compareTo(LONGEST) <= 0);
    }

    private Optional<Double> seconds(String text) {
        if (NUMBER.matcher(text).matches()) {
            return Optional.of(number(text) * unit);
        }
        Matcher clock = CLOCK.matcher(text);
        if (clock.matches()) {
            return clock(clock);
        }
        return pieces(text.startsWith("pt") ? text.substring(2) : text);
    }

    /** Two parts are hours and minutes, or where no day has so many hours, minutes and seconds. */
    private static Optional<Double> clock(Matcher clock) {
        int first = Integer.parseInt(clock.group(1));
        int second = Integer.parseInt(clock.group(2));
        if (second > 59) {
            return Optional.empty();
        }
        if (clock.group(3) == null) {
            return Optional.of(first >= 24 ? first * 60. + second : first * 3600. + second * 60.);
        }
        int third = Integer.parseInt(clock.group(3));
        return third > 59 ? Optional.empty() : Optional.of(first * 3600. + second * 60. + third);
    }

    private static Optional<Double> pieces(String text) {
        double seconds = 0;
        int at = 0;
        Matcher piece = PIECE.matcher(text);
        while (at < text.length()) {
            Matcher between = BETWEEN.matcher(text).region(at, text.length());
            at = between.lookingAt() ? between.end() : at;
            if (!piece.region(at, text.length()).lookingAt()) {
                return Optional.empty();
            }
            double one = unit(piece.group(2));
            if (one == 0) {
                return Optional.empty();
            }
            seconds += number(piece.group(1)) * one;
            at = piece.end();
        }
        return at == 0 ? Optional.empty() : Optional.of(seconds);
    }

    private static double unit(String word) {
        return switch (word) {
            case "h",
                    "hr",
                    "hrs",
                    "hour",
                    "hours",
                    "hora",
                    "horas",
                    "std",
                    "stunde",
                    "stunden",
                    "heure",
                    "heures" ->
                    3600;
            case "m", "mn", "min", "mins", "minute", "minutes", "minuto", "minutos", "minuten" ->
                    60;
            case "s",
                    "sec",
                    "secs",
                    "second",
                    "seconds",
                    "seg",
                    "segs",
                    "segundo",
                    "segundos",
                    "sek",
                    "sekunde",
                    "sekunden",
                    "seconde",
                    "secondes" ->
                    1;
            default -> 0;
        };
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace(',', '.'));
    }
}
