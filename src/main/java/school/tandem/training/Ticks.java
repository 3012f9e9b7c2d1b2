package school.tandem.training;

import static school.tandemdb.training.Tables.ATTENDANCE;
import static school.tandemdb.training.Tables.SESSION;
import static school.tandemdb.training.Tables.TICK;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import school.tandem.roster.PersonId;
import school.tandem.security.Access;
import school.tandem.security.Audit;
import school.tandem.security.BadInput;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.Permission;
import school.tandem.security.SchoolKey;

/**
 * What a trainer's phone ticked, with or without a network. Each tick is taken once; of several
 * about one person the last one made counts, in whatever order they arrive; and none undoes what
 * was seen after it was made.
 */
@Component
public class Ticks {

    /**
     * What became of the ticks that a phone sent.
     *
     * @param taken those that it need not send again
     * @param unknown those whose typed name is nobody's of the staff, or several people's
     */
    public record Taken(List<UUID> taken, List<UUID> unknown) {}

    /** More than any list holds. */
    private static final int MOST = 5000;

    /** What arrives sooner was sent at once. */
    private static final Duration AT_ONCE = Duration.ofMinutes(1);

    private final DSLContext dsl;
    private final DistrictTransactions inDistrict;
    private final Sessions sessions;
    private final RoomList room;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    Ticks(
            DSLContext dsl,
            DistrictTransactions inDistrict,
            Sessions sessions,
            RoomList room,
            Access access,
            Audit audit,
            Clock clock) {
        this.dsl = dsl;
        this.inDistrict = inDistrict;
        this.sessions = sessions;
        this.room = room;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes what a phone sends; again, it changes nothing. As many statements however many they
     * are.
     *
     * @throws BadInput if the session is closed or cancelled, or these are too many to be ours
     */
    public Taken take(SchoolKey key, SessionId id, List<Tick> ticks) {
        access.require(key, Permission.MANAGE_TRAINING);
        if (ticks.size() > MOST) {
            throw new BadInput("tick", "training.list.bad.many");
        }
        return inDistrict.write(
                key.district(),
                () -> {
                    holdOpen(key, id);
                    TrainingSession session = sessions.find(key, id);
                    Attendance.requireOpen(session);
                    Set<UUID> before = before(key, id, ticks);
                    List<UUID> unknown = new ArrayList<>();
                    List<Tick> fresh =
                            known(
                                    room.staff(key, id),
                                    ticks.stream().filter(t -> !before.contains(t.id())).toList(),
                                    unknown);
                    int changed = fresh.isEmpty() ? 0 : record(key, session, fresh);
                    if (changed > 0) {
                        record(key, id, changed);
                    }
                    return new Taken(
                            ticks.stream().map(Tick::id).filter(t -> !unknown.contains(t)).toList(),
                            unknown);
                });
    }

    /** Those that arrived earlier: a name that was typed may be somebody else's by now. */
    private Set<UUID> before(SchoolKey key, SessionId session, List<Tick> ticks) {
        return dsl.select(TICK.ID)
                .from(TICK)
                .where(TICK.DISTRICT_ID.eq(key.district()))
                .and(TICK.SESSION_ID.eq(session))
                .and(TICK.ID.in(ticks.stream().map(Tick::id).toList()))
                .fetchSet(TICK.ID);
    }

    /** Ticks of people who are on the staff, each with whom it is about. */
    private static List<Tick> known(
            List<RoomList.Expected> staff, List<Tick> ticks, List<UUID> unknown) {
        Set<PersonId> ours = staff.stream().map(RoomList.Expected::id).collect(Collectors.toSet());
        List<Tick> known = new ArrayList<>();
        for (Tick tick : ticks) {
            if (tick.person() == null) {
                named(tick, staff, known, unknown);
            } else if (ours.contains(tick.person())) {
                known.add(tick);
            }
        }
        return known;
    }

    private static void named(
            Tick tick, List<RoomList.Expected> staff, List<Tick> known, List<UUID> unknown) {
        var found = NameMatch.of(tick.name(), staff);
        if (found.size() == 1) {
            known.add(
                    new Tick(
                            tick.id(), tick.at(), tick.here(), found.getFirst().id(), tick.name()));
        } else {
            unknown.add(tick.id());
        }
    }

    /** How many people it says something new of. */
    private int record(SchoolKey key, TrainingSession session, List<Tick> ticks) {
        Instant now = clock.instant();
        Instant earliest = session.startsAt().minus(Door.OPENS_BEFORE);
        OffsetDateTime sent = now.atOffset(ZoneOffset.UTC);
        var insert =
                dsl.insertInto(
                        TICK,
                        TICK.DISTRICT_ID,
                        TICK.SESSION_ID,
                        TICK.ID,
                        TICK.PERSON_ID,
                        TICK.HERE,
                        TICK.AT,
                        TICK.SENT_AT);
        for (Tick tick : ticks) {
            insert =
                    insert.values(
                            key.district(),
                            session.id(),
                            tick.id(),
                            tick.person(),
                            tick.here(),
                            within(tick.at(), earliest, now).atOffset(ZoneOffset.UTC),
                            sent);
        }
        List<UUID> fresh =
                insert.onConflictDoNothing().returningResult(TICK.ID).fetch(Record1::value1);
        return fresh.isEmpty()
                ? 0
                : present(key, session.id(), fresh) + gone(key, session.id(), fresh);
    }

    /** A phone that was off for long, or says nonsense, ticked within the hours of the session. */
    private static Instant within(Instant at, Instant earliest, Instant latest) {
        return at.isAfter(latest) || earliest.isAfter(latest)
                ? latest
                : at.isBefore(earliest) ? earliest : at;
    }

    private int present(SchoolKey key, SessionId session, Collection<UUID> fresh) {
        return dsl.insertInto(
                        ATTENDANCE,
                        ATTENDANCE.DISTRICT_ID,
                        ATTENDANCE.SESSION_ID,
                        ATTENDANCE.PERSON_ID,
                        ATTENDANCE.STATE,
                        ATTENDANCE.VIA,
                        ATTENDANCE.AT,
                        ATTENDANCE.SENT_LATER,
                        ATTENDANCE.RECORDED_BY)
                .select(
                        DSL.select(
                                        TICK.DISTRICT_ID,
                                        TICK.SESSION_ID,
                                        TICK.PERSON_ID,
                                        DSL.val(AttendanceState.PRESENT.code()),
                                        DSL.val(AttendanceVia.LIST.code()),
                                        TICK.AT,
                                        DSL.field(TICK.SENT_AT.gt(plus(AT_ONCE))),
                                        DSL.val(access.who().account(), ATTENDANCE.RECORDED_BY))
                                .from(TICK)
                                .where(last(key, session, fresh, true)))
                .onConflict(ATTENDANCE.DISTRICT_ID, ATTENDANCE.SESSION_ID, ATTENDANCE.PERSON_ID)
                .doUpdate()
                .set(ATTENDANCE.STATE, AttendanceState.PRESENT.code())
                .set(ATTENDANCE.VIA, AttendanceVia.LIST.code())
                .set(ATTENDANCE.AT, DSL.excluded(ATTENDANCE.AT))
                .set(ATTENDANCE.SENT_LATER, DSL.excluded(ATTENDANCE.SENT_LATER))
                .set(ATTENDANCE.RECORDED_BY, access.who().account())
                .where(ATTENDANCE.AT.le(DSL.excluded(ATTENDANCE.AT)))
                .and(
                        ATTENDANCE.STATE.notIn(
                                AttendanceState.PRESENT.code(), AttendanceState.LATE.code()))
                .execute();
    }

    private int gone(SchoolKey key, SessionId session, Collection<UUID> fresh) {
        return dsl.deleteFrom(ATTENDANCE)
                .using(TICK)
                .where(ATTENDANCE.DISTRICT_ID.eq(key.district()))
                .and(ATTENDANCE.SESSION_ID.eq(session))
                .and(ATTENDANCE.PERSON_ID.eq(TICK.PERSON_ID))
                .and(ATTENDANCE.AT.le(TICK.AT))
                .and(last(key, session, fresh, false))
                .execute();
    }

    private static org.jooq.Field<OffsetDateTime> plus(Duration length) {
        return TICK.AT.add(org.jooq.types.DayToSecond.valueOf(length));
    }

    /** Of these, those that say whether somebody is here and are the last of them. */
    private static Condition last(
            SchoolKey key, SessionId session, Collection<UUID> fresh, boolean here) {
        var later = TICK.as("later");
        return TICK.DISTRICT_ID
                .eq(key.district())
                .and(TICK.SESSION_ID.eq(session))
                .and(TICK.ID.in(fresh))
                .and(TICK.HERE.eq(here))
                .andNotExists(
                        DSL.selectOne()
                                .from(later)
                                .where(later.DISTRICT_ID.eq(key.district()))
                                .and(later.SESSION_ID.eq(session))
                                .and(later.PERSON_ID.eq(TICK.PERSON_ID))
                                .and(
                                        DSL.row(later.AT, later.SENT_AT, later.ID)
                                                .gt(TICK.AT, TICK.SENT_AT, TICK.ID)));
    }

    private void record(SchoolKey key, SessionId id, int people) {
        audit.record(
                key.district(),
                "attendance.mark",
                "session",
                id.toString(),
                Map.of("people", people),
                List.of());
    }

    /** Closing waits until these are in, and the other way round. */
    private void holdOpen(SchoolKey key, SessionId id) {
        dsl.select(SESSION.ID)
                .from(SESSION)
                .where(SESSION.DISTRICT_ID.eq(key.district()))
                .and(SESSION.ID.eq(id))
                .forShare()
                .fetch();
    }
}
