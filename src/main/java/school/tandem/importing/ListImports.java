package school.tandem.importing;

import static org.jooq.impl.DSL.falseCondition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import school.tandem.adoption.AdoptionFigures;
import school.tandem.adoption.intake.AdoptionIntake;
import school.tandem.adoption.intake.AdoptionLoad;
import school.tandem.adoption.intake.HomeAccessIntake;
import school.tandem.importing.ImportReport.FileReport;
import school.tandem.importing.reading.ListCells;
import school.tandem.importing.reading.Refused;
import school.tandem.importing.reading.TableFile;
import school.tandem.roster.ClassId;
import school.tandem.roster.School;
import school.tandem.roster.Schools;
import school.tandem.roster.intake.ClassNames;
import school.tandem.roster.intake.Delivery;
import school.tandem.roster.intake.Identities;
import school.tandem.roster.intake.PersonKind;
import school.tandem.roster.intake.RosterIntake;
import school.tandem.roster.intake.RosterLoad;
import school.tandem.roster.intake.Tally;
import school.tandem.security.Access;
import school.tandem.security.DistrictId;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.Permission;
import school.tandem.ui.Texts;

/** Brings a school's own lists in: all of one or nothing, with the same undo as a delivery. */
@Component
public class ListImports {

    /** What work and hand-ins come from that somebody brought in a list. */
    static final String SOURCE = "list";

    /** What days come from that somebody brought in a list of what people did online. */
    static final String ACTIVITY_SOURCE = "activity-list";

    private final DSLContext dsl;
    private final DistrictTransactions inDistrict;
    private final AllOrNothing allOrNothing;
    private final OneAtATime oneAtATime;
    private final Schools schools;
    private final RosterIntake roster;
    private final AdoptionIntake work;
    private final HomeAccessIntake homes;
    private final AdoptionFigures figures;
    private final ListColumns columns;
    private final Runs runs;
    private final Access access;

    ListImports(
            DSLContext dsl,
            DistrictTransactions inDistrict,
            AllOrNothing allOrNothing,
            OneAtATime oneAtATime,
            Schools schools,
            RosterIntake roster,
            AdoptionIntake work,
            HomeAccessIntake homes,
            AdoptionFigures figures,
            ListColumns columns,
            Runs runs,
            Access access) {
        this.dsl = dsl;
        this.inDistrict = inDistrict;
        this.allOrNothing = allOrNothing;
        this.oneAtATime = oneAtATime;
        this.schools = schools;
        this.roster = roster;
        this.work = work;
        this.homes = homes;
        this.figures = figures;
        this.columns = columns;
        this.runs = runs;
        this.access = access;
    }

    /**
     * What came of a list.
     *
     * @param byName whom a name said though the list gave an id or address
     */
    private record Taken(List<FileReport> files, Set<String> byName) {}

    /**
     * Brings a list in, or with {@code dryRun} finds out what that would change.
     *
     * @throws Cancelled if somebody stopped it; nothing of it is kept
     */
    public ImportReport run(ListRequest request, ImportProgress progress) {
        DistrictId district = request.school().district();
        access.require(district, Permission.IMPORT);
        return AllOrNothing.report(
                progress,
                held -> {
                    TableFile table = TableFile.open(request.file(), request.shownName());
                    School school = schools.find(request.school());
                    return allOrNothing.keep(
                            request.dryRun(),
                            () ->
                                    inDistrict.write(
                                            district,
                                            () -> take(request, table, school, progress, held)));
                });
    }

    private ImportReport take(
            ListRequest request,
            TableFile table,
            School school,
            ImportProgress progress,
            HeldRows held) {
        var district = request.school().district();
        oneAtATime.enter(district, progress);
        String source = source(request);
        String format = "list-" + request.kind().code();
        long run = runs.begin(district, table.name(), format, table.digest(), source);
        MappedTable list = new MappedTable(request, table);
        Taken taken =
                switch (request.kind()) {
                    case HOME_ACCESS -> homes(list, school, run, held);
                    case HAND_INS -> handIns(list, school, run, held);
                    case ACTIVITY -> activities(list, school, run, held);
                    case STAFF, STUDENTS -> people(list, school, source, run, held);
                };
        progress.reached(.9);
        columns.remember(district, request.kind(), table.headers(), request.columns());
        figures.refreshTouched(district, run);
        ImportReport report =
                new ImportReport(
                        format,
                        taken.files(),
                        List.of(),
                        held,
                        null,
                        district,
                        null,
                        request.dryRun() ? null : run,
                        null,
                        taken.byName().stream().sorted().toList(),
                        Map.of());
        runs.finish(district, run, table.digest(), report);
        progress.reached(1);
        return report;
    }

    private String source(ListRequest request) {
        return switch (request.kind()) {
            case HAND_INS -> SOURCE;
            case ACTIVITY -> ACTIVITY_SOURCE;
            case STAFF, STUDENTS, HOME_ACCESS -> schools.sourceOf(request.school());
        };
    }

    private Taken homes(MappedTable list, School school, long run, HeldRows held) {
        Identities students = Identities.ofStudents(dsl, school.key());
        ListRows rows = rows(list, school, students);
        String file = list.table().name();
        Tally tally = homes.take(school, run, file, "file", students, rows::answers, held);
        return new Taken(List.of(new FileReport(file, tally)), students.namesInstead());
    }

    /** The rows are of classes and students that the school's own source has brought before. */
    private Taken handIns(MappedTable list, School school, long run, HeldRows held) {
        if (!list.has(ListField.STATUS) && !list.has(ListField.HANDED_IN_ON)) {
            throw new Refused("importing.refused.noHandIns", Map.of("file", list.table().name()));
        }
        String roster = schools.sourceOf(school.key());
        Identities students = Identities.ofSource(dsl, school.key(), PersonKind.STUDENT, roster);
        HandInRows rows =
                new HandInRows(
                        list,
                        students,
                        ClassNames.of(dsl, school.key(), roster),
                        cells(list, school));
        AdoptionLoad load =
                work.begin(school.key().district(), run, SOURCE, roster, schools.today(school));
        String file = list.table().name();
        if (list.has(ListField.KIND)) {
            load.categories(part(file, "kinds"), Delivery.DELTA, rows::kinds);
        }
        load.lineItems(part(file, "work"), Delivery.DELTA, rows::work);
        load.results(file, Delivery.DELTA, rows::handIns);
        Set<Long> classes = rows.classes().stream().map(ClassId::value).collect(Collectors.toSet());
        List<FileReport> files = new ArrayList<>();
        load.merge(held, id -> id.in(classes))
                .forEach((name, tally) -> files.add(new FileReport(name, tally)));
        return new Taken(files, students.namesInstead());
    }

    /** People and classes are those that the school's own source has brought before. */
    private Taken activities(MappedTable list, School school, long run, HeldRows held) {
        String file = list.table().name();
        if (!list.has(ListField.DONE_ON) || !list.has(ListField.DID)) {
            throw new Refused("importing.refused.noActivity", Map.of("file", file));
        }
        String roster = schools.sourceOf(school.key());
        Identities students = Identities.ofSource(dsl, school.key(), PersonKind.STUDENT, roster);
        Identities staff = Identities.ofSource(dsl, school.key(), PersonKind.STAFF, roster);
        ActivityRows rows =
                new ActivityRows(
                        list,
                        students,
                        staff,
                        ClassNames.of(dsl, school.key(), roster),
                        cells(list, school),
                        schools.today(school));
        AdoptionLoad load =
                work.begin(
                        school.key().district(),
                        run,
                        ACTIVITY_SOURCE,
                        roster,
                        schools.today(school));
        load.activities(file, rows::activities);
        load.reports(rows.reported());
        Tally done = load.merge(held, id -> falseCondition()).getOrDefault(file, Tally.NONE);
        Set<String> byName = new HashSet<>(students.namesInstead());
        byName.addAll(staff.namesInstead());
        return new Taken(List.of(new FileReport(file, done.plus(rows.notDone()))), byName);
    }

    private Taken people(MappedTable list, School school, String source, long run, HeldRows held) {
        ListRequest request = list.request();
        if (!source.equals(Schools.BY_HAND)) {
            throw new Refused("importing.refused.rosterElsewhere", Map.of("school", school.name()));
        }
        PersonKind kind = request.kind() == ListKind.STAFF ? PersonKind.STAFF : PersonKind.STUDENT;
        ListRows rows =
                rows(list, school, Identities.ofSource(dsl, request.school(), kind, source));
        RosterLoad load =
                roster.begin(request.school().district(), run, source, schools.today(school));
        String file = list.table().name();
        String classes = part(file, "classes");
        String places = part(file, "places");
        load.users(file, Delivery.DELTA, rows::people);
        if (list.has(ListField.CLASSES)) {
            load.classes(classes, Delivery.DELTA, rows::classes);
            load.enrolments(places, Delivery.DELTA, rows::enrolments);
        }
        List<FileReport> files = new ArrayList<>();
        load.merge(held).forEach((name, tally) -> files.add(new FileReport(name, tally)));
        work.sumAfterRoster(request.school().district(), run);
        return new Taken(files, Set.of());
    }

    /** What a list says beside its rows, as a file of its own. */
    static String part(String file, String part) {
        return file + " · " + Texts.here().get("importing.part." + part);
    }

    private static ListRows rows(MappedTable list, School school, Identities known) {
        return new ListRows(list, school.externalId(), known, cells(list, school));
    }

    private static ListCells cells(MappedTable list, School school) {
        return new ListCells(school.zone(), list.table());
    }
}
