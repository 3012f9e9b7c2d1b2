package school.tandem.importing.reading;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import school.tandem.roster.intake.Delivery;
import school.tandem.roster.intake.RosterRule;

/**
 * Reads School Data Sync 2.0, where users have their roles and schools beside their names, and 2.1,
 * where both stand in a file of roles.
 */
public final class SdsTwoReader extends PlainRoster {

    static final FileKind ORGS =
            new FileKind("orgs", List.of("sourcedId", "name", "type"), List.of("parentSourcedId"));
    static final FileKind USERS =
            new FileKind(
                    "users",
                    List.of("sourcedId", "username"),
                    List.of(
                            "orgSourcedIds|orgSourcedId",
                            "givenName",
                            "familyName",
                            "email",
                            "role",
                            "grade|grades"));
    static final FileKind ROLES =
            new FileKind(
                    "roles",
                    List.of("userSourcedId", "orgSourcedId", "role"),
                    List.of(
                            "sessionSourcedId",
                            "grade|grades",
                            "isPrimary",
                            "roleStartDate",
                            "roleEndDate"));
    static final FileKind SESSIONS =
            new FileKind(
                    "academicSessions",
                    List.of("sourcedId", "title", "type", "startDate", "endDate"),
                    List.of("schoolYear", "parentSourcedId"));
    static final FileKind COURSES =
            new FileKind(
                    "courses",
                    List.of("sourcedId", "title"),
                    List.of("orgSourcedId", "code|courseCode", "subject|subjects", "grade|grades"));
    static final FileKind CLASSES =
            new FileKind(
                    "classes",
                    List.of("sourcedId", "orgSourcedId", "title"),
                    List.of("sessionSourcedIds|sessionSourcedId", "courseSourcedId", "code"));
    static final FileKind PLACES =
            new FileKind(
                    "enrollments", List.of("classSourcedId", "userSourcedId", "role"), List.of());

    static final FileKind DEMOGRAPHICS =
            new FileKind(
                    "demographics",
                    List.of("userSourcedId"),
                    List.of("sex", "ethnicityCodes", "raceCodes"),
                    List.of(),
                    List.of());
    static final FileKind FLAGS =
            new FileKind("userFlags", List.of("userSourcedId", "flag"), List.of());

    static final List<FileKind> KINDS =
            List.of(ORGS, USERS, ROLES, SESSIONS, COURSES, CLASSES, PLACES);

    /** With what groups of students are told apart by; birth dates and places are never read. */
    private static final List<FileKind> WITH_GROUPS =
            Stream.concat(KINDS.stream(), Stream.of(DEMOGRAPHICS, FLAGS)).toList();

    private final SdsTwoRows rows;

    SdsTwoReader(Bundle bundle, ZoneId zone, boolean withGroups) {
        super(new KindFiles(bundle, withGroups ? WITH_GROUPS : KINDS, zone, false));
        files.require("School Data Sync", ORGS, USERS);
        if (!files.has(USERS, "role")) {
            files.require("School Data Sync", ROLES);
        }
        if (files.has(PLACES)) {
            files.require("School Data Sync", CLASSES);
        }
        rows = new SdsTwoRows(files);
    }

    @Override
    public String format() {
        return files.has(ROLES) ? "sds-2.1" : "sds-2.0";
    }

    @Override
    public String source() {
        return SdsWords.SOURCE;
    }

    @Override
    public Files files(LongConsumer progress) {
        Function<Cells, String> id = cells -> cells.textIfAny("sourcedId");
        Function<Cells, String> ofUser = cells -> cells.textIfAny("userSourcedId");
        Map<String, String> named = Map.of("sourcedId", "userSourcedId");
        return new Files(
                Set.of(RosterRule.ROLE_OR_ID, RosterRule.UNKNOWN_TERMS),
                Delivery.BULK,
                files.rows(ORGS, rows::org, id, Map.of(), progress),
                files.rows(SESSIONS, rows::session, id, Map.of(), progress),
                files.rows(
                        USERS,
                        rows::user,
                        id,
                        Map.of("role", "sourcedId", "orgSourcedIds", "orgSourcedIds"),
                        progress),
                files.rows(ROLES, rows::role, ofUser, named, progress),
                files.rows(COURSES, rows::course, id, Map.of(), progress),
                files.rows(
                        CLASSES,
                        rows::schoolClass,
                        id,
                        Map.of(
                                "schoolSourcedId", "orgSourcedId",
                                "termSourcedIds", "sessionSourcedIds"),
                        progress),
                files.rows(
                        PLACES,
                        rows::place,
                        rows::placeIfAny,
                        Map.of("sourcedId", "classSourcedId"),
                        progress),
                List.of(
                        files.rows(DEMOGRAPHICS, rows::demographics, ofUser, named, progress),
                        files.rows(FLAGS, rows::flag, SdsTwoRows::flagIfAny, named, progress)));
    }
}
