package school.tandem.importing.reading;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.intake.CategoryRow;
import school.tandem.adoption.intake.LineItemRow;
import school.tandem.adoption.intake.ResultRow;
import school.tandem.roster.intake.ClassRow;
import school.tandem.roster.intake.CourseRow;
import school.tandem.roster.intake.Delivery;
import school.tandem.roster.intake.EnrolmentRow;
import school.tandem.roster.intake.GroupRow;
import school.tandem.roster.intake.OrgRow;
import school.tandem.roster.intake.RoleRow;
import school.tandem.roster.intake.RowSource;
import school.tandem.roster.intake.RowTaker;
import school.tandem.roster.intake.SessionRow;
import school.tandem.roster.intake.UserRow;

/** Reads OneRoster 1.1 and 1.2 as CSV, whatever real systems make of it. */
public final class OneRosterReader implements RosterReader {

    private final Map<OneRosterKind, CsvFile> files = new EnumMap<>(OneRosterKind.class);
    private final Map<OneRosterKind, Header> headers = new EnumMap<>(OneRosterKind.class);
    private final Map<String, String> manifest = new HashMap<>();
    private final List<String> skipped = new ArrayList<>();
    private final Set<OneRosterKind> leftOut;
    private final Dates dates;
    private final String digest;
    private long bytes;

    private OneRosterReader(Bundle bundle, ZoneId zone, Set<OneRosterKind> leftOut) {
        this.leftOut = leftOut;
        MessageDigest sha = sha256();
        for (BundleFile file : bundle.files()) {
            recognise(file, sha);
        }
        if (files.isEmpty()) {
            throw new Refused("importing.refused.notOneRoster", Map.of());
        }
        for (Map.Entry<OneRosterKind, CsvFile> file : files.entrySet()) {
            headers.put(
                    file.getKey(),
                    Header.of(file.getValue().name(), file.getValue().header(), file.getKey()));
        }
        DayOrder order = new DayOrder();
        files.values()
                .forEach(file -> file.readFirst(DayOrder.ROWS, line -> order.look(line.cells())));
        this.dates = new Dates(zone, order);
        this.digest = HexFormat.of().formatHex(sha.digest());
    }

    /**
     * Looks at all files of a delivery.
     *
     * @param zone where moments become days
     * @param leftOut kinds of files that are skipped, not even opened
     * @throws Refused if none is OneRoster's, or one lacks a column that every row needs
     */
    public static OneRosterReader of(Bundle bundle, ZoneId zone, Set<OneRosterKind> leftOut) {
        return new OneRosterReader(bundle, zone, leftOut);
    }

    /** Whether a file's name is one of a OneRoster bundle's. */
    public static boolean isFileName(String name) {
        return kind(name) != null;
    }

    private void recognise(BundleFile file, MessageDigest sha) {
        OneRosterKind kind = kind(file.name());
        if (base(file.name()).equals("manifest")) {
            readManifest(open(file, sha));
        } else if (kind == null || leftOut.contains(kind)) {
            skipped.add(file.name());
        } else if (files.containsKey(kind)) {
            throw new Refused(
                    "importing.refused.twice",
                    Map.of("one", file(kind).path(), "other", file.path()));
        } else {
            files.put(kind, open(file, sha));
            bytes += Math.max(0, file.size());
        }
    }

    private static CsvFile open(BundleFile file, MessageDigest sha) {
        try {
            return new CsvFile(file, Encoding.of(file, sha));
        } catch (IOException damaged) {
            throw new Refused("importing.refused.unreadable", Map.of("file", file.name()));
        }
    }

    private static @Nullable OneRosterKind kind(String name) {
        if (!name.toLowerCase(Locale.ROOT).matches(".*\\.(csv|txt)")) {
            return null;
        }
        List<String> known =
                List.of(OneRosterKind.values()).stream().map(OneRosterKind::fileName).toList();
        String plain = base(name);
        // Other files of the standard, close to those that are read.
        if (List.of(
                        "classresources",
                        "courseresources",
                        "userresources",
                        "resources",
                        "userprofiles")
                .contains(plain)) {
            return null;
        }
        return Names.recognise(plain, known)
                .flatMap(found ->
                        List.of(OneRosterKind.values()).stream()
                                .filter(kind -> kind.fileName().equals(found))
                                .findFirst())
                .orElse(null);
    }

    private static String base(String name) {
        return Names.plain(name.replaceFirst("\\.[A-Za-z]+$", ""));
    }

    private void readManifest(CsvFile file) {
        file.read(
                read -> {},
                line -> {
                    if (line.cells().size() >= 2) {
                        manifest.put(Names.plain(line.cells().get(0)), line.cells().get(1).strip());
                    }
                });
    }

    /** {@code oneroster-1.1} or {@code oneroster-1.2}. */
    @Override
    public String format() {
        String version = manifest.getOrDefault("onerosterversion", "");
        boolean two =
                version.startsWith("1.2")
                        || (version.isEmpty()
                                && (files.containsKey(OneRosterKind.ROLES)
                                        || users("userMasterIdentifier")));
        return two ? "oneroster-1.2" : "oneroster-1.1";
    }

    private boolean users(String column) {
        Header header = headers.get(OneRosterKind.USERS);
        return header != null && header.has(column);
    }

    /** Whether there is such a file. */
    public boolean has(OneRosterKind kind) {
        return files.containsKey(kind);
    }

    /** Whether there is work and what became of it, and nobody and no class that it is of. */
    public boolean isOfWorkOnly() {
        return files.keySet().stream()
                .allMatch(kind ->
                        kind == OneRosterKind.CATEGORIES
                                || kind == OneRosterKind.LINE_ITEMS
                                || kind == OneRosterKind.RESULTS);
    }

    /** Whether it leaves its schools out and says that it does, as those of changes may. */
    public boolean leavesOrgsOut() {
        String said = manifest.getOrDefault("fileorgs", "");
        return !has(OneRosterKind.ORGS) && said.equalsIgnoreCase("absent");
    }

    /** What a file is called in this delivery. */
    public String fileName(OneRosterKind kind) {
        return file(kind).name();
    }

    /** Whether a file is all that its source knows; a manifest that does not say means all. */
    public Delivery delivery(OneRosterKind kind) {
        String said = manifest.getOrDefault("file" + Names.plain(kind.fileName()), "");
        // A file that is there and said to be absent can't be all there is.
        boolean part = said.equalsIgnoreCase("delta") || said.equalsIgnoreCase("absent");
        return part ? Delivery.DELTA : Delivery.BULK;
    }

    @Override
    public String source() {
        return "oneroster";
    }

    @Override
    public List<OrgRow> orgs() {
        List<OrgRow> orgs = new ArrayList<>();
        if (has(OneRosterKind.ORGS)) {
            orgs(bytes -> {}).read(RowTaker.reading(orgs::add));
        }
        return orgs;
    }

    @Override
    public List<String> skipped() {
        return List.copyOf(skipped);
    }

    @Override
    public String digest() {
        return digest;
    }

    @Override
    public long bytes() {
        return bytes;
    }

    public RowSource<OrgRow> orgs(LongConsumer progress) {
        return rows(OneRosterKind.ORGS, OneRosterRows::org, progress);
    }

    public RowSource<SessionRow> sessions(LongConsumer progress) {
        return rows(OneRosterKind.SESSIONS, OneRosterRows::session, progress);
    }

    public RowSource<UserRow> users(LongConsumer progress) {
        boolean rolesElsewhere = has(OneRosterKind.ROLES);
        return rows(
                OneRosterKind.USERS, cells -> OneRosterRows.user(cells, rolesElsewhere), progress);
    }

    public RowSource<RoleRow> roles(LongConsumer progress) {
        return rows(OneRosterKind.ROLES, OneRosterRows::roleOfUser, progress);
    }

    public RowSource<CourseRow> courses(LongConsumer progress) {
        return rows(OneRosterKind.COURSES, OneRosterRows::course, progress);
    }

    public RowSource<ClassRow> classes(LongConsumer progress) {
        return rows(OneRosterKind.CLASSES, OneRosterRows::schoolClass, progress);
    }

    public RowSource<EnrolmentRow> enrolments(LongConsumer progress) {
        return rows(OneRosterKind.ENROLMENTS, OneRosterRows::enrolment, progress);
    }

    public RowSource<GroupRow> demographics(LongConsumer progress) {
        return rows(OneRosterKind.DEMOGRAPHICS, OneRosterRows::demographics, progress);
    }

    public RowSource<CategoryRow> categories(LongConsumer progress) {
        return rows(OneRosterKind.CATEGORIES, OneRosterRows::category, progress);
    }

    public RowSource<LineItemRow> lineItems(LongConsumer progress) {
        return rows(OneRosterKind.LINE_ITEMS, OneRosterRows::lineItem, progress);
    }

    public RowSource<ResultRow> results(LongConsumer progress) {
        return rows(OneRosterKind.RESULTS, OneRosterRows::result, progress);
    }

    /**
     * One file's records: those that can be read are taken, the others are held, each once.
     *
     * @param progress told how many bytes were read since the last time; may throw to stop
     */
    private <T> RowSource<T> rows(
            OneRosterKind kind, Function<Cells, @Nullable T> reading, LongConsumer progress) {
        CsvFile file = file(kind);
        Header header = header(kind);
        List<String> required = new ArrayList<>(List.of("sourcedId"));
        required.addAll(kind.required());
        return new TableRows<>(file, header, dates, required, reading, Cells::idIfAny, progress);
    }

    private Header header(OneRosterKind kind) {
        Header header = headers.get(kind);
        if (header == null) {
            throw new IllegalArgumentException("No file of " + kind);
        }
        return header;
    }

    private CsvFile file(OneRosterKind kind) {
        CsvFile file = files.get(kind);
        if (file == null) {
            throw new IllegalArgumentException("No file of " + kind);
        }
        return file;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
