package school.tandem.security;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Says who is asking and refuses what they may not do. Services ask it, not only routes. */
@Component
public class Access {

    private static final ScopedValue<SignedIn> ACTING = ScopedValue.newInstance();

    private final SignedInAccounts accounts;

    Access(SignedInAccounts accounts) {
        this.accounts = accounts;
    }

    /** Who is asking; fails with {@link NotHere} when nobody has signed in. */
    public SignedIn who() {
        SignedIn who = whoOrNobody();
        if (who == null) {
            throw new NotHere("Nobody has signed in");
        }
        return who;
    }

    /** Who is asking, or null before sign-in. */
    public @Nullable SignedIn whoOrNobody() {
        if (ACTING.isBound()) {
            return ACTING.get();
        }
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof TandemUser user
                ? accounts.find(user.account()).orElse(null)
                : null;
    }

    /**
     * Refuses with {@link NotHere} a school that is none of theirs, with {@link AccessDenied} what
     * their role lacks.
     */
    public void require(SchoolKey key, Permission permission) {
        SignedIn who = who();
        if (who.isInstallation()) {
            return;
        }
        List<Membership> here =
                who.memberships().stream().filter(membership -> membership.covers(key)).toList();
        if (here.isEmpty()) {
            throw new NotHere("School " + key.school());
        }
        if (here.stream().noneMatch(membership -> membership.role().may(permission))) {
            throw new AccessDenied(permission);
        }
    }

    /** The same for what concerns a whole district: only memberships of all its schools count. */
    public void require(DistrictId district, Permission permission) {
        SignedIn who = who();
        if (who.isInstallation()) {
            return;
        }
        List<Membership> here =
                who.memberships().stream()
                        .filter(membership -> membership.district().equals(district))
                        .toList();
        if (here.isEmpty()) {
            throw new NotHere("District " + district);
        }
        if (here.stream().noneMatch(m -> m.school() == null && m.role().may(permission))) {
            throw new AccessDenied(permission);
        }
    }

    /** Whether a button for it is worth showing. */
    public boolean may(SchoolKey key, Permission permission) {
        SignedIn who = who();
        return who.isInstallation()
                || who.memberships().stream()
                        .anyMatch(m -> m.covers(key) && m.role().may(permission));
    }

    /** The same for what concerns a whole district. */
    public boolean may(DistrictId district, Permission permission) {
        SignedIn who = who();
        return who.isInstallation()
                || who.memberships().stream()
                        .filter(m -> m.district().equals(district) && m.school() == null)
                        .anyMatch(m -> m.role().may(permission));
    }

    /** Refuses whoever may not give and take roles in this school, or (null) in all of them. */
    void requireInviter(DistrictId district, @Nullable SchoolId school) {
        if (school == null) {
            require(district, Permission.INVITE);
        } else {
            require(new SchoolKey(district, school), Permission.INVITE);
        }
    }

    boolean mayInvite(DistrictId district, @Nullable SchoolId school) {
        return school == null
                ? may(district, Permission.INVITE)
                : may(new SchoolKey(district, school), Permission.INVITE);
    }

    /** The id of the roster's person that whoever asks is in this school; null: none. */
    public @Nullable Long personIn(SchoolKey key) {
        return who().memberships().stream()
                .filter(membership -> membership.covers(key) && membership.personId() != null)
                .map(Membership::personId)
                .findFirst()
                .orElse(null);
    }

    /** Runs a job or a command of this machine, which nobody signs in for. */
    public <T extends @Nullable Object> T asInstallation(Supplier<T> work) {
        return ScopedValue.where(ACTING, SignedIn.INSTALLATION).call(work::get);
    }
}
