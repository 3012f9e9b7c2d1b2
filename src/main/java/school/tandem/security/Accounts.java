package school.tandem.security;

import static school.tandemdb.security.Tables.ACCOUNT;
import static school.tandemdb.security.Tables.MEMBERSHIP;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The people who can sign in: set up, invited, given roles, and taken out again. */
@Component
public class Accounts {

    /** A membership as an administrator sees it in a list. */
    public record Member(
            long id,
            String name,
            String email,
            Role role,
            @Nullable SchoolId school,
            boolean waiting) {}

    private final DSLContext dsl;
    private final DistrictTransactions inDistrict;
    private final TransactionTemplate transaction;
    private final Links links;
    private final SignedInAccounts signedIn;
    private final Access access;
    private final Audit audit;
    private final PasswordEncoder passwords;
    private final Clock clock;

    Accounts(
            DSLContext dsl,
            DistrictTransactions inDistrict,
            PlatformTransactionManager transactions,
            Links links,
            SignedInAccounts signedIn,
            Access access,
            Audit audit,
            PasswordEncoder passwords,
            Clock clock) {
        this.dsl = dsl;
        this.inDistrict = inDistrict;
        this.transaction = new TransactionTemplate(transactions);
        this.links = links;
        this.signedIn = signedIn;
        this.access = access;
        this.audit = audit;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** Whether anybody can sign in at all; if not, the set-up link is the way. */
    public boolean exist() {
        return dsl.fetchExists(
                dsl.selectOne().from(ACCOUNT).where(ACCOUNT.PASSWORD_HASH.isNotNull()));
    }

    /**
     * Makes the first account, the installation's operator, by the set-up link.
     *
     * @throws LinkSpent if the link is used, too old or unknown
     * @throws BadInput if a field can't be taken
     */
    public void setUp(String token, String name, String email, String password) {
        NewAccount fields = NewAccount.checked(name, email, password);
        transaction.executeWithoutResult(status -> {
            links.spend(Links.Kind.SETUP, token);
            if (exist()) {
                throw new LinkSpent();
            }
            insert(fields.email(), fields.name(), passwords.encode(fields.password()), true);
        });
    }

    /**
     * Invites somebody: an account without a password yet, a membership, and a link to be given to
     * them. Inviting again makes a new link.
     *
     * @return the secret of the link, to be shown or sent once; it is not kept
     */
    public String invite(
            DistrictId district,
            @Nullable SchoolId school,
            Role role,
            String name,
            String email,
            @Nullable Long personId) {
        requireInviter(district, school);
        String address = NewAccount.checkedEmail(email);
        String called = NewAccount.checkedName(name);
        return inDistrict.write(
                district,
                () -> {
                    AccountId account =
                            findByEmail(address)
                                    .orElseGet(() -> insert(address, called, null, false));
                    addMembership(account, new Membership(district, school, role, personId));
                    return links.make(Links.Kind.INVITATION, account);
                });
    }

    /**
     * Answers an invitation with a password; an account that has one keeps it.
     *
     * @return the e-mail to sign in with
     * @throws LinkSpent if the link is used, too old or unknown
     * @throws BadInput if the password can't be taken
     */
    public String accept(String token, String password) {
        String checked = NewAccount.checkedPassword(password);
        return transaction.execute(status -> {
            AccountId account = links.spend(Links.Kind.INVITATION, token);
            if (account == null) {
                throw new LinkSpent();
            }
            dsl.update(ACCOUNT)
                    .set(ACCOUNT.PASSWORD_HASH, passwords.encode(checked))
                    .where(ACCOUNT.ID.eq(account), ACCOUNT.PASSWORD_HASH.isNull())
                    .execute();
            return dsl.select(ACCOUNT.EMAIL)
                    .from(ACCOUNT)
                    .where(ACCOUNT.ID.eq(account))
                    .fetchSingle()
                    .value1();
        });
    }

    /** Everybody with a role in this district, by name. */
    public List<Member> members(DistrictId district) {
        access.require(district, Permission.INVITE);
        return dsl.select(
                        MEMBERSHIP.ID,
                        ACCOUNT.NAME,
                        ACCOUNT.EMAIL,
                        MEMBERSHIP.ROLE.convertFrom(Role::ofCode),
                        MEMBERSHIP.SCHOOL_ID,
                        ACCOUNT.PASSWORD_HASH.convertFrom(hash -> hash == null))
                .from(MEMBERSHIP)
                .join(ACCOUNT)
                .on(ACCOUNT.ID.eq(MEMBERSHIP.ACCOUNT_ID))
                .where(MEMBERSHIP.DISTRICT_ID.eq(district))
                .orderBy(ACCOUNT.NAME, MEMBERSHIP.ID)
                .fetch(Records.mapping(Member::new));
    }

    /**
     * Ends a membership at once; the account stays. Nobody can end their own, so that a district is
     * never left alone.
     */
    public void endMembership(DistrictId district, long id) {
        access.require(district, Permission.INVITE);
        inDistrict.write(
                district,
                () -> {
                    AccountId account =
                            dsl.deleteFrom(MEMBERSHIP)
                                    .where(
                                            MEMBERSHIP.DISTRICT_ID.eq(district),
                                            MEMBERSHIP.ID.eq(id))
                                    .and(MEMBERSHIP.ACCOUNT_ID.ne(ownAccount()))
                                    .returningResult(MEMBERSHIP.ACCOUNT_ID)
                                    .fetchOne(MEMBERSHIP.ACCOUNT_ID);
                    if (account == null) {
                        throw new NotHere("Membership " + id);
                    }
                    audit.record(district, "membership.end", "account", account.toString());
                    signedIn.forget(account);
                });
    }

    /**
     * Gives an account a role; giving it again changes nothing. Part of the caller's transaction
     * and authorisation.
     */
    public void addMembership(AccountId account, Membership membership) {
        inDistrict.write(
                membership.district(),
                () -> {
                    int added =
                            dsl.insertInto(MEMBERSHIP)
                                    .set(MEMBERSHIP.ACCOUNT_ID, account)
                                    .set(MEMBERSHIP.DISTRICT_ID, membership.district())
                                    .set(MEMBERSHIP.SCHOOL_ID, membership.school())
                                    .set(MEMBERSHIP.ROLE, membership.role().code())
                                    .set(MEMBERSHIP.PERSON_ID, membership.personId())
                                    .set(
                                            MEMBERSHIP.CREATED_AT,
                                            clock.instant().atOffset(ZoneOffset.UTC))
                                    .onConflictDoNothing()
                                    .execute();
                    if (added > 0) {
                        audit.record(
                                membership.district(),
                                "membership.add",
                                "account",
                                account.toString(),
                                Map.of("role", membership.role().code()),
                                List.of());
                    }
                    signedIn.forget(account);
                });
    }

    /** Remembers the language of whoever asks; null: as the browser says. */
    public void chooseLocale(@Nullable Locale locale) {
        AccountId account = ownAccount();
        dsl.update(ACCOUNT)
                .set(ACCOUNT.LOCALE, locale == null ? null : locale.toLanguageTag())
                .where(ACCOUNT.ID.eq(account))
                .execute();
        signedIn.forget(account);
    }

    Optional<TandemUser> forSignIn(String email) {
        return dsl.select(ACCOUNT.ID, ACCOUNT.EMAIL, ACCOUNT.PASSWORD_HASH)
                .from(ACCOUNT)
                .where(ACCOUNT.EMAIL.eq(email.strip().toLowerCase(Locale.ROOT)))
                .and(ACCOUNT.DISABLED_AT.isNull())
                .and(ACCOUNT.PASSWORD_HASH.isNotNull())
                .fetchOptional(Records.mapping(TandemUser::new));
    }

    private AccountId ownAccount() {
        AccountId own = access.who().account();
        return own == null ? new AccountId(0) : own;
    }

    private void requireInviter(DistrictId district, @Nullable SchoolId school) {
        if (school == null) {
            access.require(district, Permission.INVITE);
        } else {
            access.require(new SchoolKey(district, school), Permission.INVITE);
        }
    }

    private Optional<AccountId> findByEmail(String email) {
        return dsl.select(ACCOUNT.ID)
                .from(ACCOUNT)
                .where(ACCOUNT.EMAIL.eq(email))
                .fetchOptional(ACCOUNT.ID);
    }

    private AccountId insert(
            String email, String name, @Nullable String passwordHash, boolean operator) {
        return dsl.insertInto(ACCOUNT)
                .set(ACCOUNT.EMAIL, email)
                .set(ACCOUNT.NAME, name)
                .set(ACCOUNT.PASSWORD_HASH, passwordHash)
                .set(ACCOUNT.OPERATOR, operator)
                .set(ACCOUNT.CREATED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .returningResult(ACCOUNT.ID)
                .fetchSingle()
                .value1();
    }
}
