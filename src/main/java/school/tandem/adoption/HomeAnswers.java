package school.tandem.adoption;

import static school.tandemdb.adoption.Tables.HOME_ACCESS;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.tandem.adoption.Facts.Home;
import school.tandem.roster.Calendars;
import school.tandem.roster.PersonId;
import school.tandem.security.Audit;
import school.tandem.security.DistrictId;

/**
 * Keeps families' answers one by one, instead of earlier ones, and moves the figures by each.
 * Always in the transaction of its caller.
 */
@Component
class HomeAnswers {

    private final DSLContext dsl;
    private final Calendars calendars;
    private final AdoptionWeeks weeks;

    HomeAnswers(DSLContext dsl, Calendars calendars, AdoptionWeeks weeks) {
        this.dsl = dsl;
        this.calendars = calendars;
        this.weeks = weeks;
    }

    /**
     * Keeps one.
     *
     * @param zone where the answer was given: its day counts
     * @return for the trail
     */
    List<Audit.Change> keep(DistrictId district, PersonId student, ZoneId zone, HomeAnswer answer) {
        LocalDate today = LocalDate.ofInstant(answer.at(), zone);
        Home kept = put(district, student, today, answer);
        Home now = new Home(today, answer.device(), answer.connection());
        new FigureShift(dsl, calendars, district, student, kept, now).write(answer.at());
        Home before = kept.by(today); // nothing of a day that a file says is to come
        weeks.forget(district, student, before.on().isBefore(today) ? before.on() : today);
        return List.of(
                change("device", before.device(), answer.device()),
                change("connection", before.connection(), answer.connection()));
    }

    /** What was kept before. */
    private Home put(DistrictId district, PersonId student, LocalDate today, HomeAnswer answer) {
        var at = answer.at().atOffset(ZoneOffset.UTC);
        boolean first =
                dsl.insertInto(HOME_ACCESS)
                                .set(HOME_ACCESS.DISTRICT_ID, district)
                                .set(HOME_ACCESS.STUDENT_ID, student)
                                .set(HOME_ACCESS.DEVICE, answer.device())
                                .set(HOME_ACCESS.CONNECTION, answer.connection())
                                .set(HOME_ACCESS.ANSWERED_ON, today)
                                .set(HOME_ACCESS.ANSWERED_AT, at)
                                .set(HOME_ACCESS.VIA, answer.via().code())
                                .onConflict(HOME_ACCESS.DISTRICT_ID, HOME_ACCESS.STUDENT_ID)
                                .doNothing()
                                .execute()
                        == 1;
        if (first) {
            return Home.UNASKED;
        }
        Home before = lock(district, student);
        dsl.update(HOME_ACCESS)
                .set(HOME_ACCESS.DEVICE, answer.device())
                .set(HOME_ACCESS.CONNECTION, answer.connection())
                .set(HOME_ACCESS.ANSWERED_ON, today)
                .set(HOME_ACCESS.ANSWERED_AT, at)
                .set(HOME_ACCESS.VIA, answer.via().code())
                .setNull(HOME_ACCESS.CHANGED_RUN)
                .where(HOME_ACCESS.DISTRICT_ID.eq(district))
                .and(HOME_ACCESS.STUDENT_ID.eq(student))
                .execute();
        return before;
    }

    private Home lock(DistrictId district, PersonId student) {
        return dsl.select(HOME_ACCESS.ANSWERED_ON, HOME_ACCESS.DEVICE, HOME_ACCESS.CONNECTION)
                .from(HOME_ACCESS)
                .where(HOME_ACCESS.DISTRICT_ID.eq(district))
                .and(HOME_ACCESS.STUDENT_ID.eq(student))
                .forUpdate()
                .fetchSingle(row -> new Home(row.value1(), row.value2(), row.value3()));
    }

    private static Audit.Change change(
            String field, @Nullable Boolean before, @Nullable Boolean after) {
        return new Audit.Change(
                field, before == null ? null : before.toString(), String.valueOf(after));
    }
}
