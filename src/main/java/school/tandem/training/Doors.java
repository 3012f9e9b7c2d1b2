package school.tandem.training;

import static school.tandemdb.roster.Tables.SCHOOL;
import static school.tandemdb.training.Tables.CHECK_IN;
import static school.tandemdb.training.Tables.COURSE;
import static school.tandemdb.training.Tables.SESSION;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import school.tandem.security.DistrictId;
import school.tandem.security.SchoolKey;

/** Finds sessions for those who stand at their doors and may have no account. */
@Component
class Doors {

    private final DSLContext dsl;

    Doors(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * A session whose code was shown: one statement, part of the caller's transaction.
     *
     * @throws CheckInRefused if there is none
     */
    Door find(DistrictId district, SessionId id) {
        var row =
                dsl.select(
                                SESSION.SCHOOL_ID,
                                CHECK_IN.SECRET,
                                SESSION.COURSE_ID,
                                COURSE.TITLE,
                                SESSION.STARTS_AT.convertFrom(OffsetDateTime::toInstant),
                                SESSION.MINUTES,
                                SCHOOL.ZONE.convertFrom(ZoneId::of),
                                SESSION.PLACE,
                                Columns.moment(SESSION.CLOSED_AT),
                                SESSION.CANCELLED_AT.isNotNull())
                        .from(SESSION)
                        .join(CHECK_IN)
                        .on(CHECK_IN.DISTRICT_ID.eq(district))
                        .and(CHECK_IN.SESSION_ID.eq(SESSION.ID))
                        .join(COURSE)
                        .on(COURSE.DISTRICT_ID.eq(district))
                        .and(COURSE.ID.eq(SESSION.COURSE_ID))
                        .join(SCHOOL)
                        .on(SCHOOL.DISTRICT_ID.eq(district))
                        .and(SCHOOL.SCHOOL_ID.eq(SESSION.SCHOOL_ID))
                        .where(SESSION.DISTRICT_ID.eq(district))
                        .and(SESSION.ID.eq(id))
                        .fetchOptional()
                        .orElseThrow(() -> new CheckInRefused(Refusal.WRONG));
        return new Door(
                new SchoolKey(district, row.value1()),
                id,
                new TurningCode(Objects.requireNonNull(row.value2())),
                row.value3(),
                row.value4(),
                row.value5(),
                row.value6(),
                row.value7(),
                row.value8(),
                row.value9(),
                row.value10());
    }
}
