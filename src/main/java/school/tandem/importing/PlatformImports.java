package school.tandem.importing;

import static org.jooq.impl.DSL.falseCondition;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.tandem.adoption.AdoptionFigures;
import school.tandem.adoption.intake.AdoptionIntake;
import school.tandem.adoption.intake.AdoptionLoad;
import school.tandem.adoption.intake.WorkKind;
import school.tandem.adoption.intake.WorkKinds;
import school.tandem.importing.ImportReport.FileReport;
import school.tandem.importing.platforms.ExportFile;
import school.tandem.importing.platforms.Platform;
import school.tandem.importing.platforms.PlatformReader;
import school.tandem.importing.platforms.Platforms;
import school.tandem.importing.platforms.SaidColumns;
import school.tandem.importing.reading.Bundle;
import school.tandem.importing.reading.Refused;
import school.tandem.roster.Schools;
import school.tandem.roster.intake.Delivery;
import school.tandem.roster.intake.Held;
import school.tandem.roster.intake.Tally;
import school.tandem.security.Access;
import school.tandem.security.District;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.Permission;

/**
 * Brings exports of learning platforms in: what students and teachers did, of people and classes
 * that a roster has brought before. All of a delivery or nothing, with the same undo as any other.
 */
@Component
public class PlatformImports {

    private final DSLContext dsl;
    private final DistrictTransactions inDistrict;
    private final AllOrNothing allOrNothing;
    private final OneAtATime oneAtATime;
    private final DistrictOfExport districtOf;
    private final AdoptionIntake adoption;
    private final AdoptionFigures figures;
    private final WorkKinds kinds;
    private final ExportColumns columns;
    private final Schools schools;
    private final Runs runs;
    private final Access access;
    private final Clock clock;

    PlatformImports(
            DSLContext dsl,
            DistrictTransactions inDistrict,
            AllOrNothing allOrNothing,
            OneAtATime oneAtATime,
            DistrictOfExport districtOf,
            AdoptionIntake adoption,
            AdoptionFigures figures,
            WorkKinds kinds,
            ExportColumns columns,
            Schools schools,
            Runs runs,
            Access access,
            Clock clock) {
        this.dsl = dsl;
        this.inDistrict = inDistrict;
        this.allOrNothing = allOrNothing;
        this.oneAtATime = oneAtATime;
        this.districtOf = districtOf;
        this.adoption = adoption;
        this.figures = figures;
        this.kinds = kinds;
        this.columns = columns;
        this.schools = schools;
        this.runs = runs;
        this.access = access;
        this.clock = clock;
    }

    /** Whether a platform is known whose exports all of these files are, by their own words. */
    public static boolean recognises(List<Path> files) {
        try (Bundle bundle = Bundle.open(files)) {
            return Platforms.of(ExportFile.of(bundle)).isPresent();
        } catch (Refused unreadable) {
            return false;
        }
    }

    /**
     * Whether all of these files are exports of one platform, by their own words or by what their
     * district said of such columns.
     */
    public boolean recognises(ImportRequest request) {
        if (recognises(request.files())) {
            return true;
        }
        try (Bundle bundle = Bundle.open(request.files())) {
            List<ExportFile> files = ExportFile.of(bundle);
            return Platforms.of(columns.read(districtOf.find(request).id(), files)).isPresent();
        } catch (Refused unreadable) {
            return false;
        }
    }

    /**
     * Brings a delivery in, or with {@code dryRun} finds out what that would change.
     *
     * @throws Cancelled if somebody stopped it; nothing of it is kept
     */
    public ImportReport run(ImportRequest request, ImportProgress progress) {
        return run(request, null, progress);
    }

    /**
     * Brings an export in whose columns somebody said, and remembers what was said for the next
     * one; or with {@code dryRun} finds out what that would change. Refused where columns are
     * missing without which it can't be read.
     *
     * @throws Cancelled if somebody stopped it; nothing of it is kept
     */
    public ImportReport run(ExportRequest request, ImportProgress progress) {
        return run(request.delivery(), request.columns(), progress);
    }

    private ImportReport run(
            ImportRequest request, @Nullable SaidColumns said, ImportProgress progress) {
        return AllOrNothing.report(
                progress,
                held -> {
                    try (Bundle bundle = Bundle.open(request.files())) {
                        District district = districtOf.find(request);
                        access.require(district.id(), Permission.IMPORT);
                        List<ExportFile> files = ExportFile.of(bundle);
                        Export export =
                                Export.of(
                                        said == null
                                                ? columns.read(district.id(), files)
                                                : List.of(asSaid(files.getFirst(), said)),
                                        said,
                                        request.shownName());
                        return allOrNothing.keep(
                                request.dryRun(),
                                () ->
                                        inDistrict.write(
                                                district.id(),
                                                () ->
                                                        take(
                                                                export, request, district, progress,
                                                                held)));
                    }
                });
    }

    private static ExportFile asSaid(ExportFile file, SaidColumns said) {
        List<List<String>> missing = said.missing(file.asItIs());
        if (!missing.isEmpty()) {
            throw ExportText.refused(file.name(), said.table(), missing);
        }
        return file.as(said);
    }

    /**
     * @param said what somebody said of it just now; null: nothing, or earlier
     */
    private record Export(Platform platform, List<ExportFile> files, @Nullable SaidColumns said) {

        static Export of(List<ExportFile> files, @Nullable SaidColumns said, String shownName) {
            return Platforms.of(files)
                    .map(platform -> new Export(platform, files, said))
                    .orElseThrow(() ->
                            new Refused("importing.refused.noPlatform", Map.of("file", shownName)));
        }

        List<String> names() {
            return files.stream().map(ExportFile::name).toList();
        }
    }

    private ImportReport take(
            Export export,
            ImportRequest request,
            District district,
            ImportProgress progress,
            HeldRows held) {
        oneAtATime.enter(district.id(), progress);
        String source = export.platform().source();
        String format = Platforms.formats(export.platform(), export.files());
        String digest = ExportFile.digest(export.files());
        ZoneId zone = schools.zone(district);
        LocalDate today = LocalDate.now(clock.withZone(zone));
        long run = runs.begin(district.id(), request.shownName(), format, digest, source);
        PlatformReader reader = export.platform().open(export.files(), zone);
        KnownAs knownAs = KnownAs.of(dsl, district.id(), source);
        PeopleMeant people = new PeopleMeant(dsl, district.id(), knownAs);
        PlatformRows rows =
                new PlatformRows(
                        reader,
                        export.names(),
                        people,
                        new ClassesMeant(dsl, district.id(), knownAs),
                        adoption.workOf(district.id(), source),
                        title -> kinds.usual(title).isQuiz() ? WorkKind.QUIZ : WorkKind.ASSIGNMENT,
                        today);
        progress.reached(.4);
        AdoptionLoad load = adoption.begin(district.id(), run, source, null, today);
        stage(load, rows);
        load.merge(row -> held.accept(inFile(row, export)), id -> falseCondition());
        List<FileReport> files =
                reports(export, load, rows.others(row -> held.accept(inFile(row, export))));
        progress.reached(.9);
        knownAs.keep(run);
        if (export.said() != null) {
            columns.remember(district.id(), export.said(), export.files().getFirst().asItIs());
        }
        figures.refreshTouched(district.id(), run);
        ImportReport report =
                new ImportReport(
                        format,
                        files,
                        List.of(),
                        held,
                        null,
                        district.id(),
                        null,
                        request.dryRun() ? null : run,
                        source,
                        people.byName(),
                        rows.byPeople());
        runs.finish(district.id(), run, digest, report);
        progress.reached(1);
        return report;
    }

    /** A held row, where it stands in its file and by what that calls its column. */
    private static Held inFile(Held row, Export export) {
        int number = (int) (row.line() / PlatformRows.FILE);
        ExportFile file = export.files().get(number % export.files().size());
        return new Held(
                file.name(),
                row.line() % PlatformRows.FILE,
                file.shown(row.column()),
                row.value(),
                row.reason());
    }

    private static List<FileReport> reports(
            Export export, AdoptionLoad load, PlatformRows.Others others) {
        Map<Long, Tally> staged = load.tallies(PlatformRows.FILE);
        List<FileReport> reports = new ArrayList<>();
        List<FileReport> work = new ArrayList<>();
        for (int file = 0; file < export.files().size(); file++) {
            long held = others.held(file);
            long read = others.read(file);
            Tally rest = new Tally(read, 0, 0, read - held, 0, held);
            String name = export.names().get(file);
            reports.add(
                    new FileReport(name, staged.getOrDefault((long) file, Tally.NONE).plus(rest)));
            Tally onTheWay = staged.get((long) file + export.files().size());
            if (onTheWay != null) {
                work.add(new FileReport(ListImports.part(name, "work"), onTheWay));
            }
            Tally done = staged.get((long) file + 2L * export.files().size());
            if (done != null) {
                work.add(new FileReport(ListImports.part(name, "activity"), done));
            }
        }
        reports.addAll(work);
        return reports;
    }

    private static void stage(AdoptionLoad load, PlatformRows rows) {
        load.reports(rows.reported());
        if (rows.hasWork()) {
            load.lineItems("work", Delivery.DELTA, rows::work);
        }
        if (rows.hasHandIns()) {
            load.results("hand-ins", Delivery.DELTA, rows::handIns);
        }
        if (rows.hasActivities()) {
            load.activities("activities", rows::activities);
        }
    }
}
