package school.tandem.training;

import java.util.Set;
import school.tandem.roster.intake.StaffRole;
import school.tandem.security.BadInput;

/** What a person says of a course. */
public record CourseFields(
        String title, int minutes, Set<StaffRole> requiredFor, boolean givesCoach) {

    /**
     * @throws BadInput where the title is blank or too long, or the minutes are none
     */
    CourseFields checked() {
        String called = title.strip();
        if (called.isEmpty() || called.length() > 200) {
            throw new BadInput("title", "training.bad.title");
        }
        if (minutes < 1 || minutes > 6000) {
            throw new BadInput("minutes", "training.bad.minutes");
        }
        return new CourseFields(called, minutes, requiredFor, givesCoach);
    }
}
