package school.tandem.training;

import static school.tandemdb.training.Tables.SESSION;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.tandem.roster.PersonId;
import school.tandem.security.Access;
import school.tandem.security.Audit;
import school.tandem.security.DistrictId;
import school.tandem.security.DistrictTransactions;

/**
 * Checking in at a session with one's own phone. Whoever asks is known by their account or by a
 * phone that a trainer has confirmed; that they are there is proved by the code on the wall. Every
 * call may come twice, or late: what is recorded once stays once.
 */
@Component
public class CheckIn {

    /** A scan that arrives later than this was kept by a phone without a network. */
    private static final Duration AT_ONCE = Duration.ofMinutes(15);

    /**
     * What a scan led to.
     *
     * @param kept what the phone is to keep until its holder has confirmed
     */
    public record Scanned(String kept, Arrival arrival) {}

    private final DSLContext dsl;
    private final DistrictTransactions inDistrict;
    private final Doors doors;
    private final Arrivals arrivals;
    private final Phones phones;
    private final StepsAhead steps;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    CheckIn(
            DSLContext dsl,
            DistrictTransactions inDistrict,
            Doors doors,
            Arrivals arrivals,
            Phones phones,
            StepsAhead steps,
            Access access,
            Audit audit,
            Clock clock) {
        this.dsl = dsl;
        this.inDistrict = inDistrict;
        this.doors = doors;
        this.arrivals = arrivals;
        this.phones = phones;
        this.steps = steps;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes the code on the wall.
     *
     * @param typed whether it was typed rather than scanned
     * @param phone what the phone keeps since it was confirmed; null: nothing
     * @throws CheckInRefused if this is not on the wall now, or nobody can check in now
     */
    public Scanned scan(
            DistrictId district,
            SessionId session,
            String code,
            boolean typed,
            @Nullable String phone) {
        return inDistrict.read(
                district,
                () -> {
                    Instant now = clock.instant();
                    Door door = doors.find(district, session);
                    door.requireHours(now);
                    door.requireCode(code, now);
                    AttendanceVia via = typed ? AttendanceVia.CODE : AttendanceVia.SCAN;
                    String kept =
                            new Scan(now, via, TurningCode.plain(code), null).sealed(door.code());
                    return new Scanned(kept, arrival(door, phone, kept));
                });
    }

    /**
     * How the holder of a phone stands at a session.
     *
     * @param phone what the phone keeps since it was confirmed; null: nothing
     * @param kept what {@link #scan} gave it; null: nothing
     * @throws CheckInRefused if there is no such session
     */
    public Arrival arrival(
            DistrictId district, SessionId session, @Nullable String phone, @Nullable String kept) {
        return inDistrict.read(district, () -> arrival(doors.find(district, session), phone, kept));
    }

    /**
     * Checks the holder of a phone in; a second time changes nothing.
     *
     * @param kept what {@link #arrival} gave the phone to send back
     * @param addMe whether they come without a seat, and know it
     * @param later whether the phone could not say so when it was told to
     * @throws CheckInRefused if they can't be
     */
    public void confirm(
            DistrictId district,
            SessionId session,
            @Nullable String phone,
            @Nullable String kept,
            boolean addMe,
            boolean later) {
        inDistrict.write(
                district,
                () -> {
                    Instant now = clock.instant();
                    Door door = doors.find(district, session);
                    PersonId person = person(door, phones.known(district, phone));
                    if (person == null) {
                        throw new CheckInRefused(Refusal.UNKNOWN);
                    }
                    Holder holder =
                            arrivals.holder(door, person)
                                    .orElseThrow(() -> new CheckInRefused(Refusal.ELSEWHERE));
                    if (holder.state() != null) {
                        return;
                    }
                    Scan scan = arrivals.counting(door, kept, person, now);
                    if (!holder.listed() && !addMe) {
                        throw new CheckInRefused(Refusal.NOT_LISTED);
                    }
                    requireStillOpen(door);
                    boolean wasLater = later || now.isAfter(scan.at().plus(AT_ONCE));
                    arrivals.record(door, person, scan, wasLater);
                });
    }

    /**
     * Takes back what the phone said; a second time changes nothing.
     *
     * @throws CheckInRefused if the session is closed, or nobody knows whose phone it is
     */
    public void undo(DistrictId district, SessionId session, @Nullable String phone) {
        inDistrict.write(
                district,
                () -> {
                    Door door = doors.find(district, session);
                    PersonId person = person(door, phones.known(district, phone));
                    if (person == null) {
                        throw new CheckInRefused(Refusal.UNKNOWN);
                    }
                    requireStillOpen(door);
                    if (arrivals.takeBack(door, person) > 0) {
                        access.asInstallation(() -> recordUndo(district, session));
                    }
                });
    }

    private Arrival arrival(Door door, @Nullable String phone, @Nullable String kept) {
        Phones.Known known = phones.known(door.school().district(), phone);
        PersonId person = person(door, known);
        Holder holder = person == null ? null : arrivals.holder(door, person).orElse(null);
        NextStep next =
                holder == null || holder.state() == null
                        ? null
                        : steps.of(door, holder.person()).orElse(null);
        return new Arrival(
                door.school(),
                door.title(),
                door.startsAt(),
                door.endsAt(),
                door.zone(),
                door.place(),
                holder == null ? null : holder.name(),
                person == null && known != null,
                person != null && holder == null,
                holder != null && holder.listed(),
                holder == null ? null : holder.state(),
                holder == null ? null : holder.at(),
                holder != null && holder.sentLater(),
                holder != null && holder.saidSo() && door.closedAt() == null,
                toConfirm(door, kept, person),
                next);
    }

    /** An account that is tied to somebody of the school, else a phone that was confirmed. */
    private @Nullable PersonId person(Door door, Phones.@Nullable Known known) {
        Long own = access.whoOrNobody() == null ? null : access.personIn(door.school());
        if (own != null) {
            return new PersonId(own);
        }
        return known == null ? null : known.person();
    }

    /** What counts of a scan, made out to whoever holds the phone; null: nothing. */
    private @Nullable String toConfirm(
            Door door, @Nullable String kept, @Nullable PersonId person) {
        try {
            Scan scan = arrivals.counting(door, kept, person, clock.instant());
            return (person == null ? scan : scan.boundTo(person)).sealed(door.code());
        } catch (CheckInRefused nothing) {
            return null;
        }
    }

    /** Closing waits until those who come in at the same moment are in, and the other way round. */
    private void requireStillOpen(Door door) {
        boolean closed =
                dsl.select(SESSION.CLOSED_AT.isNotNull())
                        .from(SESSION)
                        .where(SESSION.DISTRICT_ID.eq(door.school().district()))
                        .and(SESSION.ID.eq(door.session()))
                        .forShare()
                        .fetchSingle()
                        .value1();
        if (closed) {
            throw new CheckInRefused(Refusal.CLOSED);
        }
    }

    private boolean recordUndo(DistrictId district, SessionId session) {
        audit.record(
                district, "attendance.undo", "session", session.toString(), Map.of(), List.of());
        return true;
    }
}
