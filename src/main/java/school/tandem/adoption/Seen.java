package school.tandem.adoption;

import static org.jooq.impl.DSL.bitOrAgg;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.SQLDataType.INTEGER;
import static school.tandemdb.adoption.Tables.STUDENT_DAY;
import static school.tandemdb.adoption.Tables.TEACHER_DAY;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.Select;
import school.tandem.roster.PersonId;
import school.tandem.roster.SchoolCalendar.Window;
import school.tandem.security.SchoolKey;

/**
 * What people were seen doing within each of some windows, as the bits of their days. The windows'
 * ends cut the time into pieces, and each piece is summed once, however many windows share it.
 */
final class Seen {

    private final List<LocalDate> cuts;
    private final Map<PersonId, int[]> bits = new HashMap<>();

    private Seen(Collection<Window> windows) {
        TreeSet<LocalDate> ends = new TreeSet<>();
        for (Window window : windows) {
            ends.add(window.from());
            ends.add(window.to().plusDays(1));
        }
        cuts = List.copyOf(ends);
    }

    /** The students who run between the days; one statement. */
    static Seen ofStudents(
            DSLContext dsl, SchoolKey key, Places places, Collection<Window> windows) {
        Seen seen = new Seen(windows);
        if (seen.cuts.isEmpty()) {
            return seen;
        }
        Field<Integer> piece = seen.piece(STUDENT_DAY.DAY);
        return seen.read(
                dsl,
                select(piece, STUDENT_DAY.STUDENT_ID, bitOrAgg(STUDENT_DAY.HABITS).cast(INTEGER))
                        .from(STUDENT_DAY)
                        .where(STUDENT_DAY.DISTRICT_ID.eq(key.district()))
                        .and(STUDENT_DAY.DAY.ge(seen.cuts.getFirst()))
                        .and(STUDENT_DAY.DAY.lt(seen.cuts.getLast()))
                        .and(STUDENT_DAY.STUDENT_ID.in(places.idsOf("student")))
                        .groupBy(field(name("piece")), STUDENT_DAY.STUDENT_ID));
    }

    /** The teachers who run between the days; one statement. */
    static Seen ofTeachers(
            DSLContext dsl, SchoolKey key, Places places, Collection<Window> windows) {
        Seen seen = new Seen(windows);
        if (seen.cuts.isEmpty()) {
            return seen;
        }
        Field<Integer> piece = seen.piece(TEACHER_DAY.DAY);
        return seen.read(
                dsl,
                select(piece, TEACHER_DAY.PERSON_ID, bitOrAgg(TEACHER_DAY.PRACTICE).cast(INTEGER))
                        .from(TEACHER_DAY)
                        .where(TEACHER_DAY.DISTRICT_ID.eq(key.district()))
                        .and(TEACHER_DAY.DAY.ge(seen.cuts.getFirst()))
                        .and(TEACHER_DAY.DAY.lt(seen.cuts.getLast()))
                        .and(TEACHER_DAY.PERSON_ID.in(places.idsOf("teacher")))
                        .groupBy(field(name("piece")), TEACHER_DAY.PERSON_ID));
    }

    /** What somebody was seen doing in one of these windows; 0: nothing. */
    int of(PersonId person, Window window) {
        int[] pieces = bits.get(person);
        int seen = 0;
        if (pieces != null) {
            int until = Collections.binarySearch(cuts, window.to().plusDays(1));
            for (int i = Collections.binarySearch(cuts, window.from()); i < until; i++) {
                seen |= pieces[i];
            }
        }
        return seen;
    }

    /** Which piece a day lies in, counted from 1. */
    private Field<Integer> piece(Field<LocalDate> day) {
        return Days.upTo(cuts, day).as("piece");
    }

    private Seen read(DSLContext dsl, Select<Record3<Integer, PersonId, Integer>> question) {
        dsl.fetch(question)
                .forEach(row ->
                        bits.computeIfAbsent(
                                                Objects.requireNonNull(row.value2()),
                                                person -> new int[cuts.size()])[row.value1() - 1] =
                                row.value3());
        return this;
    }
}
