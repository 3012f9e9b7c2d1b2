package school.tandem.importing.reading;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out whether a delivery writes 3/4/2026 for the third of April or for the fourth of March:
 * the month stands first where some date of it can't be otherwise and none can't be that. Where no
 * date tells, it is as the format has it; where that does not say, the day is first.
 */
final class DayOrder {

    /** So many rows of a file are looked at. */
    static final int ROWS = 20_000;

    private static final Pattern YEAR_LAST =
            Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.]\\d{4}(?:,?[T ].*)?");
    private static final int MONTHS = 12;

    private final boolean monthFirstAsARule;
    private boolean someDayFirst;
    private boolean someMonthFirst;

    DayOrder() {
        this(false);
    }

    DayOrder(boolean monthFirstAsARule) {
        this.monthFirstAsARule = monthFirstAsARule;
    }

    void look(List<String> cells) {
        for (String cell : cells) {
            Matcher date = YEAR_LAST.matcher(cell.strip());
            if (date.matches()) {
                someDayFirst |= Integer.parseInt(date.group(1)) > MONTHS;
                someMonthFirst |= Integer.parseInt(date.group(2)) > MONTHS;
            }
        }
    }

    boolean isMonthFirst() {
        return monthFirstAsARule && !someMonthFirst
                ? !someDayFirst
                : someMonthFirst && !someDayFirst;
    }
}
