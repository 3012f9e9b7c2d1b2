package school.tandem.importing.platforms;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import school.tandem.importing.reading.JsonTable;
import school.tandem.importing.reading.MonthNames;
import school.tandem.importing.reading.TableFile;

/**
 * Reads the days of Moodle's reports: 2020-09-12 14:05, 2020. 09. 12., 12/09/20, 14:05, or
 * Saturday, 12 September 2020, 2:05 PM, in the languages that months are known in, in the zone of
 * its site. Years of two digits stand first where that alone keeps the rows nearer to each other.
 * Whether the day or the month stands first is told by a date that can't be otherwise; else by
 * which reading keeps the rows in order, since logs are; else the month is first where clocks say
 * AM and PM.
 */
final class MoodleDays {

    private static final Pattern ISO =
            Pattern.compile("(\\d{4})(?:[-./] ?|年 ?)(\\d{1,2})(?:[-./] ?|月 ?)(\\d{1,2})(?:\\D.*)?");
    private static final Pattern NUMBERS =
            Pattern.compile("(\\d{1,2})[/.-] ?(\\d{1,2})[/.-] ?(\\d{4}|\\d{2})(?:\\D.*)?");
    private static final Pattern DAY_NAMED =
            Pattern.compile(
                    "(?:\\D+?[, ]+)?(\\d{1,2})\\.?(?:\\s+de)?\\s+(\\p{L}+)\\.?,?(?:\\s+de)?\\s+(\\d{4})(?:\\D.*)?");
    private static final Pattern MONTH_NAMED =
            Pattern.compile(
                    "(?:\\p{L}+,\\s*)?(\\p{L}{3,})\\.?\\s+(\\d{1,2}),\\s*(\\d{4})(?:\\D.*)?");
    private static final Pattern HALVES = Pattern.compile("(?i)\\d\\s*[ap]\\.?\\s?m\\b.*");
    private static final int MONTHS = 12;
    private static final int LOOKED_AT = 20_000;

    private final boolean monthFirst;
    private final boolean yearFirst;

    private MoodleDays(boolean monthFirst, boolean yearFirst) {
        this.monthFirst = monthFirst;
        this.yearFirst = yearFirst;
    }

    /** Looks at the cells of one column, or with -1 at all. */
    static MoodleDays of(TableFile table, int column) {
        Order order = new Order();
        for (var row : table.first(LOOKED_AT)) {
            List<String> cells = column < 0 ? row.cells() : List.of(row.cell(column));
            cells.forEach(order::look);
        }
        return new MoodleDays(order.isMonthFirst(), order.isYearFirst());
    }

    /** Looks at one column of a table without headers. */
    static MoodleDays of(JsonTable table, int column) {
        Order order = new Order();
        table.read(row -> order.look(row.cell(column)));
        return new MoodleDays(order.isMonthFirst(), order.isYearFirst());
    }

    /** The day; null: none can be read. */
    @Nullable LocalDate read(String text) {
        String cell = text.strip();
        Matcher iso = ISO.matcher(cell);
        if (iso.matches()) {
            return date(iso.group(1), iso.group(2), iso.group(3));
        }
        Matcher numbers = NUMBERS.matcher(cell);
        if (numbers.matches() && yearFirst) {
            return date(numbers.group(1), numbers.group(2), numbers.group(3));
        }
        if (numbers.matches()) {
            int month = Integer.parseInt(numbers.group(monthFirst ? 1 : 2));
            boolean turned = month > MONTHS;
            return date(
                    numbers.group(3),
                    numbers.group(monthFirst != turned ? 1 : 2),
                    numbers.group(monthFirst != turned ? 2 : 1));
        }
        Matcher day = DAY_NAMED.matcher(cell);
        if (day.matches()) {
            return named(day.group(3), day.group(2), day.group(1));
        }
        Matcher month = MONTH_NAMED.matcher(cell);
        return month.matches() ? named(month.group(3), month.group(1), month.group(2)) : null;
    }

    private static @Nullable LocalDate named(String year, String name, String day) {
        int month = MonthNames.month(name);
        return month == 0 ? null : date(year, String.valueOf(month), day);
    }

    /** Whether a text is a day and nothing else; in numbers, the order of which does not matter. */
    static boolean isDay(String text) {
        return new MoodleDays(false, false).read(text) != null;
    }

    private static @Nullable LocalDate date(String year, String month, String day) {
        int written = Integer.parseInt(year);
        try {
            return LocalDate.of(
                    year.length() == 2 ? 2000 + written : written,
                    Integer.parseInt(month),
                    Integer.parseInt(day));
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    private static final class Order {
        private int certainlyDayFirst;
        private int certainlyMonthFirst;
        private final Steps ifDayFirst = new Steps();
        private final Steps ifMonthFirst = new Steps();
        private final Steps ifYearFirst = new Steps();
        private boolean neverYearFirst;
        private boolean halves;

        void look(String cell) {
            Matcher numbers = NUMBERS.matcher(cell.strip());
            if (!numbers.matches()) {
                return;
            }
            halves |= HALVES.matcher(cell.substring(numbers.end(3))).find();
            int one = Integer.parseInt(numbers.group(1));
            int other = Integer.parseInt(numbers.group(2));
            certainlyDayFirst += one > MONTHS && other <= MONTHS ? 1 : 0;
            certainlyMonthFirst += other > MONTHS && one <= MONTHS ? 1 : 0;
            ifDayFirst.take(date(numbers.group(3), numbers.group(2), numbers.group(1)));
            ifMonthFirst.take(date(numbers.group(3), numbers.group(1), numbers.group(2)));
            LocalDate yearFirst = date(numbers.group(1), numbers.group(2), numbers.group(3));
            neverYearFirst |=
                    yearFirst == null
                            || numbers.group(1).length() < 2
                            || numbers.group(3).length() > 2;
            ifYearFirst.take(yearFirst);
        }

        boolean isYearFirst() {
            return !neverYearFirst
                    && ifYearFirst.walked < Math.min(ifDayFirst.cost(), ifMonthFirst.cost());
        }

        boolean isMonthFirst() {
            if (certainlyDayFirst != certainlyMonthFirst) {
                return certainlyMonthFirst > certainlyDayFirst;
            }
            long days = ifDayFirst.walked;
            long months = ifMonthFirst.walked;
            return days == months ? halves : months < days;
        }
    }

    /** How far the days of successive rows lie from each other, all together. */
    private static final class Steps {
        private @Nullable LocalDate last;
        private long walked;
        private boolean impossible;

        long cost() {
            return impossible ? Long.MAX_VALUE : walked;
        }

        void take(@Nullable LocalDate day) {
            impossible |= day == null;
            if (day != null && last != null) {
                walked += Math.abs(day.toEpochDay() - last.toEpochDay());
            }
            last = day == null ? last : day;
        }
    }
}
