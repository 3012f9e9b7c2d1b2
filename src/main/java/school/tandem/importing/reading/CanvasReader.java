package school.tandem.importing.reading;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongConsumer;
import school.tandem.roster.intake.ClassRow;
import school.tandem.roster.intake.Delivery;
import school.tandem.roster.intake.OrgKind;
import school.tandem.roster.intake.OrgRow;
import school.tandem.roster.intake.RosterFile;
import school.tandem.roster.intake.RosterRule;

/**
 * Reads the CSV files by which Canvas takes rosters in and gives them out. They say what changed:
 * what is absent is as it was.
 *
 * <p>Accounts without accounts below them, and those that have courses of their own, are the
 * schools. A class is a section; a course without sections, or with people in none of them, is one
 * too. Who is staff and who a student follows from their enrolments.
 */
public final class CanvasReader extends PlainRoster {

    /** The source of its rows. */
    static final String SOURCE = "canvas-sis";

    private static final List<String> OF_OTHERS =
            List.of(
                    "group_id",
                    "group_category_id",
                    "observer_id",
                    "xlist_course_id",
                    "abstract_course_id",
                    "existing_user_id",
                    "old_id",
                    "new_id",
                    "assignment_id");

    static final FileKind ACCOUNTS =
            kind(
                    "accounts",
                    List.of("account_id", "name"),
                    List.of(),
                    List.of("parent_account_id", "status"),
                    "user_id",
                    "course_id",
                    "term_id");
    static final FileKind TERMS =
            kind(
                    "terms",
                    List.of("term_id", "name"),
                    List.of(),
                    List.of("status", "start_date", "end_date", CanvasRows.OVERRIDE),
                    "user_id",
                    "course_id");
    static final FileKind COURSES =
            kind(
                    "courses",
                    List.of("course_id"),
                    List.of("long_name", "short_name"),
                    List.of("account_id", "term_id", "status"),
                    "user_id",
                    "section_id");
    static final FileKind SECTIONS =
            kind(
                    "sections",
                    List.of("section_id", "course_id", "name"),
                    List.of(),
                    List.of("status"),
                    "user_id");
    static final FileKind USERS =
            kind(
                    "users",
                    List.of("user_id"),
                    List.of("login_id", "full_name", "sortable_name", "last_name", "first_name"),
                    List.of("short_name", "email", "declared_user_type", "status"),
                    "course_id",
                    "section_id",
                    "role");
    static final FileKind PLACES =
            kind(
                    "enrollments",
                    List.of("user_id", "role"),
                    List.of("section_id", "course_id"),
                    List.of("status", CanvasRows.BASE_ROLE));

    static final List<FileKind> KINDS = List.of(ACCOUNTS, TERMS, COURSES, SECTIONS, USERS, PLACES);

    private final CanvasPlaces places;
    private final CanvasRows rows;

    /**
     * @param called what to call the school of courses that no account has
     */
    CanvasReader(Bundle bundle, ZoneId zone, String called) {
        super(new KindFiles(bundle, KINDS, zone, false));
        places = new CanvasPlaces(files, called);
        rows = new CanvasRows(places);
    }

    private static FileKind kind(
            String name,
            List<String> required,
            List<String> oneOf,
            List<String> optional,
            String... never) {
        List<String> others = new ArrayList<>(OF_OTHERS);
        others.addAll(List.of(never));
        return new FileKind(name, required, oneOf, optional, others);
    }

    @Override
    public String format() {
        return "canvas-sis";
    }

    @Override
    public String source() {
        return SOURCE;
    }

    @Override
    public Files files(LongConsumer progress) {
        List<RosterFile<ClassRow>> classes =
                new ArrayList<>(
                        files.rows(
                                SECTIONS,
                                rows::section,
                                id("section_id"),
                                Map.of(
                                        "sourcedId", "section_id",
                                        "courseSourcedId", "course_id",
                                        "schoolSourcedId", "course_id"),
                                progress));
        classes.addAll(files.derived(COURSES, rows::courseAsClass, id("course_id"), progress));
        return new Files(
                Set.of(
                        RosterRule.ROLE_OR_ID,
                        RosterRule.UNKNOWN_TERMS,
                        RosterRule.SECTIONS_OF_COURSES),
                Delivery.DELTA,
                accounts(progress),
                files.rows(
                        TERMS, rows::term, id("term_id"), Map.of("sourcedId", "term_id"), progress),
                files.rows(
                        USERS,
                        rows::user,
                        id("user_id"),
                        Map.of("sourcedId", "user_id", "role", "user_id"),
                        progress),
                files.derived(PLACES, rows::role, id("user_id"), progress),
                files.rows(
                        COURSES,
                        rows::course,
                        id("course_id"),
                        Map.of("sourcedId", "course_id", "orgSourcedId", "account_id"),
                        progress),
                classes,
                files.rows(
                        PLACES,
                        rows::place,
                        rows::placeIfAny,
                        Map.of(
                                "sourcedId", "user_id",
                                "classSourcedId",
                                        files.has(PLACES, "section_id")
                                                ? "section_id"
                                                : "course_id",
                                "userSourcedId", "user_id"),
                        progress),
                List.of());
    }

    private List<RosterFile<OrgRow>> accounts(LongConsumer progress) {
        List<RosterFile<OrgRow>> accounts =
                new ArrayList<>(
                        files.rows(
                                ACCOUNTS,
                                rows::account,
                                id("account_id"),
                                Map.of("sourcedId", "account_id"),
                                progress));
        if (places.isRootNeeded()) {
            OrgRow root =
                    new OrgRow(
                            1,
                            false,
                            CanvasPlaces.ROOT,
                            places.called(),
                            OrgKind.SCHOOL,
                            null,
                            null);
            accounts.add(
                    new RosterFile<>(places.called(), false, Map.of(), taker -> taker.take(root)));
        }
        return accounts;
    }

    private static Function<Cells, String> id(String column) {
        return cells -> cells.textIfAny(column);
    }
}
