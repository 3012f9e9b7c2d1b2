package school.tandem.roster;

import java.time.ZoneId;
import school.tandem.security.SchoolKey;

/**
 * A school as a reader sees it.
 *
 * @param zone where its days begin: its own, else its district's
 * @param externalId the id its source knows it by
 * @param sample whether it belongs to the invented sample district
 */
public record School(
        SchoolKey key,
        String name,
        ZoneId zone,
        String districtName,
        String externalId,
        boolean sample) {}
