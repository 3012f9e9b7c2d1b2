package school.tandem.roster;

/** A department of a school, with how many staff and classes belong to it now. */
public record Department(DepartmentId id, String name, int staff, int classes) {}
