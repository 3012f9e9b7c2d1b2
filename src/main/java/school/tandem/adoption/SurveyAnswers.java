package school.tandem.adoption;

import static school.tandemdb.adoption.Tables.SURVEY;
import static school.tandemdb.adoption.Tables.SURVEY_LINK;
import static school.tandemdb.roster.Tables.PERSON;
import static school.tandemdb.roster.Tables.SCHOOL;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.springframework.stereotype.Component;
import school.tandem.roster.PersonId;
import school.tandem.security.Access;
import school.tandem.security.Audit;
import school.tandem.security.DistrictId;
import school.tandem.security.DistrictTransactions;

/**
 * Families' answers by their links. Asks for no account, but for the secret; a link that is wrong,
 * ended or closed, or whose student has left, is no link at all.
 */
@Component
public class SurveyAnswers {

    /** A link that can be used now. */
    private record Link(long survey, PersonId student, ZoneId zone, Asked asked) {}

    private final DSLContext dsl;
    private final DistrictTransactions inDistrict;
    private final HomeAnswers answers;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    SurveyAnswers(
            DSLContext dsl,
            DistrictTransactions inDistrict,
            HomeAnswers answers,
            Access access,
            Audit audit,
            Clock clock) {
        this.dsl = dsl;
        this.inDistrict = inDistrict;
        this.answers = answers;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What the page behind a link says.
     *
     * @param secret as the address has it
     * @return empty: it can't be used, whyever
     */
    public Optional<Asked> find(DistrictId district, String secret) {
        return inDistrict.read(district, () -> open(question(district, secret)).map(Link::asked));
    }

    /**
     * Keeps what a family says: it counts from today on, instead of what it or anybody said before;
     * the figures have it at once.
     *
     * @param secret as the address has it
     * @return empty: the link can't be used, whyever, and nothing is kept
     */
    public Optional<Asked> answer(
            DistrictId district, String secret, FamilyAnswer device, FamilyAnswer connection) {
        return inDistrict.write(
                district,
                () -> {
                    Optional<Link> link =
                            open(question(district, secret).forUpdate().of(SURVEY_LINK));
                    link.ifPresent(it -> keep(district, it, device, connection));
                    return link.map(Link::asked);
                });
    }

    private void keep(
            DistrictId district, Link link, FamilyAnswer device, FamilyAnswer connection) {
        Instant now = clock.instant();
        dsl.update(SURVEY_LINK)
                .set(SURVEY_LINK.DEVICE, device.kept())
                .set(SURVEY_LINK.CONNECTION, connection.kept())
                .set(SURVEY_LINK.ANSWERED_AT, now.atOffset(ZoneOffset.UTC))
                .where(SURVEY_LINK.DISTRICT_ID.eq(district))
                .and(SURVEY_LINK.SURVEY_ID.eq(link.survey()))
                .and(SURVEY_LINK.STUDENT_ID.eq(link.student()))
                .execute();
        var changes =
                answers.keep(
                        district,
                        link.student(),
                        link.zone(),
                        new HomeAnswer(device.counts(), connection.counts(), Via.LINK, now));
        access.asInstallation(() -> {
            audit.record(
                    district,
                    "homeAccess.link",
                    "student",
                    link.student().toString(),
                    Map.of("via", Via.LINK.code()),
                    changes);
            return true;
        });
    }

    private SelectConditionStep<? extends Record> question(DistrictId district, String secret) {
        return dsl.select(
                        SURVEY_LINK.SURVEY_ID,
                        SURVEY_LINK.STUDENT_ID,
                        SURVEY_LINK.ANSWERED_AT,
                        SURVEY.ENDS_ON,
                        SCHOOL.NAME,
                        SCHOOL.ZONE,
                        PERSON.GIVEN_NAME,
                        PERSON.FAMILY_NAME,
                        PERSON.WITHDRAWN_ON)
                .from(SURVEY_LINK)
                .join(SURVEY)
                .on(SURVEY.DISTRICT_ID.eq(district))
                .and(SURVEY.ID.eq(SURVEY_LINK.SURVEY_ID))
                .join(SCHOOL)
                .on(SCHOOL.DISTRICT_ID.eq(district))
                .and(SCHOOL.SCHOOL_ID.eq(SURVEY.SCHOOL_ID))
                .join(PERSON)
                .on(PERSON.DISTRICT_ID.eq(district))
                .and(PERSON.ID.eq(SURVEY_LINK.STUDENT_ID))
                .where(SURVEY_LINK.DISTRICT_ID.eq(district))
                .and(SURVEY_LINK.TOKEN_HASH.eq(SurveySecret.hash(secret)))
                .and(SURVEY.CLOSED_AT.isNull());
    }

    private Optional<Link> open(Select<? extends Record> question) {
        return question.fetchOptional()
                .filter(row -> {
                    LocalDate today =
                            LocalDate.now(clock.withZone(ZoneId.of(row.get(SCHOOL.ZONE))));
                    LocalDate left = row.get(PERSON.WITHDRAWN_ON);
                    return !today.isAfter(row.get(SURVEY.ENDS_ON))
                            && (left == null || left.isAfter(today));
                })
                .map(row ->
                        new Link(
                                row.get(SURVEY_LINK.SURVEY_ID),
                                row.get(SURVEY_LINK.STUDENT_ID),
                                ZoneId.of(row.get(SCHOOL.ZONE)),
                                new Asked(
                                        row.get(SCHOOL.NAME),
                                        initials(
                                                row.get(PERSON.GIVEN_NAME),
                                                row.get(PERSON.FAMILY_NAME)),
                                        row.get(SURVEY_LINK.ANSWERED_AT) != null,
                                        row.get(SURVEY.ENDS_ON))));
    }

    private static String initials(String given, String family) {
        return (initial(given) + " " + initial(family)).strip();
    }

    private static String initial(String name) {
        String bare = name.strip();
        return bare.isEmpty()
                ? ""
                : bare.substring(0, bare.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT) + ".";
    }
}
