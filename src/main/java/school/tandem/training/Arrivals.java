package school.tandem.training;

import static school.tandemdb.roster.Tables.PERSON;
import static school.tandemdb.roster.Tables.PERSON_SCHOOL;
import static school.tandemdb.training.Tables.ATTENDANCE;
import static school.tandemdb.training.Tables.BOOKING;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.tandem.roster.PersonId;
import school.tandem.security.Access;
import school.tandem.security.NotHere;
import school.tandem.security.SchoolKey;

/** Who comes through a session's door, and what is written of it; asks nobody's permission. */
@Component
class Arrivals {

    /** How long a scan may wait for its holder to say who they are. */
    private static final Duration HELD = Duration.ofMinutes(15);

    private final DSLContext dsl;
    private final Access access;

    Arrivals(DSLContext dsl, Access access) {
        this.dsl = dsl;
        this.access = access;
    }

    /** Somebody of the school's staff, as this session knows them; empty: not of its staff. */
    Optional<Holder> holder(Door door, PersonId person) {
        SchoolKey key = door.school();
        return dsl.select(
                        PERSON.ID,
                        Columns.personName(),
                        DSL.field(
                                BOOKING.PERSON_ID
                                        .isNotNull()
                                        .or(DSL.notExists(booked(door)))
                                        .or(ATTENDANCE.PERSON_ID.isNotNull())),
                        Columns.coded(ATTENDANCE.STATE, AttendanceState::ofCode),
                        Columns.coded(ATTENDANCE.VIA, AttendanceVia::ofCode),
                        Columns.moment(ATTENDANCE.AT),
                        DSL.coalesce(ATTENDANCE.SENT_LATER, DSL.inline(false)))
                .from(PERSON_SCHOOL)
                .join(PERSON)
                .on(PERSON.DISTRICT_ID.eq(key.district()))
                .and(PERSON.ID.eq(PERSON_SCHOOL.PERSON_ID))
                .leftJoin(BOOKING)
                .on(BOOKING.DISTRICT_ID.eq(key.district()))
                .and(BOOKING.SESSION_ID.eq(door.session()))
                .and(BOOKING.PERSON_ID.eq(PERSON.ID))
                .and(BOOKING.STATE.eq(BookingState.BOOKED.code()))
                .leftJoin(ATTENDANCE)
                .on(ATTENDANCE.DISTRICT_ID.eq(key.district()))
                .and(ATTENDANCE.SESSION_ID.eq(door.session()))
                .and(ATTENDANCE.PERSON_ID.eq(PERSON.ID))
                .where(PERSON_SCHOOL.DISTRICT_ID.eq(key.district()))
                .and(PERSON_SCHOOL.SCHOOL_ID.eq(key.school()))
                .and(PERSON_SCHOOL.PERSON_ID.eq(person))
                .and(PERSON.KIND.eq("staff"))
                .and(PERSON.WITHDRAWN_ON.isNull())
                .fetchOptional(Records.mapping(Holder::new));
    }

    /**
     * What a phone scanned, if it counts for this person, or for anybody.
     *
     * @throws CheckInRefused if it scanned nothing here, or too long ago
     */
    Scan counting(Door door, @Nullable String kept, @Nullable PersonId person, Instant now) {
        Scan scan =
                Scan.opened(kept, door.code())
                        .filter(one -> isFor(one, person, now))
                        .orElseThrow(() -> new CheckInRefused(Refusal.NOT_SCANNED));
        door.requireOpen(now);
        door.requireHours(scan.at());
        door.requireCode(scan.code(), scan.at());
        return scan;
    }

    /** Writes that somebody is there; who is known already stays as they are. */
    void record(Door door, PersonId person, Scan scan, boolean sentLater) {
        var who = access.whoOrNobody();
        dsl.insertInto(ATTENDANCE)
                .set(ATTENDANCE.DISTRICT_ID, door.school().district())
                .set(ATTENDANCE.SESSION_ID, door.session())
                .set(ATTENDANCE.PERSON_ID, person)
                .set(ATTENDANCE.STATE, door.stateAt(scan.at()).code())
                .set(ATTENDANCE.VIA, scan.via().code())
                .set(ATTENDANCE.AT, scan.at().atOffset(ZoneOffset.UTC))
                .set(ATTENDANCE.SENT_LATER, sentLater)
                .set(ATTENDANCE.RECORDED_BY, who == null ? null : who.account())
                .onConflictDoNothing()
                .execute();
    }

    /** Takes back what somebody's own phone said. */
    int takeBack(Door door, PersonId person) {
        return dsl.deleteFrom(ATTENDANCE)
                .where(ATTENDANCE.DISTRICT_ID.eq(door.school().district()))
                .and(ATTENDANCE.SESSION_ID.eq(door.session()))
                .and(ATTENDANCE.PERSON_ID.eq(person))
                .and(ATTENDANCE.VIA.in(AttendanceVia.SCAN.code(), AttendanceVia.CODE.code()))
                .execute();
    }

    /**
     * @throws NotHere if this is nobody of the school's staff
     */
    void requireStaff(SchoolKey key, PersonId person) {
        boolean there =
                dsl.fetchExists(
                        DSL.selectOne()
                                .from(PERSON_SCHOOL)
                                .join(PERSON)
                                .on(PERSON.DISTRICT_ID.eq(key.district()))
                                .and(PERSON.ID.eq(PERSON_SCHOOL.PERSON_ID))
                                .where(PERSON_SCHOOL.DISTRICT_ID.eq(key.district()))
                                .and(PERSON_SCHOOL.SCHOOL_ID.eq(key.school()))
                                .and(PERSON_SCHOOL.PERSON_ID.eq(person))
                                .and(PERSON.KIND.eq("staff")));
        if (!there) {
            throw new NotHere("Somebody of the staff");
        }
    }

    private static boolean isFor(Scan scan, @Nullable PersonId person, Instant now) {
        return scan.person() == null
                ? now.isBefore(scan.at().plus(HELD))
                : scan.person().equals(person);
    }

    private static org.jooq.Select<?> booked(Door door) {
        var any = BOOKING.as("any_booking");
        return DSL.selectOne()
                .from(any)
                .where(any.DISTRICT_ID.eq(door.school().district()))
                .and(any.SESSION_ID.eq(door.session()));
    }
}
