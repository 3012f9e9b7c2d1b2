package school.tandem.roster;

import static school.tandemdb.roster.Tables.ACADEMIC_SESSION;
import static school.tandemdb.roster.Tables.CLASS_GROUP;
import static school.tandemdb.roster.Tables.CLASS_TERM;
import static school.tandemdb.roster.Tables.HOLIDAY;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.tandem.roster.SchoolCalendar.Span;
import school.tandem.security.DistrictId;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.SchoolId;
import school.tandem.security.SchoolKey;

/** Finds the calendars of schools: two or three statements, whatever their number and length. */
@Component
public class Calendars {

    /**
     * A session of a district.
     *
     * @param school whose it is; null: of any that uses it
     */
    private record Known(long id, @Nullable SchoolId school, SchoolSessions.Session session) {
        boolean isFor(SchoolId asked) {
            return school == null || school.equals(asked);
        }
    }

    /** Days off of a school; null: of all. */
    private record Off(@Nullable SchoolId school, Span span) {
        boolean isFor(SchoolId asked) {
            return school == null || school.equals(asked);
        }
    }

    private final DSLContext dsl;
    private final DistrictTransactions inDistrict;

    Calendars(DSLContext dsl, DistrictTransactions inDistrict) {
        this.dsl = dsl;
        this.inDistrict = inDistrict;
    }

    /** The calendar of this school, as its sessions and holidays stand now. */
    public SchoolCalendar of(SchoolKey key) {
        return inDistrict.read(
                key.district(),
                () -> {
                    Condition here =
                            ACADEMIC_SESSION
                                    .SCHOOL_ID
                                    .isNull()
                                    .or(ACADEMIC_SESSION.SCHOOL_ID.eq(key.school()));
                    Condition offHere =
                            HOLIDAY.SCHOOL_ID.isNull().or(HOLIDAY.SCHOOL_ID.eq(key.school()));
                    return calendar(
                            sessions(key.district(), here, isUsed(key)).stream()
                                    .map(Known::session)
                                    .toList(),
                            holidays(key.district(), offHere).stream().map(Off::span).toList());
                });
    }

    /** The calendars of all of these schools of a district. */
    public Map<SchoolId, SchoolCalendar> of(DistrictId district, Set<SchoolId> schools) {
        return inDistrict.read(
                district,
                () -> {
                    List<Known> sessions =
                            sessions(district, DSL.noCondition(), DSL.falseCondition());
                    Map<SchoolId, Set<Long>> used = used(district);
                    List<Off> holidays = holidays(district, DSL.noCondition());
                    Map<SchoolId, SchoolCalendar> calendars = new LinkedHashMap<>();
                    for (SchoolId school : schools) {
                        Set<Long> own = used.getOrDefault(school, Set.of());
                        calendars.put(
                                school,
                                calendar(
                                        sessions.stream()
                                                .filter(one -> one.isFor(school))
                                                .map(one ->
                                                        one.session()
                                                                .ifUsed(own.contains(one.id())))
                                                .toList(),
                                        holidays.stream()
                                                .filter(one -> one.isFor(school))
                                                .map(Off::span)
                                                .toList()));
                    }
                    return calendars;
                });
    }

    private static SchoolCalendar calendar(List<SchoolSessions.Session> all, List<Span> holidays) {
        SchoolSessions sessions = new SchoolSessions(all);
        return new SchoolCalendar(sessions.terms(), holidays, sessions.yearStarts());
    }

    private static Condition isUsed(SchoolKey key) {
        return DSL.exists(
                DSL.selectOne()
                        .from(CLASS_TERM)
                        .join(CLASS_GROUP)
                        .on(CLASS_GROUP.DISTRICT_ID.eq(key.district()))
                        .and(CLASS_GROUP.ID.eq(CLASS_TERM.CLASS_ID))
                        .where(CLASS_TERM.DISTRICT_ID.eq(key.district()))
                        .and(CLASS_TERM.SESSION_ID.eq(ACADEMIC_SESSION.ID))
                        .and(CLASS_GROUP.SCHOOL_ID.eq(key.school())));
    }

    /** Which sessions the classes of each school name. */
    private Map<SchoolId, Set<Long>> used(DistrictId district) {
        return dsl
                .selectDistinct(CLASS_GROUP.SCHOOL_ID, CLASS_TERM.SESSION_ID)
                .from(CLASS_TERM)
                .join(CLASS_GROUP)
                .on(CLASS_GROUP.DISTRICT_ID.eq(district))
                .and(CLASS_GROUP.ID.eq(CLASS_TERM.CLASS_ID))
                .where(CLASS_TERM.DISTRICT_ID.eq(district))
                .fetch()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Record2::value1,
                                Collectors.mapping(Record2::value2, Collectors.toSet())));
    }

    private List<Known> sessions(DistrictId district, Condition whose, Condition used) {
        return dsl.select(
                        ACADEMIC_SESSION.ID,
                        ACADEMIC_SESSION.SCHOOL_ID,
                        ACADEMIC_SESSION.SOURCE,
                        ACADEMIC_SESSION.EXTERNAL_ID,
                        ACADEMIC_SESSION.PARENT_EXTERNAL_ID,
                        ACADEMIC_SESSION.KIND,
                        ACADEMIC_SESSION.STARTS_ON,
                        ACADEMIC_SESSION.ENDS_ON,
                        ACADEMIC_SESSION.SCHOOL_YEAR,
                        DSL.field(ACADEMIC_SESSION.SCHOOL_ID.isNotNull().or(used)))
                .from(ACADEMIC_SESSION)
                .where(ACADEMIC_SESSION.DISTRICT_ID.eq(district))
                .and(whose)
                .and(ACADEMIC_SESSION.WITHDRAWN_ON.isNull())
                .orderBy(ACADEMIC_SESSION.STARTS_ON, ACADEMIC_SESSION.ID)
                .fetch(
                        Records.mapping(
                                (key, school, source, id, parent, kind, from, until, year, ours) ->
                                        new Known(
                                                key,
                                                school,
                                                new SchoolSessions.Session(
                                                        source + '/' + id,
                                                        parent == null
                                                                ? null
                                                                : source + '/' + parent,
                                                        kind,
                                                        new Span(from, until),
                                                        year,
                                                        ours))));
    }

    private List<Off> holidays(DistrictId district, Condition whose) {
        return dsl.select(HOLIDAY.SCHOOL_ID, HOLIDAY.FIRST_ON, HOLIDAY.LAST_ON)
                .from(HOLIDAY)
                .where(HOLIDAY.DISTRICT_ID.eq(district))
                .and(whose)
                .orderBy(HOLIDAY.FIRST_ON, HOLIDAY.ID)
                .fetch(
                        Records.mapping((SchoolId school, LocalDate first, LocalDate last) ->
                                new Off(school, new Span(first, last.plusDays(1)))));
    }
}
