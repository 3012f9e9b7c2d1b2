package school.tandem.training;

import static school.tandemdb.roster.Tables.PERSON;
import static school.tandemdb.training.Tables.BOOKING;

import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import school.tandem.security.Access;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.Permission;
import school.tandem.security.SchoolKey;

/** Who has a seat at a session, is offered one, or waits. */
@Component
public class SeatList {

    /** Somebody, and how they stand to the session's seats. */
    public record Seated(String name, Booking booking) {}

    private final DSLContext dsl;
    private final DistrictTransactions inDistrict;
    private final Sessions sessions;
    private final Access access;

    SeatList(DSLContext dsl, DistrictTransactions inDistrict, Sessions sessions, Access access) {
        this.dsl = dsl;
        this.inDistrict = inDistrict;
        this.sessions = sessions;
        this.access = access;
    }

    /**
     * Seats first, then offers, then the waiting list in its order.
     *
     * @throws school.tandem.security.NotHere if this school has no such session
     */
    public List<Seated> of(SchoolKey key, SessionId session) {
        access.require(key, Permission.MANAGE_TRAINING);
        return inDistrict.read(
                key.district(),
                () -> {
                    SessionId id = sessions.find(key, session).id();
                    return dsl.select(
                                    Columns.personName(),
                                    DSL.row(
                                                    BOOKING.PERSON_ID,
                                                    BOOKING.STATE.convertFrom(BookingState::ofCode),
                                                    BOOKING.SINCE.convertFrom(
                                                            OffsetDateTime::toInstant),
                                                    Columns.moment(BOOKING.OFFERED_UNTIL))
                                            .mapping(Booking::new))
                            .from(BOOKING)
                            .join(PERSON)
                            .on(PERSON.DISTRICT_ID.eq(key.district()))
                            .and(PERSON.ID.eq(BOOKING.PERSON_ID))
                            .where(BOOKING.DISTRICT_ID.eq(key.district()))
                            .and(BOOKING.SESSION_ID.eq(id))
                            .orderBy(
                                    DSL.case_(BOOKING.STATE)
                                            .when(BookingState.BOOKED.code(), 0)
                                            .when(BookingState.OFFERED.code(), 1)
                                            .otherwise(2),
                                    DSL.when(
                                            BOOKING.STATE.eq(BookingState.WAITING.code()),
                                            BOOKING.SINCE),
                                    DSL.lower(PERSON.FAMILY_NAME),
                                    DSL.lower(PERSON.GIVEN_NAME),
                                    BOOKING.PERSON_ID)
                            .fetch(Records.mapping(Seated::new));
                });
    }
}
