package school.tandem.importing.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import school.tandem.roster.intake.RowTaker;

/** What results of OneRoster say became of work, in the words of both of its versions. */
class OneRosterResultsTest {

    @TempDir Path folder;

    @Test
    void aScoreOfWhatIsMissingIsNoHandIn() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("results.csv"),
                        """
                        sourcedId,status,dateLastModified,lineItemSourcedId,studentSourcedId,scoreStatus,score,scoreDate,comment,inProgress,late,missing
                        a,,,l,1,fully graded,0,2026-09-09,,,,true
                        b,,,l,2,fully graded,9,2026-09-09,"good
                        work",,true,false
                        c,,,l,3,submitted,,2026-09-08,,,,true
                        d,,,l,4,Partially Graded,5,2026-09-09,,true,,
                        e,,,l,5,exempt,,,,,,true
                        f,,,l,6,notSubmitted,,,,,,
                        g,,,l,7,submitted,,2026-09-09T00:00:00.000Z,,,,
                        h,,,l,8,submitted,,2026-09-09T02:00:00Z,,,,
                        """);
        List<String> said = new ArrayList<>();
        try (Bundle bundle = Bundle.open(List.of(file))) {
            OneRosterReader.of(bundle, ZoneId.of("America/New_York"), Set.of())
                    .results(bytes -> {})
                    .read(
                            RowTaker.reading(row ->
                                    said.add(
                                            row.id()
                                                    + " "
                                                    + row.handIn()
                                                    + " "
                                                    + row.handedInOn())));
        }
        assertThat(said)
                .containsExactly(
                        "a NOT_HANDED_IN null",
                        "b HANDED_IN 2026-09-09",
                        "c HANDED_IN 2026-09-08",
                        "d HANDED_IN 2026-09-09",
                        "e EXEMPT null",
                        "f NOT_HANDED_IN null",
                        "g HANDED_IN 2026-09-09",
                        "h HANDED_IN 2026-09-08");
    }
}
