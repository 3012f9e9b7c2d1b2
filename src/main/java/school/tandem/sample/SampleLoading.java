package school.tandem.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import school.tandem.adoption.intake.CategoryMeanings;
import school.tandem.importing.ImportProgress;
import school.tandem.importing.ImportReport;
import school.tandem.importing.ImportRequest;
import school.tandem.importing.Imports;
import school.tandem.importing.ListField;
import school.tandem.importing.ListImports;
import school.tandem.importing.ListKind;
import school.tandem.importing.ListRequest;
import school.tandem.readiness.Snapshots;
import school.tandem.roster.HolidayCalendar;
import school.tandem.roster.Plan;
import school.tandem.roster.Plans;
import school.tandem.roster.SampleSchool;
import school.tandem.roster.School;
import school.tandem.roster.Schools;
import school.tandem.roster.intake.DaysRow;
import school.tandem.security.Access;
import school.tandem.security.District;
import school.tandem.security.DistrictId;
import school.tandem.security.Districts;
import school.tandem.security.Permission;
import school.tandem.security.SchoolKey;
import school.tandem.ui.Texts;

/** Loads the sample school and removes it. */
@Component
class SampleLoading implements SampleSchool {

    private static final String DISTRICT = "Riverside (invented)";

    private final Districts districts;
    private final Schools schools;
    private final Plans plans;
    private final HolidayCalendar holidays;
    private final CategoryMeanings meanings;
    private final Imports imports;
    private final ListImports lists;
    private final SampleStory story;
    private final Snapshots snapshots;
    private final Access access;
    private final Clock clock;

    SampleLoading(
            Districts districts,
            Schools schools,
            Plans plans,
            HolidayCalendar holidays,
            CategoryMeanings meanings,
            Imports imports,
            ListImports lists,
            SampleStory story,
            Snapshots snapshots,
            Access access,
            Clock clock) {
        this.districts = districts;
        this.schools = schools;
        this.plans = plans;
        this.holidays = holidays;
        this.meanings = meanings;
        this.imports = imports;
        this.lists = lists;
        this.story = story;
        this.snapshots = snapshots;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public SchoolKey load() {
        Optional<District> there = districts.all().stream().filter(District::sample).findFirst();
        if (there.isPresent()) {
            districts.joinSample(there.get().id());
            return schools.of(there.get().id()).getFirst().key();
        }
        ZoneId zone = ZoneId.systemDefault();
        SampleDates dates = new SampleDates(LocalDate.now(clock.withZone(zone)));
        SampleFiles files = new SampleFiles(dates);
        DistrictId district = importBundle(files, zone);
        try {
            return tellRest(district, files, dates);
        } catch (RuntimeException broken) {
            districts.removeSample(district);
            throw broken;
        }
    }

    private SchoolKey tellRest(DistrictId district, SampleFiles files, SampleDates dates) {
        School school = schools.of(district).getFirst();
        Texts texts = Texts.here();
        meanings.say(district, SampleFiles.ON_PAPER, CategoryMeanings.Kind.PAPER);
        holidays.add(
                school.key(),
                List.of(
                        new DaysRow(
                                0,
                                texts.get("sample.holiday"),
                                dates.holiday(),
                                dates.holiday().plusDays(1))));
        Plan plan =
                plans.make(
                        school.key(),
                        new Plans.Fields(
                                texts.get("sample.plan"),
                                dates.firstTraining(),
                                dates.decision(),
                                dates.move()));
        importLessons(files, school);
        importHomeAccess(files, school);
        story.tell(plan, dates);
        snapshots.fill(plan, dates.historyStart());
        return school.key();
    }

    @Override
    public void remove(DistrictId district) {
        access.require(district, Permission.EDIT_ROSTER);
        districts.removeSample(district);
    }

    private DistrictId importBundle(SampleFiles files, ZoneId zone) {
        return inFolder(folder -> {
            files.writeBundle(folder);
            ImportReport report =
                    imports.run(
                            new ImportRequest(
                                    List.of(folder),
                                    Texts.here().get("sample.files"),
                                    DISTRICT,
                                    zone,
                                    true,
                                    false),
                            new ImportProgress());
            return checked(report);
        });
    }

    private void importLessons(SampleFiles files, School school) {
        importList(
                school,
                ListKind.ACTIVITY,
                "lessons.csv",
                files::writeLessons,
                Map.of(
                        ListField.ID, 0,
                        ListField.CLASSES, 1,
                        ListField.DONE_ON, 2,
                        ListField.DID, 3));
    }

    private void importHomeAccess(SampleFiles files, School school) {
        importList(
                school,
                ListKind.HOME_ACCESS,
                "home-access.csv",
                files::writeHomeAccess,
                Map.of(
                        ListField.ID, 0,
                        ListField.DEVICE, 1,
                        ListField.CONNECTION, 2,
                        ListField.ANSWERED_ON, 3));
    }

    private void importList(
            School school,
            ListKind kind,
            String name,
            File written,
            Map<ListField, Integer> columns) {
        inFolder(folder -> {
            Path file = folder.resolve(name);
            written.to(file);
            return checked(
                    lists.run(
                            new ListRequest(school.key(), kind, file, name, columns, false),
                            new ImportProgress()));
        });
    }

    private interface File {
        void to(Path path) throws IOException;
    }

    /** The sample's own files have nothing to hold: if they do, the sample is wrong. */
    private static DistrictId checked(ImportReport report) {
        try (var held = report.held()) {
            DistrictId district = report.district();
            if (report.refused() != null || held.count() > 0 || district == null) {
                throw new IllegalStateException("The sample was not taken: " + report.refused());
            }
            return district;
        }
    }

    private interface Work<T> {
        T in(Path folder) throws IOException;
    }

    private static <T> T inFolder(Work<T> work) {
        try {
            Path folder = Files.createTempDirectory("tandem-sample");
            try {
                return work.in(folder);
            } finally {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
