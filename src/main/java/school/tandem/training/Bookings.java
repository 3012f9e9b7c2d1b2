package school.tandem.training;

import static school.tandemdb.roster.Tables.PERSON_SCHOOL;
import static school.tandemdb.training.Tables.BOOKING;
import static school.tandemdb.training.Tables.SESSION;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record5;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.tandem.roster.PersonId;
import school.tandem.security.Access;
import school.tandem.security.Audit;
import school.tandem.security.BadInput;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.NotHere;
import school.tandem.security.Permission;
import school.tandem.security.SchoolKey;

/**
 * Seats at sessions: taken by teachers themselves or given by whoever looks after training. All
 * that happens to a session's seats happens one after the other: its row is locked.
 */
@Component
public class Bookings {

    private final DSLContext dsl;
    private final DistrictTransactions inDistrict;
    private final Outbox outbox;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    Bookings(
            DSLContext dsl,
            DistrictTransactions inDistrict,
            Outbox outbox,
            Access access,
            Audit audit,
            Clock clock) {
        this.dsl = dsl;
        this.inDistrict = inDistrict;
        this.outbox = outbox;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes a seat for whoever asks, or a place on the waiting list, or the seat that was offered.
     *
     * @throws BadInput if they are not on the staff, or the session is over or cancelled
     */
    public Booking book(SchoolKey key, SessionId session) {
        access.require(key, Permission.LOG_OWN_TRAINING);
        PersonId me = OwnPerson.of(access, key);
        return take(key, session, List.of(me)).getFirst();
    }

    /** The seats of whoever asks and what they wait for, by session; empty: not on the staff. */
    public Map<SessionId, Booking> own(SchoolKey key) {
        access.require(key, Permission.LOG_OWN_TRAINING);
        Long person = access.personIn(key);
        if (person == null) {
            return Map.of();
        }
        return inDistrict.read(
                key.district(),
                () ->
                        dsl.select(
                                        BOOKING.SESSION_ID,
                                        BOOKING.PERSON_ID,
                                        BOOKING.STATE.convertFrom(BookingState::ofCode),
                                        BOOKING.SINCE.convertFrom(OffsetDateTime::toInstant),
                                        Columns.moment(BOOKING.OFFERED_UNTIL))
                                .from(BOOKING)
                                .where(BOOKING.DISTRICT_ID.eq(key.district()))
                                .and(BOOKING.PERSON_ID.eq(new PersonId(person)))
                                .fetchMap(
                                        Record5::value1,
                                        row ->
                                                new Booking(
                                                        row.value2(),
                                                        row.value3(),
                                                        row.value4(),
                                                        row.value5())));
    }

    /** Gives one's own seat back, one's offer, or one's place on the waiting list. */
    public void leave(SchoolKey key, SessionId session) {
        access.require(key, Permission.LOG_OWN_TRAINING);
        leave(key, session, List.of(OwnPerson.of(access, key)));
    }

    /**
     * Books for these people of the staff; who finds no seat waits for one.
     *
     * @throws BadInput if nobody was chosen, or the session is over or cancelled
     */
    public List<Booking> bookFor(SchoolKey key, SessionId session, Collection<PersonId> people) {
        access.require(key, Permission.MANAGE_TRAINING);
        if (people.isEmpty()) {
            throw new BadInput("people", "training.bad.nobody");
        }
        return take(key, session, people);
    }

    /**
     * Gives the seats of these people back.
     *
     * @return what they had, for {@link #takeBack}
     */
    public List<Booking> leaveFor(SchoolKey key, SessionId session, Collection<PersonId> people) {
        access.require(key, Permission.MANAGE_TRAINING);
        return leave(key, session, people);
    }

    /** Takes back {@link #leaveFor}: a seat that nobody has taken since is theirs again. */
    public void takeBack(SchoolKey key, SessionId session, List<Booking> given) {
        access.require(key, Permission.MANAGE_TRAINING);
        inDistrict.write(
                key.district(),
                () -> {
                    Locked locked = lock(key, session);
                    given.forEach(locked.seats()::restore);
                    save(key, session, locked);
                    record(key, "booking.take", session, given.size());
                });
    }

    /** Lets offers of all sessions ahead lapse whose time is over, and offers what is free. */
    public void settle(SchoolKey key) {
        access.require(key, Permission.SEE_FIGURES);
        inDistrict.write(
                key.district(),
                () ->
                        dsl.selectDistinct(BOOKING.SESSION_ID)
                                .from(BOOKING)
                                .join(SESSION)
                                .on(SESSION.DISTRICT_ID.eq(key.district()))
                                .and(SESSION.ID.eq(BOOKING.SESSION_ID))
                                .where(BOOKING.DISTRICT_ID.eq(key.district()))
                                .and(SESSION.SCHOOL_ID.eq(key.school()))
                                .and(SESSION.CANCELLED_AT.isNull())
                                .and(BOOKING.OFFERED_UNTIL.le(now()))
                                .fetch(BOOKING.SESSION_ID)
                                .forEach(session -> settle(key, session)));
    }

    /** Tells everybody with a seat, an offer or a wait what became of the session. */
    void tell(SchoolKey key, SessionId session, NoticeKind what) {
        Map<PersonId, NoticeKind> news = new HashMap<>();
        lock(key, session).before().forEach(booking -> news.put(booking.person(), what));
        outbox.tell(key, session, news);
    }

    /** Offers what has become free at a session, after its seats were changed. */
    void settle(SchoolKey key, SessionId session) {
        Locked locked = lock(key, session);
        locked.seats().settle(clock.instant());
        save(key, session, locked);
    }

    private List<Booking> take(SchoolKey key, SessionId session, Collection<PersonId> people) {
        return inDistrict.write(
                key.district(),
                () -> {
                    requireStaff(key, people);
                    Locked locked = lock(key, session);
                    if (locked.cancelled()) {
                        throw new BadInput("session", "training.bad.sessionCancelled");
                    }
                    if (locked.over(clock.instant())) {
                        throw new BadInput("session", "training.bad.sessionOver");
                    }
                    List<Booking> taken = new ArrayList<>();
                    people.forEach(
                            person -> taken.add(locked.seats().take(person, clock.instant())));
                    save(key, session, locked);
                    record(key, "booking.take", session, people.size());
                    return taken;
                });
    }

    private List<Booking> leave(SchoolKey key, SessionId session, Collection<PersonId> people) {
        return inDistrict.write(
                key.district(),
                () -> {
                    Locked locked = lock(key, session);
                    people.forEach(person -> locked.seats().leave(person, clock.instant()));
                    save(key, session, locked);
                    record(key, "booking.leave", session, people.size());
                    return locked.before().stream()
                            .filter(booking -> people.contains(booking.person()))
                            .toList();
                });
    }

    private record Locked(Seats seats, List<Booking> before, Instant endsAt, boolean cancelled) {
        boolean over(Instant now) {
            return !now.isBefore(endsAt);
        }
    }

    private Locked lock(SchoolKey key, SessionId id) {
        var session =
                dsl.select(
                                SESSION.CAPACITY,
                                SESSION.STARTS_AT,
                                SESSION.MINUTES,
                                SESSION.CANCELLED_AT.isNotNull())
                        .from(SESSION)
                        .where(SESSION.DISTRICT_ID.eq(key.district()))
                        .and(SESSION.SCHOOL_ID.eq(key.school()))
                        .and(SESSION.ID.eq(id))
                        .forUpdate()
                        .fetchOptional()
                        .orElseThrow(() -> new NotHere("Session " + id));
        List<Booking> before =
                dsl.select(
                                BOOKING.PERSON_ID,
                                BOOKING.STATE.convertFrom(BookingState::ofCode),
                                BOOKING.SINCE.convertFrom(OffsetDateTime::toInstant),
                                Columns.moment(BOOKING.OFFERED_UNTIL))
                        .from(BOOKING)
                        .where(BOOKING.DISTRICT_ID.eq(key.district()))
                        .and(BOOKING.SESSION_ID.eq(id))
                        .orderBy(BOOKING.SINCE, BOOKING.PERSON_ID)
                        .fetch(Records.mapping(Booking::new));
        Instant startsAt = session.value2().toInstant();
        return new Locked(
                new Seats(session.value1(), startsAt, before),
                before,
                startsAt.plusSeconds(60L * session.value3()),
                session.value4());
    }

    /** Writes what differs from before, and tells whom it concerns. */
    private void save(SchoolKey key, SessionId session, Locked locked) {
        Map<PersonId, Booking> before = new HashMap<>();
        locked.before().forEach(booking -> before.put(booking.person(), booking));
        Map<PersonId, NoticeKind> news = new HashMap<>();
        for (Booking booking : locked.seats().all()) {
            Booking old = before.remove(booking.person());
            if (!booking.equals(old)) {
                put(key, session, booking);
            }
            NoticeKind told = told(booking.state());
            if (told != null && (old == null || old.state() != booking.state())) {
                news.put(booking.person(), told);
            }
        }
        before.forEach((person, old) -> {
            if (old.state() == BookingState.BOOKED) {
                news.put(person, NoticeKind.GONE);
            }
        });
        delete(key, session, before.keySet());
        outbox.tell(key, session, news);
    }

    /** Null: nothing, since it is seen on the screen at once. */
    private static @Nullable NoticeKind told(BookingState state) {
        return switch (state) {
            case BOOKED -> NoticeKind.SEAT;
            case OFFERED -> NoticeKind.OFFER;
            case WAITING -> null;
        };
    }

    private void delete(SchoolKey key, SessionId session, Set<PersonId> gone) {
        if (!gone.isEmpty()) {
            dsl.deleteFrom(BOOKING)
                    .where(BOOKING.DISTRICT_ID.eq(key.district()))
                    .and(BOOKING.SESSION_ID.eq(session))
                    .and(BOOKING.PERSON_ID.in(gone))
                    .execute();
        }
    }

    private void put(SchoolKey key, SessionId session, Booking booking) {
        Instant until = booking.offeredUntil();
        OffsetDateTime offeredUntil = until == null ? null : until.atOffset(ZoneOffset.UTC);
        OffsetDateTime since = booking.since().atOffset(ZoneOffset.UTC);
        dsl.insertInto(BOOKING)
                .set(BOOKING.DISTRICT_ID, key.district())
                .set(BOOKING.SESSION_ID, session)
                .set(BOOKING.PERSON_ID, booking.person())
                .set(BOOKING.STATE, booking.state().code())
                .set(BOOKING.SINCE, since)
                .set(BOOKING.OFFERED_UNTIL, offeredUntil)
                .set(BOOKING.BOOKED_BY, access.who().account())
                .onConflict(BOOKING.DISTRICT_ID, BOOKING.SESSION_ID, BOOKING.PERSON_ID)
                .doUpdate()
                .set(BOOKING.STATE, booking.state().code())
                .set(BOOKING.SINCE, since)
                .set(BOOKING.OFFERED_UNTIL, offeredUntil)
                .execute();
    }

    private void requireStaff(SchoolKey key, Collection<PersonId> people) {
        int there =
                dsl.fetchCount(
                        DSL.selectOne()
                                .from(PERSON_SCHOOL)
                                .where(PERSON_SCHOOL.DISTRICT_ID.eq(key.district()))
                                .and(PERSON_SCHOOL.SCHOOL_ID.eq(key.school()))
                                .and(PERSON_SCHOOL.PERSON_ID.in(people)));
        if (there != Set.copyOf(people).size()) {
            throw new NotHere("Somebody of the staff");
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private void record(SchoolKey key, String action, SessionId session, int people) {
        audit.record(
                key.district(),
                action,
                "session",
                session.toString(),
                Map.of("people", people),
                List.of());
    }
}
