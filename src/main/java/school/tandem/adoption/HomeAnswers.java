package school.tandem.adoption;

import static school.tandemdb.adoption.Tables.HOME_ACCESS;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.tandem.roster.PersonId;
import school.tandem.security.Audit;
import school.tandem.security.DistrictId;

/**
 * Keeps families' answers one by one, instead of earlier ones, and moves the figures by each.
 * Always in the transaction of its caller.
 */
@Component
class HomeAnswers {

    /** What was there before, and since when; null: nothing. */
    private record Before(
            @Nullable Boolean device, @Nullable Boolean connection, @Nullable LocalDate since) {
        static final Before NOTHING = new Before(null, null, null);
    }

    private final DSLContext dsl;
    private final AdoptionWeeks weeks;

    HomeAnswers(DSLContext dsl, AdoptionWeeks weeks) {
        this.dsl = dsl;
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
        Before before = put(district, student, today, answer);
        new FigureShift(dsl, district, student, today)
                .move(Measure.DEVICE, Answer.of(before.device()), Answer.of(answer.device()))
                .move(
                        Measure.CONNECTION,
                        Answer.of(before.connection()),
                        Answer.of(answer.connection()))
                .write();
        weeks.forget(district, student, before.since() == null ? today : before.since());
        return List.of(
                change("device", before.device(), answer.device()),
                change("connection", before.connection(), answer.connection()));
    }

    private Before put(DistrictId district, PersonId student, LocalDate today, HomeAnswer answer) {
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
            return Before.NOTHING;
        }
        Before before = lock(district, student, today);
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

    /** What the figures of today count of it: nothing of a day that a file says is to come. */
    private Before lock(DistrictId district, PersonId student, LocalDate today) {
        return dsl.select(HOME_ACCESS.DEVICE, HOME_ACCESS.CONNECTION, HOME_ACCESS.ANSWERED_ON)
                .from(HOME_ACCESS)
                .where(HOME_ACCESS.DISTRICT_ID.eq(district))
                .and(HOME_ACCESS.STUDENT_ID.eq(student))
                .forUpdate()
                .fetchSingle(row ->
                        row.value3().isAfter(today)
                                ? Before.NOTHING
                                : new Before(row.value1(), row.value2(), row.value3()));
    }

    private static Audit.Change change(
            String field, @Nullable Boolean before, @Nullable Boolean after) {
        return new Audit.Change(
                field, before == null ? null : before.toString(), String.valueOf(after));
    }
}
