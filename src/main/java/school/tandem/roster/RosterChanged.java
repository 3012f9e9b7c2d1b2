package school.tandem.roster;

import school.tandem.security.SchoolKey;

/**
 * Somebody changed a school by hand: its calendar or zone, its staff, or a class's department.
 * Published in the same transaction; imports tell their listeners themselves.
 */
public record RosterChanged(SchoolKey school) {}
