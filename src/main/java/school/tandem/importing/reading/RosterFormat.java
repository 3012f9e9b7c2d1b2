package school.tandem.importing.reading;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The formats of rosters, told from each other by what their files are called and by the columns
 * that only they have.
 */
public enum RosterFormat {
    ONE_ROSTER("OneRoster"),
    SDS_ONE("School Data Sync"),
    SDS_TWO("School Data Sync"),
    CANVAS("Canvas SIS");

    /** Columns that files of OneRoster have and those of School Data Sync 2 have not. */
    private static final Set<String> OF_ONE_ROSTER =
            Set.of(
                    "status",
                    "datelastmodified",
                    "enableduser",
                    "schoolsourcedid",
                    "termsourcedids",
                    "roletype",
                    "classtype",
                    "agentsourcedids");

    /** The other way round. */
    private static final Set<String> OF_SDS_TWO =
            Set.of(
                    "activedirectorymatchid",
                    "sessionsourcedids",
                    "sessionsourcedid",
                    "isprimary",
                    "rolestartdate",
                    "roleenddate");

    private final String shown;

    RosterFormat(String shown) {
        this.shown = shown;
    }

    /**
     * Reads a delivery in whichever of them it is.
     *
     * @param zone where moments become days
     * @param called what the delivery is called
     * @throws Refused if it is in none or in two of them, or lacks a file or a column
     */
    public static RosterReader open(Bundle bundle, ZoneId zone, String called) {
        return open(bundle, zone, called, false);
    }

    /**
     * The same.
     *
     * @param withGroups whether what groups of students are told apart by is read, too
     */
    public static RosterReader open(Bundle bundle, ZoneId zone, String called, boolean withGroups) {
        Set<OneRosterKind> leftOut = withGroups ? Set.of() : Set.of(OneRosterKind.DEMOGRAPHICS);
        return switch (of(bundle)) {
            case ONE_ROSTER -> OneRosterReader.of(bundle, zone, leftOut);
            case SDS_ONE -> new SdsOneReader(bundle, zone);
            case SDS_TWO -> new SdsTwoReader(bundle, zone, withGroups);
            case CANVAS -> new CanvasReader(bundle, zone, called);
        };
    }

    /** The sources of all of them. */
    public static Set<String> sources() {
        return Set.of("oneroster", SdsWords.SOURCE, CanvasReader.SOURCE);
    }

    /**
     * Whether a single file is part of a roster of Canvas or of School Data Sync's first format,
     * which no list of a school's own looks like. What can't be read is not.
     */
    public static boolean isPart(Path path) {
        String name = String.valueOf(path.getFileName());
        try {
            return formatOf(new BundleFile(name, -1, () -> Files.newInputStream(path))) != null;
        } catch (Refused unreadable) {
            return false;
        }
    }

    private static RosterFormat of(Bundle bundle) {
        Map<RosterFormat, String> found = new EnumMap<>(RosterFormat.class);
        List<BundleFile> shared = new ArrayList<>();
        for (BundleFile file : bundle.files()) {
            RosterFormat format = formatOf(file);
            if (format != null) {
                found.putIfAbsent(format, file.name());
            } else if (OneRosterReader.isFileName(file.name())) {
                shared.add(file);
            }
        }
        boolean ofOneRoster = isOneRoster(bundle, shared);
        if (found.isEmpty()) {
            return ofOneRoster ? ONE_ROSTER : SDS_TWO;
        }
        if (found.size() == 1 && !(ofOneRoster && hasManifest(bundle))) {
            String foreign =
                    shared.stream()
                            .filter(RosterFormat::hasSourcedIds)
                            .map(BundleFile::name)
                            .findFirst()
                            .orElse(null);
            RosterFormat only = found.keySet().iterator().next();
            if (foreign == null) {
                return only;
            }
            found.put(ofOneRoster ? ONE_ROSTER : SDS_TWO, foreign);
        } else {
            shared.stream().findFirst().ifPresent(file -> found.put(ONE_ROSTER, file.name()));
        }
        if (found.size() == 1) {
            return found.keySet().iterator().next();
        }
        List<RosterFormat> two = List.copyOf(found.keySet());
        throw new Refused(
                "importing.refused.twoFormats",
                Map.of(
                        "one",
                        String.valueOf(found.get(two.get(0))),
                        "format",
                        two.get(0).shown,
                        "other",
                        String.valueOf(found.get(two.get(1))),
                        "otherFormat",
                        two.get(1).shown));
    }

    /** Canvas or the first School Data Sync by its columns; null: neither. */
    private static @Nullable RosterFormat formatOf(BundleFile file) {
        if (!KindFiles.isTable(file.name())) {
            return null;
        }
        CsvFile.Line header = KindFiles.header(file);
        if (header == null) {
            return null;
        }
        if (CanvasReader.KINDS.stream().anyMatch(kind -> kind.fits(header))) {
            return CANVAS;
        }
        Set<String> columns = plain(header);
        boolean ofSds =
                SdsOneReader.KINDS.stream().anyMatch(kind -> kind.fits(header))
                        && columns.stream()
                                .anyMatch(column ->
                                        column.endsWith("sisid")
                                                || column.endsWith("dfenumber")
                                                || column.equals("sectionid"));
        return ofSds ? SDS_ONE : null;
    }

    /** Of files that both may have: a manifest, or more columns that only OneRoster has. */
    private static boolean isOneRoster(Bundle bundle, List<BundleFile> shared) {
        if (hasManifest(bundle)) {
            return true;
        }
        int forOneRoster = 0;
        int forSds = 0;
        for (BundleFile file : shared) {
            CsvFile.Line header = KindFiles.header(file);
            Set<String> columns = header == null ? Set.of() : plain(header);
            forOneRoster += count(columns, OF_ONE_ROSTER);
            forSds += count(columns, OF_SDS_TWO);
            boolean ofClass = columns.contains("classsourcedid") || columns.contains("role");
            if (ofClass && columns.contains("usersourcedid") && !columns.contains("sourcedid")) {
                forSds++;
            }
            if (columns.contains("orgsourcedid")
                    && columns.contains("title")
                    && !columns.contains("schoolsourcedid")) {
                forSds++;
            }
        }
        return forSds <= forOneRoster;
    }

    private static boolean hasManifest(Bundle bundle) {
        return bundle.files().stream()
                .anyMatch(file ->
                        file.name().toLowerCase(Locale.ROOT).matches("manifest\\.(csv|txt)"));
    }

    private static boolean hasSourcedIds(BundleFile file) {
        CsvFile.Line header = KindFiles.header(file);
        return header != null
                && plain(header).stream().anyMatch(column -> column.endsWith("sourcedid"));
    }

    private static int count(Set<String> columns, Set<String> known) {
        Set<String> both = new HashSet<>(columns);
        both.retainAll(known);
        return both.size();
    }

    private static Set<String> plain(CsvFile.Line header) {
        return Stream.of(header.cells())
                .flatMap(List::stream)
                .map(Names::plain)
                .collect(Collectors.toSet());
    }
}
