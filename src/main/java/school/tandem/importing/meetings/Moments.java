package school.tandem.importing.meetings;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads moments as reports write them: on the clock of the school unless an offset stands there; a
 * time without a date is one of the session's day.
 */
final class Moments {

    private static final Pattern ISO =
            Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)(.*)");
    private static final Pattern DIGITS =
            Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4}|\\d{2})(?!\\d)(.*)");
    private static final Pattern DAY_NAMED =
            Pattern.compile(
                    "(\\d{1,2})(?:st|nd|rd|th|er)?[. -]+(?:de )?(\\p{L}{3,12})[. ,-]+(?:de )?(\\d{4})(?!\\d)(.*)");
    private static final Pattern NAMED_DAY =
            Pattern.compile(
                    "(\\p{L}{3,12})[. ]+(\\d{1,2})(?:st|nd|rd|th)?[, ]+(\\d{4})(?!\\d)(.*)");
    private static final Pattern WEEKDAY = Pattern.compile("^\\p{L}{2,13}\\.?,\\s*");
    private static final Pattern TIME =
            Pattern.compile(
                    "(\\d{1,2})(?:[:h.](\\d{2})(?:[:.m](\\d{2}))?s?(?:[.,]\\d+)?)?"
                            + "\\s*([ap])?(?:\\.?\\s?m\\.?)?\\s*(?:uhr|h)?\\s*"
                            + "\\(?(z|utc|gmt)?([+-]\\d{1,2}:?(?:\\d{2})?)?\\)?");

    private static final List<List<String>> MONTHS =
            List.of(
                    List.of("jan", "ene", "janv"),
                    List.of("feb", "fev", "fevr"),
                    List.of("mar", "mars", "marz"),
                    List.of("apr", "abr", "avr"),
                    List.of("may", "mai"),
                    List.of("jun", "juin"),
                    List.of("jul", "juil"),
                    List.of("aug", "ago", "aou"),
                    List.of("sep", "set"),
                    List.of("oct", "okt", "out"),
                    List.of("nov"),
                    List.of("dec", "dez", "dic"));

    private final ZoneId zone;
    private final LocalDate session;
    private final boolean monthFirst;

    Moments(ZoneId zone, LocalDate session, DateOrder order) {
        this.zone = zone;
        this.session = session;
        this.monthFirst = order.isMonthFirst();
    }

    /**
     * What a cell says.
     *
     * @param dated whether its date stands there
     */
    record Moment(Instant at, boolean dated) {}

    /** What a cell says; empty: it can't be read. */
    Optional<Moment> read(String cell) {
        return read(cell, session);
    }

    /** The same where a time without a date is one of this day. */
    Optional<Moment> read(String cell, LocalDate day) {
        String text = cleaned(cell);
        try {
            Dated dated = date(text);
            Instant at = at(dated == null ? day : dated.day(), dated == null ? text : dated.rest());
            return at == null ? Optional.empty() : Optional.of(new Moment(at, dated != null));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    /** The day of a moment on the clock of the school. */
    LocalDate day(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    private static String cleaned(String cell) {
        if (cell.length() > 80) {
            return "";
        }
        String text =
                java.text.Normalizer.normalize(cell, java.text.Normalizer.Form.NFKD)
                        .replaceAll("\\p{M}+|[\\u200e\\u200f\"]", "")
                        .replaceAll("[\\s\\u00a0\\u202f]+", " ")
                        .toLowerCase(java.util.Locale.ROOT)
                        .strip();
        return WEEKDAY.matcher(text).replaceFirst("");
    }

    private record Dated(LocalDate day, String rest) {}

    private @Nullable Dated date(String text) {
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return dated(number(iso, 1), number(iso, 2), number(iso, 3), iso.group(4));
        }
        Matcher digits = DIGITS.matcher(text);
        if (digits.matches()) {
            int month = number(digits, monthFirst ? 1 : 2);
            int day = number(digits, monthFirst ? 2 : 1);
            boolean swapped = month > 12;
            return dated(
                    DateOrder.year(digits.group(3)),
                    swapped ? day : month,
                    swapped ? month : day,
                    digits.group(4));
        }
        Matcher dayNamed = DAY_NAMED.matcher(text);
        if (dayNamed.matches()) {
            return dated(
                    number(dayNamed, 3),
                    month(dayNamed.group(2)),
                    number(dayNamed, 1),
                    dayNamed.group(4));
        }
        Matcher namedDay = NAMED_DAY.matcher(text);
        return namedDay.matches()
                ? dated(
                        number(namedDay, 3),
                        month(namedDay.group(1)),
                        number(namedDay, 2),
                        namedDay.group(4))
                : null;
    }

    private static Dated dated(int year, int month, int day, String rest) {
        LocalDate date = LocalDate.of(year, month, day);
        if (year < 2000 || year > 2100) {
            throw new DateTimeException("year");
        }
        return new Dated(date, rest.replaceFirst("^(?:[ ,t]|a las|as|at|um|a|-)+(?=\\d)", ""));
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static int month(String name) {
        return IntStream.range(0, MONTHS.size())
                .filter(i -> MONTHS.get(i).stream().anyMatch(name::startsWith))
                .map(i -> i + 1)
                .findFirst()
                .orElse(0);
    }

    private @Nullable Instant at(LocalDate day, String text) {
        Matcher time = TIME.matcher(text.strip());
        if (!time.matches() || time.group(2) == null && time.group(4) == null) {
            return null;
        }
        int hour = number(time, 1);
        if (time.group(4) != null && hour <= 12) {
            hour = hour % 12 + (time.group(4).equals("p") ? 12 : 0);
        }
        LocalTime clock = LocalTime.of(hour, optional(time, 2), optional(time, 3));
        ZoneOffset offset = offset(time.group(5), time.group(6));
        return offset == null
                ? day.atTime(clock).atZone(zone).toInstant()
                : day.atTime(clock).toInstant(offset);
    }

    private static int optional(Matcher matcher, int group) {
        return matcher.group(group) == null ? 0 : number(matcher, group);
    }

    private static @Nullable ZoneOffset offset(@Nullable String utc, @Nullable String hours) {
        if (hours == null) {
            return utc == null ? null : ZoneOffset.UTC;
        }
        String sign = hours.substring(0, 1);
        String digits = hours.substring(1).replace(":", "");
        String padded = digits.length() % 2 == 1 ? "0" + digits : digits;
        return ZoneOffset.of(sign + padded);
    }
}
