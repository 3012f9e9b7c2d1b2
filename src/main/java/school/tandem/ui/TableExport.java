package school.tandem.ui;

import com.vaadin.flow.server.streams.DownloadHandler;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A table as a file, CSV or XLSX; both hold the same rows. */
public final class TableExport {

    /** Hands over the rows below the header, each as many cells as that has. */
    public interface Rows {
        void forEach(Consumer<List<String>> taker);
    }

    /** Without it, Excel takes the letters of a Spanish name for those of another alphabet. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String name;
    private final List<String> header;
    private final Rows rows;

    /**
     * @param name of the file, without an ending
     */
    public TableExport(String name, List<String> header, Rows rows) {
        this.name = name;
        this.header = header;
        this.rows = rows;
    }

    public DownloadHandler csv() {
        return event -> {
            event.setFileName(name + ".csv");
            event.setContentType("text/csv; charset=utf-8");
            writeCsv(event.getOutputStream());
        };
    }

    public DownloadHandler xlsx() {
        return event -> {
            event.setFileName(name + ".xlsx");
            event.setContentType(
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
            writeXlsx(event.getOutputStream());
        };
    }

    /** UTF-8 with a byte order mark; a text that a spreadsheet would run is made harmless. */
    public void writeCsv(OutputStream to) throws IOException {
        try (var out = new OutputStreamWriter(to, StandardCharsets.UTF_8);
                var csv = CsvWriter.builder().build(out)) {
            List<String> first = new ArrayList<>(header);
            first.set(0, BYTE_ORDER_MARK + first.getFirst());
            csv.writeRecord(first);
            rows.forEach(row -> csv.writeRecord(row.stream().map(TableExport::harmless).toList()));
        }
    }

    /** One sheet, all cells as text. */
    public void writeXlsx(OutputStream to) throws IOException {
        try (Workbook book = new Workbook(to, "Tandem", null)) {
            Worksheet sheet = book.newWorksheet(name.substring(0, Math.min(31, name.length())));
            int[] line = {0};
            write(sheet, line[0]++, header);
            rows.forEach(row -> write(sheet, line[0]++, row));
        }
    }

    private static void write(Worksheet sheet, int line, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            sheet.value(line, i, cells.get(i));
        }
    }

    /** A spreadsheet must not take a text for a formula, wherever it comes from. */
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
