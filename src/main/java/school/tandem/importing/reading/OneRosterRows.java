package school.tandem.importing.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.intake.CategoryRow;
import school.tandem.adoption.intake.HandIn;
import school.tandem.adoption.intake.LineItemRow;
import school.tandem.adoption.intake.ResultRow;
import school.tandem.roster.GroupKind;
import school.tandem.roster.intake.ClassRow;
import school.tandem.roster.intake.CourseRow;
import school.tandem.roster.intake.EnrolmentRole;
import school.tandem.roster.intake.EnrolmentRow;
import school.tandem.roster.intake.GroupRow;
import school.tandem.roster.intake.OrgKind;
import school.tandem.roster.intake.OrgRow;
import school.tandem.roster.intake.PersonKind;
import school.tandem.roster.intake.PersonRole;
import school.tandem.roster.intake.Reason;
import school.tandem.roster.intake.RoleRow;
import school.tandem.roster.intake.SessionKind;
import school.tandem.roster.intake.SessionRow;
import school.tandem.roster.intake.StaffRole;
import school.tandem.roster.intake.UserRow;

/** Reads one record of each kind of file. What can't be taken is thrown as a held cell. */
final class OneRosterRows {

    private static final Map<String, OrgKind> ORG_KINDS =
            Map.of(
                    "district", OrgKind.DISTRICT,
                    "school", OrgKind.SCHOOL,
                    "department", OrgKind.DEPARTMENT,
                    "local", OrgKind.OTHER,
                    "state", OrgKind.OTHER,
                    "national", OrgKind.OTHER);

    private static final Map<String, SessionKind> SESSION_KINDS =
            Map.of(
                    "schoolyear", SessionKind.SCHOOL_YEAR,
                    "semester", SessionKind.SEMESTER,
                    "term", SessionKind.TERM,
                    "gradingperiod", SessionKind.GRADING_PERIOD);

    private static final Map<String, PersonRole> ROLES =
            Map.ofEntries(
                    Map.entry("student", PersonRole.STUDENT),
                    Map.entry("teacher", PersonRole.staff(StaffRole.TEACHER)),
                    Map.entry("administrator", PersonRole.staff(StaffRole.ADMINISTRATOR)),
                    Map.entry("districtadministrator", PersonRole.staff(StaffRole.ADMINISTRATOR)),
                    Map.entry("siteadministrator", PersonRole.staff(StaffRole.ADMINISTRATOR)),
                    Map.entry("principal", PersonRole.staff(StaffRole.ADMINISTRATOR)),
                    Map.entry("systemadministrator", PersonRole.staff(StaffRole.IT)),
                    Map.entry("counselor", PersonRole.staff(StaffRole.COUNSELOR)),
                    Map.entry("aide", PersonRole.staff(StaffRole.AIDE)),
                    Map.entry("proctor", PersonRole.staff(StaffRole.PROCTOR)),
                    Map.entry("guardian", PersonRole.OTHER),
                    Map.entry("parent", PersonRole.OTHER),
                    Map.entry("relative", PersonRole.OTHER));

    /** In the order of the standard. */
    private static final Map<String, String> RACES = races();

    /** By what no other race has in its name. */
    private static final Map<String, String> RACE_WORDS =
            Map.of(
                    "indian", "american_indian",
                    "alaska", "american_indian",
                    "asian", "asian",
                    "black", "black",
                    "pacific", "pacific",
                    "hawaiian", "pacific",
                    "white", "white");

    private OneRosterRows() {}

    private static Map<String, String> races() {
        Map<String, String> races = new LinkedHashMap<>();
        races.put("americanIndianOrAlaskaNative", "american_indian");
        races.put("asian", "asian");
        races.put("blackOrAfricanAmerican", "black");
        races.put("nativeHawaiianOrOtherPacificIslander", "pacific");
        races.put("white", "white");
        return races;
    }

    static OrgRow org(Cells cells) {
        OrgKind kind = ORG_KINDS.get(String.valueOf(cells.word("type")));
        cells.required("type");
        if (kind == null) {
            throw cells.unknownWord("type");
        }
        return new OrgRow(
                cells.line(),
                cells.withdrawn(),
                cells.required("sourcedId"),
                cells.required("name"),
                kind,
                cells.text("identifier"),
                cells.text("parentSourcedId"));
    }

    static SessionRow session(Cells cells) {
        String id = cells.required("sourcedId");
        String title = cells.required("title");
        cells.required("type");
        SessionKind kind = SESSION_KINDS.get(String.valueOf(cells.word("type")));
        if (kind == null) {
            throw cells.unknownWord("type");
        }
        LocalDate starts = cells.requiredDate("startDate");
        LocalDate ends = cells.requiredDate("endDate");
        if (ends.isBefore(starts)) {
            throw cells.held("endDate", Reason.DATES_REVERSED);
        }
        return new SessionRow(
                cells.line(),
                cells.withdrawn(),
                id,
                title,
                kind,
                starts,
                ends,
                cells.text("parentSourcedId"),
                cells.text("schoolYear"));
    }

    /**
     * @param rolesElsewhere whether the bundle has a file of roles, as 1.2 has
     */
    static UserRow user(Cells cells, boolean rolesElsewhere) {
        String id = cells.required("sourcedId");
        boolean withdrawn = cells.withdrawn();
        PersonRole role = role(cells, rolesElsewhere);
        List<String> orgs = orgs(cells);
        if (role != null && orgs.isEmpty() && !withdrawn) {
            throw cells.held("orgSourcedIds", Reason.BLANK);
        }
        if (role != null && role.kind() == PersonKind.OTHER) {
            return new UserRow(
                    cells.line(),
                    withdrawn,
                    id,
                    role,
                    "",
                    "",
                    null,
                    null,
                    null,
                    List.of(),
                    orgs,
                    null);
        }
        return new UserRow(
                cells.line(),
                withdrawn,
                id,
                role,
                cells.required("givenName"),
                cells.required("familyName"),
                cells.email("email"),
                cells.text("username"),
                cells.text("identifier"),
                cells.list("grades"),
                orgs,
                null);
    }

    private static @Nullable PersonRole role(Cells cells, boolean rolesElsewhere) {
        String word = cells.word("role");
        if (word == null && rolesElsewhere) {
            return null;
        }
        cells.required("role");
        PersonRole role = ROLES.get(String.valueOf(word));
        if (role == null) {
            throw cells.unknownWord("role");
        }
        return role;
    }

    private static List<String> orgs(Cells cells) {
        List<String> orgs = new ArrayList<>();
        String primary = cells.text("primaryOrgSourcedId");
        if (primary != null) {
            orgs.add(primary);
        }
        cells.list("orgSourcedIds").stream().filter(org -> !orgs.contains(org)).forEach(orgs::add);
        return orgs;
    }

    static RoleRow roleOfUser(Cells cells) {
        String word = String.valueOf(cells.word("role"));
        cells.required("role");
        PersonRole role = ROLES.get(word);
        if (role == null) {
            throw cells.unknownWord("role");
        }
        return new RoleRow(
                cells.line(),
                cells.withdrawn(),
                cells.required("sourcedId"),
                cells.required("userSourcedId"),
                cells.required("orgSourcedId"),
                null,
                null,
                role,
                "primary".equals(cells.word("roleType")),
                cells.date("beginDate"),
                cells.date("endDate"));
    }

    static CourseRow course(Cells cells) {
        return new CourseRow(
                cells.line(),
                cells.withdrawn(),
                cells.required("sourcedId"),
                cells.required("title"),
                cells.text("courseCode"),
                cells.text("orgSourcedId"),
                cells.list("grades"),
                cells.list("subjects"));
    }

    static ClassRow schoolClass(Cells cells) {
        return new ClassRow(
                cells.line(),
                cells.withdrawn(),
                cells.required("sourcedId"),
                cells.required("title"),
                cells.text("classCode"),
                cells.text("courseSourcedId"),
                cells.required("schoolSourcedId"),
                cells.list("termSourcedIds"),
                cells.list("grades"),
                cells.list("subjects"),
                null);
    }

    static EnrolmentRow enrolment(Cells cells) {
        String id = cells.required("sourcedId");
        String schoolClass = cells.required("classSourcedId");
        String user = cells.required("userSourcedId");
        cells.required("role");
        PersonRole role = ROLES.get(String.valueOf(cells.word("role")));
        if (role == null) {
            throw cells.unknownWord("role");
        }
        return new EnrolmentRow(
                cells.line(),
                cells.withdrawn(),
                id,
                schoolClass,
                user,
                cells.text("schoolSourcedId"),
                inClass(role),
                cells.flag("primary"),
                cells.date("beginDate"),
                cells.date("endDate"));
    }

    private static EnrolmentRole inClass(PersonRole role) {
        if (role.kind() == PersonKind.STUDENT) {
            return EnrolmentRole.STUDENT;
        }
        return role.staffRole() == StaffRole.TEACHER ? EnrolmentRole.TEACHER : EnrolmentRole.OTHER;
    }

    /** Race as federal reports divide it: Hispanic of any race, two or more, or the one. */
    static GroupRow demographics(Cells cells) {
        String id = cells.required("sourcedId");
        List<String> races = RACES.keySet().stream().filter(cells::isTrue).map(RACES::get).toList();
        String race =
                race(
                        races,
                        cells.isTrue("demographicRaceTwoOrMoreRaces"),
                        cells.isTrue("hispanicOrLatinoEthnicity"));
        return new GroupRow(
                cells.line(),
                cells.withdrawn(),
                id,
                id,
                Map.of(GroupKind.SEX, sex(cells), GroupKind.RACE, race));
    }

    /** Hispanic of any race, two or more, or the one; blank: none is said. */
    static String race(List<String> races, boolean several, boolean hispanic) {
        if (hispanic) {
            return "hispanic";
        }
        if (several || races.size() > 1) {
            return "two_or_more";
        }
        return races.isEmpty() ? "" : races.getFirst();
    }

    /** The key of a race, however systems word the standard's names; null: none is called so. */
    static @Nullable String raceOf(String word) {
        String plain = Names.plain(word);
        return RACE_WORDS.entrySet().stream()
                .filter(race -> plain.contains(race.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    static String sex(Cells cells) {
        return switch (String.valueOf(cells.word("sex"))) {
            case "female", "f" -> "female";
            case "male", "m" -> "male";
            case "other", "x" -> "other";
            case "null", "unspecified", "unknown" -> "";
            default -> throw cells.unknownWord("sex");
        };
    }

    static CategoryRow category(Cells cells) {
        return new CategoryRow(
                cells.line(),
                cells.withdrawn(),
                cells.required("sourcedId"),
                cells.required("title"));
    }

    static LineItemRow lineItem(Cells cells) {
        return new LineItemRow(
                cells.line(),
                cells.withdrawn(),
                cells.required("sourcedId"),
                cells.required("title"),
                cells.required("classSourcedId"),
                cells.text("categorySourcedId"),
                cells.date("assignDate"),
                cells.date("dueDate"));
    }

    static ResultRow result(Cells cells) {
        String id = cells.required("sourcedId");
        String item = cells.required("lineItemSourcedId");
        String student = cells.required("studentSourcedId");
        HandIn handIn = handIn(cells);
        boolean handedIn = handIn == HandIn.HANDED_IN;
        LocalDate on = cells.date("scoreDate");
        return new ResultRow(
                cells.line(),
                cells.withdrawn(),
                id,
                item,
                student,
                handIn,
                handedIn || handIn == HandIn.BEGUN ? on : null,
                handedIn ? cells.flag("late") : null);
    }

    /**
     * What the status says, corrected by what OneRoster 1.2 says beside it: a score of what is
     * missing is a policy's zero, and what is in progress was opened.
     */
    private static HandIn handIn(Cells cells) {
        cells.required("scoreStatus");
        HandIn handIn =
                switch (String.valueOf(cells.word("scoreStatus"))) {
                    case "submitted" -> HandIn.HANDED_IN;
                    case "partiallygraded", "fullygraded" ->
                            cells.isTrue("missing") ? HandIn.NOT_HANDED_IN : HandIn.HANDED_IN;
                    case "notsubmitted" -> HandIn.NOT_HANDED_IN;
                    case "exempt" -> HandIn.EXEMPT;
                    default -> cells.isTrue("missing") ? HandIn.NOT_HANDED_IN : HandIn.UNKNOWN;
                };
        boolean open = handIn == HandIn.UNKNOWN || handIn == HandIn.NOT_HANDED_IN;
        return open && cells.isTrue("inProgress") ? HandIn.BEGUN : handIn;
    }
}
