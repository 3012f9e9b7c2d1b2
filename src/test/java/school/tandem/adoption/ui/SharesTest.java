package school.tandem.adoption.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import school.tandem.adoption.Answers;
import school.tandem.adoption.Figures;
import school.tandem.adoption.Group;
import school.tandem.adoption.GroupShares;
import school.tandem.adoption.Measure;
import school.tandem.disclosure.Shown;

class SharesTest {

    private static final Group LARGE = Group.department(1);
    private static final Group MIDDLE = Group.department(2);
    private static final Group SMALL = Group.department(3);

    private static final Figures FIGURES =
            new Figures(
                    LocalDate.of(2026, 11, 20),
                    null,
                    Map.of(
                            Group.SCHOOL,
                            Map.of(Measure.HANDED_IN, new Answers(75, 34, 10)),
                            LARGE,
                            Map.of(
                                    Measure.HANDED_IN, new Answers(48, 12, 20),
                                    Measure.HAND_IN_RATE, new Answers(300, 100, 0)),
                            MIDDLE,
                            Map.of(Measure.HANDED_IN, new Answers(15, 15, 0)),
                            SMALL,
                            Map.of(
                                    Measure.HANDED_IN, new Answers(2, 7, 0),
                                    Measure.HAND_IN_RATE, new Answers(40, 60, 0))));

    private static final Set<Group> ALL = new LinkedHashSet<>(List.of(LARGE, MIDDLE, SMALL));

    @Test
    void theSmallAndTheNextSmallestAreHidden() {
        assertThat(GroupShares.of(FIGURES, ALL, Measure.HANDED_IN))
                .containsEntry(LARGE, new Shown.Share(.8))
                .containsEntry(MIDDLE, new Shown.Hidden())
                .containsEntry(SMALL, new Shown.Hidden());
    }

    @Test
    void aGroupAloneTellsNoMoreThanAmongItsLike() {
        for (Group group : ALL) {
            assertThat(GroupShares.of(FIGURES, group, ALL, Measure.HANDED_IN))
                    .isEqualTo(GroupShares.of(FIGURES, ALL, Measure.HANDED_IN).get(group));
        }
    }

    @Test
    void workIsOfItsStudents() {
        assertThat(GroupShares.of(FIGURES, SMALL, ALL, Measure.HAND_IN_RATE))
                .isEqualTo(new Shown.Hidden());
    }

    @Test
    void howMuchIsUnknownIsSaidOnlyBesideAShare() {
        assertThat(words(LARGE)).isEqualTo("80% · 25% unknown");
        assertThat(words(SMALL)).isEqualTo("hidden");
    }

    @Test
    void aFileHasTheCellsOfTheScreen() throws IOException {
        List<List<String>> rows =
                ALL.stream().map(group -> List.of(group.key(), words(group))).toList();
        Files files = new Files("adoption", "By department", List.of("Department", "Share"), rows);
        var bytes = new ByteArrayOutputStream();
        files.export().writeCsv(bytes);
        assertThat(bytes.toString(StandardCharsets.UTF_8).substring(1))
                .isEqualToNormalizingNewlines(
                        "Department,Share\n1,80% · 25% unknown\n2,hidden\n3,hidden\n");
    }

    private static String words(Group group) {
        return Shares.words(
                GroupShares.of(FIGURES, group, ALL, Measure.HANDED_IN),
                FIGURES.of(group, Measure.HANDED_IN));
    }
}
