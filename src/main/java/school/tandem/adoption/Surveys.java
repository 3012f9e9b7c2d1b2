package school.tandem.adoption;

import static school.tandemdb.adoption.Tables.SURVEY;
import static school.tandemdb.adoption.Tables.SURVEY_LINK;
import static school.tandemdb.roster.Tables.PERSON;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Row5;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.tandem.roster.Calendars;
import school.tandem.roster.PersonId;
import school.tandem.roster.Schools;
import school.tandem.security.Access;
import school.tandem.security.Audit;
import school.tandem.security.BadInput;
import school.tandem.security.DistrictId;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.NotHere;
import school.tandem.security.Permission;
import school.tandem.security.SchoolKey;

/**
 * Asks the families of a school about home, by a link for each student. The secret is in the link
 * alone: links can be given out when they are made, never again.
 */
@Component
public class Surveys {

    /** How long a survey stays open where nobody says otherwise, in days. */
    public static final int DAYS = 30;

    private static final int MOST_DAYS = 366;
    private static final int AT_ONCE = 500;

    /** Whom links are made for. */
    public enum Whom {
        /** All whose answer is still to come; links that they had before end. */
        UNANSWERED,
        /** Those who have no link of this survey yet; no link ends. */
        WITHOUT_LINK
    }

    /**
     * A student's link, to be given to the family.
     *
     * @param studentId as the school's own lists have it
     * @param email empty: none is known
     * @param grade empty: none is known
     * @param path of the address
     */
    public record Link(String studentId, String name, String email, String grade, String path) {}

    private final DSLContext dsl;
    private final DistrictTransactions inDistrict;
    private final Calendars calendars;
    private final Schools schools;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    Surveys(
            DSLContext dsl,
            DistrictTransactions inDistrict,
            Calendars calendars,
            Schools schools,
            Access access,
            Audit audit,
            Clock clock) {
        this.dsl = dsl;
        this.inDistrict = inDistrict;
        this.calendars = calendars;
        this.schools = schools;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** How far it has come. */
    public SurveyStanding standing(SchoolKey key) {
        access.require(key, Permission.SEE_FIGURES);
        return inDistrict.read(
                key.district(), () -> count(key).standing(calendars.of(key).yearStart(today(key))));
    }

    /**
     * Opens a survey in which nobody has answered yet; the one before is closed.
     *
     * @param endsOn the last day on which families can answer; null: nothing was typed
     * @throws BadInput if that has passed, or is more than a year away
     */
    public void open(SchoolKey key, @Nullable LocalDate endsOn) {
        access.require(key, Permission.EDIT_ROSTER);
        inDistrict.write(
                key.district(),
                () -> {
                    LocalDate today = today(key);
                    LocalDate until = soon(endsOn, today);
                    dsl.update(SURVEY)
                            .set(SURVEY.CLOSED_AT, now())
                            .where(SURVEY.DISTRICT_ID.eq(key.district()))
                            .and(SURVEY.SCHOOL_ID.eq(key.school()))
                            .and(SURVEY.CLOSED_AT.isNull())
                            .execute();
                    dsl.insertInto(SURVEY)
                            .set(SURVEY.DISTRICT_ID, key.district())
                            .set(SURVEY.SCHOOL_ID, key.school())
                            .set(SURVEY.OPENED_AT, now())
                            .set(SURVEY.OPENED_ON, today)
                            .set(SURVEY.ENDS_ON, until)
                            .execute();
                    record(key, "survey.open", Map.of("until", until));
                });
    }

    /**
     * Lets families answer until another day, by the links that they have; opens a survey again
     * that has ended or was closed.
     *
     * @throws BadInput if the day has passed, or is more than a year away
     * @throws NotHere if none was opened yet
     */
    public void prolong(SchoolKey key, @Nullable LocalDate endsOn) {
        access.require(key, Permission.EDIT_ROSTER);
        inDistrict.write(
                key.district(),
                () -> {
                    LocalDate until = soon(endsOn, today(key));
                    dsl.update(SURVEY)
                            .set(SURVEY.ENDS_ON, until)
                            .setNull(SURVEY.CLOSED_AT)
                            .where(isLast(key))
                            .execute();
                    record(key, "survey.prolong", Map.of("until", until));
                });
    }

    /**
     * Closes the survey: no link of it can be used any more.
     *
     * @throws NotHere if none was opened yet
     */
    public void close(SchoolKey key) {
        access.require(key, Permission.EDIT_ROSTER);
        inDistrict.write(
                key.district(),
                () -> {
                    dsl.update(SURVEY).set(SURVEY.CLOSED_AT, now()).where(isLast(key)).execute();
                    record(key, "survey.close", Map.of());
                });
    }

    /**
     * Makes links and gives them out, by grade and name. That is recorded, since students' names go
     * with them.
     *
     * @throws NotHere if no survey is open
     */
    public List<Link> makeLinks(SchoolKey key, Whom whom) {
        access.require(key, Permission.EDIT_ROSTER);
        access.require(key, Permission.SEE_STUDENTS);
        return inDistrict.write(
                key.district(),
                () -> {
                    SurveyCount count = count(key);
                    SurveyCount.Kept survey = count.last();
                    if (survey == null || !survey.isOpen(today(key))) {
                        throw new NotHere("An open survey");
                    }
                    Condition wanted =
                            whom == Whom.UNANSWERED
                                    ? DSL.not(SurveyCount.hasAnswered(survey))
                                    : SURVEY_LINK.STUDENT_ID.isNull();
                    List<Link> links = new ArrayList<>();
                    List<Row5<DistrictId, Long, PersonId, byte[], OffsetDateTime>> rows =
                            new ArrayList<>();
                    count.students(
                                    survey,
                                    PERSON.ID,
                                    PERSON.SOURCE,
                                    PERSON.EXTERNAL_ID,
                                    PERSON.GIVEN_NAME,
                                    PERSON.FAMILY_NAME,
                                    PERSON.EMAIL,
                                    PERSON.GRADE)
                            .where(count.areCounted())
                            .and(wanted)
                            .orderBy(PERSON.GRADE, PERSON.FAMILY_NAME, PERSON.GIVEN_NAME, PERSON.ID)
                            .forEach(student -> {
                                String secret = SurveySecret.make();
                                links.add(link(key, student, secret));
                                rows.add(
                                        DSL.row(
                                                key.district(),
                                                survey.id(),
                                                student.get(PERSON.ID),
                                                SurveySecret.hash(secret),
                                                now()));
                            });
                    keep(rows);
                    record(key, "survey.links", Map.of("links", links.size(), "whom", code(whom)));
                    return links;
                });
    }

    private void keep(List<Row5<DistrictId, Long, PersonId, byte[], OffsetDateTime>> rows) {
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            dsl.insertInto(
                            SURVEY_LINK,
                            SURVEY_LINK.DISTRICT_ID,
                            SURVEY_LINK.SURVEY_ID,
                            SURVEY_LINK.STUDENT_ID,
                            SURVEY_LINK.TOKEN_HASH,
                            SURVEY_LINK.MADE_AT)
                    .valuesOfRows(rows.subList(from, Math.min(rows.size(), from + AT_ONCE)))
                    .onConflict(
                            SURVEY_LINK.DISTRICT_ID, SURVEY_LINK.SURVEY_ID, SURVEY_LINK.STUDENT_ID)
                    .doUpdate()
                    .set(SURVEY_LINK.TOKEN_HASH, DSL.excluded(SURVEY_LINK.TOKEN_HASH))
                    .set(SURVEY_LINK.MADE_AT, DSL.excluded(SURVEY_LINK.MADE_AT))
                    .execute();
        }
    }

    private static Link link(SchoolKey key, Record student, String secret) {
        String id = student.get(PERSON.EXTERNAL_ID);
        boolean listed = student.get(PERSON.SOURCE).equals(Schools.BY_HAND);
        return new Link(
                listed ? id.substring(id.indexOf(':') + 1) : id,
                student.get(PERSON.GIVEN_NAME) + " " + student.get(PERSON.FAMILY_NAME),
                Objects.requireNonNullElse(student.get(PERSON.EMAIL), ""),
                Objects.requireNonNullElse(student.get(PERSON.GRADE), ""),
                "/h/%s/%s".formatted(key.district(), secret));
    }

    private Condition isLast(SchoolKey key) {
        SurveyCount.Kept survey = count(key).last();
        if (survey == null) {
            throw new NotHere("A survey");
        }
        return SURVEY.DISTRICT_ID.eq(key.district()).and(SURVEY.ID.eq(survey.id()));
    }

    private SurveyCount count(SchoolKey key) {
        return new SurveyCount(dsl, key, today(key));
    }

    private LocalDate today(SchoolKey key) {
        return schools.today(schools.find(key));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String code(Whom whom) {
        return whom.name().toLowerCase(Locale.ROOT);
    }

    private static LocalDate soon(@Nullable LocalDate endsOn, LocalDate today) {
        if (endsOn == null || endsOn.isBefore(today) || endsOn.isAfter(today.plusDays(MOST_DAYS))) {
            throw new BadInput("endsOn", "adoption.bad.endsOn");
        }
        return endsOn;
    }

    private void record(SchoolKey key, String action, Map<String, ?> facts) {
        audit.record(key.district(), action, "school", key.school().toString(), facts, List.of());
    }
}
