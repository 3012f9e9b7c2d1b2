package school.tandem.importing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.tandem.adoption.AdoptionFigures;
import school.tandem.adoption.intake.AdoptionIntake;
import school.tandem.adoption.intake.AdoptionLoad;
import school.tandem.importing.ImportReport.FileReport;
import school.tandem.importing.reading.Bundle;
import school.tandem.importing.reading.Refused;
import school.tandem.importing.reading.RosterFormat;
import school.tandem.importing.reading.RosterReader;
import school.tandem.roster.Schools;
import school.tandem.roster.intake.RosterIntake;
import school.tandem.roster.intake.RosterLoad;
import school.tandem.roster.intake.Tally;
import school.tandem.roster.intake.UndoRefused;
import school.tandem.security.Access;
import school.tandem.security.Audit;
import school.tandem.security.District;
import school.tandem.security.DistrictId;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.Districts;
import school.tandem.security.Permission;
import school.tandem.security.SchoolKey;
import school.tandem.ui.Texts;

/**
 * Brings deliveries in: all of one or nothing, one at a time in a district, the same whether from a
 * screen or from the command line.
 */
@Component
public class Imports {

    private static final double MERGING = .4;
    private static final double SUMMING = .9;

    private final DSLContext dsl;
    private final OneAtATime oneAtATime;
    private final DistrictTransactions inDistrict;
    private final AllOrNothing allOrNothing;
    private final Districts districts;
    private final DistrictOfDelivery districtOf;
    private final RosterIntake roster;
    private final AdoptionIntake adoption;
    private final AdoptionFigures figures;
    private final Schools schools;
    private final Runs runs;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    Imports(
            DSLContext dsl,
            OneAtATime oneAtATime,
            DistrictTransactions inDistrict,
            AllOrNothing allOrNothing,
            Districts districts,
            DistrictOfDelivery districtOf,
            RosterIntake roster,
            AdoptionIntake adoption,
            AdoptionFigures figures,
            Schools schools,
            Runs runs,
            Access access,
            Audit audit,
            Clock clock) {
        this.dsl = dsl;
        this.oneAtATime = oneAtATime;
        this.inDistrict = inDistrict;
        this.allOrNothing = allOrNothing;
        this.districts = districts;
        this.districtOf = districtOf;
        this.roster = roster;
        this.adoption = adoption;
        this.figures = figures;
        this.schools = schools;
        this.runs = runs;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Brings a delivery in, or with {@code dryRun} finds out what that would change.
     *
     * @throws Cancelled if somebody stopped it; nothing of it is kept
     */
    public ImportReport run(ImportRequest request, ImportProgress progress) {
        return AllOrNothing.report(
                progress,
                held -> {
                    try (Bundle bundle = Bundle.open(request.files())) {
                        return run(bundle, request, progress, held);
                    }
                });
    }

    private ImportReport run(
            Bundle bundle, ImportRequest request, ImportProgress progress, HeldRows held) {
        ZoneId zone = request.zone() == null ? ZoneId.systemDefault() : request.zone();
        DistrictOfDelivery.Found found = districtOf.find(bundle, request, zone);
        String added = found.known() == null ? found.name() : null;
        return allOrNothing.keep(
                request.dryRun(),
                () -> {
                    District district = districtOf.open(found, request, zone);
                    access.require(district.id(), Permission.IMPORT);
                    return inDistrict.write(
                            district.id(),
                            () -> take(bundle, request, district, added, progress, held));
                });
    }

    private ImportReport take(
            Bundle bundle,
            ImportRequest request,
            District district,
            @Nullable String newDistrict,
            ImportProgress progress,
            HeldRows held) {
        oneAtATime.enter(district.id(), progress);
        ZoneId zone = schools.zone(district);
        RosterReader reader =
                RosterFormat.open(
                        bundle, zone, request.shownName(), roster.keepsGroups(district.id()));
        progress.expect(reader.bytes());
        long run =
                runs.begin(
                        district.id(),
                        request.shownName(),
                        reader.format(),
                        reader.digest(),
                        reader.source());
        LocalDate today = LocalDate.now(clock.withZone(zone));
        Map<String, Tally> tallies = new LinkedHashMap<>();
        String source = reader.source();
        RosterLoad people = roster.begin(district.id(), run, source, today);
        AdoptionLoad work = adoption.begin(district.id(), run, source, source, today);
        RosterLoading.stage(reader, progress, people, work);
        refuseDoubles(people);
        progress.reached(MERGING);
        double each = (SUMMING - MERGING) / Math.max(1, people.files() + work.files());
        people.onEachFile(() -> progress.advance(each));
        work.onEachFile(() -> progress.advance(each));
        if (people.files() == 0) {
            work.withoutRoster();
        } else {
            tallies.putAll(people.merge(held));
        }
        tallies.putAll(work.merge(held, people::isOfDelivery));
        progress.reached(SUMMING);
        figures.refreshTouched(district.id(), run);
        ImportReport report =
                new ImportReport(
                        reader.format(),
                        files(tallies),
                        reader.skipped(),
                        held,
                        null,
                        district.id(),
                        newDistrict,
                        request.dryRun() ? null : run);
        runs.finish(district.id(), run, reader.digest(), report);
        progress.reached(1);
        return report;
    }

    /** Two systems may know the same people: whoever is in both would be counted twice. */
    private static void refuseDoubles(RosterLoad people) {
        people.elsewhere(RosterFormat.sources())
                .ifPresent(found -> {
                    String system = Texts.here().get("importing.system." + found.source());
                    throw found.school() == null
                            ? new Refused(
                                    "importing.refused.peopleElsewhere", Map.of("system", system))
                            : new Refused(
                                    "importing.refused.schoolElsewhere",
                                    Map.of("school", found.school(), "system", system));
                });
    }

    private static List<FileReport> files(Map<String, Tally> tallies) {
        return tallies.entrySet().stream()
                .map(file -> new FileReport(file.getKey(), file.getValue()))
                .toList();
    }

    /** Takes back the last import that stands: all that it added and changed, or nothing. */
    public void undoLast(DistrictId district) {
        access.require(district, Permission.IMPORT);
        inDistrict.write(
                district,
                () -> {
                    oneAtATime.enter(district);
                    Runs.Last last =
                            runs.last(district).orElseThrow(() -> new UndoRefused("import"));
                    long run = last.run();
                    Set<SchoolKey> touched = figures.touched(district, run);
                    figures.forget(touched);
                    adoption.undo(district, run, last.source());
                    roster.undo(district, run);
                    KnownAs.undo(dsl, district, run);
                    adoption.sumAfterUndo(district, last.source());
                    touched.addAll(figures.touched(district, run));
                    runs.undone(district, run);
                    figures.refresh(touched);
                    audit.record(district, "import.undo", "import", Long.toString(run));
                });
    }
}
