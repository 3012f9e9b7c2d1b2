package school.tandem.training;

import static school.tandemdb.roster.Tables.PERSON;
import static school.tandemdb.roster.Tables.PERSON_SCHOOL;
import static school.tandemdb.roster.Tables.RUNNING;
import static school.tandemdb.training.Tables.COMPLETION;

import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import school.tandem.security.Access;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.Permission;
import school.tandem.security.SchoolKey;

/** When the teachers of a school first completed its courses: for figures, names nobody. */
@Component
public class FirstCompletions {

    private final DSLContext dsl;
    private final DistrictTransactions inDistrict;
    private final Access access;

    FirstCompletions(DSLContext dsl, DistrictTransactions inDistrict, Access access) {
        this.dsl = dsl;
        this.inDistrict = inDistrict;
        this.access = access;
    }

    /**
     * All confirmed ones up to a day, of teachers and of other staff who teach a class, also of
     * those who have left since; each teacher and course once, whether or not it still counts. One
     * statement.
     */
    public List<FirstCompletion> of(SchoolKey key, LocalDate day) {
        access.require(key, Permission.SEE_FIGURES);
        Field<LocalDate> first = DSL.coalesce(COMPLETION.FIRST_ON, COMPLETION.COMPLETED_ON);
        return inDistrict.read(
                key.district(),
                () ->
                        dsl.select(
                                        COMPLETION.COURSE_ID,
                                        COMPLETION.PERSON_ID,
                                        PERSON_SCHOOL.DEPARTMENT_ID,
                                        first)
                                .from(COMPLETION)
                                .join(PERSON_SCHOOL)
                                .on(PERSON_SCHOOL.DISTRICT_ID.eq(key.district()))
                                .and(PERSON_SCHOOL.PERSON_ID.eq(COMPLETION.PERSON_ID))
                                .and(PERSON_SCHOOL.SCHOOL_ID.eq(key.school()))
                                .join(PERSON)
                                .on(PERSON.DISTRICT_ID.eq(key.district()))
                                .and(PERSON.ID.eq(COMPLETION.PERSON_ID))
                                .where(COMPLETION.DISTRICT_ID.eq(key.district()))
                                .and(COMPLETION.CONFIRMED_AT.isNotNull())
                                .and(first.le(day))
                                .and(PERSON.STAFF_ROLE.eq("teacher").or(teachesHere(key)))
                                .orderBy(COMPLETION.COURSE_ID, COMPLETION.PERSON_ID)
                                .fetch(Records.mapping(FirstCompletion::new)));
    }

    private static Condition teachesHere(SchoolKey key) {
        return DSL.exists(
                DSL.selectOne()
                        .from(RUNNING)
                        .where(RUNNING.DISTRICT_ID.eq(key.district()))
                        .and(RUNNING.PERSON_ID.eq(COMPLETION.PERSON_ID))
                        .and(RUNNING.SCHOOL_ID.eq(key.school()))
                        .and(RUNNING.ROLE.eq("teacher")));
    }
}
