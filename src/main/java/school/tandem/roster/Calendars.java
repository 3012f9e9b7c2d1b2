package school.tandem.roster;

import static school.tandemdb.roster.Tables.ACADEMIC_SESSION;
import static school.tandemdb.roster.Tables.HOLIDAY;

import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.springframework.stereotype.Component;
import school.tandem.roster.SchoolCalendar.Span;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.SchoolKey;

/** Finds the calendar of a school: two statements, whatever its length. */
@Component
public class Calendars {

    private record Session(String kind, Span span) {
        boolean isYear() {
            return kind.equals("schoolYear");
        }

        boolean overlaps(Session other) {
            return span.from().isBefore(other.span.until())
                    && other.span.from().isBefore(span.until());
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
                    List<Session> sessions = sessions(key);
                    return new SchoolCalendar(
                            terms(sessions),
                            holidays(key),
                            sessions.stream()
                                    .filter(Session::isYear)
                                    .map(session -> session.span().from())
                                    .toList());
                });
    }

    /** A year counts as a term only where nothing finer is known of it. */
    private static List<Span> terms(List<Session> sessions) {
        List<Session> finer = sessions.stream().filter(session -> !session.isYear()).toList();
        return sessions.stream()
                .filter(session -> !session.isYear() || finer.stream().noneMatch(session::overlaps))
                .map(Session::span)
                .toList();
    }

    private List<Session> sessions(SchoolKey key) {
        return dsl.select(
                        ACADEMIC_SESSION.KIND, ACADEMIC_SESSION.STARTS_ON, ACADEMIC_SESSION.ENDS_ON)
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
                        Records.mapping(
                                (kind, from, until) -> new Session(kind, new Span(from, until))));
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
