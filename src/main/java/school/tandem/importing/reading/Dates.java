package school.tandem.importing.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.intake.Reason;

/**
 * Reads days as files write them: ISO, with the month's name, {@code D/M/YYYY} or {@code M/D/YYYY}
 * (the order of the delivery, or the other where only that can be), and moments, of which the local
 * day in the school's zone counts.
 */
final class Dates {

    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})[-/.]?(\\d{1,2})[-/.]?(\\d{1,2})");
    private static final Pattern YEAR_LAST =
            Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})");
    private static final Pattern SHORT_YEAR = Pattern.compile("\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2}");
    private static final Pattern DAY_NAMED =
            Pattern.compile(
                    "(?:\\p{L}+\\.?,?\\s+)?(\\d{1,2})(?:st|nd|rd|th|º|ª|\\.)?(?:\\s+(?:de\\s+)?|-)(\\p{L}{3,})\\.?,?"
                            + "(?:\\s+(?:del?\\s+)?|-)(\\d{4}),?");
    private static final Pattern MONTH_NAMED =
            Pattern.compile(
                    "(?:\\p{L}+,\\s*)?(\\p{L}{3,})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4}),?");
    private static final Pattern CLOCK =
            Pattern.compile("(.+?),?[T ]+(\\d{1,2}:\\d{2}.*)", Pattern.CASE_INSENSITIVE);

    private static final Pattern MIDNIGHT =
            Pattern.compile(
                    "(.+?),?[T ]+00:00(?::00)?(?:[.,]0+)?\\s*(?:[zZ]|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)?");
    private static final Pattern ZONED =
            Pattern.compile(".*(?:[zZ]|[\\d\\s][+-]\\d{2}(?::?\\d{2})?)");
    private static final Pattern FORM_ZONE =
            Pattern.compile(
                    "(.*\\d{1,2}:\\d{2}.*?)\\s*(?:GMT|UTC)([+-]\\d{1,2}(?::\\d{2})?)?",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern TIME =
            Pattern.compile(
                    "[T\\s](\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?:[.,]\\d+)?\\s*(?:([apAP])\\.?\\s*[mM]\\.?)?");

    /** In minutes. */
    private static final int MOST_OFFSET = 14 * 60;

    private static final int EARLIEST = 1800;
    private static final int LATEST = 9999;

    private final ZoneId zone;
    private final boolean monthFirst;

    Dates(ZoneId zone, DayOrder order) {
        this.zone = zone;
        this.monthFirst = order.isMonthFirst();
    }

    /** The day that a cell says, of something that has a day and no time. */
    LocalDate readDate(String column, String value) {
        Matcher midnight = MIDNIGHT.matcher(value);
        return midnight.matches() ? day(column, value, midnight.group(1)) : read(column, value);
    }

    /** The first day that is no longer part of what ends at this moment, or as this day begins. */
    LocalDate readEnd(String column, String value) {
        boolean inTheDay = CLOCK.matcher(value).matches() && !MIDNIGHT.matcher(value).matches();
        LocalDate day = readDate(column, value);
        return inTheDay ? day.plusDays(1) : day;
    }

    /** The day that a cell says; of a moment, the one on the clocks of the school. */
    LocalDate read(String column, String value) {
        if (FORM_ZONE.matcher(value).matches()) {
            return readMoment(column, value).toLocalDate();
        }
        Matcher clock = CLOCK.matcher(value);
        if (clock.matches()) {
            if (ZONED.matcher(value).matches()) {
                return moment(column, value);
            }
            return day(column, value, clock.group(1));
        }
        return day(column, value, value);
    }

    /**
     * The moment that a cell says, on the clocks of the school; the start of the day where it says
     * no time.
     */
    LocalDateTime readMoment(String column, String value) {
        Matcher zoned = FORM_ZONE.matcher(value);
        String local = zoned.matches() ? zoned.group(1).strip() : value;
        LocalDate day = read(column, local);
        LocalTime time = time(local);
        LocalDateTime moment = day.atTime(time == null ? LocalTime.MIDNIGHT : time);
        return zoned.matches() && time != null ? here(moment, zoned.group(2)) : moment;
    }

    /** Forms write the zone of whoever downloads them, such as GMT-5 or GMT+5:30. */
    private LocalDateTime here(LocalDateTime moment, @Nullable String hours) {
        String[] parts = (hours == null ? "+0" : hours).split(":");
        int whole = Integer.parseInt(parts[0]);
        int minutes = parts.length < 2 ? 0 : Integer.parseInt(parts[1]);
        int offset =
                Math.clamp(
                        whole * 60L + (parts[0].startsWith("-") ? -minutes : minutes),
                        -MOST_OFFSET,
                        MOST_OFFSET);
        return moment.atOffset(ZoneOffset.ofTotalSeconds(offset * 60))
                .atZoneSameInstant(zone)
                .toLocalDateTime();
    }

    /** Null: no time of day stands there, or none that can be. */
    private @Nullable LocalTime time(String value) {
        if (ZONED.matcher(value).matches()) {
            try {
                return OffsetDateTime.parse(iso(value)).atZoneSameInstant(zone).toLocalTime();
            } catch (DateTimeException e) {
                return null;
            }
        }
        Matcher time = TIME.matcher(value);
        if (!time.find()) {
            return null;
        }
        int hour = Integer.parseInt(time.group(1));
        String half = time.group(4);
        if (half != null) {
            hour = hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
        }
        int minute = Integer.parseInt(time.group(2));
        int second = time.group(3) == null ? 0 : Integer.parseInt(time.group(3));
        return hour > 23 || minute > 59 || second > 59 ? null : LocalTime.of(hour, minute, second);
    }

    private static String iso(String value) {
        return value.replaceFirst("[\\sT]+", "T")
                .replaceFirst("\\s+(?=[zZ+-])", "")
                .replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2")
                .replaceFirst("([+-]\\d{2})$", "$1:00");
    }

    private LocalDate moment(String column, String value) {
        try {
            LocalDate day = OffsetDateTime.parse(iso(value)).atZoneSameInstant(zone).toLocalDate();
            return inReason(column, value, day);
        } catch (DateTimeException e) {
            throw new HeldCell(column, value, Reason.NOT_A_DATE);
        }
    }

    private LocalDate day(String column, String value, String day) {
        Matcher yearFirst = YEAR_FIRST.matcher(day);
        if (yearFirst.matches()) {
            return date(column, value, yearFirst.group(1), yearFirst.group(2), yearFirst.group(3));
        }
        Matcher yearLast = YEAR_LAST.matcher(day);
        if (yearLast.matches()) {
            int month = monthFirst ? 1 : 2;
            int other = 3 - month;
            if (Integer.parseInt(yearLast.group(month)) > 12) {
                month = other;
                other = 3 - month;
            }
            return date(
                    column, value, yearLast.group(3), yearLast.group(month), yearLast.group(other));
        }
        Matcher dayNamed = DAY_NAMED.matcher(day);
        if (dayNamed.matches() && MonthNames.month(dayNamed.group(2)) > 0) {
            String month = String.valueOf(MonthNames.month(dayNamed.group(2)));
            return date(column, value, dayNamed.group(3), month, dayNamed.group(1));
        }
        Matcher monthNamed = MONTH_NAMED.matcher(day);
        if (monthNamed.matches() && MonthNames.month(monthNamed.group(1)) > 0) {
            String month = String.valueOf(MonthNames.month(monthNamed.group(1)));
            return date(column, value, monthNamed.group(3), month, monthNamed.group(2));
        }
        throw new HeldCell(
                column,
                value,
                SHORT_YEAR.matcher(day).matches() ? Reason.TWO_DIGIT_YEAR : Reason.NOT_A_DATE);
    }

    private static LocalDate date(
            String column, String value, String year, String month, String day) {
        try {
            return inReason(
                    column,
                    value,
                    LocalDate.of(
                            Integer.parseInt(year),
                            Integer.parseInt(month),
                            Integer.parseInt(day)));
        } catch (DateTimeException impossible) {
            throw new HeldCell(column, value, Reason.IMPOSSIBLE_DATE);
        }
    }

    private static LocalDate inReason(String column, String value, LocalDate day) {
        if (day.getYear() < EARLIEST || day.getYear() > LATEST) {
            throw new HeldCell(column, value, Reason.IMPOSSIBLE_DATE);
        }
        return day;
    }
}
