package school.tandem.adoption;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far asking the families of a school has come. Counted are students in a class that runs
 * today; whoever answered since the survey was opened, by whatever way, has answered.
 *
 * @param survey the school's last one; null: none was opened yet
 * @param asked students with a link
 * @param answered those of them whose family has answered
 * @param withoutLink students who have no link of this survey yet
 * @param byGrade of each grade, how many were asked and have answered, in the order of the grades
 * @param byWay how many students' last answers there are, of this survey or from before, by how
 *     they came
 * @param lastOn the day of the last answer; null: there is none
 * @param older last answers from before this school year
 */
public record SurveyStanding(
        @Nullable Survey survey,
        long asked,
        long answered,
        long withoutLink,
        Map<String, Reached> byGrade,
        Map<Via, Long> byWay,
        @Nullable LocalDate lastOn,
        long older) {

    /**
     * A survey.
     *
     * @param endsOn the last day on which families can answer by their links
     * @param open whether they can now
     */
    public record Survey(LocalDate openedOn, LocalDate endsOn, boolean open) {}

    /** How many of a group were asked, and have answered. */
    public record Reached(long asked, long answered) {
        Reached plus(Reached other) {
            return new Reached(asked + other.asked, answered + other.answered);
        }
    }

    /** Those asked whose answers are still to come. */
    public long toCome() {
        return asked - answered;
    }
}
