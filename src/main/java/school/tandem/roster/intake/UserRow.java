package school.tandem.roster.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person. Passwords, telephone numbers and the like are never read into a row.
 *
 * @param role null: the file does not say (OneRoster 1.2), and {@link RoleRow}s do. Whoever turns
 *     out to be {@link PersonKind#OTHER} there must lose name, e-mail and user name before they are
 *     stored; where the role stands here, that has been done.
 * @param givenName empty for {@link PersonKind#OTHER} only
 * @param familyName may be empty: some people have one name
 * @param email lower case; null: none
 * @param identifier the number that the school calls them by; null: none
 * @param grades as given ({@code KG}, {@code 09}); empty: none
 * @param orgIds orgs they belong to, schools and departments alike, the main one first; in
 *     OneRoster 1.2 there may be more in {@link RoleRow}s
 * @param department the name of their department, of a school's own table; null: not said
 */
public record UserRow(
        long line,
        boolean withdrawn,
        String id,
        @Nullable PersonRole role,
        String givenName,
        String familyName,
        @Nullable String email,
        @Nullable String username,
        @Nullable String identifier,
        List<String> grades,
        List<String> orgIds,
        @Nullable String department)
        implements ImportedRow {

    public UserRow {
        grades = List.copyOf(grades);
        orgIds = List.copyOf(orgIds);
    }
}
