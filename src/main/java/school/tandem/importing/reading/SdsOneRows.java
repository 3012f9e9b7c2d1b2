package school.tandem.importing.reading;

import static school.tandem.importing.reading.SdsOneReader.ID;
import static school.tandem.importing.reading.SdsOneReader.SCHOOL;
import static school.tandem.importing.reading.SdsOneReader.SECTION;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.intake.ClassRow;
import school.tandem.roster.intake.CourseRow;
import school.tandem.roster.intake.EnrolmentRole;
import school.tandem.roster.intake.EnrolmentRow;
import school.tandem.roster.intake.OrgKind;
import school.tandem.roster.intake.OrgRow;
import school.tandem.roster.intake.PersonRole;
import school.tandem.roster.intake.Reason;
import school.tandem.roster.intake.SessionKind;
import school.tandem.roster.intake.SessionRow;
import school.tandem.roster.intake.StaffRole;
import school.tandem.roster.intake.UserRow;

/** Reads one record of each kind of file. What can't be taken is thrown as a held cell. */
final class SdsOneRows {

    private static final String TERM = "Term SIS ID";
    private static final String STARTS = "Term StartDate";
    private static final String ENDS = "Term EndDate";
    private static final String COURSE = "Course SIS ID";

    private final boolean apart;

    /**
     * @param apart whether teachers are numbered apart from students
     */
    SdsOneRows(boolean apart) {
        this.apart = apart;
    }

    OrgRow school(Cells cells) {
        String number = cells.text("School NCES_ID");
        return new OrgRow(
                cells.line(),
                ended(cells),
                cells.required(ID),
                cells.required("Name"),
                OrgKind.SCHOOL,
                number == null ? cells.text("School Number") : number,
                null);
    }

    UserRow student(Cells cells) {
        return person(cells, cells.required(ID), PersonRole.STUDENT, cells.list("Grade"));
    }

    UserRow teacher(Cells cells) {
        return person(
                cells,
                teacherId(cells.required(ID)),
                PersonRole.staff(StaffRole.TEACHER),
                List.of());
    }

    /** The id that a teacher is kept under; of a blank one the same. */
    String teacherId(String id) {
        return apart && !id.isEmpty() ? "teacher:" + id : id;
    }

    private UserRow person(Cells cells, String id, PersonRole role, List<String> grades) {
        String username = cells.required("Username");
        RowNames.PersonName name =
                RowNames.of(cells.text("First Name"), cells.text("Last Name"), username);
        return new UserRow(
                cells.line(),
                ended(cells),
                id,
                role,
                name.given(),
                name.family(),
                RowNames.email(null, username),
                username,
                null,
                grades,
                List.of(cells.required(SCHOOL)),
                null);
    }

    ClassRow section(Cells cells) {
        String term = termId(cells);
        String subject = cells.text("Course Subject");
        return new ClassRow(
                cells.line(),
                ended(cells),
                cells.required(ID),
                cells.required("Section Name"),
                cells.text("Section Number"),
                cells.text(COURSE),
                cells.required(SCHOOL),
                term == null ? List.of() : List.of(term),
                List.of(),
                subject == null ? List.of() : List.of(subject),
                null);
    }

    /** The course that a section is of; null: none. */
    @Nullable CourseRow course(Cells cells) {
        String id = cells.text(COURSE);
        if (id == null) {
            return null;
        }
        String number = cells.text("Course Number");
        String name = cells.text("Course Name");
        String title = name != null ? name : number != null ? number : id;
        return new CourseRow(cells.line(), false, id, title, number, null, List.of(), List.of());
    }

    /** The term that a section is held in; null: none with a first and a last day. */
    @Nullable SessionRow term(Cells cells) {
        String id = termId(cells);
        if (id == null) {
            return null;
        }
        String name = cells.text("Term Name");
        return new SessionRow(
                cells.line(),
                false,
                id,
                name == null ? id : name,
                SessionKind.TERM,
                cells.requiredDate(STARTS),
                cells.requiredDate(ENDS).plusDays(1),
                null,
                null);
    }

    private static @Nullable String termId(Cells cells) {
        LocalDate starts = cells.date(STARTS);
        LocalDate ends = cells.date(ENDS);
        if (starts == null || ends == null) {
            return null;
        }
        if (ends.isBefore(starts)) {
            throw cells.held(ENDS, Reason.DATES_REVERSED);
        }
        String id = cells.text(TERM);
        return id == null ? cells.text("Term Name") : id;
    }

    EnrolmentRow place(Cells cells) {
        return place(cells, cells.required(ID), EnrolmentRole.STUDENT);
    }

    EnrolmentRow roster(Cells cells) {
        return place(cells, teacherId(cells.required(ID)), EnrolmentRole.TEACHER);
    }

    private EnrolmentRow place(Cells cells, String person, EnrolmentRole role) {
        String section = cells.required(SECTION);
        return new EnrolmentRow(
                cells.line(),
                ended(cells),
                RowNames.id(section, person, role.code()),
                section,
                person,
                null,
                role,
                null,
                null,
                null);
    }

    String placeIfAny(Cells cells) {
        return placeIfAny(cells, cells.textIfAny(ID), EnrolmentRole.STUDENT);
    }

    String rosterIfAny(Cells cells) {
        return placeIfAny(cells, teacherId(cells.textIfAny(ID)), EnrolmentRole.TEACHER);
    }

    private static String placeIfAny(Cells cells, String person, EnrolmentRole role) {
        return RowNames.id(cells.textIfAny(SECTION), person, role.code());
    }

    private static boolean ended(Cells cells) {
        String status = cells.word("Status");
        if (status == null || status.equals("active") || status.equals("enabled")) {
            return false;
        }
        if (status.equals("inactive")
                || status.equals("deleted")
                || status.equals("tobedeleted")
                || status.equals("disabled")) {
            return true;
        }
        throw cells.unknownWord("Status");
    }
}
