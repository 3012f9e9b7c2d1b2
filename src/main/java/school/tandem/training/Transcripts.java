package school.tandem.training;

import static school.tandemdb.training.Tables.COMPLETION;
import static school.tandemdb.training.Tables.COURSE;
import static school.tandemdb.training.Tables.EXTERNAL_LEARNING;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import school.tandem.roster.PersonId;
import school.tandem.roster.School;
import school.tandem.roster.Schools;
import school.tandem.security.Access;
import school.tandem.security.Audit;
import school.tandem.security.BadInput;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.NotHere;
import school.tandem.security.Permission;
import school.tandem.security.SchoolKey;
import school.tandem.training.Transcript.Line;

/** What people of the staff completed, as they take it along. */
@Component
public class Transcripts {

    private final DSLContext dsl;
    private final DistrictTransactions inDistrict;
    private final StaffRecords staff;
    private final Schools schools;
    private final Access access;
    private final Audit audit;

    Transcripts(
            DSLContext dsl,
            DistrictTransactions inDistrict,
            StaffRecords staff,
            Schools schools,
            Access access,
            Audit audit) {
        this.dsl = dsl;
        this.inDistrict = inDistrict;
        this.staff = staff;
        this.schools = schools;
        this.access = access;
        this.audit = audit;
    }

    /**
     * The transcript of whoever asks.
     *
     * @throws BadInput if they are not on the staff
     */
    public Transcript own(SchoolKey key) {
        access.require(key, Permission.LOG_OWN_TRAINING);
        PersonId person = OwnPerson.of(access, key);
        return inDistrict.read(key.district(), () -> transcript(key, person));
    }

    /**
     * The transcript of somebody, for those who look after training; that it was read is recorded.
     *
     * @throws NotHere if they are not on the staff of this school
     */
    public Transcript of(SchoolKey key, PersonId person) {
        access.require(key, Permission.MANAGE_TRAINING);
        return inDistrict.write(
                key.district(),
                () -> {
                    Transcript transcript = transcript(key, person);
                    audit.record(key.district(), "transcript.read", "person", person.toString());
                    return transcript;
                });
    }

    private Transcript transcript(SchoolKey key, PersonId person) {
        School school = schools.find(key);
        String name =
                staff.of(key, person, schools.today(school))
                        .orElseThrow(() -> new NotHere("Person " + person))
                        .name();
        return new Transcript(school.name(), name, schools.today(school), lines(key, person));
    }

    private List<Line> lines(SchoolKey key, PersonId person) {
        List<Line> lines = new ArrayList<>(completions(key, person));
        lines.addAll(elsewhere(key, person));
        lines.sort(Comparator.comparing(Line::day));
        return lines;
    }

    private List<Line> completions(SchoolKey key, PersonId person) {
        return dsl.select(
                        COURSE.ID,
                        COURSE.TITLE,
                        COMPLETION.COMPLETED_ON,
                        COURSE.MINUTES,
                        COURSE.VALID_MONTHS,
                        COMPLETION.SESSION_ID.isNotNull(),
                        COMPLETION.CONFIRMED_AT.isNotNull())
                .from(COMPLETION)
                .join(COURSE)
                .on(COURSE.DISTRICT_ID.eq(key.district()))
                .and(COURSE.ID.eq(COMPLETION.COURSE_ID))
                .where(COMPLETION.DISTRICT_ID.eq(key.district()))
                .and(COMPLETION.PERSON_ID.eq(person))
                .orderBy(COMPLETION.COMPLETED_ON, COURSE.ID)
                .fetch(Records.mapping(Line::new));
    }

    /** What was approved and stands for none of the school's courses. */
    private List<Line> elsewhere(SchoolKey key, PersonId person) {
        return dsl.select(
                        EXTERNAL_LEARNING.COURSE_ID,
                        EXTERNAL_LEARNING.TITLE,
                        EXTERNAL_LEARNING.COMPLETED_ON,
                        EXTERNAL_LEARNING.MINUTES,
                        DSL.castNull(Integer.class),
                        DSL.inline(false),
                        DSL.inline(true))
                .from(EXTERNAL_LEARNING)
                .where(EXTERNAL_LEARNING.DISTRICT_ID.eq(key.district()))
                .and(EXTERNAL_LEARNING.SCHOOL_ID.eq(key.school()))
                .and(EXTERNAL_LEARNING.PERSON_ID.eq(person))
                .and(EXTERNAL_LEARNING.COURSE_ID.isNull())
                .and(EXTERNAL_LEARNING.STATE.eq(LearningState.APPROVED.code()))
                .orderBy(EXTERNAL_LEARNING.ID)
                .fetch(Records.mapping(Line::new));
    }
}
