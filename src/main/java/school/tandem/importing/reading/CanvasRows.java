package school.tandem.importing.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.intake.ClassRow;
import school.tandem.roster.intake.CourseRow;
import school.tandem.roster.intake.EnrolmentRow;
import school.tandem.roster.intake.OrgRow;
import school.tandem.roster.intake.PersonRole;
import school.tandem.roster.intake.Reason;
import school.tandem.roster.intake.RoleRow;
import school.tandem.roster.intake.SessionKind;
import school.tandem.roster.intake.SessionRow;
import school.tandem.roster.intake.StaffRole;
import school.tandem.roster.intake.UserRow;

/** Reads one record of each kind of file. What can't be taken is thrown as a held cell. */
final class CanvasRows {

    private static final PersonRole TEACHER = PersonRole.staff(StaffRole.TEACHER);

    /** Of whose enrolments the dates of a term are others than those of all. */
    static final String OVERRIDE = "date_override_enrollment_type";

    /** What a role that an account made is based on, as reports of Canvas say. */
    static final String BASE_ROLE = "base_role_type";

    /** What users may say that they are. */
    private static final Map<String, PersonRole> DECLARED =
            Map.of(
                    "student",
                    PersonRole.STUDENT,
                    "studentother",
                    PersonRole.STUDENT,
                    "teacher",
                    TEACHER,
                    "staff",
                    PersonRole.staff(StaffRole.OTHER),
                    "administrative",
                    PersonRole.staff(StaffRole.ADMINISTRATOR),
                    "observer",
                    PersonRole.OTHER);

    private final CanvasPlaces places;

    CanvasRows(CanvasPlaces places) {
        this.places = places;
    }

    OrgRow account(Cells cells) {
        String id = cells.required("account_id");
        return new OrgRow(
                cells.line(),
                ended(cells),
                id,
                cells.required("name"),
                places.kind(id),
                null,
                cells.text("parent_account_id"));
    }

    SessionRow term(Cells cells) {
        String id = cells.required("term_id");
        if (cells.text(OVERRIDE) != null) {
            return override(cells, id);
        }
        String name = cells.required("name");
        LocalDate starts = cells.requiredDate("start_date");
        cells.required("end_date");
        LocalDate ends = Objects.requireNonNull(cells.end("end_date"));
        if (ends.isBefore(starts)) {
            throw cells.held("end_date", Reason.DATES_REVERSED);
        }
        return new SessionRow(
                cells.line(), ended(cells), id, name, SessionKind.TERM, starts, ends, null, null);
    }

    /** Other dates for some people are no term: of one that never was nothing follows. */
    private static SessionRow override(Cells cells, String term) {
        String id = RowNames.id(term, String.valueOf(cells.word(OVERRIDE)));
        return new SessionRow(
                cells.line(),
                true,
                id,
                id,
                SessionKind.TERM,
                LocalDate.EPOCH,
                LocalDate.EPOCH.plusDays(1),
                null,
                null);
    }

    CourseRow course(Cells cells) {
        String id = cells.required("course_id");
        String account = cells.text("account_id");
        String code = cells.text("short_name");
        String title = cells.text("long_name");
        if (title == null && code == null) {
            throw cells.held("long_name", Reason.BLANK);
        }
        return new CourseRow(
                cells.line(),
                ended(cells),
                id,
                title == null ? String.valueOf(code) : title,
                code,
                account == null ? CanvasPlaces.ROOT : account,
                List.of(),
                List.of());
    }

    /** The class that a course is itself; null: its sections are its classes. */
    @Nullable ClassRow courseAsClass(Cells cells) {
        String id = cells.required("course_id");
        return places.isClass(id) ? schoolClass(cells, id, "", id, ended(cells)) : null;
    }

    ClassRow section(Cells cells) {
        String id = cells.required("section_id");
        String course = cells.required("course_id");
        return schoolClass(cells, id, cells.required("name"), course, ended(cells));
    }

    private ClassRow schoolClass(
            Cells cells, String id, String title, String courseId, boolean ended) {
        CanvasPlaces.Course course = places.course(courseId);
        String term = course == null ? null : course.term();
        return new ClassRow(
                cells.line(),
                ended || course != null && course.ended(),
                id,
                title,
                null,
                courseId,
                "",
                term == null ? List.of() : List.of(term),
                List.of(),
                List.of(),
                null);
    }

    UserRow user(Cells cells) {
        String id = cells.required("user_id");
        boolean ended = ended(cells);
        String declared = cells.word("declared_user_type");
        PersonRole role = declared == null ? null : DECLARED.get(declared);
        if (declared != null && role == null) {
            throw cells.unknownWord("declared_user_type");
        }
        String login = cells.text("login_id");
        RowNames.PersonName name = name(cells, login == null ? id : login);
        String email = RowNames.email(cells.text("email"), login);
        boolean other = PersonRole.OTHER.equals(role);
        return new UserRow(
                cells.line(),
                ended,
                id,
                role,
                other ? "" : name.given(),
                other ? "" : name.family(),
                other ? null : email,
                other ? null : login,
                null,
                List.of(),
                List.of(),
                null);
    }

    private static RowNames.PersonName name(Cells cells, String otherwise) {
        String first = cells.text("first_name");
        String last = cells.text("last_name");
        if (first != null || last != null) {
            return RowNames.of(first, last, otherwise);
        }
        return Stream.of("sortable_name", "full_name", "short_name")
                .map(cells::text)
                .filter(Objects::nonNull)
                .findFirst()
                .map(RowNames::ofWhole)
                .orElse(new RowNames.PersonName(otherwise, ""));
    }

    /** What an enrolment says of the person: student or teacher before anything else. */
    RoleRow role(Cells cells) {
        String user = cells.required("user_id");
        PersonRole role = roleOf(cells);
        boolean ended = ended(cells);
        String classId = classOf(cells);
        String course = courseOf(cells);
        CanvasPlaces.Course known = course == null ? null : places.course(course);
        return new RoleRow(
                cells.line(),
                false,
                RowNames.id(user, classId, String.valueOf(cells.word("role"))),
                user,
                ended || known == null ? null : known.account(),
                ended ? null : classId,
                null,
                role,
                role.equals(PersonRole.STUDENT) || role.equals(TEACHER),
                null,
                ended ? LocalDate.EPOCH : null);
    }

    EnrolmentRow place(Cells cells) {
        String user = cells.required("user_id");
        PersonRole role = roleOf(cells);
        return new EnrolmentRow(
                cells.line(),
                ended(cells),
                placeIfAny(cells),
                classOf(cells),
                user,
                null,
                SdsWords.inClass(role),
                null,
                null,
                null);
    }

    String placeIfAny(Cells cells) {
        String section = cells.textIfAny("section_id");
        return RowNames.id(
                section.isEmpty() ? cells.textIfAny("course_id") : section,
                cells.textIfAny("user_id"),
                Names.plain(cells.textIfAny("role")));
    }

    /** The section, or the course where people are in none. */
    private static String classOf(Cells cells) {
        String section = cells.text("section_id");
        return section == null ? cells.required("course_id") : section;
    }

    private @Nullable String courseOf(Cells cells) {
        String section = cells.text("section_id");
        String course = section == null ? null : places.courseOf(section);
        return course == null ? cells.text("course_id") : course;
    }

    /** Built-in roles, and those that an account made whose name tells what they are based on. */
    private static PersonRole roleOf(Cells cells) {
        cells.required("role");
        PersonRole role = roleOf(String.valueOf(cells.word("role")));
        PersonRole base = role == null ? roleOf(String.valueOf(cells.word(BASE_ROLE))) : role;
        if (base == null) {
            throw cells.unknownWord("role");
        }
        return base;
    }

    private static @Nullable PersonRole roleOf(String word) {
        if (word.contains("observer") || word.contains("parent") || word.contains("studentview")) {
            return PersonRole.OTHER;
        }
        if (word.equals("ta")
                || word.startsWith("taenrol")
                || word.contains("assistant")
                || word.contains("aide")
                || word.contains("grader")
                || word.contains("tutor")) {
            return PersonRole.staff(StaffRole.AIDE);
        }
        if (word.contains("designer")) {
            return PersonRole.staff(StaffRole.OTHER);
        }
        if (word.contains("teacher")
                || word.contains("instructor")
                || word.contains("faculty")
                || word.contains("professor")) {
            return TEACHER;
        }
        if (word.contains("student") || word.contains("learner")) {
            return PersonRole.STUDENT;
        }
        return null;
    }

    /** Whether it has ended: who is only suspended is still there. */
    static boolean ended(Cells cells) {
        String status = cells.word("status");
        return switch (status == null ? "active" : status) {
            case "active",
                    "available",
                    "published",
                    "unpublished",
                    "created",
                    "claimed",
                    "invited",
                    "creationpending",
                    "accepted",
                    "suspended" ->
                    false;
            case "deleted",
                    "completed",
                    "concluded",
                    "inactive",
                    "deletedlastcompleted",
                    "rejected" ->
                    true;
            default -> throw cells.unknownWord("status");
        };
    }
}
