package school.tandem.training;

import static school.tandemdb.roster.Tables.DEPARTMENT;
import static school.tandemdb.roster.Tables.PERSON;
import static school.tandemdb.roster.Tables.PERSON_SCHOOL;
import static school.tandemdb.training.Tables.ATTENDANCE;
import static school.tandemdb.training.Tables.BOOKING;
import static school.tandemdb.training.Tables.COMPLETION;
import static school.tandemdb.training.Tables.SESSION;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.tandem.roster.PersonId;
import school.tandem.security.Access;
import school.tandem.security.Audit;
import school.tandem.security.BadInput;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.Permission;
import school.tandem.security.SchoolKey;

/**
 * Who was at a session. While it runs, people are seen and marked; closing it turns presence into
 * completions, and opening it again takes back those that it added.
 */
@Component
public class Attendance {

    private final DSLContext dsl;
    private final DistrictTransactions inDistrict;
    private final Courses courses;
    private final Sessions sessions;
    private final Completions completions;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    Attendance(
            DSLContext dsl,
            DistrictTransactions inDistrict,
            Courses courses,
            Sessions sessions,
            Completions completions,
            Access access,
            Audit audit,
            Clock clock) {
        this.dsl = dsl;
        this.inDistrict = inDistrict;
        this.courses = courses;
        this.sessions = sessions;
        this.completions = completions;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** Who has booked a session or was seen there, by name; one statement. */
    public List<Attendee> of(SchoolKey key, SessionId session) {
        access.require(key, Permission.MANAGE_TRAINING);
        return inDistrict.read(
                key.district(),
                () ->
                        dsl.select(
                                        PERSON.ID,
                                        Columns.personName(),
                                        DEPARTMENT.NAME,
                                        Columns.coded(BOOKING.STATE, BookingState::ofCode),
                                        Columns.coded(ATTENDANCE.STATE, AttendanceState::ofCode),
                                        Columns.coded(ATTENDANCE.VIA, AttendanceVia::ofCode),
                                        Columns.moment(ATTENDANCE.AT),
                                        DSL.coalesce(ATTENDANCE.SENT_LATER, DSL.inline(false)))
                                .from(PERSON_SCHOOL)
                                .join(PERSON)
                                .on(PERSON.DISTRICT_ID.eq(key.district()))
                                .and(PERSON.ID.eq(PERSON_SCHOOL.PERSON_ID))
                                .leftJoin(DEPARTMENT)
                                .on(DEPARTMENT.DISTRICT_ID.eq(key.district()))
                                .and(DEPARTMENT.ID.eq(PERSON_SCHOOL.DEPARTMENT_ID))
                                .leftJoin(BOOKING)
                                .on(BOOKING.DISTRICT_ID.eq(key.district()))
                                .and(BOOKING.SESSION_ID.eq(session))
                                .and(BOOKING.PERSON_ID.eq(PERSON.ID))
                                .leftJoin(ATTENDANCE)
                                .on(ATTENDANCE.DISTRICT_ID.eq(key.district()))
                                .and(ATTENDANCE.SESSION_ID.eq(session))
                                .and(ATTENDANCE.PERSON_ID.eq(PERSON.ID))
                                .where(PERSON_SCHOOL.DISTRICT_ID.eq(key.district()))
                                .and(PERSON_SCHOOL.SCHOOL_ID.eq(key.school()))
                                .and(
                                        BOOKING.PERSON_ID
                                                .isNotNull()
                                                .or(ATTENDANCE.PERSON_ID.isNotNull()))
                                .orderBy(
                                        DSL.lower(PERSON.FAMILY_NAME),
                                        DSL.lower(PERSON.GIVEN_NAME),
                                        PERSON.ID)
                                .fetch(Records.mapping(Attendee::new)));
    }

    /** The sessions of which it is known whether whoever asks was there. */
    public Map<SessionId, AttendanceState> own(SchoolKey key) {
        access.require(key, Permission.LOG_OWN_TRAINING);
        Long person = access.personIn(key);
        if (person == null) {
            return Map.of();
        }
        return inDistrict.read(
                key.district(),
                () ->
                        dsl.select(ATTENDANCE.SESSION_ID, ATTENDANCE.STATE)
                                .from(ATTENDANCE)
                                .where(ATTENDANCE.DISTRICT_ID.eq(key.district()))
                                .and(ATTENDANCE.PERSON_ID.eq(new PersonId(person)))
                                .fetchMap(
                                        Record2::value1,
                                        row -> AttendanceState.ofCode(row.value2())));
    }

    /**
     * Marks people of the staff, booked or not; what was said of them before is replaced.
     *
     * @param state null: not seen after all
     * @throws BadInput if nobody was chosen, or the session is closed
     */
    public void mark(
            SchoolKey key,
            SessionId session,
            Collection<PersonId> people,
            @Nullable AttendanceState state,
            AttendanceVia via) {
        access.require(key, Permission.MANAGE_TRAINING);
        if (people.isEmpty()) {
            throw new BadInput("people", "training.bad.nobody");
        }
        inDistrict.write(
                key.district(),
                () -> {
                    requireOpen(sessions.find(key, session));
                    if (state == null) {
                        forget(key, session, people);
                    } else {
                        put(key, session, people, state, via);
                    }
                    record(key, "attendance.mark", session, people.size());
                });
    }

    /** Marks everybody who has a seat and was not seen yet as present. */
    public List<PersonId> markRest(SchoolKey key, SessionId session, AttendanceVia via) {
        return markRest(key, session, List.of(), via);
    }

    /**
     * The same, but for these, who are missing.
     *
     * @return who was marked by it
     */
    public List<PersonId> markRest(
            SchoolKey key, SessionId session, Collection<PersonId> missing, AttendanceVia via) {
        access.require(key, Permission.MANAGE_TRAINING);
        return inDistrict.write(
                key.district(),
                () -> {
                    requireOpen(sessions.find(key, session));
                    List<PersonId> rest = notSeen(key, session);
                    List<PersonId> absent = rest.stream().filter(missing::contains).toList();
                    List<PersonId> there =
                            rest.stream().filter(one -> !missing.contains(one)).toList();
                    put(key, session, absent, AttendanceState.MISSING, via);
                    put(key, session, there, AttendanceState.PRESENT, via);
                    record(key, "attendance.mark", session, rest.size());
                    return rest;
                });
    }

    /**
     * Closes a session: who had a seat and was not seen is missing, and whoever has now attended
     * every part of the course has completed it.
     *
     * @return how many completed the course by it
     */
    public int close(SchoolKey key, SessionId id) {
        access.require(key, Permission.MANAGE_TRAINING);
        return inDistrict.write(
                key.district(),
                () -> {
                    lock(key, id);
                    TrainingSession session = sessions.find(key, id);
                    requireOpen(session);
                    if (session.startsAt().isAfter(clock.instant())) {
                        throw new BadInput("session", "training.bad.sessionAhead");
                    }
                    put(key, id, notSeen(key, id), AttendanceState.MISSING, AttendanceVia.CLOSE);
                    Course course = courses.find(key, session.course());
                    List<PersonId> complete = attendedAllParts(key, course, id);
                    int completed =
                            complete.isEmpty()
                                    ? 0
                                    : completions
                                            .record(key, course.id(), complete, session.day(), id)
                                            .people();
                    closed(key, id, now());
                    record(key, "session.close", id, completed);
                    return completed;
                });
    }

    /** Takes back {@link #close} with the completions that it added. */
    public void reopen(SchoolKey key, SessionId id) {
        access.require(key, Permission.MANAGE_TRAINING);
        inDistrict.write(
                key.district(),
                () -> {
                    sessions.find(key, id);
                    int gone =
                            dsl.deleteFrom(COMPLETION)
                                    .where(COMPLETION.DISTRICT_ID.eq(key.district()))
                                    .and(COMPLETION.SESSION_ID.eq(id))
                                    .execute();
                    dsl.deleteFrom(ATTENDANCE)
                            .where(at(key, id))
                            .and(ATTENDANCE.VIA.eq(AttendanceVia.CLOSE.code()))
                            .execute();
                    closed(key, id, null);
                    record(key, "session.reopen", id, gone);
                });
    }

    private List<PersonId> put(
            SchoolKey key,
            SessionId session,
            Collection<PersonId> people,
            AttendanceState state,
            AttendanceVia via) {
        return dsl.insertInto(
                        ATTENDANCE,
                        ATTENDANCE.DISTRICT_ID,
                        ATTENDANCE.SESSION_ID,
                        ATTENDANCE.PERSON_ID,
                        ATTENDANCE.STATE,
                        ATTENDANCE.VIA,
                        ATTENDANCE.AT,
                        ATTENDANCE.RECORDED_BY)
                .select(
                        DSL.select(
                                        DSL.val(key.district(), ATTENDANCE.DISTRICT_ID),
                                        DSL.val(session, ATTENDANCE.SESSION_ID),
                                        PERSON_SCHOOL.PERSON_ID,
                                        DSL.val(state.code()),
                                        DSL.val(via.code()),
                                        DSL.val(now(), ATTENDANCE.AT),
                                        DSL.val(access.who().account(), ATTENDANCE.RECORDED_BY))
                                .from(PERSON_SCHOOL)
                                .join(PERSON)
                                .on(PERSON.DISTRICT_ID.eq(key.district()))
                                .and(PERSON.ID.eq(PERSON_SCHOOL.PERSON_ID))
                                .where(PERSON_SCHOOL.DISTRICT_ID.eq(key.district()))
                                .and(PERSON_SCHOOL.SCHOOL_ID.eq(key.school()))
                                .and(PERSON.KIND.eq("staff"))
                                .and(PERSON.ID.in(people)))
                .onConflict(ATTENDANCE.DISTRICT_ID, ATTENDANCE.SESSION_ID, ATTENDANCE.PERSON_ID)
                .doUpdate()
                .set(ATTENDANCE.STATE, state.code())
                .set(ATTENDANCE.VIA, via.code())
                .set(ATTENDANCE.AT, now())
                .set(ATTENDANCE.SENT_LATER, false)
                .set(ATTENDANCE.RECORDED_BY, access.who().account())
                .returningResult(ATTENDANCE.PERSON_ID)
                .fetch(Record1::value1);
    }

    private void forget(SchoolKey key, SessionId session, Collection<PersonId> people) {
        dsl.deleteFrom(ATTENDANCE)
                .where(at(key, session))
                .and(ATTENDANCE.PERSON_ID.in(people))
                .execute();
    }

    /** Who has a seat, and of whom nothing is known yet. */
    private List<PersonId> notSeen(SchoolKey key, SessionId session) {
        return dsl.select(BOOKING.PERSON_ID)
                .from(BOOKING)
                .where(BOOKING.DISTRICT_ID.eq(key.district()))
                .and(BOOKING.SESSION_ID.eq(session))
                .and(BOOKING.STATE.eq(BookingState.BOOKED.code()))
                .andNotExists(
                        DSL.selectOne()
                                .from(ATTENDANCE)
                                .where(at(key, session))
                                .and(ATTENDANCE.PERSON_ID.eq(BOOKING.PERSON_ID)))
                .fetch(Record1::value1);
    }

    /** Who was here, and with this has been at a session of every part of the course. */
    private List<PersonId> attendedAllParts(SchoolKey key, Course course, SessionId here) {
        return dsl.select(ATTENDANCE.PERSON_ID)
                .from(ATTENDANCE)
                .join(SESSION)
                .on(SESSION.DISTRICT_ID.eq(key.district()))
                .and(SESSION.ID.eq(ATTENDANCE.SESSION_ID))
                .where(ATTENDANCE.DISTRICT_ID.eq(key.district()))
                .and(SESSION.COURSE_ID.eq(course.id()))
                .and(SESSION.CLOSED_AT.isNotNull().or(SESSION.ID.eq(here)))
                .and(counts())
                .groupBy(ATTENDANCE.PERSON_ID)
                .having(DSL.countDistinct(SESSION.PART).ge(course.parts()))
                .and(DSL.boolOr(ATTENDANCE.SESSION_ID.eq(here)))
                .fetch(Record1::value1);
    }

    private static Condition counts() {
        return ATTENDANCE.STATE.in(AttendanceState.PRESENT.code(), AttendanceState.LATE.code());
    }

    /** Those who check in at the same moment are in before it closes, or come too late. */
    private void lock(SchoolKey key, SessionId id) {
        dsl.select(SESSION.ID)
                .from(SESSION)
                .where(SESSION.DISTRICT_ID.eq(key.district()), SESSION.ID.eq(id))
                .forUpdate()
                .fetch();
    }

    private void closed(SchoolKey key, SessionId id, @Nullable OffsetDateTime at) {
        dsl.update(SESSION)
                .set(SESSION.CLOSED_AT, at)
                .where(SESSION.DISTRICT_ID.eq(key.district()), SESSION.ID.eq(id))
                .execute();
    }

    private static Condition at(SchoolKey key, SessionId session) {
        return ATTENDANCE.DISTRICT_ID.eq(key.district()).and(ATTENDANCE.SESSION_ID.eq(session));
    }

    /**
     * @throws BadInput if nothing can be said of it any more
     */
    static void requireOpen(TrainingSession session) {
        if (session.closedAt() != null) {
            throw new BadInput("session", "training.bad.sessionClosed");
        }
        if (session.cancelled()) {
            throw new BadInput("session", "training.bad.sessionCancelled");
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
