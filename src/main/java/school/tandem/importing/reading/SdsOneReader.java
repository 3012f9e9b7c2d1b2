package school.tandem.importing.reading;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongConsumer;
import school.tandem.roster.intake.Delivery;
import school.tandem.roster.intake.EnrolmentRow;
import school.tandem.roster.intake.RosterFile;
import school.tandem.roster.intake.RosterRule;
import school.tandem.roster.intake.UserRow;

/**
 * Reads School Data Sync's first format, with the headers that schools in the United Kingdom have
 * or those of all others. Students and teachers may be numbered apart: where any number is of both,
 * those of teachers are told from those of students.
 */
public final class SdsOneReader extends PlainRoster {

    static final String ID = "SIS ID";
    static final String SCHOOL = "School SIS ID";
    static final String SECTION = "Section SIS ID";

    private static final String ANY_ID = ID + "|ID|Student SIS ID|Teacher SIS ID|DfE Number";
    private static final String ANY_SCHOOL = SCHOOL + "|School DfE Number|School ID";
    private static final String ANY_SECTION = SECTION + "|Section ID";

    static final FileKind SCHOOLS =
            new FileKind(
                    "School",
                    List.of(ANY_ID + "|School SIS ID|School ID", "Name|School Name"),
                    List.of("School NCES_ID", "School Number", "Status"));
    static final FileKind SECTIONS =
            new FileKind(
                    "Section",
                    List.of(ANY_ID + "|Section SIS ID|Section ID", ANY_SCHOOL, "Section Name|Name"),
                    List.of(
                            "Section Number",
                            "Term SIS ID|Term ID",
                            "Term Name",
                            "Term StartDate|Term Start Date",
                            "Term EndDate|Term End Date",
                            "Course SIS ID|Course ID",
                            "Course Name",
                            "Course Number",
                            "Course Subject",
                            "Status"));
    static final FileKind STUDENTS = people("Student");
    static final FileKind TEACHERS = people("Teacher");
    static final FileKind PLACES =
            new FileKind("StudentEnrollment", List.of(ANY_SECTION, ANY_ID), List.of("Status"));
    static final FileKind ROSTERS =
            new FileKind("TeacherRoster", List.of(ANY_SECTION, ANY_ID), List.of("Status"));

    static final List<FileKind> KINDS =
            List.of(SCHOOLS, SECTIONS, STUDENTS, TEACHERS, PLACES, ROSTERS);

    private final boolean apart;

    SdsOneReader(Bundle bundle, ZoneId zone) {
        super(new KindFiles(bundle, KINDS, zone, !isBritish(bundle)));
        files.require("School Data Sync", SCHOOLS, STUDENTS, TEACHERS);
        if (files.has(PLACES) || files.has(ROSTERS)) {
            files.require("School Data Sync", SECTIONS);
        }
        apart = isAnyOfBoth();
    }

    private static FileKind people(String name) {
        return new FileKind(
                name,
                List.of(ANY_ID, ANY_SCHOOL, "Username|User Name"),
                List.of("First Name", "Last Name", "Grade", "Status"));
    }

    private static boolean isBritish(Bundle bundle) {
        return bundle.files().stream()
                .filter(file -> KindFiles.isTable(file.name()))
                .map(KindFiles::header)
                .anyMatch(SdsOneReader::isBritish);
    }

    private static boolean isBritish(CsvFile.@org.jspecify.annotations.Nullable Line header) {
        return header != null
                && header.cells().stream()
                        .anyMatch(cell -> Names.plain(cell).endsWith("dfenumber"));
    }

    private boolean isAnyOfBoth() {
        Set<String> teachers = new HashSet<>();
        files.each(TEACHERS, cells -> teachers.add(cells.textIfAny(ID)));
        teachers.remove("");
        List<String> both = new ArrayList<>();
        files.each(
                STUDENTS,
                cells ->
                        both.isEmpty()
                                && teachers.contains(cells.textIfAny(ID))
                                && both.add(cells.textIfAny(ID)));
        return !both.isEmpty();
    }

    @Override
    public String format() {
        return "sds-1";
    }

    @Override
    public String source() {
        return SdsWords.SOURCE;
    }

    @Override
    public Files files(LongConsumer progress) {
        SdsOneRows rows = new SdsOneRows(apart);
        Function<Cells, String> id = cells -> cells.textIfAny(ID);
        Map<String, String> ofPeople =
                Map.of("sourcedId", ID, "orgSourcedIds", SCHOOL, "role", "Username");
        List<RosterFile<UserRow>> people =
                new ArrayList<>(files.rows(STUDENTS, rows::student, id, ofPeople, progress));
        people.addAll(
                files.rows(
                        TEACHERS,
                        rows::teacher,
                        cells -> rows.teacherId(cells.textIfAny(ID)),
                        ofPeople,
                        progress));
        Map<String, String> ofPlaces =
                Map.of("sourcedId", ID, "classSourcedId", SECTION, "userSourcedId", ID);
        List<RosterFile<EnrolmentRow>> places =
                new ArrayList<>(
                        files.rows(PLACES, rows::place, rows::placeIfAny, ofPlaces, progress));
        places.addAll(files.rows(ROSTERS, rows::roster, rows::rosterIfAny, ofPlaces, progress));
        return new Files(
                Set.of(RosterRule.ROW_PER_SCHOOL),
                Delivery.BULK,
                files.rows(SCHOOLS, rows::school, id, Map.of("sourcedId", ID), progress),
                files.derived(SECTIONS, rows::term, id, progress),
                people,
                List.of(),
                files.derived(SECTIONS, rows::course, id, progress),
                files.rows(
                        SECTIONS,
                        rows::section,
                        id,
                        Map.of(
                                "sourcedId",
                                ID,
                                "schoolSourcedId",
                                SCHOOL,
                                "courseSourcedId",
                                "Course SIS ID",
                                "termSourcedIds",
                                "Term SIS ID"),
                        progress),
                places,
                List.of());
    }
}
