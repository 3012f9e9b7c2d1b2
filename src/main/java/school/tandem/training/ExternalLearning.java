package school.tandem.training;

import static school.tandemdb.roster.Tables.PERSON;
import static school.tandemdb.training.Tables.COURSE;
import static school.tandemdb.training.Tables.EVIDENCE;
import static school.tandemdb.training.Tables.EXTERNAL_LEARNING;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import school.tandem.roster.PersonId;
import school.tandem.roster.Schools;
import school.tandem.security.Access;
import school.tandem.security.Audit;
import school.tandem.security.BadInput;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.NotHere;
import school.tandem.security.Permission;
import school.tandem.security.SchoolKey;
import school.tandem.training.Completions.Recorded;

/** What staff learned elsewhere: submitted with evidence, approved or returned. */
@Component
public class ExternalLearning {

    /**
     * What one act decided, so that it can be taken back.
     *
     * @param completions what approving added to courses
     */
    public record Decided(List<LearningId> learnings, List<Recorded> completions) {}

    private final DSLContext dsl;
    private final DistrictTransactions inDistrict;
    private final Courses courses;
    private final Completions completions;
    private final Schools schools;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    ExternalLearning(
            DSLContext dsl,
            DistrictTransactions inDistrict,
            Courses courses,
            Completions completions,
            Schools schools,
            Access access,
            Audit audit,
            Clock clock) {
        this.dsl = dsl;
        this.inDistrict = inDistrict;
        this.courses = courses;
        this.completions = completions;
        this.schools = schools;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Submits something that one has learned elsewhere; it counts once it is approved.
     *
     * @throws BadInput if a field can't be taken, or whoever asks is not on the staff
     */
    public LearningId submit(SchoolKey key, LearningFields typed, Evidence evidence) {
        access.require(key, Permission.LOG_OWN_TRAINING);
        PersonId me = OwnPerson.of(access, key);
        LearningFields fields = typed.checked(schools.today(schools.find(key)));
        return inDistrict.write(
                key.district(),
                () -> {
                    CourseId course = fields.course();
                    if (course != null) {
                        courses.find(key, course);
                    }
                    LearningId id =
                            dsl.insertInto(EXTERNAL_LEARNING)
                                    .set(EXTERNAL_LEARNING.DISTRICT_ID, key.district())
                                    .set(EXTERNAL_LEARNING.SCHOOL_ID, key.school())
                                    .set(EXTERNAL_LEARNING.PERSON_ID, me)
                                    .set(EXTERNAL_LEARNING.COURSE_ID, course)
                                    .set(EXTERNAL_LEARNING.TITLE, fields.title())
                                    .set(EXTERNAL_LEARNING.PROVIDER, fields.provider())
                                    .set(EXTERNAL_LEARNING.MINUTES, fields.minutes())
                                    .set(EXTERNAL_LEARNING.COMPLETED_ON, fields.completedOn())
                                    .set(EXTERNAL_LEARNING.SUBMITTED_AT, now())
                                    .returningResult(EXTERNAL_LEARNING.ID)
                                    .fetchSingle()
                                    .value1();
                    dsl.insertInto(EVIDENCE)
                            .set(EVIDENCE.DISTRICT_ID, key.district())
                            .set(EVIDENCE.LEARNING_ID, id)
                            .set(EVIDENCE.MEDIA_TYPE, evidence.mediaType())
                            .set(EVIDENCE.BYTES, evidence.bytes())
                            .execute();
                    record(key, "learning.submit", List.of(id));
                    return id;
                });
    }

    /** Takes one's own back, evidence and all, as long as it is not approved. */
    public void withdraw(SchoolKey key, LearningId id) {
        access.require(key, Permission.LOG_OWN_TRAINING);
        PersonId me = OwnPerson.of(access, key);
        inDistrict.write(
                key.district(),
                () -> {
                    int gone =
                            dsl.deleteFrom(EXTERNAL_LEARNING)
                                    .where(here(key))
                                    .and(EXTERNAL_LEARNING.ID.eq(id))
                                    .and(EXTERNAL_LEARNING.PERSON_ID.eq(me))
                                    .and(is(LearningState.APPROVED).not())
                                    .execute();
                    if (gone == 0) {
                        throw new NotHere("Learning " + id);
                    }
                    record(key, "learning.withdraw", List.of(id));
                });
    }

    /** What whoever asks has submitted, the latest first; empty also: they are not on the staff. */
    public List<Learning> own(SchoolKey key) {
        access.require(key, Permission.LOG_OWN_TRAINING);
        Long person = access.personIn(key);
        return person == null
                ? List.of()
                : where(key, EXTERNAL_LEARNING.PERSON_ID.eq(new PersonId(person)));
    }

    /** What waits to be looked at. */
    public List<Learning> waiting(SchoolKey key) {
        access.require(key, Permission.MANAGE_TRAINING);
        return where(key, is(LearningState.SUBMITTED));
    }

    /** How many wait to be looked at. */
    public int countWaiting(SchoolKey key) {
        access.require(key, Permission.MANAGE_TRAINING);
        return inDistrict.read(
                key.district(),
                () ->
                        dsl.fetchCount(
                                DSL.selectOne()
                                        .from(EXTERNAL_LEARNING)
                                        .where(here(key))
                                        .and(is(LearningState.SUBMITTED))));
    }

    /**
     * Approves them; one that stands for a course completes it, as if a trainer had recorded it.
     *
     * @throws BadInput if none was chosen
     */
    public Decided approve(SchoolKey key, Collection<LearningId> ids) {
        access.require(key, Permission.MANAGE_TRAINING);
        return inDistrict.write(
                key.district(),
                () -> {
                    List<LearningId> decided = decide(key, ids, LearningState.APPROVED, "");
                    List<Recorded> recorded = new ArrayList<>();
                    dsl.select(
                                    EXTERNAL_LEARNING.COURSE_ID,
                                    EXTERNAL_LEARNING.PERSON_ID,
                                    EXTERNAL_LEARNING.COMPLETED_ON)
                            .from(EXTERNAL_LEARNING)
                            .where(here(key))
                            .and(EXTERNAL_LEARNING.ID.in(decided))
                            .and(EXTERNAL_LEARNING.COURSE_ID.isNotNull())
                            .orderBy(EXTERNAL_LEARNING.ID)
                            .fetch()
                            .forEach(row ->
                                    recorded.add(
                                            completions.record(
                                                    key,
                                                    row.value1(),
                                                    List.of(row.value2()),
                                                    row.value3(),
                                                    null)));
                    record(key, "learning.approve", decided);
                    return new Decided(decided, recorded);
                });
    }

    /**
     * Returns them to whoever submitted them.
     *
     * @param reason what is wanting, in words that they read
     * @throws BadInput if none was chosen, or no reason is given
     */
    public Decided sendBack(SchoolKey key, Collection<LearningId> ids, String reason) {
        access.require(key, Permission.MANAGE_TRAINING);
        if (reason.isBlank() || reason.length() > 500) {
            throw new BadInput("reason", "training.bad.reason");
        }
        return inDistrict.write(
                key.district(),
                () -> {
                    List<LearningId> decided =
                            decide(key, ids, LearningState.RETURNED, reason.strip());
                    record(key, "learning.return", decided);
                    return new Decided(decided, List.of());
                });
    }

    /** Takes back {@link #approve} or {@link #sendBack}, and nothing else. */
    public void takeBack(SchoolKey key, Decided decided) {
        access.require(key, Permission.MANAGE_TRAINING);
        inDistrict.write(
                key.district(),
                () -> {
                    decided.completions().forEach(one -> completions.takeBack(key, one));
                    dsl.update(EXTERNAL_LEARNING)
                            .set(EXTERNAL_LEARNING.STATE, LearningState.SUBMITTED.code())
                            .set(EXTERNAL_LEARNING.REASON, "")
                            .setNull(EXTERNAL_LEARNING.DECIDED_AT)
                            .setNull(EXTERNAL_LEARNING.DECIDED_BY)
                            .where(here(key))
                            .and(EXTERNAL_LEARNING.ID.in(decided.learnings()))
                            .execute();
                    record(key, "learning.takeBack", decided.learnings());
                });
    }

    /**
     * The evidence, for whoever submitted it and whoever looks after training; that somebody else
     * read it is recorded.
     *
     * @throws NotHere if there is none, or it is another's
     */
    public Evidence evidence(SchoolKey key, LearningId id) {
        access.require(key, Permission.LOG_OWN_TRAINING);
        boolean manages = access.may(key, Permission.MANAGE_TRAINING);
        return inDistrict.write(
                key.district(),
                () -> {
                    var row =
                            dsl.select(
                                            EXTERNAL_LEARNING.PERSON_ID,
                                            EVIDENCE.MEDIA_TYPE,
                                            EVIDENCE.BYTES)
                                    .from(EXTERNAL_LEARNING)
                                    .join(EVIDENCE)
                                    .on(EVIDENCE.DISTRICT_ID.eq(key.district()))
                                    .and(EVIDENCE.LEARNING_ID.eq(EXTERNAL_LEARNING.ID))
                                    .where(here(key))
                                    .and(EXTERNAL_LEARNING.ID.eq(id))
                                    .fetchOptional()
                                    .orElseThrow(() -> new NotHere("Evidence " + id));
                    boolean own = isMe(key, row.value1());
                    if (!own && !manages) {
                        throw new NotHere("Evidence " + id);
                    }
                    if (!own) {
                        record(key, "learning.read", List.of(id));
                    }
                    return new Evidence(row.value2(), row.value3());
                });
    }

    private boolean isMe(SchoolKey key, PersonId person) {
        Long me = access.personIn(key);
        return me != null && me == person.value();
    }

    private List<LearningId> decide(
            SchoolKey key, Collection<LearningId> ids, LearningState state, String reason) {
        if (ids.isEmpty()) {
            throw new BadInput("learnings", "training.bad.noLearning");
        }
        return dsl.update(EXTERNAL_LEARNING)
                .set(EXTERNAL_LEARNING.STATE, state.code())
                .set(EXTERNAL_LEARNING.REASON, reason)
                .set(EXTERNAL_LEARNING.DECIDED_AT, now())
                .set(EXTERNAL_LEARNING.DECIDED_BY, access.who().account())
                .where(here(key))
                .and(EXTERNAL_LEARNING.ID.in(ids))
                .and(is(LearningState.SUBMITTED))
                .returningResult(EXTERNAL_LEARNING.ID)
                .fetch(Record1::value1);
    }

    private List<Learning> where(SchoolKey key, Condition condition) {
        return inDistrict.read(
                key.district(),
                () ->
                        dsl.select(
                                        EXTERNAL_LEARNING.ID,
                                        EXTERNAL_LEARNING.PERSON_ID,
                                        Columns.personName(),
                                        COURSE.TITLE,
                                        EXTERNAL_LEARNING.TITLE,
                                        EXTERNAL_LEARNING.PROVIDER,
                                        EXTERNAL_LEARNING.MINUTES,
                                        EXTERNAL_LEARNING.COMPLETED_ON,
                                        EXTERNAL_LEARNING.STATE.convertFrom(LearningState::ofCode),
                                        EXTERNAL_LEARNING.REASON)
                                .from(EXTERNAL_LEARNING)
                                .join(PERSON)
                                .on(PERSON.DISTRICT_ID.eq(key.district()))
                                .and(PERSON.ID.eq(EXTERNAL_LEARNING.PERSON_ID))
                                .leftJoin(COURSE)
                                .on(COURSE.DISTRICT_ID.eq(key.district()))
                                .and(COURSE.ID.eq(EXTERNAL_LEARNING.COURSE_ID))
                                .where(here(key))
                                .and(condition)
                                .orderBy(EXTERNAL_LEARNING.ID.desc())
                                .fetch(Records.mapping(Learning::new)));
    }

    private static Condition here(SchoolKey key) {
        return EXTERNAL_LEARNING
                .DISTRICT_ID
                .eq(key.district())
                .and(EXTERNAL_LEARNING.SCHOOL_ID.eq(key.school()));
    }

    private static Condition is(LearningState state) {
        return EXTERNAL_LEARNING.STATE.eq(state.code());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private void record(SchoolKey key, String action, List<LearningId> ids) {
        audit.record(
                key.district(),
                action,
                "learning",
                ids.size() == 1 ? ids.getFirst().toString() : "",
                Map.of("learnings", ids.size()),
                List.of());
    }
}
