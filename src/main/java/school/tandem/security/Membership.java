package school.tandem.security;

import org.jspecify.annotations.Nullable;

/**
 * One role of an account.
 *
 * @param school null: every school of the district
 * @param personId the id of the roster's person that the account is; null: not on the roster
 */
public record Membership(
        DistrictId district, @Nullable SchoolId school, Role role, @Nullable Long personId) {

    boolean covers(SchoolKey key) {
        return district.equals(key.district()) && (school == null || school.equals(key.school()));
    }
}
