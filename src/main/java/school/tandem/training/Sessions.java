package school.tandem.training;

import static school.tandemdb.training.Tables.COMPLETION;
import static school.tandemdb.training.Tables.COURSE;
import static school.tandemdb.training.Tables.SESSION;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jooq.impl.DSL;
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
    private final Schools schools;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    Sessions(
            DSLContext dsl,
            DistrictTransactions inDistrict,
            Courses courses,
            Schools schools,
            Access access,
            Audit audit,
            Clock clock) {
        this.dsl = dsl;
        this.inDistrict = inDistrict;
        this.courses = courses;
        this.schools = schools;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** The sessions that are still ahead, the next one first. */
    public List<TrainingSession> ahead(SchoolKey key, int limit) {
        return where(key, SESSION.STARTS_AT.ge(now()), true, limit);
    }

    /** The sessions that have begun, the latest first. */
    public List<TrainingSession> behind(SchoolKey key, int limit) {
        return where(key, SESSION.STARTS_AT.lt(now()), false, limit);
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
                    courses.find(key, course);
                    SessionId id =
                            dsl.insertInto(SESSION)
                                    .set(SESSION.DISTRICT_ID, key.district())
                                    .set(SESSION.SCHOOL_ID, key.school())
                                    .set(SESSION.COURSE_ID, course)
                                    .set(SESSION.STARTS_AT, startsAt(key, fields))
                                    .set(SESSION.MINUTES, fields.minutes())
                                    .set(SESSION.PLACE, fields.place().strip())
                                    .set(SESSION.TRAINER, fields.trainer().strip())
                                    .returningResult(SESSION.ID)
                                    .fetchSingle()
                                    .value1();
                    audit.record(key.district(), "session.plan", "session", id.toString());
                    return id;
                });
    }

    /** Moves or changes a session. */
    public void change(SchoolKey key, SessionId id, SessionFields typed) {
        access.require(key, Permission.MANAGE_TRAINING);
        SessionFields fields = typed.checked();
        CourseId course = Objects.requireNonNull(fields.course());
        inDistrict.write(
                key.district(),
                () -> {
                    courses.find(key, course);
                    int changed =
                            dsl.update(SESSION)
                                    .set(SESSION.COURSE_ID, course)
                                    .set(SESSION.STARTS_AT, startsAt(key, fields))
                                    .set(SESSION.MINUTES, fields.minutes())
                                    .set(SESSION.PLACE, fields.place().strip())
                                    .set(SESSION.TRAINER, fields.trainer().strip())
                                    .where(one(key, id))
                                    .execute();
                    requireChanged(changed, id);
                    audit.record(key.district(), "session.change", "session", id.toString());
                });
    }

    /** Cancels a session; what people completed there stays. */
    public void cancel(SchoolKey key, SessionId id) {
        cancelled(key, id, clock.instant().atOffset(ZoneOffset.UTC), "session.cancel");
    }

    /** Takes back {@link #cancel}. */
    public void giveBack(SchoolKey key, SessionId id) {
        cancelled(key, id, null, "session.giveBack");
    }

    private void cancelled(
            SchoolKey key,
            SessionId id,
            @org.jspecify.annotations.Nullable OffsetDateTime at,
            String action) {
        access.require(key, Permission.MANAGE_TRAINING);
        inDistrict.write(
                key.district(),
                () -> {
                    requireChanged(
                            dsl.update(SESSION)
                                    .set(SESSION.CANCELLED_AT, at)
                                    .where(one(key, id))
                                    .execute(),
                            id);
                    audit.record(key.district(), action, "session", id.toString());
                });
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
                                        SESSION.TRAINER,
                                        completed(key))
                                .from(SESSION)
                                .join(COURSE)
                                .on(COURSE.DISTRICT_ID.eq(key.district()))
                                .and(COURSE.ID.eq(SESSION.COURSE_ID))
                                .where(SESSION.DISTRICT_ID.eq(key.district()))
                                .and(SESSION.SCHOOL_ID.eq(key.school()))
                                .and(SESSION.CANCELLED_AT.isNull())
                                .and(condition)
                                .orderBy(
                                        earliestFirst
                                                ? SESSION.STARTS_AT.asc()
                                                : SESSION.STARTS_AT.desc(),
                                        SESSION.ID.asc())
                                .limit(limit)
                                .fetch(Records.mapping(TrainingSession::new)));
    }

    private static Field<Integer> completed(SchoolKey key) {
        return DSL.field(
                DSL.selectCount()
                        .from(COMPLETION)
                        .where(COMPLETION.DISTRICT_ID.eq(key.district()))
                        .and(COMPLETION.SESSION_ID.eq(SESSION.ID)));
    }
}
