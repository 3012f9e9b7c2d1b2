package school.tandem.roster;

import java.time.LocalDate;

/**
 * A stretch of a school year, as people say it: both days included.
 *
 * @param kind as the roster has it: schoolYear, semester, term, gradingPeriod
 * @param ownByHand whether it was typed in for this school, and can be changed here
 */
public record Term(
        long id,
        String kind,
        String name,
        LocalDate firstOn,
        LocalDate lastOn,
        boolean ownByHand) {}
