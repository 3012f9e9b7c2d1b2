package school.tandem.adoption.intake;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.ClassId;

/**
 * What an export reports: silence about it is a no.
 *
 * @param habits of students and teachers
 * @param classes of which it speaks
 * @param from the first day of which it speaks; null: it tells all that there was up to the last
 * @param until the last day of which it speaks; null: none
 */
public record Reported(
        Set<Did> habits,
        Set<ClassId> classes,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    public Reported {
        habits = Set.copyOf(habits);
        classes = Set.copyOf(classes);
    }

    short ofStudents() {
        return bits(habits, true);
    }

    short ofTeachers() {
        return bits(habits, false);
    }

    private static short bits(Collection<Did> habits, boolean ofStudents) {
        int bits = 0;
        for (Did did : habits.isEmpty() ? EnumSet.noneOf(Did.class) : EnumSet.copyOf(habits)) {
            bits |= did.ofStudents() == ofStudents ? did.bit() : 0;
        }
        return (short) bits;
    }
}
