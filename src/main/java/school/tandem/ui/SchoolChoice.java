package school.tandem.ui;

import school.tandem.security.SchoolKey;

/** A school that whoever looks may choose. */
public record SchoolChoice(SchoolKey key, String name, boolean sample) {}
