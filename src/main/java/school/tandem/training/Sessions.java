package school.tandem.training;

import static school.tandemdb.training.Tables.ATTENDANCE;
import static school.tandemdb.training.Tables.BOOKING;
import static school.tandemdb.training.Tables.COMPLETION;
import static school.tandemdb.training.Tables.COURSE;
import static school.tandemdb.training.Tables.SESSION;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.tandem.roster.School;
import school.tandem.roster.Schools;
import school.tandem.security.Access;
import school.tandem.security.Audit;
import school.tandem.security.BadInput;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.NotHere;
import school.tandem.security.Permission;
import school.tandem.security.SchoolKey;

/** The sessions of a school: planned, moved, cancelled. */
@Component
public class Sessions {

    private final DSLContext dsl;
    private final DistrictTransactions inDistrict;
    private final Courses courses;
    private final Bookings bookings;
    private final Schools schools;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    Sessions(
            DSLContext dsl,
            DistrictTransactions inDistrict,
            Courses courses,
            Bookings bookings,
            Schools schools,
            Access access,
            Audit audit,
            Clock clock) {
        this.dsl = dsl;
        this.inDistrict = inDistrict;
        this.courses = courses;
        this.bookings = bookings;
        this.schools = schools;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** The sessions that are still ahead, the next one first. */
    public List<TrainingSession> ahead(SchoolKey key, int limit) {
        return where(key, SESSION.STARTS_AT.ge(now()).and(takesPlace()), true, limit);
    }

    /** The sessions that have begun, the latest first. */
    public List<TrainingSession> behind(SchoolKey key, int limit) {
        return where(key, SESSION.STARTS_AT.lt(now()).and(takesPlace()), false, limit);
    }

    /**
     * How many sessions with a free place each course has ahead; courses without one are left out.
     */
    Map<CourseId, Integer> withPlaces(SchoolKey key) {
        access.require(key, Permission.SEE_FIGURES);
        return inDistrict.read(
                key.district(),
                () ->
                        dsl.select(SESSION.COURSE_ID, DSL.count())
                                .from(SESSION)
                                .where(SESSION.DISTRICT_ID.eq(key.district()))
                                .and(SESSION.SCHOOL_ID.eq(key.school()))
                                .and(SESSION.STARTS_AT.ge(now()))
                                .and(takesPlace())
                                .and(SESSION.CAPACITY.isNull().or(SESSION.CAPACITY.gt(taken())))
                                .groupBy(SESSION.COURSE_ID)
                                .fetchMap(SESSION.COURSE_ID, DSL.count()));
    }

    /** Every session that begins after this moment, cancelled ones too, the first one first. */
    public List<TrainingSession> since(SchoolKey key, Instant moment) {
        return where(
                key,
                SESSION.STARTS_AT.ge(moment.atOffset(ZoneOffset.UTC)),
                true,
                Integer.MAX_VALUE);
    }

    /**
     * One session, cancelled or not.
     *
     * @throws NotHere if this school has no such session
     */
    public TrainingSession find(SchoolKey key, SessionId id) {
        return where(key, SESSION.ID.eq(id), true, 1).stream()
                .findFirst()
                .orElseThrow(() -> new NotHere("Session " + id));
    }

    /**
     * Plans a session.
     *
     * @throws BadInput if something is missing or can't be
     */
    public SessionId plan(SchoolKey key, SessionFields typed) {
        access.require(key, Permission.MANAGE_TRAINING);
        SessionFields fields = typed.checked();
        CourseId course = Objects.requireNonNull(fields.course());
        return inDistrict.write(
                key.district(),
                () -> {
                    requirePart(courses.find(key, course), fields.part());
                    SessionId id =
                            dsl.insertInto(SESSION)
                                    .set(SESSION.DISTRICT_ID, key.district())
                                    .set(SESSION.SCHOOL_ID, key.school())
                                    .set(SESSION.COURSE_ID, course)
                                    .set(values(key, fields))
                                    .returningResult(SESSION.ID)
                                    .fetchSingle()
                                    .value1();
                    audit.record(key.district(), "session.plan", "session", id.toString());
                    return id;
                });
    }

    /** Moves or changes a session; whoever has booked it is told where and when it takes place. */
    public void change(SchoolKey key, SessionId id, SessionFields typed) {
        access.require(key, Permission.MANAGE_TRAINING);
        SessionFields fields = typed.checked();
        CourseId course = Objects.requireNonNull(fields.course());
        inDistrict.write(
                key.district(),
                () -> {
                    requirePart(courses.find(key, course), fields.part());
                    TrainingSession before = find(key, id);
                    int changed =
                            dsl.update(SESSION)
                                    .set(SESSION.COURSE_ID, course)
                                    .set(values(key, fields))
                                    .set(SESSION.REVISION, SESSION.REVISION.plus(1))
                                    .where(one(key, id))
                                    .execute();
                    requireChanged(changed, id);
                    audit.record(key.district(), "session.change", "session", id.toString());
                    TrainingSession after = find(key, id);
                    if (isAhead(after) && !after.cancelled()) {
                        bookings.settle(key, id);
                        if (after.isElsewhere(before)) {
                            bookings.tell(key, id, NoticeKind.MOVED);
                        }
                    }
                });
    }

    /** Cancels a session; what people completed there stays. */
    public void cancel(SchoolKey key, SessionId id) {
        cancelled(key, id, now(), NoticeKind.CANCELLED, "session.cancel");
    }

    /** Takes back {@link #cancel}. */
    public void giveBack(SchoolKey key, SessionId id) {
        cancelled(key, id, null, NoticeKind.AGAIN, "session.giveBack");
    }

    private void cancelled(
            SchoolKey key,
            SessionId id,
            @Nullable OffsetDateTime at,
            NoticeKind told,
            String action) {
        access.require(key, Permission.MANAGE_TRAINING);
        inDistrict.write(
                key.district(),
                () -> {
                    requireChanged(
                            dsl.update(SESSION)
                                    .set(SESSION.CANCELLED_AT, at)
                                    .set(SESSION.REVISION, SESSION.REVISION.plus(1))
                                    .where(one(key, id))
                                    .execute(),
                            id);
                    audit.record(key.district(), action, "session", id.toString());
                    if (isAhead(find(key, id))) {
                        bookings.tell(key, id, told);
                    }
                });
    }

    private boolean isAhead(TrainingSession session) {
        return clock.instant().isBefore(session.endsAt());
    }

    private static void requirePart(Course course, int part) {
        if (part < 1 || part > course.parts()) {
            throw new BadInput("part", "training.bad.part");
        }
    }

    private static void requireChanged(int changed, SessionId id) {
        if (changed == 0) {
            throw new NotHere("Session " + id);
        }
    }

    private static Condition one(SchoolKey key, SessionId id) {
        return SESSION.DISTRICT_ID
                .eq(key.district())
                .and(SESSION.SCHOOL_ID.eq(key.school()))
                .and(SESSION.ID.eq(id));
    }

    /** An hour that a change of clocks leaves out moves on by as much as the clocks do. */
    private OffsetDateTime startsAt(SchoolKey key, SessionFields fields) {
        return Objects.requireNonNull(fields.day())
                .atTime(Objects.requireNonNull(fields.time()))
                .atZone(schools.find(key).zone())
                .toOffsetDateTime()
                .withOffsetSameInstant(ZoneOffset.UTC);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private List<TrainingSession> where(
            SchoolKey key, Condition condition, boolean earliestFirst, int limit) {
        access.require(key, Permission.SEE_FIGURES);
        School school = schools.find(key);
        return inDistrict.read(
                key.district(),
                () ->
                        dsl.select(
                                        SESSION.ID,
                                        SESSION.COURSE_ID,
                                        COURSE.TITLE,
                                        SESSION.STARTS_AT.convertFrom(OffsetDateTime::toInstant),
                                        DSL.val(school.zone().getId())
                                                .convertFrom(java.time.ZoneId::of),
                                        SESSION.MINUTES,
                                        SESSION.PLACE,
                                        SESSION.LINK,
                                        SESSION.TRAINER,
                                        SESSION.CAPACITY,
                                        SESSION.PART,
                                        taken(),
                                        count(
                                                BOOKING,
                                                BOOKING.SESSION_ID,
                                                BOOKING.STATE.eq("waiting")),
                                        count(
                                                ATTENDANCE,
                                                ATTENDANCE.SESSION_ID,
                                                ATTENDANCE.STATE.in("present", "late", "partial")),
                                        count(COMPLETION, COMPLETION.SESSION_ID, DSL.noCondition()),
                                        Columns.moment(SESSION.CLOSED_AT),
                                        SESSION.CANCELLED_AT.isNotNull(),
                                        SESSION.REVISION)
                                .from(SESSION)
                                .join(COURSE)
                                .on(COURSE.DISTRICT_ID.eq(key.district()))
                                .and(COURSE.ID.eq(SESSION.COURSE_ID))
                                .where(SESSION.DISTRICT_ID.eq(key.district()))
                                .and(SESSION.SCHOOL_ID.eq(key.school()))
                                .and(condition)
                                .orderBy(
                                        earliestFirst
                                                ? SESSION.STARTS_AT.asc()
                                                : SESSION.STARTS_AT.desc(),
                                        SESSION.ID.asc())
                                .limit(limit)
                                .fetch(Records.mapping(TrainingSession::new)));
    }

    private static Condition takesPlace() {
        return SESSION.CANCELLED_AT.isNull();
    }

    /** How many places of a session nobody else can have. */
    private static Field<Integer> taken() {
        return count(BOOKING, BOOKING.SESSION_ID, BOOKING.STATE.in("booked", "offered"));
    }

    private static Field<Integer> count(
            Table<?> table, Field<SessionId> session, Condition condition) {
        return DSL.field(
                DSL.selectCount()
                        .from(table)
                        .where(sameDistrict(table))
                        .and(session.eq(SESSION.ID))
                        .and(condition));
    }

    private static Condition sameDistrict(Table<?> table) {
        return Objects.requireNonNull(table.field(SESSION.DISTRICT_ID)).eq(SESSION.DISTRICT_ID);
    }

    private Map<Field<?>, Object> values(SchoolKey key, SessionFields fields) {
        Map<Field<?>, Object> values = new LinkedHashMap<>();
        values.put(SESSION.STARTS_AT, startsAt(key, fields));
        values.put(SESSION.MINUTES, fields.minutes());
        values.put(SESSION.PLACE, fields.place());
        values.put(SESSION.LINK, fields.link());
        values.put(SESSION.TRAINER, fields.trainer());
        values.put(SESSION.CAPACITY, fields.capacity());
        values.put(SESSION.PART, fields.part());
        return values;
    }
}
