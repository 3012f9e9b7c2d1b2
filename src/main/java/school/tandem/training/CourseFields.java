package school.tandem.training;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.intake.StaffRole;
import school.tandem.security.BadInput;

/** What a person says of a course. */
public record CourseFields(
        String title,
        int minutes,
        Requirement required,
        Skill gives,
        Practice trains,
        int parts,
        @Nullable Integer validMonths) {

    /** A course of one part that counts for good and does not say what it is to bring about. */
    public static CourseFields of(
            String title, int minutes, Set<StaffRole> requiredFor, Skill gives) {
        return new CourseFields(
                title, minutes, Requirement.of(requiredFor), gives, Practice.ANY, 1, null);
    }

    /** The same, of a course that says what it is to bring about. */
    public CourseFields training(Practice practice) {
        return new CourseFields(title, minutes, required, gives, practice, parts, validMonths);
    }

    /**
     * @throws BadInput where the title is blank or too long, or a number can't be
     */
    CourseFields checked() {
        String called = title.strip();
        require(!called.isEmpty() && called.length() <= 200, "title", "training.bad.title");
        require(minutes >= 1 && minutes <= 6000, "minutes", "training.bad.minutes");
        require(parts >= 1 && parts <= 20, "parts", "training.bad.parts");
        require(
                validMonths == null || (validMonths >= 1 && validMonths <= 240),
                "validMonths",
                "training.bad.validMonths");
        Due due = required.due();
        require(due == null || Math.abs(due.days()) <= 730, "dueDays", "training.bad.dueDays");
        return new CourseFields(called, minutes, required, gives, trains, parts, validMonths);
    }

    private static void require(boolean fine, String field, String sentence) {
        if (!fine) {
            throw new BadInput(field, sentence);
        }
    }
}
