package school.tandem.adoption;

import static org.jooq.impl.DSL.arrayGet;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.generateSeries;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.BIGINT;
import static school.tandemdb.adoption.Tables.TEACHER_DAY;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.PersonId;
import school.tandem.security.SchoolKey;

/** Looks for practice before and after some days, one for each of some teachers. */
final class PracticeDays {

    /**
     * What is looked for.
     *
     * @param bits of a teacher's day, any of which will do
     * @param since the first day of the time before
     * @param on the first day of the time after
     */
    record Search(PersonId person, int bits, LocalDate since, LocalDate on) {}

    /**
     * What was found.
     *
     * @param first the first day after; null: none up to today
     */
    record Seen(boolean before, @Nullable LocalDate first) {}

    private static final Field<Integer> NUMBER = field(name("wanted", "number"), Integer.class);

    private final DSLContext dsl;
    private final SchoolKey key;
    private final LocalDate today;

    PracticeDays(DSLContext dsl, SchoolKey key, LocalDate today) {
        this.dsl = dsl;
        this.key = key;
        this.today = today;
    }

    /** What was found of each, in their order; one statement, which is the same for any number. */
    List<Seen> of(List<Search> searches) {
        Field<LocalDate> on = column(searches, Search::on, LocalDate[]::new);
        Field<LocalDate> since = column(searches, Search::since, LocalDate[]::new);
        Condition wanted =
                TEACHER_DAY
                        .DISTRICT_ID
                        .eq(key.district())
                        .and(
                                TEACHER_DAY
                                        .PERSON_ID
                                        .coerce(BIGINT)
                                        .eq(column(searches, s -> s.person().value(), Long[]::new)))
                        .and(
                                TEACHER_DAY
                                        .PRACTICE
                                        .cast(Integer.class)
                                        .bitAnd(column(searches, Search::bits, Integer[]::new))
                                        .ne(0));
        Field<Boolean> before =
                field(
                        exists(
                                selectOne()
                                        .from(TEACHER_DAY)
                                        .where(wanted)
                                        .and(TEACHER_DAY.DAY.ge(since))
                                        .and(TEACHER_DAY.DAY.lt(on))));
        Field<LocalDate> first =
                field(
                        select(min(TEACHER_DAY.DAY))
                                .from(TEACHER_DAY)
                                .where(wanted)
                                .and(TEACHER_DAY.DAY.between(on, val(today))));
        return dsl.select(before, first)
                .from(generateSeries(1, searches.size()).as("wanted", "number"))
                .orderBy(NUMBER)
                .fetch(Records.mapping(Seen::new));
    }

    /** The value of the search whose number it is. */
    private static <T> Field<T> column(
            List<Search> searches,
            Function<Search, T> value,
            java.util.function.IntFunction<T[]> array) {
        return arrayGet(val(searches.stream().map(value).toArray(array)), NUMBER);
    }
}
