package school.tandem.importing.meetings;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out whether a report writes 3/4/2026 for the third of April or for the fourth of March: by
 * a date that can't be otherwise, else by which reading meets the day of the session more often,
 * else by its clock: where it says AM and PM, the month stands first.
 */
final class DateOrder {

    private static final Pattern DATE =
            Pattern.compile("^\\D{0,12}(\\d{1,2})([-/.])(\\d{1,2})[-/.](\\d{4}|\\d{2})(?!\\d)");
    private static final Pattern HALVES = Pattern.compile("(?i)\\d\\s*[ap]\\.?\\s?m\\b");
    private static final int MONTHS = 12;

    private final LocalDate session;
    private int certainlyDayFirst;
    private int certainlyMonthFirst;
    private int meetDayFirst;
    private int meetMonthFirst;
    private boolean halves;

    DateOrder(LocalDate session) {
        this.session = session;
    }

    void look(List<String> cells) {
        for (String cell : cells) {
            halves |= cell.length() < 60 && HALVES.matcher(cell).find();
            Matcher date = DATE.matcher(cell);
            if (date.find()) {
                int one = Integer.parseInt(date.group(1));
                int other = Integer.parseInt(date.group(3));
                int year = year(date.group(4));
                certainlyDayFirst += one > MONTHS && other <= MONTHS ? 1 : 0;
                certainlyMonthFirst += other > MONTHS && one <= MONTHS ? 1 : 0;
                meetDayFirst += meets(year, other, one) ? 1 : 0;
                meetMonthFirst += meets(year, one, other) ? 1 : 0;
            }
        }
    }

    /** A year of two digits is one of this century. */
    static int year(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() == 2 ? 2000 + year : year;
    }

    private boolean meets(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day).equals(session);
        } catch (DateTimeException impossible) {
            return false;
        }
    }

    boolean isMonthFirst() {
        if (certainlyDayFirst != certainlyMonthFirst) {
            return certainlyMonthFirst > certainlyDayFirst;
        }
        return meetDayFirst == meetMonthFirst ? halves : meetMonthFirst > meetDayFirst;
    }
}
