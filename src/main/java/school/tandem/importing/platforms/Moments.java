package school.tandem.importing.platforms;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import school.tandem.importing.reading.ListCells;
import school.tandem.importing.reading.ListCells.Unreadable;
import school.tandem.importing.reading.TableFile;
import school.tandem.roster.intake.Reason;

/**
 * Days of moments that an export writes without a zone though they are UTC, as interfaces of
 * platforms do once a tool has put them into a table. A moment that names its zone, and a day
 * without a time, say what they say. Seconds since 1970, or thousandths and millionths of them, are
 * moments, too.
 */
final class Moments {

    private static final Pattern MOMENT =
            Pattern.compile(
                    "(.+?),?[T"
                            + " ]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?\\s*([AaPp]\\.?\\s?[Mm]\\.?)?"
                            + "(?:\\s+UTC|\\s+GMT)?");
    private static final Pattern SINCE_1970 = Pattern.compile("(\\d{10})(?:\\d{3}|\\d{6})?");
    private static final int NOON = 12;

    private final ListCells cells;
    private final ZoneId zone;

    /** Those of a table. */
    Moments(ZoneId zone, TableFile table) {
        this.cells = new ListCells(zone, table);
        this.zone = zone;
    }

    /** Those of records whose days have the year first. */
    Moments(ZoneId zone) {
        this.cells = new ListCells(zone);
        this.zone = zone;
    }

    /**
     * The day on the clocks of the school.
     *
     * @throws Unreadable where it is none
     */
    LocalDate day(String column, String value) {
        Matcher moment = MOMENT.matcher(value.strip());
        if (!moment.matches()) {
            Matcher seconds = SINCE_1970.matcher(value.strip());
            return seconds.matches()
                    ? Instant.ofEpochSecond(Long.parseLong(seconds.group(1)))
                            .atZone(zone)
                            .toLocalDate()
                    : cells.day(column, value.strip());
        }
        LocalDate day = cells.day(column, moment.group(1));
        try {
            LocalTime time =
                    LocalTime.of(
                            hour(Integer.parseInt(moment.group(2)), moment.group(5)),
                            Integer.parseInt(moment.group(3)),
                            moment.group(4) == null ? 0 : Integer.parseInt(moment.group(4)));
            return day.atTime(time).atZone(ZoneOffset.UTC).withZoneSameInstant(zone).toLocalDate();
        } catch (DateTimeException impossible) {
            throw new Unreadable(column, value, Reason.NOT_A_TIME);
        }
    }

    private static int hour(int hour, @Nullable String half) {
        if (half == null) {
            return hour;
        }
        if (hour < 1 || hour > NOON) {
            throw new DateTimeException("half of the day");
        }
        return hour % NOON + (half.toLowerCase(Locale.ROOT).startsWith("p") ? NOON : 0);
    }
}
