package school.tandem.security;

import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The way in before there is any account: a link that works once, printed where Tandem was started.
 */
@Component
public class SetUp {

    private final Accounts accounts;
    private final Links links;

    SetUp(Accounts accounts, Links links) {
        this.accounts = accounts;
        this.links = links;
    }

    /** A fresh set-up link, valid for a day; earlier ones end. Empty once somebody can sign in. */
    public Optional<String> link(String baseUrl) {
        return accounts.exist()
                ? Optional.empty()
                : Optional.of(baseUrl + "/set-up/" + links.make(Links.Kind.SETUP, null));
    }

    /** Whether a set-up link can still be used. */
    public boolean isOpen(String token) {
        return !accounts.exist() && links.isOpen(Links.Kind.SETUP, token);
    }

    /** Whether an invitation can still be answered. */
    public boolean isInvitationOpen(String token) {
        return links.isOpen(Links.Kind.INVITATION, token);
    }
}
