package school.tandem.training;

import static school.tandemdb.training.Tables.CHECK_IN;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import school.tandem.security.Access;
import school.tandem.security.Audit;
import school.tandem.security.BadInput;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.Permission;
import school.tandem.security.SchoolKey;

/** The codes that trainers show on the wall. */
@Component
public class WallCodes {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final DSLContext dsl;
    private final DistrictTransactions inDistrict;
    private final Sessions sessions;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    WallCodes(
            DSLContext dsl,
            DistrictTransactions inDistrict,
            Sessions sessions,
            Access access,
            Audit audit,
            Clock clock) {
        this.dsl = dsl;
        this.inDistrict = inDistrict;
        this.sessions = sessions;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What the wall shows now; from the first time on, people can check in with it.
     *
     * @throws BadInput if the session is closed or cancelled
     */
    public WallCode now(SchoolKey key, SessionId id) {
        access.require(key, Permission.MANAGE_TRAINING);
        return inDistrict.write(
                key.district(),
                () -> {
                    Attendance.requireOpen(sessions.find(key, id));
                    Instant now = clock.instant();
                    String code = new TurningCode(secret(key, id)).at(now);
                    return new WallCode(
                            "/c/%s/%s/%s".formatted(key.district(), id, code),
                            "%s-%s-%s".formatted(key.district(), id, code),
                            TurningCode.turnsAt(now));
                });
    }

    private byte[] secret(SchoolKey key, SessionId id) {
        byte[] made = new byte[32];
        RANDOM.nextBytes(made);
        int added =
                dsl.insertInto(CHECK_IN)
                        .set(CHECK_IN.DISTRICT_ID, key.district())
                        .set(CHECK_IN.SESSION_ID, id)
                        .set(CHECK_IN.SECRET, made)
                        .onConflictDoNothing()
                        .execute();
        if (added > 0) {
            audit.record(key.district(), "session.showCode", "session", id.toString());
            return made;
        }
        return dsl.select(CHECK_IN.SECRET)
                .from(CHECK_IN)
                .where(CHECK_IN.DISTRICT_ID.eq(key.district()), CHECK_IN.SESSION_ID.eq(id))
                .fetchSingle()
                .value1();
    }
}
