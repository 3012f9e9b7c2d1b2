package school.tandem.adoption;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import school.tandem.adoption.DayCount.Sums;
import school.tandem.adoption.Places.Whose;
import school.tandem.roster.ClassId;
import school.tandem.roster.SchoolCalendar;
import school.tandem.security.SchoolKey;

/**
 * Counts the habits of a class on the last school days of the weeks, at once: of whoever was in it
 * on each, over all of their classes. A fixed number of statements, however many weeks.
 */
final class ClassWeeks {

    private final DSLContext dsl;
    private final SchoolKey key;
    private final SchoolCalendar calendar;
    private final ClassId of;

    ClassWeeks(DSLContext dsl, SchoolKey key, SchoolCalendar calendar, ClassId of) {
        this.dsl = dsl;
        this.key = key;
        this.calendar = calendar;
        this.of = of;
    }

    /** The weeks of today's school year so far. */
    History through(LocalDate today) {
        List<SchoolWeek> weeks = SchoolWeek.upTo(calendar, today);
        if (weeks.isEmpty()) {
            return new History(List.of(), List.of());
        }
        List<LocalDate> days = weeks.stream().map(SchoolWeek::day).toList();
        Facts facts = Facts.ofStudents(dsl, key, calendar, days, new Whose.Classmates(of));
        List<Week> counted = new ArrayList<>();
        for (SchoolWeek week : weeks) {
            Figures none = new Figures(week.day(), null, Map.of());
            counted.add(new Week(week, count(new DayCount(facts, week.day())), none));
        }
        return History.of(List.of(calendar), counted);
    }

    private Figures count(DayCount count) {
        Group group = Group.schoolClass(of.value());
        Sums sums = new Sums();
        count.people((person, measure, answer) -> {
            if (person.classes().contains(group)) {
                sums.add(List.of(group), measure, answer.once());
            }
        });
        return count.figures(sums);
    }
}
