package school.tandem.load.adoption;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * A public school of Washington State, as the Common Core of Data has it.
 *
 * @param students 0 where none are reported
 * @param teachers at least one for every 30 students, also where none are reported
 * @param lowest the lowest grade; 0: kindergarten or before
 */
record RealSchool(
        String id,
        String districtId,
        String district,
        String name,
        int students,
        int teachers,
        int lowest,
        int highest) {

    /** All of the state's, in the order of the directory. */
    static List<RealSchool> all() throws IOException {
        try (InputStream in =
                        RealSchool.class.getResourceAsStream("/bench/washington_schools.csv");
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(in)) {
            return rows.stream().map(RealSchool::of).toList();
        }
    }

    private static RealSchool of(NamedCsvRecord row) {
        int students = count(row.getField("Students*"));
        int lowest = grade(row.getField("Low Grade*"));
        return new RealSchool(
                row.getField("NCES School ID"),
                row.getField("NCES District ID"),
                row.getField("District"),
                row.getField("School Name"),
                students,
                Math.max(count(row.getField("Teachers*")), (students + 29) / 30),
                lowest,
                Math.max(lowest, grade(row.getField("High Grade*"))));
    }

    /** Counts read {@code 159.00000}; what is no number was not reported. */
    private static int count(String cell) {
        return cell.matches("\\d+(\\.\\d+)?") ? (int) Math.ceil(Double.parseDouble(cell)) : 0;
    }

    private static int grade(String cell) {
        return cell.matches("\\d+") ? Integer.parseInt(cell) : 0;
    }
}
