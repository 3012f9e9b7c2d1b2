package school.tandem.security;

/** A school together with its district: what every question about a school starts from. */
public record SchoolKey(DistrictId district, SchoolId school) {}
