package school.tandem.adoption;

import java.time.LocalDate;

/**
 * What a family's page says to whoever has its link, be it a finder: of the student no more than
 * the initials, and nothing of what was answered.
 *
 * @param initials such as “A. S.”
 * @param answered whether the link was used already
 * @param endsOn the last day on which it can be
 */
public record Asked(String school, String initials, boolean answered, LocalDate endsOn) {}
