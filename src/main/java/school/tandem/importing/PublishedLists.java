package school.tandem.importing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.tandem.importing.reading.Refused;
import school.tandem.importing.reading.TableFile;
import school.tandem.roster.School;
import school.tandem.roster.Schools;
import school.tandem.security.District;
import school.tandem.ui.Texts;

/**
 * Lists below one of the headers that the README publishes, brought in without a screen: nobody has
 * to say what their columns mean.
 */
@Component
class PublishedLists {

    private final ListImports lists;
    private final ListColumns columns;
    private final DistrictOfExport districtOf;
    private final Schools schools;

    PublishedLists(
            ListImports lists, ListColumns columns, DistrictOfExport districtOf, Schools schools) {
        this.lists = lists;
        this.columns = columns;
        this.districtOf = districtOf;
        this.schools = schools;
    }

    /** Which kind of list a file is, by its header alone; nothing: none, or it can't be read. */
    static Optional<ListKind> kindOf(List<Path> files) {
        if (files.size() != 1 || !Files.isRegularFile(files.getFirst())) {
            return Optional.empty();
        }
        try {
            return ListColumns.published(TableFile.open(files.getFirst(), "list").headers());
        } catch (Refused noTable) {
            return Optional.empty();
        }
    }

    /**
     * Brings one in.
     *
     * @param school the id that its source knows it by; null: the only one of the district
     */
    ImportReport run(
            ImportRequest request,
            ListKind kind,
            @Nullable String school,
            ImportProgress progress) {
        try {
            District district = districtOf.find(request);
            School of = school(schools.of(district.id()), school);
            Path file = request.files().getFirst();
            List<String> headers = TableFile.open(file, request.shownName()).headers();
            return lists.run(
                    new ListRequest(
                            of.key(),
                            kind,
                            file,
                            request.shownName(),
                            columns.suggest(district.id(), kind, headers),
                            request.dryRun()),
                    progress);
        } catch (Refused refused) {
            return ImportReport.refused(
                    "", Texts.here().get(refused.textKey(), refused.arguments()), new HeldRows());
        }
    }

    private static School school(List<School> there, @Nullable String asked) {
        if (asked == null && there.size() == 1) {
            return there.getFirst();
        }
        if (asked == null) {
            throw new Refused("importing.refused.whichSchool", Map.of("count", there.size()));
        }
        return there.stream()
                .filter(one -> one.externalId().equals(asked) || one.name().equalsIgnoreCase(asked))
                .findFirst()
                .orElseThrow(() ->
                        new Refused("importing.refused.noSuchSchool", Map.of("school", asked)));
    }
}
