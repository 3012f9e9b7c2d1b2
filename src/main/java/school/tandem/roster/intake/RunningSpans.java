package school.tandem.roster.intake;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static school.tandemdb.roster.Tables.ACADEMIC_SESSION;
import static school.tandemdb.roster.Tables.CLASS_GROUP;
import static school.tandemdb.roster.Tables.CLASS_TERM;
import static school.tandemdb.roster.Tables.ENROLMENT;
import static school.tandemdb.roster.Tables.PERSON;
import static school.tandemdb.roster.Tables.RUNNING;

import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import school.tandem.security.DistrictId;

/**
 * Keeps when each enrolment really runs: its own dates cut with each term of its class, and ended
 * where it, its class or its person was withdrawn.
 */
final class RunningSpans {

    private static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private final DSLContext dsl;
    private final DistrictId district;

    RunningSpans(DSLContext dsl, DistrictId district) {
        this.dsl = dsl;
        this.district = district;
    }

    /**
     * Makes the spans of everything anew that a run added or changed, by itself or through its
     * class.
     */
    void refresh(long run) {
        Condition touched = touchedBy(run);
        dsl.deleteFrom(RUNNING)
                .where(RUNNING.DISTRICT_ID.eq(district))
                .and(
                        RUNNING.ENROLMENT_ID.in(
                                select(ENROLMENT.ID)
                                        .from(ENROLMENT)
                                        .where(ENROLMENT.DISTRICT_ID.eq(district), touched)))
                .execute();
        insert(touched);
    }

    /** Makes all spans of the district anew. */
    void refreshAll() {
        dsl.deleteFrom(RUNNING).where(RUNNING.DISTRICT_ID.eq(district)).execute();
        insert(ENROLMENT.ID.isNotNull());
    }

    private Condition touchedBy(long run) {
        Condition own = ENROLMENT.ADDED_RUN.eq(run).or(ENROLMENT.CHANGED_RUN.eq(run));
        Condition ofClass =
                ENROLMENT.CLASS_ID.in(
                        select(CLASS_GROUP.ID)
                                .from(CLASS_GROUP)
                                .where(CLASS_GROUP.DISTRICT_ID.eq(district))
                                .and(CLASS_GROUP.CHANGED_RUN.eq(run)));
        Condition ofTerm =
                ENROLMENT.CLASS_ID.in(
                        select(CLASS_TERM.CLASS_ID)
                                .from(CLASS_TERM)
                                .join(ACADEMIC_SESSION)
                                .on(ACADEMIC_SESSION.DISTRICT_ID.eq(district))
                                .and(ACADEMIC_SESSION.ID.eq(CLASS_TERM.SESSION_ID))
                                .where(CLASS_TERM.DISTRICT_ID.eq(district))
                                .and(ACADEMIC_SESSION.CHANGED_RUN.eq(run)));
        Condition ofPerson =
                ENROLMENT.PERSON_ID.in(
                        select(PERSON.ID)
                                .from(PERSON)
                                .where(PERSON.DISTRICT_ID.eq(district))
                                .and(PERSON.CHANGED_RUN.eq(run)));
        return own.or(ofClass).or(ofTerm).or(ofPerson);
    }

    private void insert(Condition which) {
        Field<LocalDate> from =
                greatest(
                        coalesce(ENROLMENT.BEGINS_ON, inline(ALWAYS)),
                        coalesce(ACADEMIC_SESSION.STARTS_ON, inline(ALWAYS)));
        Field<LocalDate> to =
                least(
                        coalesce(ENROLMENT.ENDS_ON, inline(NEVER)),
                        coalesce(ACADEMIC_SESSION.ENDS_ON, inline(NEVER)),
                        coalesce(ENROLMENT.WITHDRAWN_ON, inline(NEVER)),
                        coalesce(CLASS_GROUP.WITHDRAWN_ON, inline(NEVER)),
                        coalesce(PERSON.WITHDRAWN_ON, inline(NEVER)));
        dsl.insertInto(
                        RUNNING,
                        RUNNING.DISTRICT_ID,
                        RUNNING.ENROLMENT_ID,
                        RUNNING.CLASS_ID,
                        RUNNING.PERSON_ID,
                        RUNNING.SCHOOL_ID,
                        RUNNING.ROLE,
                        RUNNING.FROM_ON,
                        RUNNING.TO_ON)
                .select(
                        select(
                                        ENROLMENT.DISTRICT_ID,
                                        ENROLMENT.ID,
                                        ENROLMENT.CLASS_ID,
                                        ENROLMENT.PERSON_ID,
                                        CLASS_GROUP.SCHOOL_ID,
                                        ENROLMENT.ROLE,
                                        from,
                                        max(to))
                                .from(ENROLMENT)
                                .join(CLASS_GROUP)
                                .on(CLASS_GROUP.DISTRICT_ID.eq(district))
                                .and(CLASS_GROUP.ID.eq(ENROLMENT.CLASS_ID))
                                .join(PERSON)
                                .on(PERSON.DISTRICT_ID.eq(district))
                                .and(PERSON.ID.eq(ENROLMENT.PERSON_ID))
                                .leftJoin(CLASS_TERM)
                                .on(CLASS_TERM.DISTRICT_ID.eq(district))
                                .and(CLASS_TERM.CLASS_ID.eq(ENROLMENT.CLASS_ID))
                                .leftJoin(ACADEMIC_SESSION)
                                .on(ACADEMIC_SESSION.DISTRICT_ID.eq(district))
                                .and(ACADEMIC_SESSION.ID.eq(CLASS_TERM.SESSION_ID))
                                .and(ACADEMIC_SESSION.WITHDRAWN_ON.isNull())
                                .where(ENROLMENT.DISTRICT_ID.eq(district))
                                .and(ENROLMENT.ROLE.in("student", "teacher"))
                                .and(from.lt(to))
                                .and(which)
                                .groupBy(
                                        ENROLMENT.DISTRICT_ID,
                                        ENROLMENT.ID,
                                        ENROLMENT.CLASS_ID,
                                        ENROLMENT.PERSON_ID,
                                        CLASS_GROUP.SCHOOL_ID,
                                        ENROLMENT.ROLE,
                                        from))
                .execute();
    }
}
