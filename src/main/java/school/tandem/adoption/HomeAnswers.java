package school.tandem.adoption;

import static school.tandemdb.adoption.Tables.HOME_ACCESS;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.tandem.roster.Calendars;
import school.tandem.roster.PersonId;
import school.tandem.security.Audit;
import school.tandem.security.DistrictId;

/**
 * Keeps families' answers one by one, instead of earlier ones of the same day, and moves the
 * figures by each. Always in the transaction of its caller.
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
        List<Home> replaced = new ArrayList<>();
        put(district, student, today, answer).ifPresent(replaced::add);
        FigureShift shift = new FigureShift(dsl, calendars, district, student, answer.at());
        shift.takeTurn();
        Homes now = Homes.of(dsl, district, student);
        if (now.saySomethingAfter(today, student)) {
            replaced.addAll(takeBack(district, student, today, answer));
            now = Homes.of(dsl, district, student);
        }
        Homes before = now.hadSaid(student, today, replaced);
        shift.write(before, now);
        weeks.forget(district, student, today);
        Home known = before.on(today, student);
        return List.of(
                change("device", known.device(), answer.device()),
                change("connection", known.connection(), answer.connection()));
    }

    /**
     * Takes away what was said before, in another school, where tomorrow had begun already: of that
     * day, too, the later answer counts.
     */
    private List<Home> takeBack(
            DistrictId district, PersonId student, LocalDate today, HomeAnswer answer) {
        return dsl.deleteFrom(HOME_ACCESS)
                .where(HOME_ACCESS.DISTRICT_ID.eq(district))
                .and(HOME_ACCESS.STUDENT_ID.eq(student))
                .and(HOME_ACCESS.ANSWERED_ON.gt(today))
                .and(HOME_ACCESS.ANSWERED_AT.le(answer.at().atOffset(ZoneOffset.UTC)))
                .returningResult(
                        HOME_ACCESS.ANSWERED_ON, HOME_ACCESS.DEVICE, HOME_ACCESS.CONNECTION)
                .fetch(Records.mapping(Home::new));
    }

    /** What had been kept of the day. */
    private Optional<Home> put(
            DistrictId district, PersonId student, LocalDate today, HomeAnswer answer) {
        var at = answer.at().atOffset(ZoneOffset.UTC);
        boolean first =
                dsl.insertInto(HOME_ACCESS)
                                .set(HOME_ACCESS.DISTRICT_ID, district)
                                .set(HOME_ACCESS.STUDENT_ID, student)
                                .set(HOME_ACCESS.ANSWERED_ON, today)
                                .set(HOME_ACCESS.DEVICE, answer.device())
                                .set(HOME_ACCESS.CONNECTION, answer.connection())
                                .set(HOME_ACCESS.ANSWERED_AT, at)
                                .set(HOME_ACCESS.VIA, answer.via().code())
                                .onConflict(
                                        HOME_ACCESS.DISTRICT_ID,
                                        HOME_ACCESS.STUDENT_ID,
                                        HOME_ACCESS.ANSWERED_ON)
                                .doNothing()
                                .execute()
                        == 1;
        if (first) {
            return Optional.empty();
        }
        Condition ofDay =
                HOME_ACCESS
                        .DISTRICT_ID
                        .eq(district)
                        .and(HOME_ACCESS.STUDENT_ID.eq(student))
                        .and(HOME_ACCESS.ANSWERED_ON.eq(today));
        Home before = lock(ofDay);
        dsl.update(HOME_ACCESS)
                .set(HOME_ACCESS.DEVICE, answer.device())
                .set(HOME_ACCESS.CONNECTION, answer.connection())
                .set(HOME_ACCESS.ANSWERED_AT, at)
                .set(HOME_ACCESS.VIA, answer.via().code())
                .setNull(HOME_ACCESS.CHANGED_RUN)
                .where(ofDay)
                .execute();
        return Optional.of(before);
    }

    private Home lock(Condition ofDay) {
        return dsl.select(HOME_ACCESS.ANSWERED_ON, HOME_ACCESS.DEVICE, HOME_ACCESS.CONNECTION)
                .from(HOME_ACCESS)
                .where(ofDay)
                .forUpdate()
                .fetchSingle(Records.mapping(Home::new));
    }

    private static Audit.Change change(
            String field, @Nullable Boolean before, @Nullable Boolean after) {
        return new Audit.Change(
                field, before == null ? null : before.toString(), String.valueOf(after));
    }
}
