package school.tandem.adoption;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static school.tandemdb.adoption.Tables.COVERAGE;
import static school.tandemdb.roster.Tables.PERSON;
import static school.tandemdb.roster.Tables.PERSON_SCHOOL;
import static school.tandemdb.roster.Tables.RUNNING;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.PersonId;
import school.tandem.security.SchoolKey;

/** Up to when it is known what the teachers of a school do online, in whichever class. */
final class FollowedTo {

    private final Map<PersonId, Map<Integer, LocalDate>> byPractice = new HashMap<>();
    private final LocalDate today;

    private FollowedTo(LocalDate today) {
        this.today = today;
    }

    /** One statement. */
    static FollowedTo of(DSLContext dsl, SchoolKey key, LocalDate today) {
        FollowedTo followed = new FollowedTo(today);
        Field<LocalDate> last =
                least(
                        COVERAGE.COVERS_TO,
                        RUNNING.TO_ON.minus(1),
                        coalesce(PERSON.WITHDRAWN_ON.minus(1), COVERAGE.COVERS_TO));
        dsl.select(RUNNING.PERSON_ID, COVERAGE.PRACTICE, max(last))
                .from(RUNNING)
                .join(COVERAGE)
                .on(COVERAGE.DISTRICT_ID.eq(key.district()))
                .and(COVERAGE.CLASS_ID.eq(RUNNING.CLASS_ID))
                .join(PERSON)
                .on(PERSON.DISTRICT_ID.eq(key.district()))
                .and(PERSON.ID.eq(RUNNING.PERSON_ID))
                .where(RUNNING.DISTRICT_ID.eq(key.district()))
                .and(RUNNING.ROLE.eq("teacher"))
                .and(
                        RUNNING.PERSON_ID.in(
                                select(PERSON_SCHOOL.PERSON_ID)
                                        .from(PERSON_SCHOOL)
                                        .where(PERSON_SCHOOL.DISTRICT_ID.eq(key.district()))
                                        .and(PERSON_SCHOOL.SCHOOL_ID.eq(key.school()))))
                .groupBy(RUNNING.PERSON_ID, COVERAGE.PRACTICE)
                .forEach(row ->
                        followed.byPractice
                                .computeIfAbsent(row.value1(), person -> new HashMap<>())
                                .put(row.value2().intValue(), row.value3()));
        return followed;
    }

    /**
     * The last day of which a source that reports any of this practice tells; not after today.
     *
     * @return null: no source covers a class of theirs
     */
    @Nullable LocalDate of(PersonId person, int bits) {
        return byPractice.getOrDefault(person, Map.of()).entrySet().stream()
                .filter(entry -> (entry.getKey() & bits) != 0)
                .map(Map.Entry::getValue)
                .map(last -> last.isAfter(today) ? today : last)
                .max(LocalDate::compareTo)
                .orElse(null);
    }
}
