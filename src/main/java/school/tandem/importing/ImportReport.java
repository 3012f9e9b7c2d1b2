package school.tandem.importing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.intake.Tally;
import school.tandem.security.DistrictId;

/**
 * What came of an import.
 *
 * @param format such as {@code oneroster-1.1}; empty: not recognised
 * @param refused the sentence that says why nothing was taken; null: something was
 * @param district where it went; null: nowhere
 * @param newDistrict the name of the district that it makes; null: it goes into one that is there
 * @param run its number in the list of imports; null: a dry run, or refused
 * @param platform the source that a platform's export is of; null: it is none
 * @param byPeople the classes that it was taken to be about, by the names of files that name none
 * @param byName the names in it by which alone somebody was found, for a person to look at
 */
public record ImportReport(
        String format,
        List<FileReport> files,
        List<String> skipped,
        HeldRows held,
        @Nullable String refused,
        @Nullable DistrictId district,
        @Nullable String newDistrict,
        @Nullable Long run,
        @Nullable String platform,
        List<String> byName,
        Map<String, String> byPeople) {

    /** One that is no platform's. */
    ImportReport(
            String format,
            List<FileReport> files,
            List<String> skipped,
            HeldRows held,
            @Nullable String refused,
            @Nullable DistrictId district,
            @Nullable String newDistrict,
            @Nullable Long run) {
        this(
                format,
                files,
                skipped,
                held,
                refused,
                district,
                newDistrict,
                run,
                null,
                List.of(),
                Map.of());
    }

    /** What became of one file's rows. */
    public record FileReport(String name, Tally rows) {}

    static ImportReport refused(String format, String sentence, HeldRows held) {
        return new ImportReport(format, List.of(), List.of(), held, sentence, null, null, null);
    }

    /** All files together. */
    public Tally total() {
        return files.stream().map(FileReport::rows).reduce(Tally.NONE, Tally::plus);
    }

    /** 0: all taken; 1: some rows held; 2: refused. */
    public int exitCode() {
        return refused != null ? 2 : held.count() > 0 ? 1 : 0;
    }
}
