package school.tandem.ui;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

class TableExportTest {

    private static final List<List<String>> TABLE =
            List.of(
                    List.of("name", "course", "completed_on"),
                    List.of("Íñigo \"Nacho\" O'Hara", "Online quizzes, 2nd; part", "2026-10-05"),
                    List.of("Ana\nSol", "001", ""),
                    List.of("李雷", "1,5", "true"));

    private final TableExport file =
            new TableExport(
                    "a table whose name is longer than a sheet's",
                    TABLE.getFirst(),
                    taker -> TABLE.stream().skip(1).forEach(taker));

    @Test
    void csvReadsBackAsItWas() throws IOException {
        var bytes = new ByteArrayOutputStream();
        file.writeCsv(bytes);
        String text = bytes.toString(StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF");
        assertThat(
                        CsvReader.builder().ofCsvRecord(text.substring(1)).stream()
                                .map(record -> List.copyOf(record.getFields()))
                                .toList())
                .isEqualTo(TABLE);
    }

    @Test
    void xlsxReadsBackAsItWas() throws IOException {
        var bytes = new ByteArrayOutputStream();
        file.writeXlsx(bytes);
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes.toByteArray()))) {
            List<List<String>> rows =
                    book.getFirstSheet().read().stream()
                            .map(row ->
                                    row.stream()
                                            .map(cell -> cell == null ? "" : cell.getText())
                                            .toList())
                            .toList();
            assertThat(rows).isEqualTo(TABLE);
        }
    }
}
