package school.tandem.adoption;

import static school.tandemdb.adoption.Tables.HOME_ACCESS;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.Declarations.Covered;
import school.tandem.adoption.Places.Whose;
import school.tandem.roster.PersonId;
import school.tandem.roster.SchoolCalendar;
import school.tandem.roster.SchoolCalendar.Window;
import school.tandem.security.SchoolKey;

/**
 * All that it takes to count a school on some days: read with a fixed number of statements, however
 * many students and days.
 *
 * @param declared what sources say of each day
 * @param homes what families said, each on a day
 */
record Facts(
        Places places,
        List<Covered> covered,
        Map<LocalDate, Declarations> declared,
        Seen students,
        Seen teachers,
        Map<PersonId, Home> homes,
        WorkDue due) {

    /** What a family said; null: not asked, or not answered. */
    record Home(LocalDate on, @Nullable Boolean device, @Nullable Boolean connection) {
        static final Home UNASKED = new Home(LocalDate.MAX, null, null);

        /** As it was known by then. */
        Home by(LocalDate day) {
            return on.isAfter(day) ? UNASKED : this;
        }

        boolean saysTheSameAs(Home other) {
            return Objects.equals(device, other.device)
                    && Objects.equals(connection, other.connection);
        }
    }

    /** The same had this been said of a student, and nothing else of anybody. */
    Facts hadOnly(PersonId student, Home home) {
        return new Facts(places, covered, declared, students, teachers, Map.of(student, home), due);
    }

    /** What sources say of one of the days. */
    Declarations on(LocalDate day) {
        return Objects.requireNonNull(declared.get(day));
    }

    /**
     * @param days the earliest first
     * @param also other stretches that people are looked at in
     */
    static Facts read(
            DSLContext dsl,
            SchoolKey key,
            SchoolCalendar calendar,
            List<LocalDate> days,
            List<Window> also) {
        Places places = new Places(dsl, key, calendar, days, new Whose.All());
        return read(dsl, key, calendar, places, days, also, true);
    }

    /**
     * Of some students alone, over all of their classes; without work due and what teachers did.
     *
     * @param days the earliest first
     */
    static Facts ofStudents(
            DSLContext dsl,
            SchoolKey key,
            SchoolCalendar calendar,
            List<LocalDate> days,
            Whose whose) {
        Places places = new Places(dsl, key, calendar, days, whose);
        return read(dsl, key, calendar, places, days, List.of(), false);
    }

    private static Facts read(
            DSLContext dsl,
            SchoolKey key,
            SchoolCalendar calendar,
            Places places,
            List<LocalDate> days,
            List<Window> also,
            boolean all) {
        List<Covered> covered = Declarations.read(dsl, key);
        Map<LocalDate, Declarations> declared = new LinkedHashMap<>();
        days.forEach(day -> declared.put(day, Declarations.of(covered, calendar, day)));
        Set<Window> windows = new HashSet<>();
        declared.values().forEach(one -> windows.addAll(one.windows()));
        LocalDate first = windows.stream().map(Window::from).min(LocalDate::compareTo).orElse(null);
        windows.addAll(also);
        return new Facts(
                places,
                covered,
                declared,
                Seen.ofStudents(dsl, key, places, windows),
                Seen.ofTeachers(dsl, key, places, all ? windows : Set.of()),
                homes(dsl, key, places, days.getLast()),
                WorkDue.read(dsl, key, days, all ? first : null));
    }

    private static Map<PersonId, Home> homes(
            DSLContext dsl, SchoolKey key, Places places, LocalDate until) {
        Map<PersonId, Home> homes = new HashMap<>();
        dsl.select(
                        HOME_ACCESS.STUDENT_ID,
                        HOME_ACCESS.ANSWERED_ON,
                        HOME_ACCESS.DEVICE,
                        HOME_ACCESS.CONNECTION)
                .from(HOME_ACCESS)
                .where(HOME_ACCESS.DISTRICT_ID.eq(key.district()))
                .and(HOME_ACCESS.ANSWERED_ON.le(until))
                .and(HOME_ACCESS.STUDENT_ID.in(places.idsOf("student")))
                .forEach(row ->
                        homes.put(
                                row.value1(), new Home(row.value2(), row.value3(), row.value4())));
        return homes;
    }
}
