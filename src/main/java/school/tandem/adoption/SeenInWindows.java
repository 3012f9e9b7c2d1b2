package school.tandem.adoption;

import static org.jooq.impl.DSL.bitOrAgg;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.values;
import static school.tandemdb.adoption.Tables.STUDENT_DAY;
import static school.tandemdb.adoption.Tables.TEACHER_DAY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.Row3;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import school.tandem.roster.PersonId;
import school.tandem.roster.SchoolCalendar.Window;
import school.tandem.security.SchoolKey;

/** What people were seen doing within each of some windows, as the bits of their days. */
final class SeenInWindows {

    private static final Field<LocalDate> FROM = DSL.field(name("w", "from_on"), LocalDate.class);
    private static final Field<LocalDate> TO = DSL.field(name("w", "to_on"), LocalDate.class);
    private static final Field<Integer> NUMBER = DSL.field(name("w", "number"), Integer.class);

    private final Map<Window, Map<PersonId, Integer>> bits = new HashMap<>();

    private SeenInWindows() {}

    /** The students who run on the day; one statement. */
    static SeenInWindows ofStudents(
            DSLContext dsl, SchoolKey key, Places places, List<Window> windows) {
        return new SeenInWindows()
                .read(
                        dsl,
                        windows,
                        select(
                                        NUMBER,
                                        STUDENT_DAY.STUDENT_ID,
                                        bitOrAgg(STUDENT_DAY.HABITS).cast(Integer.class))
                                .from(STUDENT_DAY, table(windows))
                                .where(STUDENT_DAY.DISTRICT_ID.eq(key.district()))
                                .and(STUDENT_DAY.DAY.between(FROM, TO))
                                .and(STUDENT_DAY.STUDENT_ID.in(places.idsOf("student")))
                                .groupBy(NUMBER, STUDENT_DAY.STUDENT_ID));
    }

    /** The teachers who run on the day; one statement. */
    static SeenInWindows ofTeachers(
            DSLContext dsl, SchoolKey key, Places places, List<Window> windows) {
        return new SeenInWindows()
                .read(
                        dsl,
                        windows,
                        select(
                                        NUMBER,
                                        TEACHER_DAY.PERSON_ID,
                                        bitOrAgg(TEACHER_DAY.PRACTICE).cast(Integer.class))
                                .from(TEACHER_DAY, table(windows))
                                .where(TEACHER_DAY.DISTRICT_ID.eq(key.district()))
                                .and(TEACHER_DAY.DAY.between(FROM, TO))
                                .and(TEACHER_DAY.PERSON_ID.in(places.idsOf("teacher")))
                                .groupBy(NUMBER, TEACHER_DAY.PERSON_ID));
    }

    /** What somebody was seen doing in any of these windows; 0: nothing. */
    int of(PersonId person, Collection<Window> windows) {
        int seen = 0;
        for (Window window : windows) {
            seen |= bits.getOrDefault(window, Map.of()).getOrDefault(person, 0);
        }
        return seen;
    }

    private SeenInWindows read(
            DSLContext dsl,
            List<Window> windows,
            Select<? extends Record3<Integer, PersonId, Integer>> question) {
        if (!windows.isEmpty()) {
            dsl.fetch(question)
                    .forEach(row ->
                            bits.computeIfAbsent(
                                            windows.get(row.get(0, Integer.class)),
                                            window -> new HashMap<>())
                                    .put(
                                            Objects.requireNonNull((PersonId) row.get(1)),
                                            row.get(2, Integer.class)));
        }
        return this;
    }

    private static Table<?> table(List<Window> windows) {
        List<Row3<Integer, LocalDate, LocalDate>> rows = new ArrayList<>();
        for (int i = 0; i < windows.size(); i++) {
            rows.add(row(i, windows.get(i).from(), windows.get(i).to()));
        }
        if (rows.isEmpty()) {
            rows.add(row(0, LocalDate.EPOCH, LocalDate.EPOCH));
        }
        return values(rows.<Row3<Integer, LocalDate, LocalDate>>toArray(new Row3[0]))
                .as("w", "number", "from_on", "to_on");
    }
}
