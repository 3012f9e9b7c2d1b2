package school.tandem.adoption;

import static school.tandemdb.roster.Tables.RUNNING;
import static school.tandemdb.roster.Tables.SCHOOL;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import school.tandem.roster.Calendars;
import school.tandem.roster.PersonId;
import school.tandem.security.DistrictId;
import school.tandem.security.SchoolId;
import school.tandem.security.SchoolKey;

/**
 * Moves today's figures by what one student's family said, wherever the student is in class: by
 * what a count has of this student alone, with what was known before and with what is known now. So
 * a school takes a fixed number of statements, however large; where none of today are kept yet
 * there is nothing to move, since they will be counted.
 */
final class FigureShift {

    private final DSLContext dsl;
    private final Calendars calendars;
    private final DistrictId district;
    private final PersonId student;
    private final Map<SchoolId, LocalDate> schools;

    FigureShift(
            DSLContext dsl,
            Calendars calendars,
            DistrictId district,
            PersonId student,
            Instant at) {
        this.dsl = dsl;
        this.calendars = calendars;
        this.district = district;
        this.student = student;
        this.schools = schools(at);
    }

    /**
     * Lets nobody else move the figures until the transaction ends: what is read from now on has
     * all that they were moved by.
     */
    void takeTurn() {
        FigureTurn.take(dsl, schools.keySet());
    }

    /** Where something else is known by a school's own today, which may be another's yesterday. */
    void write(Homes before, Homes now) {
        schools.forEach((school, today) -> {
            if (!now.on(today, student).saysTheSameAs(before.on(today, student))) {
                move(new SchoolKey(district, school), today, before, now);
            }
        });
    }

    private void move(SchoolKey key, LocalDate today, Homes before, Homes now) {
        KeptFigures kept = new KeptFigures(dsl, key, today);
        if (!kept.areThere()) {
            return;
        }
        Facts facts = Facts.ofStudent(dsl, key, calendars.of(key), today, student, now);
        kept.move(
                new FigureCount(dsl, key, facts.had(before), today).byHomes(),
                new FigureCount(dsl, key, facts, today).byHomes());
    }

    /** Those where the student is in class today. */
    private Map<SchoolId, LocalDate> schools(Instant at) {
        Map<SchoolId, LocalDate> running = new HashMap<>();
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
                    if (!row.value3().isAfter(today) && row.value4().isAfter(today)) {
                        running.put(row.value1(), today);
                    }
                });
        return running;
    }
}
