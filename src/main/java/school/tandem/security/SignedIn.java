package school.tandem.security;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking, and what they are where.
 *
 * @param account null: the installation itself (a job or a command on this machine)
 * @param operator may create districts, and sees into none
 * @param locale a BCP 47 tag; null: as the browser says
 */
public record SignedIn(
        @Nullable AccountId account,
        String email,
        String name,
        @Nullable String locale,
        boolean operator,
        List<Membership> memberships)
        implements Serializable {

    static final SignedIn INSTALLATION = new SignedIn(null, "", "", null, true, List.of());

    boolean isInstallation() {
        return account == null;
    }
}
