package school.tandem.importing.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.util.CompatibilityHints;
import school.tandem.roster.intake.DaysRow;

/** Reads the all-day events of a calendar file (iCalendar, RFC 5545) as named days. */
public final class CalendarFile {

    private static final int LONGEST_DAYS = 120;
    private static final int MOST_EVENTS = 2000;
    private static final long LARGEST = 5L << 20;

    static {
        CompatibilityHints.setHintEnabled(CompatibilityHints.KEY_RELAXED_UNFOLDING, true);
        CompatibilityHints.setHintEnabled(CompatibilityHints.KEY_RELAXED_PARSING, true);
        CompatibilityHints.setHintEnabled(CompatibilityHints.KEY_RELAXED_VALIDATION, true);
    }

    private CalendarFile() {}

    /** Whether a file's name says that it is one. */
    public static boolean isOne(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).endsWith(".ics");
    }

    /**
     * The all-day events within a year of today, by day; those with an hour, or longer than a
     * holiday, are no days off and left out.
     *
     * @throws Refused if it is no calendar
     */
    public static List<DaysRow> holidays(Path file, String name, LocalDate today) {
        try (InputStream in = Files.newInputStream(file)) {
            if (Files.size(file) > LARGEST) {
                throw new Refused("importing.refused.noCalendar", Map.of("file", name));
            }
            List<DaysRow> rows = new ArrayList<>();
            for (Component component :
                    new CalendarBuilder().build(in).getComponents(Component.VEVENT)) {
                if (component instanceof VEvent event && rows.size() < MOST_EVENTS) {
                    add(rows, event, today);
                }
            }
            rows.sort(Comparator.comparing(DaysRow::firstOn));
            return rows;
        } catch (IOException | ParserException | RuntimeException unreadable) {
            throw new Refused("importing.refused.noCalendar", Map.of("file", name));
        }
    }

    private static void add(List<DaysRow> rows, VEvent event, LocalDate today) {
        var start = event.getDateTimeStart();
        if (start == null || !(start.getDate() instanceof LocalDate first)) {
            return;
        }
        var end = event.getDateTimeEnd();
        LocalDate until =
                end != null && end.getDate() instanceof LocalDate given ? given : first.plusDays(1);
        long days = Math.max(1, ChronoUnit.DAYS.between(first, until));
        if (days > LONGEST_DAYS) {
            return;
        }
        String name = event.getSummary() == null ? "" : event.getSummary().getValue().strip();
        if (name.isEmpty()) {
            return;
        }
        for (LocalDate on : occurrences(event, first, today)) {
            rows.add(new DaysRow(0, shortened(name), on, on.plusDays(days - 1)));
        }
    }

    private static List<LocalDate> occurrences(VEvent event, LocalDate first, LocalDate today) {
        LocalDate from = today.minusYears(1);
        LocalDate to = today.plusYears(1);
        if (event.getProperties("RRULE").isEmpty()) {
            return first.isBefore(from) || first.isAfter(to) ? List.of() : List.of(first);
        }
        ZoneId utc = ZoneId.of("UTC");
        var span =
                new net.fortuna.ical4j.model.Period<ZonedDateTime>(
                        from.atStartOfDay(utc), to.atStartOfDay(utc));
        List<LocalDate> all = new ArrayList<>();
        event.calculateRecurrenceSet(span)
                .forEach(one -> {
                    Temporal day = one.getStart();
                    all.add(LocalDate.from(day));
                });
        return all;
    }

    private static String shortened(String name) {
        return name.length() > 100 ? name.substring(0, 100) : name;
    }
}
