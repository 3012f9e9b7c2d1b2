package school.tandem.training;

import java.time.LocalDate;
import school.tandem.roster.PersonId;

/**
 * A phone that checks somebody of the staff in without an account.
 *
 * @param id to forget it by; not what the phone keeps
 * @param person whose it is
 * @param name theirs
 * @param since the day on which a trainer confirmed the name, at the school
 * @param session the title of the course at a session of which that was
 */
public record KnownPhone(
        String id, PersonId person, String name, LocalDate since, String session) {}
