package school.tandem.importing.ui;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import school.tandem.roster.intake.Held;
import school.tandem.roster.intake.Reason;

/** The file of held rows opens in a spreadsheet without running anything, and says what to do. */
class HeldCsvTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "=1\n+2",
                "=HYPERLINK(\"x\")"
            })
    void noCellIsAFormulaWhateverTheFileBrings(String evil) {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.forLanguageTag("es"))) {
            CsvRecord row = written(new Held(evil, 7, evil, evil, Reason.UNKNOWN_WORD), locale);
            assertThat(row.getFields()).noneMatch(cell -> cell.matches("(?s)[=+@\t\r\n-].*"));
            assertThat(row.getField(3)).isEqualTo("'" + evil);
            assertThat(row.getField(4)).contains("7");
        }
    }

    private static CsvRecord written(Held held, Locale locale) {
        var bytes = new ByteArrayOutputStream();
        try {
            HeldCsv.export(taker -> taker.accept(held), locale).writeCsv(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return CsvReader.builder().ofCsvRecord(bytes.toString(StandardCharsets.UTF_8)).stream()
                .skip(1)
                .findFirst()
                .orElseThrow();
    }
}
