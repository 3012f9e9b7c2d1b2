package school.tandem.security;

import static school.tandemdb.security.Tables.ACCOUNT;
import static school.tandemdb.security.Tables.MEMBERSHIP;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.springframework.stereotype.Component;

/**
 * What accounts may do, remembered for a short while, so that a role that ends has ended at the
 * next click.
 */
@Component
class SignedInAccounts {

    private static final Duration REMEMBERED = Duration.ofSeconds(20);

    private final DSLContext dsl;
    private final Cache<AccountId, Optional<SignedIn>> remembered =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(10_000).build();

    SignedInAccounts(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** The account with its memberships; empty where it does not exist or is disabled. */
    Optional<SignedIn> find(AccountId id) {
        return remembered.get(id, this::load);
    }

    void forget(AccountId id) {
        remembered.invalidate(id);
    }

    void forgetAll() {
        remembered.invalidateAll();
    }

    private Optional<SignedIn> load(AccountId id) {
        List<Membership> memberships =
                dsl.select(
                                MEMBERSHIP.DISTRICT_ID,
                                MEMBERSHIP.SCHOOL_ID,
                                MEMBERSHIP.ROLE.convertFrom(Role::ofCode),
                                MEMBERSHIP.PERSON_ID)
                        .from(MEMBERSHIP)
                        .where(MEMBERSHIP.ACCOUNT_ID.eq(id))
                        .orderBy(MEMBERSHIP.ID)
                        .fetch(Records.mapping(Membership::new));
        return dsl.select(ACCOUNT.EMAIL, ACCOUNT.NAME, ACCOUNT.LOCALE, ACCOUNT.OPERATOR)
                .from(ACCOUNT)
                .where(ACCOUNT.ID.eq(id), ACCOUNT.DISABLED_AT.isNull())
                .fetchOptional(
                        Records.mapping((email, name, locale, operator) ->
                                new SignedIn(id, email, name, locale, operator, memberships)));
    }
}
