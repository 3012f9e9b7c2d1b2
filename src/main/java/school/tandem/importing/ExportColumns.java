package school.tandem.importing;

import static school.tandemdb.importing.Tables.COLUMN_MAPPING;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.springframework.stereotype.Component;
import school.tandem.importing.platforms.ExportFile;
import school.tandem.importing.platforms.ExportGuess;
import school.tandem.importing.platforms.ExportTable;
import school.tandem.importing.platforms.Platforms;
import school.tandem.importing.platforms.SaidColumns;
import school.tandem.importing.reading.Refused;
import school.tandem.importing.reading.TableFile;
import school.tandem.security.Access;
import school.tandem.security.DistrictId;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.Permission;

/**
 * What a district said of the columns of platforms' tables: kept for every later file with such
 * headers, as long as nothing else is said of them.
 */
@Component
public class ExportColumns {

    private static final List<String> CODES =
            Stream.of(ExportTable.values()).map(ExportTable::code).toList();

    private final DSLContext dsl;
    private final DistrictTransactions inDistrict;
    private final Access access;

    ExportColumns(DSLContext dsl, DistrictTransactions inDistrict, Access access) {
        this.dsl = dsl;
        this.inDistrict = inDistrict;
        this.access = access;
    }

    /** Which table of a platform a file is by what was said before; nothing: none. */
    public Optional<ExportTable> recognise(DistrictId district, TableFile file) {
        return among(said(district), file).map(SaidColumns::table);
    }

    /** What the columns of a file seem to be, if it is such a table. */
    public ExportGuess.Suggestion suggest(DistrictId district, ExportTable table, TableFile file) {
        return ExportGuess.columnsOf(file, of(table, said(district)));
    }

    private static SaidColumns of(ExportTable table, List<SaidColumns> said) {
        return said.stream().filter(one -> one.table() == table).findFirst().orElseThrow();
    }

    /**
     * The files, each that no platform knows read by what was said before of such ones. Looks at no
     * more of them than it must: a roster may have large ones.
     */
    List<ExportFile> read(DistrictId district, List<ExportFile> files) {
        List<SaidColumns> said = said(district);
        if (said.stream().allMatch(one -> one.codes().isEmpty())) {
            return files;
        }
        List<ExportFile> read = new ArrayList<>();
        for (ExportFile file : files) {
            Optional<ExportFile> known = read(said, file);
            if (known.isEmpty()) {
                return files;
            }
            read.add(known.get());
        }
        return read;
    }

    private static Optional<ExportFile> read(List<SaidColumns> said, ExportFile file) {
        if (Platforms.knows(file)) {
            return Optional.of(file);
        }
        try {
            return file.isJson() ? Optional.empty() : among(said, file.asItIs()).map(file::as);
        } catch (Refused noTable) {
            return Optional.empty();
        }
    }

    private static Optional<SaidColumns> among(List<SaidColumns> said, TableFile file) {
        return said.stream().filter(one -> one.recognise(file)).findFirst();
    }

    /** What was said of each table, perhaps nothing; one statement. */
    private List<SaidColumns> said(DistrictId district) {
        access.require(district, Permission.IMPORT);
        Map<String, Map<String, String>> codes = new HashMap<>();
        inDistrict
                .read(
                        district,
                        () ->
                                dsl.select(
                                                COLUMN_MAPPING.TARGET,
                                                COLUMN_MAPPING.HEADER,
                                                COLUMN_MAPPING.FIELD)
                                        .from(COLUMN_MAPPING)
                                        .where(COLUMN_MAPPING.DISTRICT_ID.eq(district))
                                        .and(COLUMN_MAPPING.TARGET.in(CODES))
                                        .fetch())
                .forEach(row ->
                        codes.computeIfAbsent(row.value1(), target -> new HashMap<>())
                                .put(row.value2(), row.value3()));
        return Stream.of(ExportTable.values())
                .map(table -> SaidColumns.of(table, codes.getOrDefault(table.code(), Map.of())))
                .toList();
    }

    /**
     * Remembers what was said of a file, and forgets what was said before of its headers; part of
     * the caller's transaction. Whatever else would claim such a file was a mistake.
     */
    void remember(DistrictId district, SaidColumns columns, TableFile file) {
        List<String> keys = SaidColumns.keys(file.headers());
        List<String> stale = new ArrayList<>(List.of(columns.table().code()));
        said(district).stream()
                .filter(other -> other.table() != columns.table() && other.recognise(file))
                .forEach(other -> stale.add(other.table().code()));
        dsl.deleteFrom(COLUMN_MAPPING)
                .where(COLUMN_MAPPING.DISTRICT_ID.eq(district))
                .and(COLUMN_MAPPING.TARGET.in(stale))
                .and(COLUMN_MAPPING.HEADER.in(keys))
                .execute();
        List<Query> rows = new ArrayList<>();
        columns.codes()
                .forEach((header, code) ->
                        rows.add(
                                dsl.insertInto(COLUMN_MAPPING)
                                        .set(COLUMN_MAPPING.DISTRICT_ID, district)
                                        .set(COLUMN_MAPPING.TARGET, columns.table().code())
                                        .set(COLUMN_MAPPING.HEADER, header)
                                        .set(COLUMN_MAPPING.FIELD, code)));
        dsl.batch(rows).execute();
    }
}
