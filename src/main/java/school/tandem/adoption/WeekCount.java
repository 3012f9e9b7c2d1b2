package school.tandem.adoption;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;
import static school.tandemdb.adoption.Tables.SUBMISSION;
import static school.tandemdb.roster.Tables.PERSON;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
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
    private final Set<PersonId> named;
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
        this.named = named(dsl, key);
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
                accounts.take(student, Measure.ACCOUNT, account(student));
            }
            counted.add(new Week(week, inWindow, inYear));
        }
        return counted;
    }

    /** Whether any source knows a student: by a list of its own, or by anything of their work. */
    private Answer account(Person student) {
        if (named.contains(student.id()) || sources.contains(student.source())) {
            return Answer.YES;
        }
        return sources.isEmpty() ? Answer.UNKNOWN : Answer.NO;
    }

    private Set<PersonId> named(DSLContext dsl, SchoolKey key) {
        return new HashSet<>(
                dsl.select(PERSON.ID)
                        .from(PERSON)
                        .where(PERSON.DISTRICT_ID.eq(key.district()))
                        .and(PERSON.ID.in(facts.places().idsOf("student")))
                        .and(
                                exists(
                                        selectOne()
                                                .from(SUBMISSION)
                                                .where(SUBMISSION.DISTRICT_ID.eq(key.district()))
                                                .and(SUBMISSION.STUDENT_ID.eq(PERSON.ID))
                                                .and(SUBMISSION.WITHDRAWN_ON.isNull())))
                        .fetch(PERSON.ID));
    }
}
