package school.tandem.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import school.tandem.Server;
import school.tandem.importing.ImportReport.FileReport;
import school.tandem.importing.reading.TableFile;
import school.tandem.roster.intake.Held;
import school.tandem.roster.intake.Tally;
import school.tandem.security.Access;
import school.tandem.security.DistrictId;
import school.tandem.security.SchoolKey;

/** Imports into a district of its own, and what holds of every report. */
final class Trial {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Server server;
    private final String district = "District " + NUMBER.incrementAndGet();

    Trial(Server server) {
        this.server = server;
    }

    ImportReport take(Path path) {
        return run(List.of(path), false);
    }

    ImportReport dryRun(Path path) {
        return run(List.of(path), true);
    }

    ImportReport run(List<Path> paths, boolean dryRun) {
        return run(paths, dryRun, new ImportProgress());
    }

    ImportReport run(List<Path> paths, boolean dryRun, ImportProgress progress) {
        var request =
                new ImportRequest(
                        paths,
                        paths.getFirst().getFileName().toString(),
                        district,
                        ZoneId.of("America/New_York"),
                        false,
                        dryRun);
        return asInstallation(() -> server.bean(Imports.class).run(request, progress));
    }

    /** Brings an export of a learning platform into the same district. */
    ImportReport export(Path... files) {
        var request =
                new ImportRequest(
                        List.of(files),
                        files[0].getFileName().toString(),
                        district,
                        null,
                        false,
                        false);
        return asInstallation(
                () -> server.bean(PlatformImports.class).run(request, new ImportProgress()));
    }

    void undo(DistrictId id) {
        asInstallation(() -> {
            server.bean(Imports.class).undoLast(id);
            return true;
        });
    }

    <T> T asInstallation(Supplier<T> work) {
        return server.bean(Access.class).asInstallation(work);
    }

    /** Brings a school's list in, its columns as they are suggested. */
    static ImportReport list(Server server, SchoolKey school, ListKind kind, Path file) {
        String name = file.getFileName().toString();
        return server.bean(Access.class)
                .asInstallation(() -> {
                    Map<ListField, Integer> columns =
                            server.bean(ListColumns.class)
                                    .suggest(
                                            school.district(),
                                            kind,
                                            TableFile.open(file, name).headers());
                    return server.bean(ListImports.class)
                            .run(
                                    new ListRequest(school, kind, file, name, columns, false),
                                    new ImportProgress());
                });
    }

    /** As “file:line column reason”, in the order of the report. */
    static List<String> held(ImportReport report) {
        List<String> all = new ArrayList<>();
        report.held()
                .forEach(row ->
                        all.add(
                                row.file()
                                        + ":"
                                        + row.line()
                                        + " "
                                        + row.column()
                                        + " "
                                        + row.reason()));
        return all;
    }

    static List<Held> heldRows(ImportReport report) {
        List<Held> all = new ArrayList<>();
        report.held().forEach(all::add);
        return all;
    }

    static Tally file(ImportReport report, String name) {
        return report.files().stream()
                .filter(file -> file.name().equals(name))
                .map(FileReport::rows)
                .findFirst()
                .orElseThrow();
    }

    /** What must hold of any import that was not refused. */
    static void assertAddsUp(ImportReport report) {
        assertThat(report.refused()).isNull();
        Map<String, Long> heldByFile =
                heldRows(report).stream()
                        .collect(Collectors.groupingBy(Held::file, Collectors.counting()));
        for (FileReport file : report.files()) {
            Tally rows = file.rows();
            assertThat(rows.read())
                    .as(file.name())
                    .isEqualTo(rows.added() + rows.changed() + rows.unchanged() + rows.held());
            assertThat(rows.held())
                    .as("held of " + file.name())
                    .isEqualTo(heldByFile.getOrDefault(file.name(), 0L));
        }
    }

    /** The same delivery once more changes nothing, and holds the same rows. */
    void assertNothingNew(Path path, ImportReport first) {
        ImportReport again = take(path);
        assertAddsUp(again);
        assertThat(held(again)).isEqualTo(held(first));
        for (FileReport file : again.files()) {
            assertThat(file.rows().unchanged())
                    .as("unchanged of " + file.name())
                    .isEqualTo(file.rows().read() - file.rows().held());
            assertThat(file.rows().withdrawn()).as("withdrawn of " + file.name()).isZero();
        }
    }

    /** All rows of the district's tables that an import writes, as text. */
    Map<String, List<String>> contents(DistrictId id) {
        DSLContext owner = server.database().asOwner();
        Map<String, List<String>> contents = new TreeMap<>();
        for (Table<?> table :
                owner.meta().getTables().stream()
                        .filter(t ->
                                List.of("roster", "adoption").contains(t.getSchema().getName()))
                        .toList()) {
            if (table.field("district_id") == null) {
                continue;
            }
            // When coverage was declared last is no part of what it says.
            boolean coverage = table.getName().equals("coverage");
            contents.put(
                    table.getQualifiedName().toString(),
                    owner
                            .select(
                                    Stream.of(table.fields())
                                            .filter(f ->
                                                    !(coverage
                                                            && f.getName().equals("changed_run")))
                                            .toList())
                            .from(table)
                            .where(table.field("district_id", Long.class).eq(id.value()))
                            .fetch()
                            .stream()
                            .map(Record::valuesRow)
                            .map(Object::toString)
                            .sorted()
                            .toList());
        }
        return contents;
    }
}
