package school.tandem.training;

import static school.tandemdb.roster.Tables.PERSON;
import static school.tandemdb.roster.Tables.PERSON_SCHOOL;
import static school.tandemdb.training.Tables.ATTENDANCE;
import static school.tandemdb.training.Tables.ATTENDANCE_BEFORE;
import static school.tandemdb.training.Tables.MEETING_REPORT;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.tandem.roster.PersonId;
import school.tandem.security.Access;
import school.tandem.security.AccountId;
import school.tandem.security.Audit;
import school.tandem.security.BadInput;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.NotHere;
import school.tandem.security.Permission;
import school.tandem.security.SchoolKey;

/**
 * Presence by the report of a meeting: recognises the staff in it, marks them, and takes that back.
 * What was marked by hand stays; so does a scan where the report says less.
 */
@Component
public class MeetingAttendance {

    /** How many percent of a session somebody must be there for, unless said otherwise. */
    public static final int USUAL_SHARE = 75;

    /**
     * What a report would mean.
     *
     * @param matches in the order of the report
     * @param staff everybody whom a person can choose, by name
     */
    public record Review(List<StaffMatch> matches, List<StaffName> staff) {}

    /**
     * What became of it.
     *
     * @param marked how many were marked
     * @param kept how many keep what was known of them before
     */
    public record Taken(MeetingReportId report, int marked, int kept) {}

    /** What is known of somebody. */
    private record Mark(
            PersonId person,
            AttendanceState state,
            AttendanceVia via,
            OffsetDateTime at,
            @Nullable Integer minutes,
            @Nullable AccountId by) {}

    private final DSLContext dsl;
    private final DistrictTransactions inDistrict;
    private final Sessions sessions;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    MeetingAttendance(
            DSLContext dsl,
            DistrictTransactions inDistrict,
            Sessions sessions,
            Access access,
            Audit audit,
            Clock clock) {
        this.dsl = dsl;
        this.inDistrict = inDistrict;
        this.sessions = sessions;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** Recognises the staff of the school in a report; one statement. */
    public Review review(SchoolKey key, List<MeetingPerson> people) {
        access.require(key, Permission.MANAGE_TRAINING);
        List<StaffName> staff = inDistrict.read(key.district(), () -> staff(key));
        StaffMatcher matcher = new StaffMatcher(staff);
        return new Review(people.stream().map(matcher::match).toList(), staff);
    }

    /**
     * Marks who was there.
     *
     * @throws BadInput if there is nobody to mark, the share is none, or the session is closed
     */
    public Taken take(SchoolKey key, SessionId id, MeetingSeen seen) {
        access.require(key, Permission.MANAGE_TRAINING);
        if (seen.staff().isEmpty()) {
            throw new BadInput("people", "training.bad.nobody");
        }
        if (seen.share() < 1 || seen.share() > 100) {
            throw new BadInput("share", "training.bad.share");
        }
        return inDistrict.write(
                key.district(),
                () -> {
                    TrainingSession session = sessions.find(key, id);
                    Attendance.requireOpen(session);
                    Map<PersonId, MeetingVerdict> verdicts = verdictsHere(key, session, seen);
                    Map<PersonId, Mark> before = marks(key, id);
                    int all = verdicts.size();
                    verdicts.entrySet()
                            .removeIf(it -> stays(before.get(it.getKey()), it.getValue(), seen));
                    OffsetDateTime now = now();
                    MeetingReportId report = begin(key, id, seen, verdicts.size(), now);
                    keep(key, report, verdicts, before);
                    mark(key, id, verdicts, now);
                    Taken taken = new Taken(report, verdicts.size(), all - verdicts.size());
                    record(key, id, seen, taken);
                    return taken;
                });
    }

    /**
     * Takes a report back: what it marked becomes what it was before, but for what was marked
     * since.
     *
     * @return how many became what they were
     * @throws BadInput if another report was taken after it, or the session is closed
     */
    public int undo(SchoolKey key, SessionId id, MeetingReportId report) {
        access.require(key, Permission.MANAGE_TRAINING);
        return inDistrict.write(
                key.district(),
                () -> {
                    Attendance.requireOpen(sessions.find(key, id));
                    OffsetDateTime taken = requireLatest(key, id, report);
                    List<PersonId> still = stillOf(key, id, report, taken);
                    putBack(key, id, report, still);
                    dsl.update(MEETING_REPORT)
                            .set(MEETING_REPORT.UNDONE_AT, now())
                            .where(MEETING_REPORT.DISTRICT_ID.eq(key.district()))
                            .and(MEETING_REPORT.ID.eq(report))
                            .execute();
                    audit.record(
                            key.district(),
                            "attendance.report.undo",
                            "session",
                            id.toString(),
                            Map.of("people", still.size()),
                            List.of());
                    return still.size();
                });
    }

    private List<StaffName> staff(SchoolKey key) {
        return dsl.select(
                        PERSON.ID,
                        PERSON.GIVEN_NAME,
                        PERSON.FAMILY_NAME,
                        PERSON.EMAIL.convertFrom(
                                email -> email == null ? "" : email.toLowerCase(Locale.ROOT)))
                .from(PERSON_SCHOOL)
                .join(PERSON)
                .on(PERSON.DISTRICT_ID.eq(key.district()))
                .and(PERSON.ID.eq(PERSON_SCHOOL.PERSON_ID))
                .where(PERSON_SCHOOL.DISTRICT_ID.eq(key.district()))
                .and(PERSON_SCHOOL.SCHOOL_ID.eq(key.school()))
                .and(PERSON.KIND.eq("staff"))
                .and(PERSON.WITHDRAWN_ON.isNull())
                .orderBy(DSL.lower(PERSON.FAMILY_NAME), DSL.lower(PERSON.GIVEN_NAME), PERSON.ID)
                .fetch(Records.mapping(StaffName::new));
    }

    /** What it would mark whom as; somebody by two names is one person. */
    public static Map<PersonId, MeetingVerdict> verdicts(
            TrainingSession session, MeetingSeen seen) {
        Map<PersonId, Presence> people = new LinkedHashMap<>();
        seen.staff().forEach(one -> people.merge(one.person(), one.presence(), Presence::and));
        MeetingRule rule =
                MeetingRule.of(session, seen.share(), people.values(), seen.start(), seen.end());
        Map<PersonId, MeetingVerdict> verdicts = new LinkedHashMap<>();
        people.forEach((person, presence) -> verdicts.put(person, rule.of(presence)));
        return verdicts;
    }

    private Map<PersonId, MeetingVerdict> verdictsHere(
            SchoolKey key, TrainingSession session, MeetingSeen seen) {
        Map<PersonId, MeetingVerdict> verdicts = verdicts(session, seen);
        verdicts.keySet().retainAll(staff(key).stream().map(StaffName::id).toList());
        return verdicts;
    }

    private static boolean stays(@Nullable Mark before, MeetingVerdict verdict, MeetingSeen seen) {
        if (before == null || seen.overHand()) {
            return false;
        }
        return switch (before.via()) {
            case LIST, SHEET -> true;
            case SCAN, CODE -> before.state().counts() && !verdict.state().counts();
            case REPORT, CLOSE -> false;
        };
    }

    private Map<PersonId, Mark> marks(SchoolKey key, SessionId session) {
        return dsl
                .select(
                        ATTENDANCE.PERSON_ID,
                        ATTENDANCE.STATE.convertFrom(AttendanceState::ofCode),
                        ATTENDANCE.VIA.convertFrom(AttendanceVia::ofCode),
                        ATTENDANCE.AT,
                        ATTENDANCE.MINUTES,
                        ATTENDANCE.RECORDED_BY)
                .from(ATTENDANCE)
                .where(ATTENDANCE.DISTRICT_ID.eq(key.district()))
                .and(ATTENDANCE.SESSION_ID.eq(session))
                .forUpdate()
                .fetch(Records.mapping(Mark::new))
                .stream()
                .collect(Collectors.toMap(Mark::person, mark -> mark));
    }

    private MeetingReportId begin(
            SchoolKey key, SessionId session, MeetingSeen seen, int people, OffsetDateTime now) {
        return dsl.insertInto(MEETING_REPORT)
                .set(MEETING_REPORT.DISTRICT_ID, key.district())
                .set(MEETING_REPORT.SESSION_ID, session)
                .set(MEETING_REPORT.DIGEST, seen.digest())
                .set(MEETING_REPORT.SHARE, seen.share())
                .set(MEETING_REPORT.PEOPLE, people)
                .set(MEETING_REPORT.RECORDED_BY, access.who().account())
                .set(MEETING_REPORT.RECORDED_AT, now)
                .returningResult(MEETING_REPORT.ID)
                .fetchSingle()
                .value1();
    }

    private void keep(
            SchoolKey key,
            MeetingReportId report,
            Map<PersonId, MeetingVerdict> verdicts,
            Map<PersonId, Mark> before) {
        var rows =
                new ArrayList<
                        org.jooq.Row8<
                                school.tandem.security.DistrictId,
                                MeetingReportId,
                                PersonId,
                                String,
                                String,
                                OffsetDateTime,
                                Integer,
                                AccountId>>();
        for (PersonId person : verdicts.keySet()) {
            Mark mark = before.get(person);
            rows.add(
                    DSL.row(
                            key.district(),
                            report,
                            person,
                            mark == null ? null : mark.state().code(),
                            mark == null ? null : mark.via().code(),
                            mark == null ? null : mark.at(),
                            mark == null ? null : mark.minutes(),
                            mark == null ? null : mark.by()));
        }
        if (!rows.isEmpty()) {
            dsl.insertInto(
                            ATTENDANCE_BEFORE,
                            ATTENDANCE_BEFORE.DISTRICT_ID,
                            ATTENDANCE_BEFORE.REPORT_ID,
                            ATTENDANCE_BEFORE.PERSON_ID,
                            ATTENDANCE_BEFORE.STATE,
                            ATTENDANCE_BEFORE.VIA,
                            ATTENDANCE_BEFORE.AT,
                            ATTENDANCE_BEFORE.MINUTES,
                            ATTENDANCE_BEFORE.RECORDED_BY)
                    .valuesOfRows(rows)
                    .execute();
        }
    }

    private void mark(
            SchoolKey key,
            SessionId session,
            Map<PersonId, MeetingVerdict> verdicts,
            OffsetDateTime now) {
        List<Mark> marks = new ArrayList<>();
        verdicts.forEach((person, verdict) ->
                marks.add(
                        new Mark(
                                person,
                                verdict.state(),
                                AttendanceVia.REPORT,
                                now,
                                verdict.minutes(),
                                access.who().account())));
        put(key, session, marks);
    }

    private void put(SchoolKey key, SessionId session, List<Mark> marks) {
        if (marks.isEmpty()) {
            return;
        }
        dsl.insertInto(
                        ATTENDANCE,
                        ATTENDANCE.DISTRICT_ID,
                        ATTENDANCE.SESSION_ID,
                        ATTENDANCE.PERSON_ID,
                        ATTENDANCE.STATE,
                        ATTENDANCE.VIA,
                        ATTENDANCE.AT,
                        ATTENDANCE.MINUTES,
                        ATTENDANCE.RECORDED_BY)
                .valuesOfRows(
                        marks.stream()
                                .map(mark ->
                                        DSL.row(
                                                key.district(),
                                                session,
                                                mark.person(),
                                                mark.state().code(),
                                                mark.via().code(),
                                                mark.at(),
                                                mark.minutes(),
                                                mark.by()))
                                .toList())
                .onConflict(ATTENDANCE.DISTRICT_ID, ATTENDANCE.SESSION_ID, ATTENDANCE.PERSON_ID)
                .doUpdate()
                .set(ATTENDANCE.STATE, DSL.excluded(ATTENDANCE.STATE))
                .set(ATTENDANCE.VIA, DSL.excluded(ATTENDANCE.VIA))
                .set(ATTENDANCE.AT, DSL.excluded(ATTENDANCE.AT))
                .set(ATTENDANCE.MINUTES, DSL.excluded(ATTENDANCE.MINUTES))
                .set(ATTENDANCE.RECORDED_BY, DSL.excluded(ATTENDANCE.RECORDED_BY))
                .execute();
    }

    /** When it was taken. */
    private OffsetDateTime requireLatest(SchoolKey key, SessionId id, MeetingReportId report) {
        var latest =
                dsl.select(MEETING_REPORT.ID, MEETING_REPORT.RECORDED_AT)
                        .from(MEETING_REPORT)
                        .where(MEETING_REPORT.DISTRICT_ID.eq(key.district()))
                        .and(MEETING_REPORT.SESSION_ID.eq(id))
                        .and(MEETING_REPORT.UNDONE_AT.isNull())
                        .and(MEETING_REPORT.ID.ge(report))
                        .orderBy(MEETING_REPORT.ID)
                        .fetch();
        if (latest.isEmpty() || !latest.getFirst().value1().equals(report)) {
            throw new NotHere("Report " + report);
        }
        if (latest.size() > 1) {
            throw new BadInput("report", "training.bad.laterReport");
        }
        return latest.getFirst().value2();
    }

    /** Of whom what this report said still stands. */
    private List<PersonId> stillOf(
            SchoolKey key, SessionId id, MeetingReportId report, OffsetDateTime taken) {
        return dsl.select(ATTENDANCE.PERSON_ID)
                .from(ATTENDANCE)
                .join(ATTENDANCE_BEFORE)
                .on(ATTENDANCE_BEFORE.DISTRICT_ID.eq(key.district()))
                .and(ATTENDANCE_BEFORE.REPORT_ID.eq(report))
                .and(ATTENDANCE_BEFORE.PERSON_ID.eq(ATTENDANCE.PERSON_ID))
                .where(ATTENDANCE.DISTRICT_ID.eq(key.district()))
                .and(ATTENDANCE.SESSION_ID.eq(id))
                .and(ATTENDANCE.VIA.eq(AttendanceVia.REPORT.code()))
                .and(ATTENDANCE.AT.eq(taken))
                .fetch(ATTENDANCE.PERSON_ID);
    }

    private void putBack(
            SchoolKey key, SessionId id, MeetingReportId report, List<PersonId> people) {
        List<Mark> before =
                dsl.select(
                                ATTENDANCE_BEFORE.PERSON_ID,
                                ATTENDANCE_BEFORE.STATE.convertFrom(AttendanceState::ofCode),
                                ATTENDANCE_BEFORE.VIA.convertFrom(AttendanceVia::ofCode),
                                ATTENDANCE_BEFORE.AT,
                                ATTENDANCE_BEFORE.MINUTES,
                                ATTENDANCE_BEFORE.RECORDED_BY)
                        .from(ATTENDANCE_BEFORE)
                        .where(ATTENDANCE_BEFORE.DISTRICT_ID.eq(key.district()))
                        .and(ATTENDANCE_BEFORE.REPORT_ID.eq(report))
                        .and(ATTENDANCE_BEFORE.STATE.isNotNull())
                        .and(ATTENDANCE_BEFORE.PERSON_ID.in(people))
                        .fetch(Records.mapping(Mark::new));
        dsl.deleteFrom(ATTENDANCE)
                .where(ATTENDANCE.DISTRICT_ID.eq(key.district()))
                .and(ATTENDANCE.SESSION_ID.eq(id))
                .and(ATTENDANCE.PERSON_ID.in(people))
                .execute();
        put(key, id, before);
    }

    private void record(SchoolKey key, SessionId session, MeetingSeen seen, Taken taken) {
        audit.record(
                key.district(),
                "attendance.report",
                "session",
                session.toString(),
                Map.of(
                        "people", taken.marked(),
                        "kept", taken.kept(),
                        "guests", seen.guests(),
                        "held", seen.held(),
                        "share", seen.share(),
                        "digest", seen.digest()),
                List.of());
    }

    /** As exactly as the database keeps it. */
    private OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
