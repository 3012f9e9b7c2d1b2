package school.tandem.adoption.ui;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import school.tandem.adoption.SurveyStanding;
import school.tandem.adoption.Via;
import school.tandem.disclosure.Shown;
import school.tandem.disclosure.Suppression;
import school.tandem.disclosure.Tally;
import school.tandem.ui.HeatTable.Cell;
import school.tandem.ui.Texts;

/**
 * How far asking families has come, by grade, by way and by age; who was asked of a small grade,
 * and how few answered by a way, is nobody's business.
 */
final class SurveyTables {

    /** Whoever is in no grade. */
    private static final String NO_GRADE = "";

    /** Stands for a number that may not be told. */
    private static final int UNTOLD = -1;

    private SurveyTables() {}

    static Files byGrade(SurveyStanding standing) {
        Texts texts = Texts.here();
        Map<String, Shown> shown = Suppression.shares(tallies(standing), Suppression.STUDENTS);
        List<List<String>> rows = new ArrayList<>();
        standing.byGrade()
                .forEach((grade, reached) -> {
                    Shown answered = shown.getOrDefault(grade, new Shown.Hidden());
                    rows.add(
                            List.of(
                                    grade,
                                    answered instanceof Shown.Hidden
                                            ? texts.get("ui.hidden")
                                            : texts.number(reached.asked()),
                                    Cell.of(answered).text()));
                });
        return new Files(
                "survey-grades",
                texts.get("adoption.survey.byGrade"),
                List.of(
                        texts.get("adoption.grade"),
                        texts.get("adoption.survey.asked"),
                        texts.get("adoption.survey.answered")),
                rows);
    }

    /** With whoever is in no grade, who are what all grades leave of the total. */
    private static Map<String, Tally> tallies(SurveyStanding standing) {
        Map<String, Tally> tallies = new LinkedHashMap<>();
        long asked = standing.asked();
        long answered = standing.answered();
        for (var grade : standing.byGrade().entrySet()) {
            var reached = grade.getValue();
            tallies.put(grade.getKey(), tally(reached.answered(), reached.asked()));
            asked -= reached.asked();
            answered -= reached.answered();
        }
        if (asked > 0) {
            tallies.putIfAbsent(NO_GRADE, tally(answered, asked));
        }
        return tallies;
    }

    private static Tally tally(long answered, long asked) {
        return new Tally(answered, asked, asked);
    }

    static Files byWay(SurveyStanding standing) {
        Texts texts = Texts.here();
        Set<Via> hidden = Suppression.hidden(standing.byWay(), Suppression.STUDENTS);
        List<List<String>> rows = new ArrayList<>();
        standing.byWay()
                .forEach((via, answers) ->
                        rows.add(
                                List.of(
                                        texts.get("adoption.via." + via.code()),
                                        hidden.contains(via)
                                                ? texts.get("ui.hidden")
                                                : texts.number(answers))));
        return new Files(
                "survey-ways",
                texts.get("adoption.survey.byWay"),
                List.of(texts.get("adoption.survey.way"), texts.get("adoption.survey.answers")),
                rows);
    }

    /** How old the answers are: too few old ones, or new ones, are not told. */
    static String age(SurveyStanding standing) {
        Texts texts = Texts.here();
        LocalDate last = Objects.requireNonNull(standing.lastOn());
        long all = standing.byWay().values().stream().mapToLong(Long::longValue).sum();
        Set<Boolean> hidden =
                Suppression.hidden(
                        Map.of(true, standing.older(), false, all - standing.older()),
                        Suppression.STUDENTS);
        return texts.get(
                "adoption.survey.age",
                "day",
                texts.date(last),
                "older",
                hidden.contains(true) ? UNTOLD : standing.older());
    }
}
