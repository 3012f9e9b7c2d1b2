package school.tandem.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * An account as Spring Security keeps it in the session: who it is, not what it may do, since that
 * can change.
 */
final class TandemUser implements UserDetails, CredentialsContainer {

    private static final long serialVersionUID = 1;

    private final long account;
    private final String email;
    private @Nullable String passwordHash;

    TandemUser(AccountId account, String email, @Nullable String passwordHash) {
        this.account = account.value();
        this.email = email;
        this.passwordHash = passwordHash;
    }

    AccountId account() {
        return new AccountId(account);
    }

    @Override
    public List<GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority("ROLE_USER"));
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return email;
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TandemUser user && user.account == account;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(account);
    }
}
