package school.tandem.training;

import static school.tandemdb.roster.Tables.PERSON;
import static school.tandemdb.roster.Tables.PERSON_SCHOOL;
import static school.tandemdb.training.Tables.COMPLETION;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DatePart;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.tandem.roster.PersonId;
import school.tandem.roster.Schools;
import school.tandem.security.Access;
import school.tandem.security.Audit;
import school.tandem.security.BadInput;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.Permission;
import school.tandem.security.SchoolKey;
import school.tandem.training.StaffRecords.Completed;
import school.tandem.training.StaffRecords.Member;

/**
 * Who completed which course. A teacher's own word is kept and waits; a trainer's or an
 * administrator's counts at once.
 */
@Component
public class Completions {

    /** What one act changed, so that it can be taken back. */
    public record Recorded(CourseId course, List<PersonId> added, List<PersonId> confirmed) {
        public int people() {
            return added.size() + confirmed.size();
        }
    }

    private final DSLContext dsl;
    private final DistrictTransactions inDistrict;
    private final Courses courses;
    private final StaffRecords staff;
    private final Schools schools;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    Completions(
            DSLContext dsl,
            DistrictTransactions inDistrict,
            Courses courses,
            StaffRecords staff,
            Schools schools,
            Access access,
            Audit audit,
            Clock clock) {
        this.dsl = dsl;
        this.inDistrict = inDistrict;
        this.courses = courses;
        this.staff = staff;
        this.schools = schools;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** Everybody whom a course concerns: who must complete it, and who did so anyway; by name. */
    public List<CourseMember> of(SchoolKey key, CourseId id) {
        access.require(key, Permission.SEE_STAFF);
        return inDistrict.read(
                key.district(),
                () -> {
                    Course course = courses.find(key, id);
                    return staff.of(key, today(key)).stream()
                            .map(member -> seenFrom(course, member))
                            .filter(m -> m.required() || m.state() != CompletionState.MISSING)
                            .toList();
                });
    }

    /** The courses of whoever asks, what is still to do first; empty: they are not on the staff. */
    public Optional<List<OwnCourse>> own(SchoolKey key) {
        access.require(key, Permission.LOG_OWN_TRAINING);
        Long person = access.personIn(key);
        if (person == null) {
            return Optional.empty();
        }
        return inDistrict.read(
                key.district(),
                () ->
                        staff.of(key, new PersonId(person), today(key))
                                .map(me -> own(me, courses.of(key))));
    }

    /**
     * Says that one has completed a course oneself; it waits until somebody confirms it.
     *
     * @throws BadInput if the day is still to come, or whoever asks is not on the staff
     */
    public void logOwn(SchoolKey key, CourseId course, @Nullable LocalDate day) {
        access.require(key, Permission.LOG_OWN_TRAINING);
        PersonId person = OwnPerson.of(access, key);
        LocalDate on = checked(key, day);
        inDistrict.write(
                key.district(),
                () -> {
                    Course found = courses.find(key, course);
                    insert(key, found, List.of(person), on, null, false);
                    record(key, "completion.log", course, 1);
                });
    }

    /** Takes back {@link #logOwn}, as long as nobody has confirmed it. */
    public void takeBackOwn(SchoolKey key, CourseId course) {
        access.require(key, Permission.LOG_OWN_TRAINING);
        PersonId person = OwnPerson.of(access, key);
        inDistrict.write(
                key.district(),
                () -> {
                    dsl.deleteFrom(COMPLETION)
                            .where(of(key, course, List.of(person)))
                            .and(COMPLETION.CONFIRMED_AT.isNull())
                            .execute();
                    record(key, "completion.takeBack", course, 1);
                });
    }

    /**
     * Records that these people completed a course on a day; who said so themselves is confirmed.
     *
     * @param session at which; null: none that is known
     * @throws BadInput if the day is still to come, or nobody was chosen
     */
    public Recorded record(
            SchoolKey key,
            CourseId course,
            Collection<PersonId> people,
            @Nullable LocalDate day,
            @Nullable SessionId session) {
        access.require(key, Permission.MANAGE_TRAINING);
        LocalDate on = checked(key, day);
        requireSome(people);
        return inDistrict.write(
                key.district(),
                () -> {
                    Course found = courses.find(key, course);
                    List<PersonId> confirmed = confirmWaiting(key, course, people);
                    List<PersonId> added = insert(key, found, people, on, session, true);
                    Recorded recorded = new Recorded(course, added, confirmed);
                    record(key, "completion.record", course, recorded.people());
                    return recorded;
                });
    }

    /**
     * Notes what these people said of themselves on paper or in a message: it waits to be
     * confirmed, as if they had logged it.
     *
     * @throws BadInput if the day is still to come, or nobody was chosen
     */
    public void note(
            SchoolKey key, CourseId course, Collection<PersonId> people, @Nullable LocalDate day) {
        access.require(key, Permission.MANAGE_TRAINING);
        LocalDate on = checked(key, day);
        requireSome(people);
        inDistrict.write(
                key.district(),
                () -> {
                    Course found = courses.find(key, course);
                    List<PersonId> added = insert(key, found, people, on, null, false);
                    record(key, "completion.note", course, added.size());
                });
    }

    /**
     * Confirms what these people said themselves.
     *
     * @throws BadInput if nobody was chosen
     */
    public Recorded confirm(SchoolKey key, CourseId course, Collection<PersonId> people) {
        access.require(key, Permission.MANAGE_TRAINING);
        requireSome(people);
        return inDistrict.write(
                key.district(),
                () -> {
                    courses.find(key, course);
                    List<PersonId> confirmed = confirmWaiting(key, course, people);
                    record(key, "completion.confirm", course, confirmed.size());
                    return new Recorded(course, List.of(), confirmed);
                });
    }

    /** Takes back what {@link #record} or {@link #confirm} changed, and nothing else. */
    public void takeBack(SchoolKey key, Recorded recorded) {
        access.require(key, Permission.MANAGE_TRAINING);
        inDistrict.write(
                key.district(),
                () -> {
                    dsl.deleteFrom(COMPLETION)
                            .where(of(key, recorded.course(), recorded.added()))
                            .execute();
                    dsl.update(COMPLETION)
                            .setNull(COMPLETION.CONFIRMED_AT)
                            .setNull(COMPLETION.CONFIRMED_BY)
                            .where(of(key, recorded.course(), recorded.confirmed()))
                            .execute();
                    record(key, "completion.takeBack", recorded.course(), recorded.people());
                });
    }

    /** Only staff of this school who have none yet get one. */
    private List<PersonId> insert(
            SchoolKey key,
            Course course,
            Collection<PersonId> people,
            LocalDate on,
            @Nullable SessionId session,
            boolean confirmed) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        var who = access.who().account();
        return dsl.insertInto(
                        COMPLETION,
                        COMPLETION.DISTRICT_ID,
                        COMPLETION.COURSE_ID,
                        COMPLETION.PERSON_ID,
                        COMPLETION.SESSION_ID,
                        COMPLETION.COMPLETED_ON,
                        COMPLETION.LOGGED_BY,
                        COMPLETION.LOGGED_AT,
                        COMPLETION.CONFIRMED_BY,
                        COMPLETION.CONFIRMED_AT)
                .select(
                        DSL.select(
                                        DSL.val(key.district(), COMPLETION.DISTRICT_ID),
                                        DSL.val(course.id(), COMPLETION.COURSE_ID),
                                        PERSON.ID,
                                        DSL.val(session, COMPLETION.SESSION_ID),
                                        DSL.val(on),
                                        DSL.val(who, COMPLETION.LOGGED_BY),
                                        DSL.val(now, COMPLETION.LOGGED_AT),
                                        DSL.val(confirmed ? who : null, COMPLETION.CONFIRMED_BY),
                                        DSL.val(confirmed ? now : null, COMPLETION.CONFIRMED_AT))
                                .from(PERSON)
                                .join(PERSON_SCHOOL)
                                .on(PERSON_SCHOOL.DISTRICT_ID.eq(key.district()))
                                .and(PERSON_SCHOOL.PERSON_ID.eq(PERSON.ID))
                                .and(PERSON_SCHOOL.SCHOOL_ID.eq(key.school()))
                                .where(PERSON.DISTRICT_ID.eq(key.district()))
                                .and(PERSON.KIND.eq("staff"))
                                .and(PERSON.ID.in(people)))
                .onConflict(COMPLETION.DISTRICT_ID, COMPLETION.COURSE_ID, COMPLETION.PERSON_ID)
                .doUpdate()
                .set(COMPLETION.FIRST_ON, firstDay())
                .set(COMPLETION.SESSION_ID, DSL.excluded(COMPLETION.SESSION_ID))
                .set(COMPLETION.COMPLETED_ON, DSL.excluded(COMPLETION.COMPLETED_ON))
                .set(COMPLETION.LOGGED_BY, DSL.excluded(COMPLETION.LOGGED_BY))
                .set(COMPLETION.LOGGED_AT, DSL.excluded(COMPLETION.LOGGED_AT))
                .set(COMPLETION.CONFIRMED_BY, DSL.excluded(COMPLETION.CONFIRMED_BY))
                .set(COMPLETION.CONFIRMED_AT, DSL.excluded(COMPLETION.CONFIRMED_AT))
                .where(hasRunOut(course, DSL.excluded(COMPLETION.COMPLETED_ON)))
                .returningResult(COMPLETION.PERSON_ID)
                .fetch(org.jooq.Record1::value1);
    }

    /** Of what is replaced, if it was confirmed; what nobody confirmed was no completion. */
    private static Field<LocalDate> firstDay() {
        return DSL.when(
                COMPLETION.CONFIRMED_AT.isNotNull(),
                DSL.coalesce(COMPLETION.FIRST_ON, COMPLETION.COMPLETED_ON));
    }

    /** Whether what was completed before counts no more on the day of the new completion. */
    private Condition hasRunOut(Course course, Field<LocalDate> day) {
        Integer months = course.validMonths();
        return months == null
                ? DSL.falseCondition()
                : DSL.localDateAdd(COMPLETION.COMPLETED_ON, months, DatePart.MONTH).le(day);
    }

    private List<PersonId> confirmWaiting(
            SchoolKey key, CourseId course, Collection<PersonId> people) {
        return dsl.update(COMPLETION)
                .set(COMPLETION.CONFIRMED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(COMPLETION.CONFIRMED_BY, access.who().account())
                .where(of(key, course, people))
                .and(COMPLETION.CONFIRMED_AT.isNull())
                .and(
                        COMPLETION.PERSON_ID.in(
                                DSL.select(PERSON_SCHOOL.PERSON_ID)
                                        .from(PERSON_SCHOOL)
                                        .where(PERSON_SCHOOL.DISTRICT_ID.eq(key.district()))
                                        .and(PERSON_SCHOOL.SCHOOL_ID.eq(key.school()))))
                .returningResult(COMPLETION.PERSON_ID)
                .fetch(org.jooq.Record1::value1);
    }

    private static Condition of(SchoolKey key, CourseId course, Collection<PersonId> people) {
        return COMPLETION
                .DISTRICT_ID
                .eq(key.district())
                .and(COMPLETION.COURSE_ID.eq(course))
                .and(COMPLETION.PERSON_ID.in(people));
    }

    private LocalDate checked(SchoolKey key, @Nullable LocalDate day) {
        if (day == null) {
            throw new BadInput("day", "training.bad.day");
        }
        if (day.isAfter(today(key))) {
            throw new BadInput("day", "training.bad.future");
        }
        return day;
    }

    private static void requireSome(Collection<PersonId> people) {
        if (people.isEmpty()) {
            throw new BadInput("people", "training.bad.nobody");
        }
    }

    private LocalDate today(SchoolKey key) {
        return schools.today(schools.find(key));
    }

    private void record(SchoolKey key, String action, CourseId course, int people) {
        audit.record(
                key.district(),
                action,
                "course",
                course.toString(),
                Map.of("people", people),
                List.of());
    }

    private static CourseMember seenFrom(Course course, Member member) {
        return new CourseMember(
                member.id(),
                member.name(),
                member.role(),
                member.departmentName(),
                course.isRequiredFor(member.role(), member.department()),
                member.state(course.id()),
                completedOn(member, course.id()));
    }

    private static List<OwnCourse> own(Member me, List<Course> all) {
        List<OwnCourse> own = new ArrayList<>();
        for (Course course : all) {
            own.add(
                    new OwnCourse(
                            course,
                            course.isRequiredFor(me.role(), me.department()),
                            me.state(course.id()),
                            completedOn(me, course.id())));
        }
        own.sort(
                Comparator.comparing(OwnCourse::state)
                        .thenComparing(one -> !one.required())
                        .thenComparing(one -> one.course().title()));
        return own;
    }

    private static @Nullable LocalDate completedOn(Member member, CourseId course) {
        Completed completed = member.completed().get(course);
        return completed == null ? null : completed.on();
    }
}
