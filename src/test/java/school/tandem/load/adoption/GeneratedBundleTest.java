package school.tandem.load.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the benchmark imports is what it says it is. */
class GeneratedBundleTest {

    private static final List<RealSchool> TWO =
            List.of(
                    new RealSchool("01", "1", "One", "North", 60, 3, 9, 12),
                    new RealSchool("02", "1", "One", "South", 31, 2, 0, 5));

    @TempDir private Path folder;

    @Test
    void theDirectoryHasEverySchoolOfTheState() throws IOException {
        List<RealSchool> all = RealSchool.all();
        assertThat(all).hasSize(2553);
        assertThat(all.stream().mapToInt(RealSchool::students).sum()).isEqualTo(1_087_883);
        assertThat(all).allMatch(school -> school.students() == 0 || school.teachers() > 0);
        assertThat(all).anyMatch(school -> school.students() == 0);
        assertThat(all).allMatch(school -> school.id().length() == 12);
    }

    @Test
    void aSchoolADistrictAndTheStateAreAsLargeAsTheySay() throws IOException {
        assertThat(Scale.SCHOOL.schools()).singleElement().matches(s -> s.students() == 997);
        assertThat(Scale.DISTRICT.schools().stream().mapToInt(RealSchool::students).sum())
                .isEqualTo(51_025);
        assertThat(Scale.STATE.schools()).hasSize(2553);
    }

    @Test
    void everySubmissionIsOfAnotherStudentOrOtherWork() throws IOException {
        for (int submissions : new int[] {91, 400, 5000}) {
            List<String> rows = rows(write("a.zip", submissions), "results.csv");
            Set<String> facts = new HashSet<>();
            rows.forEach(row -> facts.add(row.split(",")[1] + row.split(",")[2]));
            assertThat(rows).hasSize(submissions);
            assertThat(facts).hasSize(submissions);
        }
    }

    @Test
    void theSameIsWrittenEachTime() throws IOException {
        Path one = write("a.zip", 700);
        Path other = write("b.zip", 700);
        for (String file : List.of("users.csv", "enrollments.csv", "lineItems.csv")) {
            assertThat(rows(one, file)).isEqualTo(rows(other, file)).isNotEmpty();
        }
    }

    private Path write(String name, int submissions) throws IOException {
        Path zip = folder.resolve(name);
        Files.deleteIfExists(zip);
        new GeneratedBundle(TWO, submissions).write(zip);
        return zip;
    }

    private static List<String> rows(Path zip, String file) throws IOException {
        try (var in = new ZipFile(zip.toFile())) {
            return new String(
                            in.getInputStream(in.getEntry(file)).readAllBytes(),
                            StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
        }
    }
}
