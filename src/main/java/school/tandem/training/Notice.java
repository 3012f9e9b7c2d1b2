package school.tandem.training;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.PersonId;
import school.tandem.security.SchoolId;

/**
 * An e-mail about training that waits to be sent.
 *
 * @param session which it is about; of a reminder: the next one of its course; null: none is
 *     planned
 * @param course what a reminder is about
 * @param language of whoever caused it
 * @param tries how often it could not be sent
 */
record Notice(
        long id,
        SchoolId school,
        PersonId person,
        NoticeKind kind,
        @Nullable SessionId session,
        @Nullable CourseId course,
        Locale language,
        int tries) {}
