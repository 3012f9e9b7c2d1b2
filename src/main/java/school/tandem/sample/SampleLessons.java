package school.tandem.sample;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import school.tandem.sample.SamplePeople.SchoolClass;
import school.tandem.sample.SamplePeople.Student;

/**
 * The lessons that two departments hold online once a week, since their teachers have been trained
 * to: who was there, and where the teacher took attendance. Nothing tells of the other departments.
 */
final class SampleLessons {

    private static final Set<String> DEPARTMENTS = Set.of("Computing", "Mathematics");
    private static final double TAKE_ATTENDANCE = 0.75;

    private final SampleDates dates;

    SampleLessons(SampleDates dates) {
        this.dates = dates;
    }

    /** A row for each person, lesson and what they did. */
    void write(List<SchoolClass> classes, CsvWriter csv) {
        csv.writeRecord("person_id", "class", "date", "activity");
        classes.stream()
                .filter(c -> DEPARTMENTS.contains(c.department()))
                .forEach(c -> write(c, csv));
    }

    private void write(SchoolClass c, CsvWriter csv) {
        SplittableRandom of = new SplittableRandom(SampleFiles.SEED + c.id().hashCode());
        String teacher = c.teacher().id();
        var habit = new SplittableRandom(SampleFiles.SEED + 2 + teacher.hashCode() * 31);
        boolean takesAttendance = habit.nextDouble() < TAKE_ATTENDANCE;
        LocalDate first = dates.firstTraining().plusWeeks(1 + habit.nextInt(3));
        int weekday = Math.floorMod(c.id().hashCode(), 5);
        for (LocalDate day = first.plusDays(weekday);
                !day.isAfter(dates.today());
                day = day.plusWeeks(1)) {
            if (dates.isFree(day)) {
                continue;
            }
            if (takesAttendance) {
                csv.writeRecord(teacher, c.id(), day.toString(), "took attendance");
            }
            for (Student s : c.students()) {
                boolean there =
                        !Home.isNeverOnline(s) && of.nextDouble() < 0.5 + 0.45 * Home.own(s);
                csv.writeRecord(s.id(), c.id(), day.toString(), there ? "present" : "absent");
            }
        }
    }
}
