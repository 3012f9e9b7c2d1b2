package school.tandem.roster;

import java.time.LocalDate;

/**
 * Days without school, both included.
 *
 * @param own whether it is this school's alone, and not all of the district's
 */
public record Holiday(long id, String name, LocalDate firstOn, LocalDate lastOn, boolean own) {}
