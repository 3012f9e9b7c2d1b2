package school.tandem.sample;

import java.util.SplittableRandom;
import school.tandem.sample.SamplePeople.Student;

/** What a student has at home to work with. */
record Home(boolean device, boolean connection) {

    static Home of(Student student) {
        SplittableRandom random =
                new SplittableRandom(SampleFiles.SEED + 1 + student.id().hashCode() * 31);
        boolean device = random.nextDouble() < 0.96;
        return new Home(device, device && random.nextDouble() < 0.93);
    }

    /** Some never work online, more of those who have little to do it with. */
    static boolean isNeverOnline(Student student) {
        Home home = of(student);
        return own(student) < (!home.device ? 0.55 : !home.connection ? 0.3 : 0.11);
    }

    /** How eager a student is, from 0 to 1. */
    static double own(Student student) {
        return new SplittableRandom(SampleFiles.SEED + student.id().hashCode()).nextDouble();
    }
}
