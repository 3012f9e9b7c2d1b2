package school.tandem.importing.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.tandem.importing.ImportProgress;
import school.tandem.importing.ImportReport;
import school.tandem.importing.ImportRequest;
import school.tandem.importing.Imports;
import school.tandem.importing.ListImports;
import school.tandem.importing.ListRequest;
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
    boolean isListToMap(Delivered here) {
        return here.isList() && !PlatformImports.recognises(here.files());
    }

    /**
     * A platform's export or a roster.
     *
     * @param at null: there is no school yet, and only a roster makes one
     * @param district what a new district is to be called; null: as the roster says
     */
    Function<ImportProgress, ImportReport> work(
            @Nullable Place at, Delivered here, @Nullable String district, boolean dryRun) {
        if (at != null && PlatformImports.recognises(here.files())) {
            String own = schools.find(at.key()).districtName();
            return progress -> platforms.run(request(here, own, dryRun), progress);
        }
        return progress -> rosters.run(request(here, district, dryRun), progress);
    }

    /** A list whose columns are known. */
    Function<ImportProgress, ImportReport> work(ListRequest request) {
        return progress -> lists.run(request, progress);
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
