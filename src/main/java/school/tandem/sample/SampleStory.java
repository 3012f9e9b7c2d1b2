package school.tandem.sample;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.springframework.stereotype.Component;
import school.tandem.rollout.Checklists;
import school.tandem.rollout.Item;
import school.tandem.rollout.ItemState;
import school.tandem.roster.PeopleQueries;
import school.tandem.roster.PersonId;
import school.tandem.roster.Plan;
import school.tandem.roster.Schools;
import school.tandem.roster.StaffFilter;
import school.tandem.roster.StaffMember;
import school.tandem.roster.intake.StaffRole;
import school.tandem.security.SchoolKey;
import school.tandem.training.Attendance;
import school.tandem.training.AttendanceState;
import school.tandem.training.AttendanceVia;
import school.tandem.training.Bookings;
import school.tandem.training.Completions;
import school.tandem.training.CourseFields;
import school.tandem.training.CourseId;
import school.tandem.training.Courses;
import school.tandem.training.Practice;
import school.tandem.training.SessionFields;
import school.tandem.training.SessionId;
import school.tandem.training.Sessions;
import school.tandem.training.Skill;
import school.tandem.ui.Texts;

/** What happened at the sample school so far: training, and the checklist. */
@Component
class SampleStory {

    /**
     * A course and how it went.
     *
     * @param key of its title
     * @param sessions how many weeks after the first training each session was or will be
     * @param came which share of the staff it is for came to those behind
     * @param required of teachers; else of nobody
     * @param trains what it is to bring about
     */
    private record Taught(
            String key,
            int minutes,
            List<Integer> sessions,
            double came,
            boolean required,
            Practice trains) {}

    private static final List<Taught> TAUGHT =
            List.of(
                    new Taught("attendance", 45, List.of(0, 1, 3), .95, true, Practice.ATTENDANCE),
                    new Taught("quizzes", 60, List.of(2, 4, 7), .72, true, Practice.QUIZZES),
                    new Taught("video", 90, List.of(3, 5, 7), .64, true, Practice.ANY),
                    new Taught("coach", 120, List.of(1, 4), .05, false, Practice.ANY));

    private static final long SEED = 23;
    private static final int SEATS = 12;
    private static final int BOOKED = 14;

    private final Courses courses;
    private final Sessions sessions;
    private final Bookings bookings;
    private final Attendance attendance;
    private final Completions completions;
    private final Checklists checklists;
    private final PeopleQueries people;
    private final Schools schools;

    SampleStory(
            Courses courses,
            Sessions sessions,
            Bookings bookings,
            Attendance attendance,
            Completions completions,
            Checklists checklists,
            PeopleQueries people,
            Schools schools) {
        this.courses = courses;
        this.sessions = sessions;
        this.bookings = bookings;
        this.attendance = attendance;
        this.completions = completions;
        this.checklists = checklists;
        this.people = people;
        this.schools = schools;
    }

    void tell(Plan plan, SampleDates dates) {
        List<PersonId> teachers =
                people
                        .staff(plan.school(), new StaffFilter("", StaffRole.TEACHER, null), 0, 1000)
                        .stream()
                        .map(StaffMember::id)
                        .toList();
        Random random = new Random(SEED);
        TAUGHT.forEach(taught -> teach(plan.school(), dates, taught, teachers, random));
        tick(plan, dates);
    }

    private void teach(
            SchoolKey key,
            SampleDates dates,
            Taught taught,
            List<PersonId> teachers,
            Random random) {
        Texts texts = Texts.here();
        CourseId course =
                courses.add(
                        key,
                        CourseFields.of(
                                        texts.get("training.usual." + taught.key()),
                                        taught.minutes(),
                                        taught.required() ? Set.of(StaffRole.TEACHER) : Set.of(),
                                        taught.required() ? Skill.TRAINED : Skill.COACH)
                                .training(taught.trains()));
        List<PersonId> left = new ArrayList<>(teachers);
        long behind = taught.sessions().stream().filter(w -> isBehind(dates, w)).count();
        for (int week : taught.sessions()) {
            LocalDate day = day(dates, week);
            SessionId session =
                    sessions.plan(
                            key,
                            new SessionFields(
                                    course,
                                    day,
                                    LocalTime.of(15, 30),
                                    taught.minutes(),
                                    texts.get("sample.room"),
                                    "",
                                    texts.get("sample.trainer"),
                                    isBehind(dates, week) ? null : SEATS,
                                    1));
            if (isBehind(dates, week)) {
                double each = 1 - Math.pow(1 - taught.came(), 1.0 / behind);
                List<PersonId> there =
                        left.stream().filter(person -> random.nextDouble() < each).toList();
                if (!there.isEmpty()) {
                    attendance.mark(
                            key, session, there, AttendanceState.PRESENT, AttendanceVia.LIST);
                    left.removeAll(there);
                    absent(key, session, left);
                    attendance.close(key, session);
                }
            } else if (!left.isEmpty()) {
                bookings.bookFor(key, session, left.subList(0, Math.min(left.size(), BOOKED)));
            }
        }
        List<PersonId> say = left.subList(0, Math.min(left.size(), taught.required() ? 3 : 0));
        if (!say.isEmpty()) {
            completions.note(key, course, say, dates.today().minusDays(2));
        }
    }

    /** One or two had said that they would come, and did not. */
    private void absent(SchoolKey key, SessionId session, List<PersonId> left) {
        if (left.size() > 2) {
            attendance.mark(
                    key, session, left.subList(0, 2), AttendanceState.MISSING, AttendanceVia.LIST);
        }
    }

    private static LocalDate day(SampleDates dates, int week) {
        return dates.firstTraining().plusWeeks(week).plusDays(1 + week % 3);
    }

    private static boolean isBehind(SampleDates dates, int week) {
        return day(dates, week).isBefore(dates.today());
    }

    /** Most of what is due is done, a few days before or after its day; one item waits. */
    private void tick(Plan plan, SampleDates dates) {
        checklists.start(plan.school(), plan.id());
        ZoneId zone = schools.find(plan.school()).zone();
        List<Item> items = checklists.of(plan.school(), plan.id()).orElseThrow().items();
        Random random = new Random(SEED);
        boolean waits = false;
        for (Item item : items) {
            LocalDate done = item.dueOn().plusDays(random.nextInt(9) - 5L);
            if (done.isBefore(dates.today())) {
                if (item.gate() && !waits && item.daysBeforeMove() < 25) {
                    checklists.setState(plan.school(), plan.id(), item, ItemState.UNDER_WAY, "");
                    waits = true;
                } else {
                    checklists.doneAt(
                            plan.school(),
                            plan.id(),
                            item,
                            done.atTime(14, random.nextInt(60)).atZone(zone).toInstant());
                }
            } else if (item.dueOn().isBefore(dates.today().plusDays(4))) {
                checklists.setState(plan.school(), plan.id(), item, ItemState.UNDER_WAY, "");
            }
        }
    }
}
