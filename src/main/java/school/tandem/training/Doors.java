package school.tandem.training;

import static school.tandemdb.training.Tables.CHECK_IN;
import static school.tandemdb.training.Tables.COURSE;
import static school.tandemdb.training.Tables.SESSION;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import school.tandem.roster.Schools;
import school.tandem.security.Access;
import school.tandem.security.DistrictId;
import school.tandem.security.NotHere;
import school.tandem.security.SchoolKey;

/** Finds sessions for those who stand at their doors and may have no account. */
@Component
class Doors {

    private final DSLContext dsl;
    private final Schools schools;
    private final Access access;

    Doors(DSLContext dsl, Schools schools, Access access) {
        this.dsl = dsl;
        this.schools = schools;
        this.access = access;
    }

    /**
     * A session whose code was shown; part of the caller's transaction.
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
                        .where(SESSION.DISTRICT_ID.eq(district))
                        .and(SESSION.ID.eq(id))
                        .fetchOptional()
                        .orElseThrow(() -> new CheckInRefused(Refusal.WRONG));
        SchoolKey school = new SchoolKey(district, row.value1());
        return new Door(
                school,
                id,
                new TurningCode(Objects.requireNonNull(row.value2())),
                row.value3(),
                row.value4(),
                row.value5(),
                row.value6(),
                zone(school),
                row.value7(),
                row.value8(),
                row.value9());
    }

    private ZoneId zone(SchoolKey school) {
        try {
            return access.asInstallation(() -> schools.find(school)).zone();
        } catch (NotHere gone) {
            throw new CheckInRefused(Refusal.WRONG);
        }
    }
}
