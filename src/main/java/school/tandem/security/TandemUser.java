package school.tandem.security;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** An account as Spring Security keeps it in the session. */
final class TandemUser implements UserDetails, CredentialsContainer {

    private final SignedIn signedIn;
    private @Nullable String passwordHash;

    TandemUser(SignedIn signedIn, @Nullable String passwordHash) {
        this.signedIn = signedIn;
        this.passwordHash = passwordHash;
    }

    SignedIn signedIn() {
        return signedIn;
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
        return signedIn.email();
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TandemUser user && user.getUsername().equals(getUsername());
    }

    @Override
    public int hashCode() {
        return Objects.hash(getUsername());
    }
}
