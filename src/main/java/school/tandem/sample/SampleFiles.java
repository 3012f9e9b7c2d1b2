package school.tandem.sample;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import school.tandem.sample.SamplePeople.SchoolClass;
import school.tandem.sample.SamplePeople.Student;
import school.tandem.sample.SamplePeople.Teacher;

/**
 * Writes the sample school as the files that a real one would export: a OneRoster 1.1 bundle, the
 * attendance of lessons online, and the answers of a home-access survey. The same for the same day,
 * always.
 */
final class SampleFiles {

    static final long SEED = 850_500;
    private static final String SCHOOL = "riverside";

    /** The title of the category of what is no work online. */
    static final String ON_PAPER = "Worksheet";

    private final SampleDates dates;
    private final Random random = new Random(SEED);
    private final SamplePeople people = new SamplePeople(random);

    SampleFiles(SampleDates dates) {
        this.dates = dates;
    }

    /** Writes the bundle's files into this folder. */
    void writeBundle(Path folder) throws IOException {
        Files.createDirectories(folder);
        write(
                folder,
                "orgs",
                "sourcedId,name,type,parentSourcedId",
                csv -> {
                    csv.writeRecord("district", "Riverside district", "district", "");
                    csv.writeRecord(SCHOOL, "Riverside High School", "school", "district");
                });
        write(
                folder,
                "academicSessions",
                "sourcedId,title,type,startDate,endDate,parentSourcedId,schoolYear",
                this::sessions);
        write(
                folder,
                "users",
                "sourcedId,enabledUser,orgSourcedIds,role,username,givenName,familyName,email,grades",
                this::users);
        write(folder, "courses", "sourcedId,title,orgSourcedId", this::courses);
        write(
                folder,
                "classes",
                "sourcedId,title,grades,courseSourcedId,classType,schoolSourcedId,termSourcedIds,subjects",
                this::classes);
        write(
                folder,
                "enrollments",
                "sourcedId,classSourcedId,schoolSourcedId,userSourcedId,role,primary",
                this::enrolments);
        write(
                folder,
                "categories",
                "sourcedId,title",
                csv -> {
                    csv.writeRecord("work", "Assignment");
                    csv.writeRecord("quiz", "Quiz");
                    csv.writeRecord("paper", ON_PAPER);
                });
        writeWork(folder);
    }

    /** Writes what families said about devices and connections at home. */
    void writeHomeAccess(Path file) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord("student id", "device", "connection", "date");
            Random answers = new Random(SEED + 1);
            for (Student student : people.students()) {
                double asked = student.grade() == 9 ? 0.74 : 0.95;
                Home home = Home.of(student);
                LocalDate on = dates.firstTraining().plusDays(answers.nextInt(30));
                if (answers.nextDouble() < asked && !on.isAfter(dates.today())) {
                    csv.writeRecord(
                            student.id(),
                            home.device() ? "yes" : "no",
                            home.connection() ? "yes" : "no",
                            on.toString());
                }
            }
        }
    }

    /** Writes who was there in lessons online. */
    void writeLessons(Path file) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            new SampleLessons(dates).write(people.classes(), csv);
        }
    }

    List<Teacher> teachers() {
        return people.teachers();
    }

    private void sessions(CsvWriter csv) {
        String year = Integer.toString(dates.yearEnd().getYear());
        csv.writeRecord(
                "year",
                "School year",
                "schoolYear",
                day(dates.yearStart()),
                day(dates.yearEnd()),
                "",
                year);
        csv.writeRecord(
                "first",
                "First semester",
                "semester",
                day(dates.yearStart()),
                day(dates.secondTerm()),
                "year",
                year);
        csv.writeRecord(
                "second",
                "Second semester",
                "semester",
                day(dates.secondTerm()),
                day(dates.yearEnd()),
                "year",
                year);
    }

    private void users(CsvWriter csv) {
        for (Teacher t : people.teachers()) {
            csv.writeRecord(
                    t.id(),
                    "true",
                    SCHOOL,
                    "teacher",
                    t.email(),
                    t.givenName(),
                    t.familyName(),
                    t.email(),
                    "");
        }
        csv.writeRecord(
                "office",
                "true",
                SCHOOL,
                "administrator",
                "office",
                "School",
                "Office",
                "office@riverside.example",
                "");
        for (Student s : people.students()) {
            csv.writeRecord(
                    s.id(),
                    "true",
                    SCHOOL,
                    "student",
                    s.email(),
                    s.givenName(),
                    s.familyName(),
                    s.email(),
                    grade(s.grade()));
        }
    }

    private void courses(CsvWriter csv) {
        people.classes().stream()
                .map(SampleFiles::course)
                .distinct()
                .forEach(course -> csv.writeRecord(course, course, "district"));
    }

    private void classes(CsvWriter csv) {
        for (SchoolClass c : people.classes()) {
            csv.writeRecord(
                    c.id(),
                    c.title(),
                    grade(c.grade()),
                    course(c),
                    "scheduled",
                    SCHOOL,
                    "first,second",
                    c.department());
        }
    }

    private void enrolments(CsvWriter csv) {
        for (SchoolClass c : people.classes()) {
            csv.writeRecord(
                    "e-" + c.id() + "-" + c.teacher().id(),
                    c.id(),
                    SCHOOL,
                    c.teacher().id(),
                    "teacher",
                    "true");
            for (Student s : c.students()) {
                csv.writeRecord(
                        "e-" + c.id() + "-" + s.id(), c.id(), SCHOOL, s.id(), "student", "");
            }
        }
    }

    /** Work set and handed in: more teachers and more students from week to week. */
    private void writeWork(Path folder) throws IOException {
        try (CsvWriter items = CsvWriter.builder().build(folder.resolve("lineItems.csv"));
                CsvWriter results = CsvWriter.builder().build(folder.resolve("results.csv"))) {
            items.writeRecord(
                    "sourcedId",
                    "title",
                    "assignDate",
                    "dueDate",
                    "classSourcedId",
                    "categorySourcedId");
            results.writeRecord(
                    "sourcedId",
                    "lineItemSourcedId",
                    "studentSourcedId",
                    "scoreStatus",
                    "scoreDate");
            for (SchoolClass c : people.classes()) {
                writeWork(c, items, results);
            }
        }
    }

    private void writeWork(SchoolClass c, CsvWriter items, CsvWriter results) {
        SplittableRandom of = new SplittableRandom(SEED + c.teacher().id().hashCode());
        int assignmentsFrom = startWeek(of, c.department(), 0.78);
        int quizzesFrom = firstQuizWeek(of, c.department());
        for (int week = 0; week <= SampleDates.WEEKS_OF_HISTORY; week++) {
            LocalDate set =
                    dates.historyStart()
                            .plusWeeks(week)
                            .plusDays(Math.floorMod(c.id().hashCode(), 3));
            if (week >= assignmentsFrom && !set.isAfter(dates.today())) {
                writeItem(c, "work", week, set, set.plusDays(4), items, results);
            }
            boolean onPaper = week < assignmentsFrom || week % 4 == 3;
            if (onPaper && !set.isAfter(dates.today())) {
                items.writeRecord(
                        c.id() + "-paper-" + week,
                        "Worksheet " + (week + 1),
                        day(set),
                        "",
                        c.id(),
                        "paper");
            }
            boolean quiz = week >= quizzesFrom && (week - quizzesFrom) % 2 == 0;
            if (quiz && !set.plusDays(1).isAfter(dates.today())) {
                writeItem(c, "quiz", week, set.plusDays(1), set.plusDays(3), items, results);
            }
        }
    }

    /** The week of the history in which a teacher began; beyond its end for those who have not. */
    private static int startWeek(SplittableRandom random, String department, double everStarts) {
        double eager = department.equals("Computing") ? 0.5 : department.equals("Arts") ? 1.2 : 0.9;
        return random.nextDouble() < everStarts / Math.max(eager, 0.9)
                ? (int) (random.nextDouble() * 9 * eager)
                : SampleDates.WEEKS_OF_HISTORY + 5;
    }

    /** Some give quizzes long before they are trained to, most in the weeks after it. */
    private static int firstQuizWeek(SplittableRandom random, String department) {
        int early = startWeek(random, department, 0.2) + 2;
        boolean afterTraining = random.nextDouble() < 0.6;
        return early <= SampleDates.WEEKS_OF_HISTORY || !afterTraining
                ? early
                : SampleDates.WEEKS_OF_HISTORY - 3 + random.nextInt(3);
    }

    private void writeItem(
            SchoolClass c,
            String category,
            int week,
            LocalDate set,
            LocalDate due,
            CsvWriter items,
            CsvWriter results) {
        String id = c.id() + "-" + category + "-" + week;
        items.writeRecord(
                id,
                (category.equals("quiz") ? "Quiz " : "Assignment ") + (week + 1),
                day(set),
                day(due),
                c.id(),
                category);
        for (Student s : c.students()) {
            LocalDate on = handInDay(set.plusDays(random.nextInt(6)));
            if (random.nextDouble() < likelihood(s, week) && !on.isAfter(dates.today())) {
                results.writeRecord("r-" + id + "-" + s.id(), id, s.id(), "fully graded", day(on));
            }
        }
    }

    /** Most of what would fall on a day without school is handed in the school day beside it. */
    private LocalDate handInDay(LocalDate day) {
        LocalDate on = day;
        if (dates.isFree(on) && random.nextDouble() < 0.8) {
            int step = on.getDayOfWeek() == DayOfWeek.SUNDAY ? 1 : -1;
            while (dates.isFree(on)) {
                on = on.plusDays(step);
            }
        }
        return on;
    }

    /**
     * How likely a student hands in online: some never do, more of those who have little to do it
     * with at home; most do more from week to week.
     */
    private static double likelihood(Student student, int week) {
        double level = 0.3 + 0.45 * Home.own(student) - (student.grade() == 9 ? 0.12 : 0);
        return Home.isNeverOnline(student) ? 0 : Math.min(0.95, level * (0.35 + 0.06 * week));
    }

    private static String course(SchoolClass c) {
        return c.title().substring(0, c.title().indexOf(" · "));
    }

    private static String grade(int grade) {
        return grade < 10 ? "0" + grade : Integer.toString(grade);
    }

    private static String day(LocalDate day) {
        return day.toString();
    }

    private interface Rows {
        void writeTo(CsvWriter csv);
    }

    private static void write(Path folder, String name, String header, Rows rows)
            throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(folder.resolve(name + ".csv"))) {
            csv.writeRecord(Stream.of(header.split(",")).toList());
            rows.writeTo(csv);
        }
    }
}
