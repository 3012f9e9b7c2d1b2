package school.tandem.security;

import static school.tandemdb.security.Tables.DISTRICT;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The list of districts, which stands outside all of them. */
@Component
public class Districts {

    private final DSLContext dsl;
    private final DistrictTransactions inDistrict;
    private final Accounts accounts;
    private final SignedInAccounts signedIn;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    Districts(
            DSLContext dsl,
            DistrictTransactions inDistrict,
            Accounts accounts,
            SignedInAccounts signedIn,
            Access access,
            Audit audit,
            Clock clock) {
        this.dsl = dsl;
        this.inDistrict = inDistrict;
        this.accounts = accounts;
        this.signedIn = signedIn;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** All of them, by name. */
    public List<District> all() {
        return where(DSL.noCondition());
    }

    public Optional<District> find(DistrictId id) {
        return where(DISTRICT.ID.eq(id)).stream().findFirst();
    }

    /** The one of this name, whatever its case. */
    public Optional<District> named(String name) {
        return where(DSL.lower(DISTRICT.NAME).eq(DSL.lower(DSL.val(name.strip())))).stream()
                .findFirst();
    }

    /**
     * Creates a district; whoever does becomes an administrator of it. Only an operator, or a
     * command on this machine, may. Joins the transaction that is open, so that an import that
     * fails leaves none behind.
     */
    public District create(String name, ZoneId zone, boolean sample) {
        SignedIn who = access.who();
        if (!who.operator()) {
            throw new AccessDenied(Permission.IMPORT);
        }
        DistrictId id =
                dsl.insertInto(DISTRICT)
                        .set(DISTRICT.NAME, name.strip())
                        .set(DISTRICT.ZONE, zone.getId())
                        .set(DISTRICT.SAMPLE, sample)
                        .set(DISTRICT.CREATED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                        .returningResult(DISTRICT.ID)
                        .fetchSingle()
                        .value1();
        inDistrict.write(
                id,
                () -> {
                    audit.record(id, "district.create", "district", id.toString());
                    if (who.account() != null) {
                        accounts.addMembership(
                                who.account(), new Membership(id, null, Role.ADMINISTRATOR, null));
                    }
                });
        return new District(id, name.strip(), zone, sample);
    }

    /** Makes whoever asks an administrator of the sample district; only an operator may. */
    public void joinSample(DistrictId id) {
        SignedIn who = access.who();
        boolean sample = find(id).filter(District::sample).isPresent();
        if (!who.operator() || !sample) {
            throw new AccessDenied(Permission.EDIT_ROSTER);
        }
        AccountId account = who.account();
        if (account != null && who.memberships().stream().noneMatch(m -> m.district().equals(id))) {
            accounts.addMembership(account, new Membership(id, null, Role.ADMINISTRATOR, null));
        }
    }

    /**
     * Removes the sample district with every row of it, the trail among them. The database refuses
     * any other district.
     */
    public void removeSample(DistrictId id) {
        access.require(id, Permission.EDIT_ROSTER);
        dsl.select(
                        DSL.function(
                                DSL.name("security", "remove_sample"),
                                String.class,
                                DSL.val(id.value())))
                .fetch();
        signedIn.forgetAll();
    }

    /** Renames it or moves it to another time zone. */
    public void change(DistrictId id, String name, ZoneId zone) {
        access.require(id, Permission.EDIT_ROSTER);
        inDistrict.write(
                id,
                () -> {
                    dsl.update(DISTRICT)
                            .set(DISTRICT.NAME, name.strip())
                            .set(DISTRICT.ZONE, zone.getId())
                            .where(DISTRICT.ID.eq(id))
                            .execute();
                    audit.record(
                            id,
                            "district.change",
                            "district",
                            id.toString(),
                            Map.of("zone", zone.getId()),
                            List.of());
                });
    }

    private List<District> where(Condition condition) {
        return dsl.select(
                        DISTRICT.ID,
                        DISTRICT.NAME,
                        DISTRICT.ZONE.convertFrom(ZoneId::of),
                        DISTRICT.SAMPLE)
                .from(DISTRICT)
                .where(condition)
                .orderBy(DSL.lower(DISTRICT.NAME), DISTRICT.ID)
                .fetch(Records.mapping(District::new));
    }
}
