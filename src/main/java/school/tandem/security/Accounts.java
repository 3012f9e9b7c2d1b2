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

/** The people who can sign in: set up, invited and given roles. */
@Component
public class Accounts {

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
     * them. Inviting again makes a new link, and links the membership to the person if it had none.
     *
     * @return the secret of the link, to be shown or sent once; it is not kept
     * @throws BadInput if a field can't be taken, or if the account still waits for its first
     *     password somewhere that whoever asks has no say in: the link would let them in there
     */
    public String invite(
            DistrictId district,
            @Nullable SchoolId school,
            Role role,
            String name,
            String email,
            @Nullable Long personId) {
        access.requireInviter(district, school);
        String address = NewAccount.checkedEmail(email);
        String called = NewAccount.checkedName(name);
        return inDistrict.write(
                district,
                () -> {
                    AccountId account =
                            findByEmail(address)
                                    .orElseGet(() -> insert(address, called, null, false));
                    requireNotWaitingElsewhere(account);
                    addMembership(account, new Membership(district, school, role, personId));
                    audit.record(district, "account.invite", "account", account.toString());
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
                    } else if (membership.personId() != null) {
                        linkPerson(account, membership);
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

    /**
     * An e-mail address as accounts have it, in lower case.
     *
     * @throws BadInput if it is none
     */
    public static String address(String email) {
        return NewAccount.checkedEmail(email);
    }

    Optional<TandemUser> forSignIn(String email) {
        return dsl.select(ACCOUNT.ID, ACCOUNT.EMAIL, ACCOUNT.PASSWORD_HASH)
                .from(ACCOUNT)
                .where(ACCOUNT.EMAIL.eq(email.strip().toLowerCase(Locale.ROOT)))
                .and(ACCOUNT.DISABLED_AT.isNull())
                .and(ACCOUNT.PASSWORD_HASH.isNotNull())
                .fetchOptional(Records.mapping(TandemUser::new));
    }

    private void linkPerson(AccountId account, Membership membership) {
        SchoolId school = membership.school();
        dsl.update(MEMBERSHIP)
                .set(MEMBERSHIP.PERSON_ID, membership.personId())
                .where(MEMBERSHIP.ACCOUNT_ID.eq(account))
                .and(MEMBERSHIP.DISTRICT_ID.eq(membership.district()))
                .and(
                        school == null
                                ? MEMBERSHIP.SCHOOL_ID.isNull()
                                : MEMBERSHIP.SCHOOL_ID.eq(school))
                .and(MEMBERSHIP.ROLE.eq(membership.role().code()))
                .and(MEMBERSHIP.PERSON_ID.isNull())
                .execute();
    }

    private void requireNotWaitingElsewhere(AccountId account) {
        dsl.select(MEMBERSHIP.DISTRICT_ID, MEMBERSHIP.SCHOOL_ID)
                .from(MEMBERSHIP)
                .join(ACCOUNT)
                .on(ACCOUNT.ID.eq(MEMBERSHIP.ACCOUNT_ID))
                .where(MEMBERSHIP.ACCOUNT_ID.eq(account), ACCOUNT.PASSWORD_HASH.isNull())
                .forEach(row -> {
                    if (!access.mayInvite(row.value1(), row.value2())) {
                        throw new BadInput("email", "security.bad.waitingElsewhere");
                    }
                });
    }

    private AccountId ownAccount() {
        AccountId own = access.who().account();
        return own == null ? new AccountId(0) : own;
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
