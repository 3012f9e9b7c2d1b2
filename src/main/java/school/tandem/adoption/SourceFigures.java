package school.tandem.adoption;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * What the sources of a school brought within the window of a day, and what they say together.
 *
 * @param bySource those that brought anything, whether or not they say of what
 * @param seenOn the days on which any student was seen, by whatever source
 * @param seenByMany students whom more than one source saw
 * @param disagreed students of whom one source has a hand-in in a class where another that covers
 *     this class, too, has none
 */
record SourceFigures(
        Map<String, Brought> bySource, Set<LocalDate> seenOn, long seenByMany, long disagreed) {

    /**
     * What one brought.
     *
     * @param work pieces of work
     * @param handIns hand-ins of these
     * @param personDays days of people that it tells without naming the work
     * @param students whom it saw
     * @param seenOn the days on which it saw any student
     */
    record Brought(long work, long handIns, long personDays, long students, Set<LocalDate> seenOn) {
        static final Brought NOTHING = new Brought(0, 0, 0, 0, Set.of());
    }

    Brought of(String source) {
        return bySource.getOrDefault(source, Brought.NOTHING);
    }
}
