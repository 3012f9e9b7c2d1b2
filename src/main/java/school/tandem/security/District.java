package school.tandem.security;

import java.time.ZoneId;

/**
 * A district of this installation.
 *
 * @param zone where its schools are, unless a school says otherwise
 * @param sample the invented sample school's; may be removed in one click
 */
public record District(DistrictId id, String name, ZoneId zone, boolean sample) {}
