package school.tandem.roster;

import school.tandem.security.DistrictId;

/** A district keeps no groups of students any more; published in the transaction that deletes. */
public record GroupsForgotten(DistrictId district) {}
