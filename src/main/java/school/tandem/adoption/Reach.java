package school.tandem.adoption;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import school.tandem.roster.SchoolCalendar.Window;

/**
 * What sources tell of a class's students or of its teachers, as the bits of their days, and in
 * which window each bit is looked for: it ends where the source ends that reaches farthest of those
 * that tell of it. What none tells of is looked for up to where any reaches.
 *
 * @param told the bits that some source tells of
 * @param windows all bits, by the window that they are looked for in
 */
record Reach(int told, Map<Window, Integer> windows) {

    private static final int LAST_BIT = 8;
    private static final int ALL = 2 * LAST_BIT - 1;

    /** Of a source alone. */
    static Reach of(int told, Window window) {
        return new Reach(told, Map.of(window, ALL));
    }

    /** Of two sources. */
    Reach with(Reach other) {
        if (windows.equals(other.windows)) {
            return new Reach(told | other.told, windows);
        }
        Map<Window, Integer> both = new HashMap<>();
        for (int bit = 1; bit <= LAST_BIT; bit <<= 1) {
            both.merge(window(other, bit), bit, (some, more) -> some | more);
        }
        return new Reach(told | other.told, both);
    }

    private Window window(Reach other, int bit) {
        if (tells(bit) != other.tells(bit)) {
            return tells(bit) ? window(bit) : other.window(bit);
        }
        Window own = window(bit);
        Window others = other.window(bit);
        return others.to().isAfter(own.to()) ? others : own;
    }

    private Window window(int bit) {
        return windows.entrySet().stream()
                .filter(window -> (window.getValue() & bit) != 0)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** Whether silence about it is a no. */
    boolean tells(int bit) {
        return (told & bit) != 0;
    }

    /** Whether a day lies in the window that a bit is looked for in. */
    boolean looksFor(int bit, LocalDate day) {
        return window(bit).contains(day);
    }
}
