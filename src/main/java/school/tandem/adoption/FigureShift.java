package school.tandem.adoption;

import static school.tandemdb.roster.Tables.RUNNING;
import static school.tandemdb.roster.Tables.SCHOOL;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import school.tandem.adoption.Facts.Home;
import school.tandem.adoption.Places.Whose;
import school.tandem.roster.Calendars;
import school.tandem.roster.PersonId;
import school.tandem.security.DistrictId;
import school.tandem.security.SchoolId;
import school.tandem.security.SchoolKey;

/**
 * Moves today's figures by what one student's family said, wherever the student is in class: by
 * what a count has of this student alone, with what was said before and with what is said now. So a
 * school takes a fixed number of statements, however large; where none of today are kept yet there
 * is nothing to move, since they will be counted.
 */
final class FigureShift {

    private final DSLContext dsl;
    private final Calendars calendars;
    private final DistrictId district;
    private final PersonId student;
    private final Home before;
    private final Home now;

    FigureShift(
            DSLContext dsl,
            Calendars calendars,
            DistrictId district,
            PersonId student,
            Home before,
            Home now) {
        this.dsl = dsl;
        this.calendars = calendars;
        this.district = district;
        this.student = student;
        this.before = before;
        this.now = now;
    }

    /** What is said now is in the tables already. */
    void write(Instant at) {
        Map<SchoolId, LocalDate> schools = schools(at);
        FigureTurn.take(dsl, schools.keySet());
        schools.forEach((school, today) -> move(new SchoolKey(district, school), today));
    }

    private void move(SchoolKey key, LocalDate today) {
        KeptFigures kept = new KeptFigures(dsl, key, today);
        if (!kept.areThere()) {
            return;
        }
        Facts facts =
                Facts.ofStudents(
                        dsl, key, calendars.of(key), List.of(today), new Whose.One(student));
        kept.move(
                new FigureCount(dsl, key, facts.hadOnly(student, before), today).byHomes(),
                new FigureCount(dsl, key, facts, today).byHomes());
    }

    /**
     * Those where the student is in class and that know something else by their own today, which
     * may be another's yesterday.
     */
    private Map<SchoolId, LocalDate> schools(Instant at) {
        Map<SchoolId, LocalDate> schools = new HashMap<>();
        dsl.select(RUNNING.SCHOOL_ID, SCHOOL.ZONE, RUNNING.FROM_ON, RUNNING.TO_ON)
                .from(RUNNING)
                .join(SCHOOL)
                .on(SCHOOL.DISTRICT_ID.eq(district))
                .and(SCHOOL.SCHOOL_ID.eq(RUNNING.SCHOOL_ID))
                .where(RUNNING.DISTRICT_ID.eq(district))
                .and(RUNNING.PERSON_ID.eq(student))
                .and(RUNNING.ROLE.eq("student"))
                .forEach(row -> {
                    LocalDate today = LocalDate.ofInstant(at, ZoneId.of(row.value2()));
                    boolean runs = !row.value3().isAfter(today) && row.value4().isAfter(today);
                    if (runs && !now.by(today).saysTheSameAs(before.by(today))) {
                        schools.put(row.value1(), today);
                    }
                });
        return schools;
    }
}
