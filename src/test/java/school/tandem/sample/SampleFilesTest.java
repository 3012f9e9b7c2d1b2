package school.tandem.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleFilesTest {

    @TempDir Path folder;

    @Test
    void onAnyDayTheDecisionIsBehindAndTheMoveAheadInTheSameYear() {
        for (LocalDate day = LocalDate.of(2026, 1, 1);
                day.isBefore(LocalDate.of(2029, 1, 1));
                day = day.plusDays(1)) {
            SampleDates dates = new SampleDates(day);
            assertThat(
                            List.of(
                                    dates.yearStart(),
                                    dates.historyStart(),
                                    dates.firstTraining(),
                                    dates.decision(),
                                    day,
                                    dates.move(),
                                    dates.secondTerm(),
                                    dates.yearEnd()))
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(dates.move().getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
            assertThat(dates.holiday()).isBetween(dates.historyStart(), dates.decision());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-24", "2027-01-01", "2027-07-14", "2028-02-29", "2028-03-04"})
    void theFilesAreTheSameForTheSameDayAndKnowNothingOfTomorrow(LocalDate day) throws IOException {
        Map<String, String> first = written(day, "first");
        assertThat(written(day, "second")).isEqualTo(first);
        int assigned = 2;
        int handedIn = 4;
        assertThat(days(first.get("lineItems.csv"), assigned)).allMatch(at -> !at.isAfter(day));
        assertThat(days(first.get("lineItems.csv"), assigned)).contains(last(day, first));
        assertThat(days(first.get("results.csv"), handedIn))
                .hasSizeGreaterThan(5000)
                .allMatch(at -> !at.isAfter(day));
        assertThat(days(first.get("lessons.csv"), 2))
                .hasSizeGreaterThan(2000)
                .allMatch(at -> !at.isAfter(day))
                .anyMatch(at -> at.isAfter(day.minusDays(9)));
        assertThat(first.get("users.csv").lines().filter(line -> line.contains(",teacher,")))
                .hasSize(60);
        assertThat(first.get("users.csv").lines().filter(line -> line.contains(",student,")))
                .hasSize(812);
    }

    /** Work was set in the last seven days, or the sample would be stale when it is loaded. */
    private static LocalDate last(LocalDate day, Map<String, String> files) {
        LocalDate last =
                days(files.get("lineItems.csv"), 2).stream()
                        .max(LocalDate::compareTo)
                        .orElseThrow();
        assertThat(last).isAfter(day.minusDays(7));
        return last;
    }

    private static List<LocalDate> days(String csv, int column) {
        return csv.lines().skip(1).map(line -> LocalDate.parse(line.split(",")[column])).toList();
    }

    private Map<String, String> written(LocalDate day, String name) throws IOException {
        Path into = folder.resolve(name);
        SampleFiles sample = new SampleFiles(new SampleDates(day));
        sample.writeBundle(into);
        sample.writeLessons(into.resolve("lessons.csv"));
        Map<String, String> files = new TreeMap<>();
        try (var all = Files.list(into)) {
            for (Path file : all.toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return files;
    }
}
