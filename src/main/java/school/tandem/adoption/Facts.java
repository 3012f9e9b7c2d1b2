package school.tandem.adoption;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
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
 * @param homes what families said by then
 */
record Facts(
        Places places,
        List<Covered> covered,
        Map<LocalDate, Declarations> declared,
        Seen students,
        Seen teachers,
        Homes homes,
        WorkDue due) {

    /** The same had families said this. */
    Facts had(Homes others) {
        return new Facts(places, covered, declared, students, teachers, others, due);
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
        Homes homes = Homes.read(dsl, key, places, days);
        return read(dsl, key, calendar, places, days, also, homes, true);
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
        Homes homes = Homes.read(dsl, key, places, days);
        return read(dsl, key, calendar, places, days, List.of(), homes, false);
    }

    /** The same of one student on one day, whose family said what is given. */
    static Facts ofStudent(
            DSLContext dsl,
            SchoolKey key,
            SchoolCalendar calendar,
            LocalDate day,
            PersonId student,
            Homes homes) {
        List<LocalDate> days = List.of(day);
        Places places = new Places(dsl, key, calendar, days, new Whose.One(student));
        return read(dsl, key, calendar, places, days, List.of(), homes, false);
    }

    private static Facts read(
            DSLContext dsl,
            SchoolKey key,
            SchoolCalendar calendar,
            Places places,
            List<LocalDate> days,
            List<Window> also,
            Homes homes,
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
                homes,
                WorkDue.read(dsl, key, days, all ? first : null));
    }
}
