package school.tandem.training;

import static school.tandemdb.training.Tables.NOTICE;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Records;
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
import school.tandem.training.StaffRecords.Member;

/** Reminds whoever misses a required course of its next session, in one message to each. */
@Component
public class Reminders {

    /** Of a course that is not planned yet, nobody is reminded more often. */
    private static final Duration PAUSE = Duration.ofDays(7);

    private static final int AHEAD = 200;

    /**
     * What a reminder would do.
     *
     * @param reach whether anybody can be written to
     * @param people who would get a message
     * @param reminded who misses something, and was reminded of all of it before
     * @param unreachable who misses something, and has no address
     * @param addresses of everybody who misses something, to write to them by other means
     */
    public record Outlook(
            Reach reach, int people, int reminded, int unreachable, List<String> addresses) {}

    /** What was sent off, so that it can be taken back. */
    public record Sent(int people, List<Long> notices) {}

    private record Once(PersonId person, CourseId course, @Nullable SessionId next) {}

    private record Found(
            Map<CourseId, Set<PersonId>> toRemind, Set<PersonId> people, Outlook outlook) {}

    private final DSLContext dsl;
    private final DistrictTransactions inDistrict;
    private final Courses courses;
    private final Sessions sessions;
    private final StaffRecords staff;
    private final Schools schools;
    private final Outbox outbox;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    Reminders(
            DSLContext dsl,
            DistrictTransactions inDistrict,
            Courses courses,
            Sessions sessions,
            StaffRecords staff,
            Schools schools,
            Outbox outbox,
            Access access,
            Audit audit,
            Clock clock) {
        this.dsl = dsl;
        this.inDistrict = inDistrict;
        this.courses = courses;
        this.sessions = sessions;
        this.staff = staff;
        this.schools = schools;
        this.outbox = outbox;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** What {@link #remind} would do now. */
    public Outlook outlook(SchoolKey key) {
        access.require(key, Permission.MANAGE_TRAINING);
        return inDistrict.read(key.district(), () -> find(key, next(key)).outlook());
    }

    /**
     * Reminds everybody who misses a required course and was not reminded of its next session yet.
     *
     * @throws BadInput if nobody can be written to
     */
    public Sent remind(SchoolKey key) {
        access.require(key, Permission.MANAGE_TRAINING);
        return inDistrict.write(
                key.district(),
                () -> {
                    Map<CourseId, SessionId> next = next(key);
                    Found found = find(key, next);
                    if (found.outlook().reach() != Reach.SENDS) {
                        throw new BadInput("mail", "training.bad.noMail");
                    }
                    List<Long> notices = new ArrayList<>();
                    found.toRemind()
                            .forEach((course, people) ->
                                    notices.addAll(
                                            outbox.remind(key, course, next.get(course), people)));
                    record(key, "training.remind", found.people().size());
                    return new Sent(found.people().size(), notices);
                });
    }

    /** Takes reminders back that have not left yet. */
    public void takeBack(SchoolKey key, Sent sent) {
        access.require(key, Permission.MANAGE_TRAINING);
        inDistrict.write(
                key.district(),
                () -> {
                    int taken = outbox.takeBack(key, sent.notices());
                    record(key, "training.remind.takeBack", taken);
                });
    }

    private Found find(SchoolKey key, Map<CourseId, SessionId> next) {
        List<Course> required = courses.of(key).stream().filter(Course::isRequired).toList();
        Set<Once> before = before(key, next);
        Map<CourseId, Set<PersonId>> toRemind = new HashMap<>();
        Set<PersonId> people = new HashSet<>();
        List<String> addresses = new ArrayList<>();
        int missing = 0;
        for (Member member : staff.of(key, today(key))) {
            List<CourseId> gaps = required.stream().filter(member::misses).map(Course::id).toList();
            String email = member.email();
            if (!gaps.isEmpty()) {
                missing++;
                if (email != null) {
                    addresses.add(email);
                    for (CourseId course : gaps) {
                        if (!before.contains(new Once(member.id(), course, next.get(course)))) {
                            toRemind.computeIfAbsent(course, none -> new HashSet<>())
                                    .add(member.id());
                            people.add(member.id());
                        }
                    }
                }
            }
        }
        return new Found(
                toRemind,
                people,
                new Outlook(
                        outbox.reach(key.district()),
                        people.size(),
                        addresses.size() - people.size(),
                        missing - addresses.size(),
                        addresses));
    }

    /** The next session of each course. */
    private Map<CourseId, SessionId> next(SchoolKey key) {
        Map<CourseId, SessionId> next = new HashMap<>();
        sessions.ahead(key, AHEAD).forEach(one -> next.putIfAbsent(one.course(), one.id()));
        return next;
    }

    /** Of which course and session whom somebody reminded; without a session only lately. */
    private Set<Once> before(SchoolKey key, Map<CourseId, SessionId> next) {
        return dsl.select(NOTICE.PERSON_ID, NOTICE.COURSE_ID, NOTICE.SESSION_ID)
                .from(NOTICE)
                .where(NOTICE.DISTRICT_ID.eq(key.district()))
                .and(NOTICE.SCHOOL_ID.eq(key.school()))
                .and(NOTICE.KIND.eq(NoticeKind.REMINDER.code()))
                .and(
                        NOTICE.SESSION_ID
                                .in(next.values())
                                .or(
                                        NOTICE.SESSION_ID
                                                .isNull()
                                                .and(
                                                        NOTICE.MADE_AT.gt(
                                                                clock.instant()
                                                                        .minus(PAUSE)
                                                                        .atOffset(
                                                                                ZoneOffset.UTC)))))
                .fetchSet(Records.mapping(Once::new));
    }

    private LocalDate today(SchoolKey key) {
        return schools.today(schools.find(key));
    }

    private void record(SchoolKey key, String action, int people) {
        audit.record(
                key.district(),
                action,
                "school",
                key.school().toString(),
                Map.of("people", people),
                List.of());
    }
}
