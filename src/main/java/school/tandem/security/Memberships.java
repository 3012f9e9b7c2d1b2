package school.tandem.security;

import static school.tandemdb.security.Tables.ACCOUNT;
import static school.tandemdb.security.Tables.MEMBERSHIP;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who has which role where: listed, changed, ended and given back. */
@Component
public class Memberships {

    /**
     * A membership as an administrator sees it in a list.
     *
     * @param school null: every school of the district
     * @param personId the roster's person; null: not on the roster
     * @param waiting whether the invitation is still to be answered
     */
    public record Member(
            long id,
            String name,
            String email,
            Role role,
            @Nullable SchoolId school,
            @Nullable Long personId,
            boolean waiting) {}

    /** A membership that was ended, so that it can be given back. */
    public record Ended(AccountId account, Membership membership) {}

    /** Whether somebody of the roster can sign in. */
    public enum Standing {
        NONE,
        /** Has an account and no password yet. */
        INVITED,
        JOINED
    }

    private final DSLContext dsl;
    private final DistrictTransactions inDistrict;
    private final Accounts accounts;
    private final SignedInAccounts signedIn;
    private final Access access;
    private final Audit audit;

    Memberships(
            DSLContext dsl,
            DistrictTransactions inDistrict,
            Accounts accounts,
            SignedInAccounts signedIn,
            Access access,
            Audit audit) {
        this.dsl = dsl;
        this.inDistrict = inDistrict;
        this.accounts = accounts;
        this.signedIn = signedIn;
        this.access = access;
        this.audit = audit;
    }

    /** Everybody with a role in this district, by name. */
    public List<Member> of(DistrictId district) {
        access.require(district, Permission.INVITE);
        return where(MEMBERSHIP.DISTRICT_ID.eq(district));
    }

    /** Everybody with a role in this school, be it in this one or in all of its district. */
    public List<Member> of(SchoolKey key) {
        access.require(key, Permission.INVITE);
        return where(covering(key));
    }

    /** Which of these persons of the roster can sign in to this school. */
    public Map<Long, Standing> standing(SchoolKey key, Collection<Long> personIds) {
        access.require(key, Permission.SEE_STAFF);
        Map<Long, Standing> standing = new HashMap<>();
        personIds.forEach(person -> standing.put(person, Standing.NONE));
        dsl.select(MEMBERSHIP.PERSON_ID, ACCOUNT.PASSWORD_HASH.isNull())
                .from(MEMBERSHIP)
                .join(ACCOUNT)
                .on(ACCOUNT.ID.eq(MEMBERSHIP.ACCOUNT_ID))
                .where(covering(key), MEMBERSHIP.PERSON_ID.in(personIds))
                .forEach(row ->
                        standing.merge(
                                row.value1(),
                                row.value2() ? Standing.INVITED : Standing.JOINED,
                                Memberships::further));
        return standing;
    }

    /** The language that somebody of the roster has chosen for themselves; empty: none. */
    public Optional<String> language(SchoolKey key, long personId) {
        access.require(key, Permission.SEE_STAFF);
        return dsl.select(ACCOUNT.LOCALE)
                .from(MEMBERSHIP)
                .join(ACCOUNT)
                .on(ACCOUNT.ID.eq(MEMBERSHIP.ACCOUNT_ID))
                .where(covering(key), MEMBERSHIP.PERSON_ID.eq(personId))
                .and(ACCOUNT.LOCALE.isNotNull())
                .limit(1)
                .fetchOptional(ACCOUNT.LOCALE);
    }

    /**
     * Ends a membership at once; the account stays. Nobody can end their own, so that a district is
     * never left alone.
     *
     * @return what {@link #giveBack} takes
     */
    public Ended end(DistrictId district, long id) {
        return inDistrict.write(district, () -> remove(district, id));
    }

    /** Takes back the end of a membership. */
    public void giveBack(Ended ended) {
        Membership membership = ended.membership();
        access.requireInviter(membership.district(), membership.school());
        accounts.addMembership(ended.account(), membership);
    }

    /** Makes a membership one of another role, and nobody their own. */
    public void changeRole(DistrictId district, long id, Role role) {
        inDistrict.write(
                district,
                () -> {
                    Ended ended = remove(district, id);
                    Membership old = ended.membership();
                    accounts.addMembership(
                            ended.account(),
                            new Membership(district, old.school(), role, old.personId()));
                });
    }

    private Ended remove(DistrictId district, long id) {
        Ended ended =
                dsl.select(
                                MEMBERSHIP.ACCOUNT_ID,
                                MEMBERSHIP.SCHOOL_ID,
                                MEMBERSHIP.ROLE.convertFrom(Role::ofCode),
                                MEMBERSHIP.PERSON_ID)
                        .from(MEMBERSHIP)
                        .where(MEMBERSHIP.DISTRICT_ID.eq(district), MEMBERSHIP.ID.eq(id))
                        .and(MEMBERSHIP.ACCOUNT_ID.ne(own()))
                        .forUpdate()
                        .fetchOptional(
                                Records.mapping((account, school, role, person) ->
                                        new Ended(
                                                account,
                                                new Membership(district, school, role, person))))
                        .orElseThrow(() -> new NotHere("Membership " + id));
        access.requireInviter(district, ended.membership().school());
        dsl.deleteFrom(MEMBERSHIP)
                .where(MEMBERSHIP.DISTRICT_ID.eq(district), MEMBERSHIP.ID.eq(id))
                .execute();
        audit.record(
                district,
                "membership.end",
                "account",
                ended.account().toString(),
                Map.of("role", ended.membership().role().code()),
                List.of());
        signedIn.forget(ended.account());
        return ended;
    }

    private List<Member> where(Condition condition) {
        return dsl.select(
                        MEMBERSHIP.ID,
                        ACCOUNT.NAME,
                        ACCOUNT.EMAIL,
                        MEMBERSHIP.ROLE.convertFrom(Role::ofCode),
                        MEMBERSHIP.SCHOOL_ID,
                        MEMBERSHIP.PERSON_ID,
                        ACCOUNT.PASSWORD_HASH.isNull())
                .from(MEMBERSHIP)
                .join(ACCOUNT)
                .on(ACCOUNT.ID.eq(MEMBERSHIP.ACCOUNT_ID))
                .where(condition)
                .orderBy(DSL.lower(ACCOUNT.NAME), MEMBERSHIP.ID)
                .fetch(Records.mapping(Member::new));
    }

    private static Condition covering(SchoolKey key) {
        return MEMBERSHIP
                .DISTRICT_ID
                .eq(key.district())
                .and(MEMBERSHIP.SCHOOL_ID.isNull().or(MEMBERSHIP.SCHOOL_ID.eq(key.school())));
    }

    private static Standing further(Standing one, Standing other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private AccountId own() {
        AccountId own = access.who().account();
        return own == null ? new AccountId(0) : own;
    }
}
