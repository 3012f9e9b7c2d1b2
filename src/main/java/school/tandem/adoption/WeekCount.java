package school.tandem.adoption;

import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static school.tandemdb.adoption.Tables.ACTIVITY;
import static school.tandemdb.adoption.Tables.ASSIGNMENT;
import static school.tandemdb.adoption.Tables.STUDENT_DAY;
import static school.tandemdb.adoption.Tables.SUBMISSION;
import static school.tandemdb.roster.Tables.PERSON;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import school.tandem.adoption.Declarations.Covered;
import school.tandem.adoption.Places.Person;
import school.tandem.roster.PersonId;
import school.tandem.roster.SchoolCalendar;
import school.tandem.roster.SchoolCalendar.Window;
import school.tandem.security.SchoolKey;

/** Counts one school on the last school days of some weeks, at once. */
final class WeekCount {

    private final SchoolCalendar calendar;
    private final Facts facts;
    private final WorkSet workSet;
    private final Map<PersonId, LocalDate> named;
    private final Set<String> sources = new HashSet<>();
    private final List<SchoolWeek> weeks;

    /**
     * A fixed number of statements, however many students and weeks.
     *
     * @param weeks the earliest first
     */
    WeekCount(DSLContext dsl, SchoolKey key, SchoolCalendar calendar, List<SchoolWeek> weeks) {
        this.calendar = calendar;
        this.weeks = weeks;
        List<LocalDate> days = weeks.stream().map(SchoolWeek::day).toList();
        List<Window> years =
                days.stream()
                        .map(day -> new Window(SchoolWeek.yearStart(calendar, day), day))
                        .toList();
        this.facts = Facts.read(dsl, key, calendar, days, years);
        this.workSet = WorkSet.read(dsl, key, days.getFirst().minusYears(1), days.getLast());
        this.named = named(dsl, key, days.getFirst());
        facts.covered().stream().map(Covered::source).forEach(sources::add);
    }

    List<Week> count() {
        List<Week> counted = new ArrayList<>();
        for (SchoolWeek week : weeks) {
            DayCount count = new DayCount(facts, week.day());
            Figures inWindow = count.inWindow();
            Figures inYear = count.inYear(SchoolWeek.yearStart(calendar, week.day()));
            DayCount.Sums more = new DayCount.Sums(inWindow.byGroup());
            workSet.in(facts.on(week.day()), more);
            DayCount.Sums accounts = new DayCount.Sums(inYear.byGroup());
            for (Person student : count.students()) {
                accounts.take(student, Measure.ACCOUNT, account(student, week.day()));
            }
            counted.add(new Week(week, inWindow, inYear));
        }
        return counted;
    }

    /**
     * Whether any source knew a student by the day: by a list of its own, or by anything of theirs.
     */
    private Answer account(Person student, LocalDate day) {
        LocalDate since = named.get(student.id());
        if (since != null && !since.isAfter(day) || sources.contains(student.source())) {
            return Answer.YES;
        }
        return sources.isEmpty() ? Answer.UNKNOWN : Answer.NO;
    }

    /**
     * Since when something of a student is known. Who was seen by the first day is looked up no
     * further: most were, and their years of work need not be gone through.
     */
    private Map<PersonId, LocalDate> named(DSLContext dsl, SchoolKey key, LocalDate first) {
        Condition seenByThen =
                exists(
                        selectOne()
                                .from(STUDENT_DAY)
                                .where(STUDENT_DAY.DISTRICT_ID.eq(key.district()))
                                .and(STUDENT_DAY.STUDENT_ID.eq(PERSON.ID))
                                .and(STUDENT_DAY.DAY.le(first)));
        Field<LocalDate> byWork =
                field(
                        select(min(HandInDay.of(SUBMISSION.HANDED_IN_ON)))
                                .from(SUBMISSION)
                                .join(ASSIGNMENT)
                                .on(ASSIGNMENT.DISTRICT_ID.eq(key.district()))
                                .and(ASSIGNMENT.ID.eq(SUBMISSION.ASSIGNMENT_ID))
                                .where(SUBMISSION.DISTRICT_ID.eq(key.district()))
                                .and(SUBMISSION.STUDENT_ID.eq(PERSON.ID))
                                .and(SUBMISSION.WITHDRAWN_ON.isNull()));
        Field<LocalDate> byActivity =
                field(
                        select(min(ACTIVITY.DAY))
                                .from(ACTIVITY)
                                .where(ACTIVITY.DISTRICT_ID.eq(key.district()))
                                .and(ACTIVITY.PERSON_ID.eq(PERSON.ID)));
        Map<PersonId, LocalDate> since = new HashMap<>();
        dsl.select(
                        PERSON.ID,
                        case_().when(seenByThen, val(first)).otherwise(least(byWork, byActivity)))
                .from(PERSON)
                .where(PERSON.DISTRICT_ID.eq(key.district()))
                .and(PERSON.ID.in(facts.places().idsOf("student")))
                .forEach(row -> {
                    if (row.value2() != null) {
                        since.put(row.value1(), row.value2());
                    }
                });
        return since;
    }
}
