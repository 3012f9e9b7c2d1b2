package school.tandem.importing.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import school.tandem.importing.reading.TableFile.TableRow;

/** The first sheet of a workbook of LibreOffice, or of whatever else writes OpenDocument (ODS). */
final class OpenDocument {

    private static final String CONTENT = "content.xml";
    private static final int MOST_REPEATED = 1000;
    private static final Set<String> PASSED_OVER = Set.of("annotation", "table", "shapes");

    private final XMLStreamReader xml;
    private final Consumer<TableRow> taker;
    private final int mostColumns;
    private long line = 1;
    private int left;

    private OpenDocument(
            XMLStreamReader xml, Consumer<TableRow> taker, int mostRows, int mostColumns) {
        this.xml = xml;
        this.taker = taker;
        this.left = mostRows;
        this.mostColumns = mostColumns;
    }

    /** Whether a zip is one. */
    static boolean isOne(ZipFile zip) {
        return zip.getEntry(CONTENT) != null && zip.getEntry("mimetype") != null;
    }

    /** Reads the rows that are not blank. */
    static void read(BundleFile file, Consumer<TableRow> taker, int mostRows, int mostColumns)
            throws IOException {
        try (InputStream in = file.open();
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(CONTENT)) {
                    XMLInputFactory factory = XMLInputFactory.newFactory();
                    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
                    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
                    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
                    XMLStreamReader xml = factory.createXMLStreamReader(zip);
                    new OpenDocument(xml, taker, mostRows, mostColumns).read();
                    return;
                }
            }
        } catch (XMLStreamException damaged) {
            throw new IOException(damaged);
        }
        throw new Refused("importing.refused.noTable", Map.of("file", file.name()));
    }

    private void read() throws XMLStreamException {
        while (left > 0 && xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("table-row")) {
                row();
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("table")) {
                return;
            }
        }
    }

    private void row() throws XMLStreamException {
        int times = number("number-rows-repeated");
        List<String> cells = new ArrayList<>();
        while (!ends("table-row")) {
            if (xml.isStartElement() && xml.getLocalName().endsWith("table-cell")) {
                int columns = number("number-columns-repeated");
                String text = cell(xml.getLocalName());
                for (int i = 0; i < columns && cells.size() < mostColumns; i++) {
                    cells.add(text);
                }
            }
        }
        if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
            for (int i = 0; i < Math.min(times, MOST_REPEATED) && left > 0; i++, left--) {
                taker.accept(new TableRow(line + i, cells, false));
            }
        }
        line += times;
    }

    /** What a cell says: its text, or its value where another one is shown than is meant. */
    private String cell(String element) throws XMLStreamException {
        String type = attribute("value-type");
        String number = attribute("value");
        String day = attribute("date-value");
        String truth = attribute("boolean-value");
        StringBuilder text = new StringBuilder();
        while (!ends(element)) {
            if (xml.isCharacters()) {
                text.append(xml.getText());
            } else if (xml.isStartElement()) {
                inside(text);
            }
        }
        return switch (type) {
            case "float" -> number.isEmpty() ? text.toString() : plain(number);
            case "date" -> day.isEmpty() ? text.toString() : moment(day);
            case "boolean" -> truth.equals("true") ? "yes" : "no";
            default -> text.toString();
        };
    }

    private void inside(StringBuilder text) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "p" -> text.append(text.isEmpty() ? "" : "\n");
            case "s" -> text.repeat(' ', Math.min(number("c"), MOST_REPEATED));
            case "tab" -> text.append('\t');
            case "line-break" -> text.append('\n');
            default -> {
                String element = xml.getLocalName();
                if (PASSED_OVER.contains(element)) {
                    while (!ends(element)) {
                        continue;
                    }
                }
            }
        }
    }

    /** Goes on, and says whether this element ends there. */
    private boolean ends(String element) throws XMLStreamException {
        xml.next();
        return xml.isEndElement() && xml.getLocalName().equals(element);
    }

    private static String plain(String number) {
        try {
            return TableFile.plain(new java.math.BigDecimal(number));
        } catch (NumberFormatException asItIs) {
            return number;
        }
    }

    private static String moment(String day) {
        return day.replaceFirst("T00:00:00(?:\\.0+)?$", "")
                .replaceFirst("(?:\\.\\d+)?$", "")
                .replace('T', ' ');
    }

    private int number(String name) {
        String value = attribute(name);
        return value.matches("\\d{1,9}") ? Integer.parseInt(value) : 1;
    }

    private String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }
}
