package school.tandem.importing.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.GroupKind;
import school.tandem.roster.intake.ClassRow;
import school.tandem.roster.intake.CourseRow;
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
import school.tandem.roster.intake.UserRow;

/**
 * Reads one record of each kind of file. What can't be taken is thrown as a held cell. Orgs and
 * courses are looked at beforehand: a class or a role of a department is one of the school above
 * it.
 */
final class SdsTwoRows {

    private static final int HIGHEST = 20;

    /** An org as its file has it. */
    private record Org(String word, @Nullable String parent, String name) {}

    /** What classes have from their courses. */
    private record Course(List<String> grades, List<String> subjects) {}

    private final Map<String, Org> orgs = new HashMap<>();
    private final Set<String> aboveSchools = new HashSet<>();
    private final Map<String, Course> courses = new HashMap<>();
    private final boolean rolesElsewhere;
    private final boolean coursesKnown;

    SdsTwoRows(KindFiles files) {
        rolesElsewhere = files.has(SdsTwoReader.ROLES);
        coursesKnown = files.has(SdsTwoReader.COURSES);
        files.each(
                SdsTwoReader.ORGS,
                cells ->
                        orgs.putIfAbsent(
                                cells.required("sourcedId"),
                                new Org(
                                        String.valueOf(cells.word("type")),
                                        cells.text("parentSourcedId"),
                                        cells.textIfAny("name"))));
        orgs.values().stream()
                .filter(org -> SdsWords.isSchool(org.word()))
                .forEach(this::markAbove);
        files.each(
                SdsTwoReader.COURSES,
                cells ->
                        courses.putIfAbsent(
                                cells.required("sourcedId"),
                                new Course(cells.list("grade"), subjects(cells))));
    }

    private void markAbove(Org school) {
        String above = school.parent();
        for (int i = 0; above != null && i < HIGHEST; i++) {
            aboveSchools.add(above);
            Org org = orgs.get(above);
            above = org == null ? null : org.parent();
        }
    }

    private @Nullable OrgKind kind(String id, String word) {
        return SdsWords.org(word, !aboveSchools.contains(id));
    }

    /** The org itself if it is a school, else the nearest one above it, else the org itself. */
    private String schoolOf(String id) {
        String at = id;
        for (int i = 0; at != null && i < HIGHEST; i++) {
            Org org = orgs.get(at);
            if (org == null) {
                return id;
            }
            if (kind(at, org.word()) == OrgKind.SCHOOL) {
                return at;
            }
            at = org.parent();
        }
        return id;
    }

    /** The subjects that are words; codes say nothing to a reader. */
    private static List<String> subjects(Cells cells) {
        return cells.list("subject").stream()
                .filter(subject -> subject.chars().anyMatch(Character::isLetter))
                .toList();
    }

    OrgRow org(Cells cells) {
        String id = cells.required("sourcedId");
        String name = cells.required("name");
        cells.required("type");
        OrgKind kind = kind(id, String.valueOf(cells.word("type")));
        if (kind == null) {
            throw cells.unknownWord("type");
        }
        return new OrgRow(cells.line(), false, id, name, kind, null, cells.text("parentSourcedId"));
    }

    SessionRow session(Cells cells) {
        String id = cells.required("sourcedId");
        String title = cells.required("title");
        cells.required("type");
        SessionKind kind = SdsWords.session(String.valueOf(cells.word("type")));
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
                false,
                id,
                title,
                kind,
                starts,
                ends,
                cells.text("parentSourcedId"),
                cells.text("schoolYear"));
    }

    UserRow user(Cells cells) {
        String id = cells.required("sourcedId");
        PersonRole role = cells.text("role") == null && rolesElsewhere ? null : roleOf(cells);
        List<String> schools =
                cells.list("orgSourcedIds").stream().map(this::schoolOf).distinct().toList();
        if (!rolesElsewhere && schools.isEmpty()) {
            throw cells.held("orgSourcedIds", Reason.BLANK);
        }
        if (role != null && role.kind() == PersonKind.OTHER) {
            return new UserRow(
                    cells.line(),
                    false,
                    id,
                    role,
                    "",
                    "",
                    null,
                    null,
                    null,
                    List.of(),
                    schools,
                    null);
        }
        String username = cells.required("username");
        RowNames.PersonName name =
                RowNames.of(cells.text("givenName"), cells.text("familyName"), username);
        return new UserRow(
                cells.line(),
                false,
                id,
                role,
                name.given(),
                name.family(),
                RowNames.email(cells.text("email"), username),
                username,
                null,
                role == null || role.kind() == PersonKind.STUDENT ? cells.list("grade") : List.of(),
                schools,
                null);
    }

    private static PersonRole roleOf(Cells cells) {
        cells.required("role");
        PersonRole role = SdsWords.role(String.valueOf(cells.word("role")));
        if (role == null) {
            throw cells.unknownWord("role");
        }
        return role;
    }

    RoleRow role(Cells cells) {
        String user = cells.required("userSourcedId");
        String org = cells.required("orgSourcedId");
        PersonRole role = roleOf(cells);
        List<String> grades = cells.list("grade");
        String session = cells.text("sessionSourcedId");
        LocalDate begins = cells.date("roleStartDate");
        LocalDate ends = cells.date("roleEndDate");
        return new RoleRow(
                cells.line(),
                false,
                RowNames.id(
                        user,
                        org,
                        String.valueOf(cells.word("role")),
                        session == null ? "" : session,
                        grades.isEmpty() ? "" : grades.getFirst(),
                        begins == null ? "" : begins.toString()),
                user,
                schoolOf(org),
                null,
                role.kind() == PersonKind.STUDENT && !grades.isEmpty() ? grades.getFirst() : null,
                role,
                cells.isTrue("isPrimary"),
                begins,
                ends);
    }

    CourseRow course(Cells cells) {
        return new CourseRow(
                cells.line(),
                false,
                cells.required("sourcedId"),
                cells.required("title"),
                cells.text("code"),
                cells.text("orgSourcedId"),
                cells.list("grade"),
                subjects(cells));
    }

    ClassRow schoolClass(Cells cells) {
        String id = cells.required("sourcedId");
        String title = cells.required("title");
        String org = cells.required("orgSourcedId");
        String course = coursesKnown ? cells.text("courseSourcedId") : null;
        Course from = course == null ? null : courses.get(course);
        Org own = orgs.get(org);
        boolean department = own != null && kind(org, own.word()) == OrgKind.DEPARTMENT;
        return new ClassRow(
                cells.line(),
                false,
                id,
                title,
                cells.text("code"),
                course,
                schoolOf(org),
                cells.list("sessionSourcedIds"),
                from == null ? List.of() : from.grades(),
                from == null ? List.of() : from.subjects(),
                own != null && department && !own.name().isBlank() ? own.name() : null);
    }

    EnrolmentRow place(Cells cells) {
        String schoolClass = cells.required("classSourcedId");
        String user = cells.required("userSourcedId");
        PersonRole role = roleOf(cells);
        return new EnrolmentRow(
                cells.line(),
                false,
                placeIfAny(cells),
                schoolClass,
                user,
                null,
                SdsWords.inClass(role),
                null,
                null,
                null);
    }

    String placeIfAny(Cells cells) {
        return RowNames.id(
                cells.textIfAny("classSourcedId"),
                cells.textIfAny("userSourcedId"),
                Names.plain(cells.textIfAny("role")));
    }

    /** Sex and race of somebody; kept of students only. */
    GroupRow demographics(Cells cells) {
        String user = cells.required("userSourcedId");
        List<String> races = new ArrayList<>();
        boolean several = false;
        for (String code : cells.list("raceCodes")) {
            String race = OneRosterRows.raceOf(code);
            if (Names.plain(code).contains("twoormore")) {
                several = true;
            } else if (race == null) {
                throw new HeldCell("raceCodes", code, Reason.UNKNOWN_WORD);
            } else {
                races.add(race);
            }
        }
        boolean hispanic =
                cells.list("ethnicityCodes").stream()
                        .map(Names::plain)
                        .anyMatch(code -> code.startsWith("hispanic"));
        String race = OneRosterRows.race(races, several, hispanic);
        return new GroupRow(
                cells.line(),
                false,
                user,
                user,
                Map.of(GroupKind.SEX, OneRosterRows.sex(cells), GroupKind.RACE, race));
    }

    /** A flag such as {@code iep} or {@code freeLunch}, one a row. */
    GroupRow flag(Cells cells) {
        String user = cells.required("userSourcedId");
        String flag =
                cells.required("flag")
                        .strip()
                        .replaceAll("([a-z])([A-Z])", "$1_$2")
                        .replaceAll("[\\s-]+", "_")
                        .toLowerCase(Locale.ROOT);
        return new GroupRow(
                cells.line(), false, flagIfAny(cells), user, Map.of(GroupKind.FLAG, flag));
    }

    static String flagIfAny(Cells cells) {
        return cells.textIfAny("userSourcedId") + "|" + cells.textIfAny("flag");
    }
}
