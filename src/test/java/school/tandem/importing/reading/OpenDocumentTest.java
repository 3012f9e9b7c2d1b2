package school.tandem.importing.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables that LibreOffice and Moodle save as ODS. */
class OpenDocumentTest {

    @TempDir Path folder;

    private Path ods(String rows) throws IOException {
        Path file = folder.resolve("table.ods");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            put(zip, "mimetype", "application/vnd.oasis.opendocument.spreadsheet");
            put(
                    zip,
                    "content.xml",
                    """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
                    <office:body><office:spreadsheet><table:table table:name="one"><table:table-column/>
                    """
                            + rows
                            + """
                            </table:table><table:table table:name="two"><table:table-row><table:table-cell><text:p>other</text:p></table:table-cell></table:table-row></table:table>
                            </office:spreadsheet></office:body></office:document-content>
                            """);
        }
        return file;
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    @Test
    void theCellsOfItsFirstSheetAreRead() throws IOException {
        Path file =
                ods(
                        """
                        <table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>
                        <table:table-row><table:table-cell office:value-type="string"><text:p>Student</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Date<text:s text:c="2"/>of birth</text:p></table:table-cell><table:table-cell><text:p>Score</text:p></table:table-cell><table:table-cell><text:p>Share</text:p></table:table-cell><table:table-cell><text:p>Yes?</text:p></table:table-cell></table:table-row>
                        <table:table-row><table:table-cell office:value-type="string"><office:annotation><text:p>a note</text:p></office:annotation><text:p>Ana</text:p><text:p>Sol</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2026-09-14T14:05:00"><text:p>14.09.26</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="8.50"><text:p>8,5</text:p></table:table-cell><table:table-cell office:value-type="percentage" office:value="0.8"><text:p>80 %</text:p></table:table-cell><table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>WAHR</text:p></table:table-cell></table:table-row>
                        <table:table-row><table:table-cell table:number-columns-repeated="2"><text:p>-</text:p></table:table-cell></table:table-row>
                        <table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>
                        """);
        TableFile table = TableFile.open(file, "table.ods");
        List<String> rows = new ArrayList<>();
        table.read(row -> rows.add(row.line() + " " + row.cells()));
        assertThat(table.headers())
                .containsExactly("Student", "Date  of birth", "Score", "Share", "Yes?");
        assertThat(rows)
                .containsExactly("4 [Ana\nSol, 2026-09-14 14:05:00, 8.5, 80 %, yes]", "5 [-, -]");
        try (Bundle bundle = Bundle.open(List.of(file))) {
            assertThat(bundle.files()).extracting(BundleFile::name).containsExactly("table.ods");
        }
    }

    @Test
    void oneThatIsNoXmlIsRefused() throws IOException {
        Path file = ods("<table:table-row><table:table-cell>");
        assertThatThrownBy(() -> TableFile.open(file, "table.ods")).isInstanceOf(Refused.class);
    }
}
