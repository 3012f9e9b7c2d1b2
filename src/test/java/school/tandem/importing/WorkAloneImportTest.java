package school.tandem.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import school.tandem.Server;
import school.tandem.SettableClock;
import school.tandem.security.Access;
import school.tandem.security.Districts;

/** Line items and results that come without the roster, as gradebooks hand them over. */
@Tag("database")
@Tag("long")
class WorkAloneImportTest {

    private static Server server;

    @TempDir Path folder;

    @BeforeAll
    static void start() {
        server = Server.at(new SettableClock("2025-10-06T14:00:00Z"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private ImportReport take(Path... files) {
        var request =
                new ImportRequest(
                        List.of(files),
                        files[0].getFileName().toString(),
                        null,
                        ZoneId.of("America/New_York"),
                        false,
                        false);
        return server.bean(Access.class)
                .asInstallation(
                        () -> server.bean(Imports.class).run(request, new ImportProgress()));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void theyAreOfTheDistrictThatARosterHasBrought() throws IOException {
        Path results =
                file(
                        "results.csv",
                        """
                        sourcedId,status,dateLastModified,lineItemSourcedId,studentSourcedId,scoreStatus,score,scoreDate,comment
                        x1,,,w1,s1,fully graded,9,2025-09-12,
                        """);
        Path items =
                file(
                        "lineItems.csv",
                        """
                        sourcedId,status,dateLastModified,title,description,assignDate,dueDate,classSourcedId,categorySourcedId,gradingPeriodSourcedId,resultValueMin,resultValueMax
                        w1,,,Essay,,2025-09-08,2025-09-12,%s,,,0,10
                        """
                                .formatted(
                                        OneRosterBundle.of11().rows("enrollments.csv").stream()
                                                .filter(row -> row.contains("s1"))
                                                .findFirst()
                                                .orElseThrow()
                                                .get(3)));
        assertThat(take(results).refused()).contains("results.csv");
        ImportReport roster = take(OneRosterBundle.of11().zip(folder));
        assertThat(roster.refused()).isNull();

        ImportReport work = take(items, results);
        assertThat(Trial.heldRows(work)).isEmpty();
        assertThat(work.newDistrict()).isNull();
        assertThat(work.district()).isEqualTo(roster.district());
        assertThat(Trial.file(work, "results.csv").added()).isEqualTo(1);

        server.bean(Access.class)
                .asInstallation(() ->
                        server.bean(Districts.class).create("Other", ZoneId.of("UTC"), false));
        assertThat(take(results).refused()).contains("--district");
    }
}
