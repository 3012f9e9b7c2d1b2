package school.tandem.adoption.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import school.tandem.adoption.SurveyStanding;
import school.tandem.adoption.SurveyStanding.Reached;
import school.tandem.adoption.Via;

/** What of a survey is told of few. */
class SurveyTablesTest {

    @Test
    void aSmallGradeAndTheNextSmallestAreHidden() {
        Map<String, Reached> grades = new LinkedHashMap<>();
        grades.put("9", new Reached(40, 20));
        grades.put("10", new Reached(20, 10));
        grades.put("11", new Reached(3, 2));
        assertThat(SurveyTables.byGrade(standing(63, 32, grades, Map.of(), 0)).rows())
                .containsExactly(
                        List.of("9", "40", "50%"),
                        List.of("10", "hidden", "hidden"),
                        List.of("11", "hidden", "hidden"));
    }

    @Test
    void gradesDoNotGiveAwayTheFewWhoAreInNone() {
        Map<String, Reached> grades = new LinkedHashMap<>();
        grades.put("9", new Reached(40, 20));
        grades.put("10", new Reached(20, 10));
        assertThat(SurveyTables.byGrade(standing(62, 31, grades, Map.of(), 0)).rows())
                .containsExactly(List.of("9", "40", "50%"), List.of("10", "hidden", "hidden"));
    }

    @Test
    void howFewAnsweredByAWayIsHiddenInTheFileToo() throws IOException {
        Map<Via, Long> ways = new LinkedHashMap<>();
        ways.put(Via.LINK, 50L);
        ways.put(Via.PAPER, 12L);
        ways.put(Via.PHONE, 1L);
        Files files = SurveyTables.byWay(standing(0, 0, Map.of(), ways, 0));
        var bytes = new ByteArrayOutputStream();
        files.export().writeCsv(bytes);
        assertThat(bytes.toString(StandardCharsets.UTF_8).substring(1))
                .isEqualToNormalizingNewlines(
                        "How it came,Answers\nBy link,50\nOn paper,hidden\nBy phone,hidden\n");
    }

    @Test
    void howFewAnswersAreOldOrNewIsHidden() {
        assertThat(age(30, 0)).endsWith("None is from before this school year.");
        assertThat(age(30, 15)).endsWith("15 are from before this school year.");
        assertThat(age(30, 1)).endsWith("How many are from before this school year is hidden.");
        assertThat(age(30, 28)).endsWith("How many are from before this school year is hidden.");
    }

    private static String age(long all, long older) {
        return SurveyTables.age(standing(0, 0, Map.of(), Map.of(Via.LINK, all), older));
    }

    private static SurveyStanding standing(
            long asked,
            long answered,
            Map<String, Reached> grades,
            Map<Via, Long> ways,
            long older) {
        LocalDate day = LocalDate.of(2026, 11, 20);
        return new SurveyStanding(
                new SurveyStanding.Survey(day, day, true),
                asked,
                answered,
                0,
                grades,
                ways,
                day,
                older);
    }
}
