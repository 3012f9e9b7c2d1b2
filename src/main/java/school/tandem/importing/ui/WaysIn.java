package school.tandem.importing.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.tandem.importing.ExportRequest;
import school.tandem.importing.ImportProgress;
import school.tandem.importing.ImportReport;
import school.tandem.importing.ImportRequest;
import school.tandem.importing.Imports;
import school.tandem.importing.ListImports;
import school.tandem.importing.ListRequest;
import school.tandem.importing.MappedRequest;
import school.tandem.importing.PlatformImports;
import school.tandem.importing.reading.CalendarFile;
import school.tandem.roster.HolidayCalendar;
import school.tandem.roster.School;
import school.tandem.roster.Schools;
import school.tandem.roster.intake.DaysRow;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** The ways in: what was uploaded goes to the import that reads it. */
@Component
class WaysIn {

    private final Imports rosters;
    private final PlatformImports platforms;
    private final ListImports lists;
    private final HolidayCalendar holidays;
    private final Schools schools;

    WaysIn(
            Imports rosters,
            PlatformImports platforms,
            ListImports lists,
            HolidayCalendar holidays,
            Schools schools) {
        this.rosters = rosters;
        this.platforms = platforms;
        this.lists = lists;
        this.holidays = holidays;
        this.schools = schools;
    }

    /** Whether somebody has to say first what its columns hold. */
    boolean isToMap(Place at, Delivered here) {
        return here.isList() && !platforms.recognises(request(here, districtOf(at), true));
    }

    /** Whether somebody had to say what it is, now or earlier, and may say so anew. */
    boolean wasSaid(Delivered here, ImportReport report) {
        return here.isList()
                && report.platform() != null
                && !PlatformImports.recognises(here.files());
    }

    private String districtOf(Place at) {
        return schools.find(at.key()).districtName();
    }

    /**
     * A platform's export or a roster.
     *
     * @param at null: there is no school yet, and only a roster makes one
     * @param district what a new district is to be called; null: as the roster says
     */
    Function<ImportProgress, ImportReport> work(
            @Nullable Place at, Delivered here, @Nullable String district, boolean dryRun) {
        if (at != null) {
            ImportRequest export = request(here, districtOf(at), dryRun);
            if (platforms.recognises(export)) {
                return progress -> platforms.run(export, progress);
            }
        }
        return progress -> rosters.run(request(here, district, dryRun), progress);
    }

    /** A table whose columns somebody said. */
    Function<ImportProgress, ImportReport> work(MappedRequest request) {
        return switch (request) {
            case ListRequest list -> progress -> lists.run(list, progress);
            case ExportRequest export -> progress -> platforms.run(export, progress);
        };
    }

    private static ImportRequest request(
            Delivered here, @Nullable String district, boolean dryRun) {
        return new ImportRequest(here.files(), here.name(), district, null, false, dryRun);
    }

    /** Takes a calendar's holidays at once: they are few, and easily taken away again. */
    String bringHolidays(Place at, Path file) {
        School school = schools.find(at.key());
        List<DaysRow> days =
                CalendarFile.holidays(file, file.getFileName().toString(), schools.today(school));
        int added = days.isEmpty() ? 0 : holidays.add(at.key(), days);
        return Texts.here().get("importing.holidays", "added", added, "all", days.size());
    }
}
