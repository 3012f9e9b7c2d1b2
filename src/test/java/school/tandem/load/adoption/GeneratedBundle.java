package school.tandem.load.adoption;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A OneRoster bundle of real schools with invented people and work: always the same for the same
 * schools and number of submissions, and written without being held in memory. Students are in
 * cohorts of 25 with four classes each. One in ten has handed nothing in for six weeks, one in
 * seven takes no quiz online.
 */
final class GeneratedBundle {

    /** The day on which the benchmark is: a Wednesday in the middle of the school year. */
    static final LocalDate TODAY = LocalDate.of(2026, 3, 11);

    static final String DISTRICT = "Bench";

    private static final LocalDate YEAR_STARTS = LocalDate.of(2025, 9, 3);
    private static final LocalDate QUIET_SINCE = TODAY.minusWeeks(6);
    private static final String[] SUBJECTS = {"Mathematics", "English", "Science", "History"};
    private static final int CLASSES = SUBJECTS.length;
    private static final int COHORT = 25;

    /** For each five hand-ins there are six pieces of work. */
    private static final double WORK_PER_HAND_IN = 1.2;

    private final List<RealSchool> schools;
    private final long submissions;
    private final long students;
    private final int workPerClass;

    GeneratedBundle(List<RealSchool> schools, long submissions) {
        this.schools = schools;
        this.submissions = submissions;
        this.students = schools.stream().mapToLong(RealSchool::students).sum();
        this.workPerClass =
                (int) Math.ceil(WORK_PER_HAND_IN * submissions / students / CLASSES + .5);
    }

    long students() {
        return students;
    }

    long submissions() {
        return submissions;
    }

    /** Lines of a file. */
    private interface Lines {
        void to(Writer out) throws IOException;
    }

    /** What is done for each cohort. */
    private interface Taker {
        void take(Cohort cohort) throws IOException;
    }

    /**
     * Students who have all classes in common.
     *
     * @param number counted over all schools, from 0; so are students and teachers
     */
    private record Cohort(
            RealSchool school,
            int schoolNumber,
            long number,
            long firstStudent,
            int size,
            int grade,
            long firstTeacher) {

        long schoolClass(int subject) {
            return number * CLASSES + subject;
        }

        long teacher(int subject) {
            return firstTeacher + Math.floorMod(schoolClass(subject), school.teachers());
        }
    }

    void write(Path zip) throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            file(out, "manifest.csv", w -> w.write("propertyName,value\noneroster.version,1.1\n"));
            file(out, "orgs.csv", this::orgs);
            file(out, "academicSessions.csv", GeneratedBundle::sessions);
            file(out, "users.csv", this::users);
            file(out, "courses.csv", GeneratedBundle::courses);
            file(out, "classes.csv", this::classes);
            file(out, "enrollments.csv", this::enrolments);
            file(out, "categories.csv", w -> w.write("sourcedId,title\nhw,Homework\nqz,Quiz\n"));
            file(out, "lineItems.csv", this::lineItems);
            file(out, "results.csv", this::results);
        }
    }

    private static void file(ZipOutputStream zip, String name, Lines lines) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Writer out =
                new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 16);
        lines.to(out);
        out.flush();
        zip.closeEntry();
    }

    private void orgs(Writer out) throws IOException {
        out.write("sourcedId,name,type,parentSourcedId\nd," + DISTRICT + ",district,\n");
        for (RealSchool school : schools) {
            line(out, "o", school.id(), ",\"", school.name(), "\",school,d\n");
        }
    }

    private static void sessions(Writer out) throws IOException {
        out.write("sourcedId,title,type,startDate,endDate,parentSourcedId,schoolYear\n");
        line(out, "y,2025-26,schoolYear,", YEAR_STARTS, ",2026-06-20,,2026\n");
        line(out, "s1,Fall,semester,", YEAR_STARTS, ",2026-01-31,y,2026\n");
        line(out, "s2,Spring,semester,2026-01-31,2026-06-20,y,2026\n");
    }

    private static void courses(Writer out) throws IOException {
        out.write("sourcedId,title,courseCode,orgSourcedId\n");
        for (String subject : SUBJECTS) {
            line(out, subject, ',', subject, ',', subject, ",d\n");
        }
    }

    private void users(Writer out) throws IOException {
        out.write(
                "sourcedId,enabledUser,orgSourcedIds,role,username,givenName,familyName,email,grades\n");
        long teacher = 0;
        for (RealSchool school : schools) {
            for (int i = 0; i < school.teachers(); i++, teacher++) {
                line(out, "T", teacher, ",true,o", school.id(), ",teacher,t", teacher);
                line(out, ",Teacher,No ", teacher, ",t", teacher, "@bench.example,\n");
            }
        }
        eachCohort(cohort -> {
            String grade = (cohort.grade() < 10 ? "0" : "") + cohort.grade();
            for (long s = cohort.firstStudent(); s < cohort.firstStudent() + cohort.size(); s++) {
                line(out, "S", s, ",true,o", cohort.school().id(), ",student,s", s);
                line(out, ",Student,No ", s, ",s", s, "@bench.example,", grade, '\n');
            }
        });
    }

    private void classes(Writer out) throws IOException {
        out.write("sourcedId,title,courseSourcedId,schoolSourcedId,termSourcedIds,subjects\n");
        eachCohort(cohort -> {
            for (int c = 0; c < CLASSES; c++) {
                line(out, "C", cohort.schoolClass(c), ',', SUBJECTS[c], ' ', cohort.number(), ',');
                line(out, SUBJECTS[c], ",o", cohort.school().id(), ",y,", SUBJECTS[c], '\n');
            }
        });
    }

    private void enrolments(Writer out) throws IOException {
        out.write("sourcedId,classSourcedId,schoolSourcedId,userSourcedId,role,primary\n");
        eachCohort(cohort -> {
            for (int c = 0; c < CLASSES; c++) {
                long schoolClass = cohort.schoolClass(c);
                String where = ",C" + schoolClass + ",o" + cohort.school().id();
                line(out, "ET", schoolClass, where, ",T", cohort.teacher(c), ",teacher,true\n");
                for (int i = 0; i < cohort.size(); i++) {
                    long student = cohort.firstStudent() + i;
                    line(out, 'E', student * CLASSES + c, where, ",S", student, ",student,false\n");
                }
            }
        });
    }

    private void lineItems(Writer out) throws IOException {
        out.write("sourcedId,title,assignDate,dueDate,classSourcedId,categorySourcedId\n");
        eachCohort(cohort -> {
            for (int c = 0; c < CLASSES; c++) {
                long schoolClass = cohort.schoolClass(c);
                for (int w = 0; w < workPerClass; w++) {
                    LocalDate due = due(schoolClass, w);
                    line(out, 'L', schoolClass * workPerClass + w, ",Work ", w + 1, ',');
                    line(out, due.minusWeeks(1), ',', due, ",C", schoolClass);
                    line(out, isQuiz(schoolClass, w) ? ",qz\n" : ",hw\n");
                }
            }
        });
    }

    private void results(Writer out) throws IOException {
        out.write("sourcedId,lineItemSourcedId,studentSourcedId,scoreStatus,score,scoreDate\n");
        long[] number = {0};
        eachCohort(cohort -> {
            for (int c = 0; c < CLASSES; c++) {
                for (int w = 0; w < workPerClass; w++) {
                    for (int i = 0; i < cohort.size(); i++) {
                        long student = cohort.firstStudent() + i;
                        if (isGiven(student, c * workPerClass + w)) {
                            result(out, number[0]++, student, cohort.schoolClass(c), w);
                        }
                    }
                }
            }
        });
    }

    private void result(Writer out, long number, long student, long schoolClass, int work)
            throws IOException {
        LocalDate due = due(schoolClass, work);
        LocalDate on = due.minusDays((student + work) % 6);
        boolean quiet = student % 10 == 3 && due.isAfter(QUIET_SINCE);
        boolean avoided = student % 7 == 2 && isQuiz(schoolClass, work);
        line(out, 'R', number, ",L", schoolClass * workPerClass + work, ",S", student);
        if (quiet || avoided) {
            line(out, ",not submitted,,\n");
        } else {
            line(out, ",fully graded,7,", on.isAfter(TODAY) ? TODAY : on, '\n');
        }
    }

    /** Spread evenly over the year so far; the last is due in some days. */
    private LocalDate due(long schoolClass, int work) {
        long days = YEAR_STARTS.plusWeeks(1).until(TODAY, java.time.temporal.ChronoUnit.DAYS) + 3;
        return YEAR_STARTS
                .plusWeeks(1)
                .plusDays(days * (work + 1) / workPerClass)
                .minusDays(schoolClass % 3);
    }

    private static boolean isQuiz(long schoolClass, int work) {
        return (schoolClass + work) % 5 == 0;
    }

    /** Whether a row says what became of a student's work; as many students' as there are rows. */
    private boolean isGiven(long student, int work) {
        long all = (long) CLASSES * workPerClass;
        long own = submissions * (student + 1) / students - submissions * student / students;
        long at = (work + student * 7) % all;
        return (at * own + all - 1) / all < ((at + 1) * own + all - 1) / all;
    }

    private void eachCohort(Taker taker) throws IOException {
        long cohort = 0;
        long student = 0;
        long teacher = 0;
        for (int n = 0; n < schools.size(); n++) {
            RealSchool school = schools.get(n);
            int cohorts = (school.students() + COHORT - 1) / COHORT;
            int grades = school.highest() - school.lowest() + 1;
            for (int i = 0; i < cohorts; i++) {
                int size = Math.min(COHORT, school.students() - i * COHORT);
                int grade = school.lowest() + i * grades / cohorts;
                taker.take(new Cohort(school, n, cohort, student, size, grade, teacher));
                cohort++;
                student += size;
            }
            teacher += school.teachers();
        }
    }

    private static void line(Writer out, Object... parts) throws IOException {
        for (Object part : parts) {
            out.write(part.toString());
        }
    }
}
