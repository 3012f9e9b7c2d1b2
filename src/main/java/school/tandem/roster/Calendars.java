package school.tandem.roster;

import static school.tandemdb.roster.Tables.ACADEMIC_SESSION;
import static school.tandemdb.roster.Tables.CLASS_GROUP;
import static school.tandemdb.roster.Tables.CLASS_TERM;
import static school.tandemdb.roster.Tables.HOLIDAY;

import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import school.tandem.roster.SchoolCalendar.Span;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.SchoolKey;

/** Finds the calendar of a school: two statements, whatever its length. */
@Component
public class Calendars {

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
                    SchoolSessions sessions = new SchoolSessions(sessions(key));
                    return new SchoolCalendar(
                            sessions.terms(), holidays(key), sessions.yearStarts());
                });
    }

    private List<SchoolSessions.Session> sessions(SchoolKey key) {
        var usedHere =
                DSL.field(
                        DSL.exists(
                                DSL.selectOne()
                                        .from(CLASS_TERM)
                                        .join(CLASS_GROUP)
                                        .on(CLASS_GROUP.DISTRICT_ID.eq(key.district()))
                                        .and(CLASS_GROUP.ID.eq(CLASS_TERM.CLASS_ID))
                                        .where(CLASS_TERM.DISTRICT_ID.eq(key.district()))
                                        .and(CLASS_TERM.SESSION_ID.eq(ACADEMIC_SESSION.ID))
                                        .and(CLASS_GROUP.SCHOOL_ID.eq(key.school()))));
        return dsl.select(
                        ACADEMIC_SESSION.SOURCE,
                        ACADEMIC_SESSION.EXTERNAL_ID,
                        ACADEMIC_SESSION.PARENT_EXTERNAL_ID,
                        ACADEMIC_SESSION.KIND,
                        ACADEMIC_SESSION.STARTS_ON,
                        ACADEMIC_SESSION.ENDS_ON,
                        ACADEMIC_SESSION.SCHOOL_YEAR,
                        DSL.field(ACADEMIC_SESSION.SCHOOL_ID.isNotNull().or(usedHere)))
                .from(ACADEMIC_SESSION)
                .where(ACADEMIC_SESSION.DISTRICT_ID.eq(key.district()))
                .and(
                        ACADEMIC_SESSION
                                .SCHOOL_ID
                                .isNull()
                                .or(ACADEMIC_SESSION.SCHOOL_ID.eq(key.school())))
                .and(ACADEMIC_SESSION.WITHDRAWN_ON.isNull())
                .orderBy(ACADEMIC_SESSION.STARTS_ON, ACADEMIC_SESSION.ID)
                .fetch(
                        Records.mapping((source, id, parent, kind, from, until, year, used) ->
                                new SchoolSessions.Session(
                                        source + '/' + id,
                                        parent == null ? null : source + '/' + parent,
                                        kind,
                                        new Span(from, until),
                                        year,
                                        used)));
    }

    private List<Span> holidays(SchoolKey key) {
        return dsl.select(HOLIDAY.FIRST_ON, HOLIDAY.LAST_ON)
                .from(HOLIDAY)
                .where(HOLIDAY.DISTRICT_ID.eq(key.district()))
                .and(HOLIDAY.SCHOOL_ID.isNull().or(HOLIDAY.SCHOOL_ID.eq(key.school())))
                .orderBy(HOLIDAY.FIRST_ON, HOLIDAY.ID)
                .fetch(
                        Records.mapping((LocalDate first, LocalDate last) ->
                                new Span(first, last.plusDays(1))));
    }
}
