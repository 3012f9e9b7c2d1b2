package school.tandem.roster.intake;

/** In what a source's rosters differ from OneRoster's. */
public enum RosterRule {
    /** A person of several schools has a row for each of them. */
    ROW_PER_SCHOOL,
    /**
     * Somebody without a role is nobody's student or staff: kept as an id, or as they are where
     * they are known.
     */
    ROLE_OR_ID,
    /** Terms that classes name, and nobody knows, are passed over. */
    UNKNOWN_TERMS,
    /**
     * A class is a section of its course: it is of the course's school where none is named, called
     * after both, and its people are of its school.
     */
    SECTIONS_OF_COURSES
}
