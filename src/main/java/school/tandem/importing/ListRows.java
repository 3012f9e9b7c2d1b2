package school.tandem.importing;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.intake.HomeAccessRow;
import school.tandem.importing.reading.ListCells;
import school.tandem.importing.reading.TableFile.TableRow;
import school.tandem.roster.intake.ClassRow;
import school.tandem.roster.intake.EnrolmentRole;
import school.tandem.roster.intake.EnrolmentRow;
import school.tandem.roster.intake.Held;
import school.tandem.roster.intake.Identities;
import school.tandem.roster.intake.PersonRole;
import school.tandem.roster.intake.Reason;
import school.tandem.roster.intake.RowTaker;
import school.tandem.roster.intake.StaffRole;
import school.tandem.roster.intake.UserRow;

/** Turns the rows of a mapped list into what the intakes take. */
final class ListRows {

    private static final String CLASS_SEPARATORS = "[;|/\\n]";

    private static final Map<StaffRole, List<String>> ROLES =
            Map.of(
                    StaffRole.TEACHER,
                    List.of("teacher", "docente", "profesor", "profesora", "maestro", "maestra"),
                    StaffRole.ADMINISTRATOR,
                    List.of(
                            "administrator",
                            "principal",
                            "head",
                            "director",
                            "directora",
                            "admin",
                            "administrador",
                            "administradora"),
                    StaffRole.IT,
                    List.of(
                            "it",
                            "ict",
                            "technician",
                            "informatica",
                            "informática",
                            "tic",
                            "technology"),
                    StaffRole.COUNSELOR,
                    List.of("counselor", "counsellor", "orientador", "orientadora"),
                    StaffRole.AIDE,
                    List.of("aide", "assistant", "auxiliar"),
                    StaffRole.PROCTOR,
                    List.of("proctor", "vigilante"));

    private final MappedTable list;
    private final String schoolId;
    private final Identities known;
    private final ListCells cells;

    /**
     * @param schoolId the school's id of its source
     * @param known the people of this kind who are there
     */
    ListRows(MappedTable list, String schoolId, Identities known, ListCells cells) {
        this.list = list;
        this.schoolId = schoolId;
        this.known = known;
        this.cells = cells;
    }

    /** The people, each once; a row that repeats somebody adds classes, and is held without any. */
    void people(RowTaker<UserRow> taker) {
        Set<String> seen = new HashSet<>();
        list.table()
                .read(row -> {
                    Person person = person(row);
                    if (person.trouble() != null) {
                        taker.hold("", held(row, person.trouble(), person.value()));
                    } else if (seen.add(person.id())) {
                        taker.take(user(row, person));
                    } else if (classTitles(row).isEmpty()) {
                        taker.hold("", repeated(row));
                    }
                });
    }

    /** The classes that the list names, each once. */
    void classes(RowTaker<ClassRow> taker) {
        Set<String> seen = new HashSet<>();
        list.table()
                .read(row -> {
                    for (String title : classTitles(row)) {
                        if (person(row).trouble() == null && seen.add(classId(title))) {
                            taker.take(
                                    new ClassRow(
                                            row.line(),
                                            false,
                                            classId(title),
                                            title,
                                            null,
                                            null,
                                            schoolId,
                                            List.of(),
                                            List.of(),
                                            List.of(),
                                            department(row)));
                        }
                    }
                });
    }

    /** Who is in which class. */
    void enrolments(RowTaker<EnrolmentRow> taker) {
        Set<String> seen = new HashSet<>();
        EnrolmentRole role =
                list.request().kind() == ListKind.STAFF
                        ? EnrolmentRole.TEACHER
                        : EnrolmentRole.STUDENT;
        list.table()
                .read(row -> {
                    Person person = person(row);
                    for (String title : classTitles(row)) {
                        String id = classId(title) + ":" + person.id();
                        if (person.trouble() == null && seen.add(id)) {
                            taker.take(
                                    new EnrolmentRow(
                                            row.line(),
                                            false,
                                            id,
                                            classId(title),
                                            person.id(),
                                            null,
                                            role,
                                            null,
                                            null,
                                            null));
                        }
                    }
                });
    }

    /** What families answered. */
    void answers(RowTaker<HomeAccessRow> taker) {
        list.table()
                .read(row -> {
                    String id = list.given(row, ListField.ID);
                    String email = FormHeaders.address(list.email(row));
                    String name = list.name(row);
                    if (id == null && email == null && name == null) {
                        taker.hold("", held(row, Reason.NO_IDENTITY, ""));
                        return;
                    }
                    try {
                        taker.take(
                                new HomeAccessRow(
                                        row.line(),
                                        id,
                                        email,
                                        name,
                                        cells.yesOrNo(
                                                list.shown(ListField.DEVICE),
                                                list.cell(row, ListField.DEVICE)),
                                        cells.yesOrNo(
                                                list.shown(ListField.CONNECTION),
                                                list.cell(row, ListField.CONNECTION)),
                                        answeredAt(row)));
                    } catch (ListCells.Unreadable bad) {
                        taker.hold("", list.held(row, bad));
                    }
                });
    }

    private @Nullable LocalDateTime answeredAt(TableRow row) {
        String value = list.cell(row, ListField.ANSWERED_ON);
        return value.isEmpty() ? null : cells.moment(list.shown(ListField.ANSWERED_ON), value);
    }

    /**
     * Who a row is about.
     *
     * @param trouble why it can't be said; null: it can
     */
    private record Person(String id, @Nullable Reason trouble, String value) {}

    private Person person(TableRow row) {
        String id = list.given(row, ListField.ID);
        String email = list.email(row);
        String name = list.name(row);
        if (name == null && id == null && email == null) {
            return new Person("", Reason.NO_IDENTITY, "");
        }
        if (name == null) {
            return new Person("", Reason.BLANK, "");
        }
        if (email != null && !email.matches("[^@\\s]+@[^@\\s]+")) {
            return new Person("", Reason.UNKNOWN_WORD, email);
        }
        Identities.Match match = known.find(id, email, name);
        if (match.outcome() == Identities.Outcome.NOBODY && id != null) {
            match = withoutId(email, name);
        }
        Identities.Known there = match.known();
        if (there != null) {
            return new Person(there.externalId(), null, "");
        }
        if (match.outcome() == Identities.Outcome.SEVERAL) {
            return new Person("", Reason.AMBIGUOUS_NAME, name);
        }
        String own = id != null ? id : email != null ? email : name.toLowerCase(Locale.ROOT);
        return new Person(list.request().kind().code() + ":" + own, null, "");
    }

    /** Somebody whom an earlier list had without an id; who has another one is another person. */
    private Identities.Match withoutId(@Nullable String email, String name) {
        Identities.Match match = known.find(null, email, name);
        Identities.Known there = match.known();
        boolean hasAnId =
                there != null
                        && !there.externalId().equals(list.request().kind().code() + ":" + email)
                        && !there.externalId()
                                .equals(
                                        list.request().kind().code()
                                                + ":"
                                                + name.toLowerCase(Locale.ROOT));
        return hasAnId ? new Identities.Match(Identities.Outcome.NOBODY, null) : match;
    }

    private UserRow user(TableRow row, Person person) {
        String given = list.cell(row, ListField.GIVEN_NAME);
        String family = list.cell(row, ListField.FAMILY_NAME);
        if (given.isEmpty() && family.isEmpty()) {
            String[] parts = MappedTable.parts(list.cell(row, ListField.NAME));
            given = parts[0];
            family = parts[1];
        }
        if (given.isEmpty()) {
            given = family;
            family = "";
        }
        String grade = list.cell(row, ListField.GRADE);
        return new UserRow(
                row.line(),
                false,
                person.id(),
                role(row),
                given,
                family,
                list.email(row),
                null,
                null,
                grade.isEmpty() ? List.of() : List.of(grade),
                List.of(schoolId),
                department(row));
    }

    private PersonRole role(TableRow row) {
        if (list.request().kind() == ListKind.STUDENTS) {
            return PersonRole.STUDENT;
        }
        String said = list.cell(row, ListField.ROLE).toLowerCase(Locale.ROOT);
        if (said.isEmpty()) {
            return PersonRole.staff(StaffRole.TEACHER);
        }
        Set<String> words = new HashSet<>(Arrays.asList(said.split("[^\\p{L}]+")));
        return ROLES.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(words::contains))
                .map(entry -> PersonRole.staff(entry.getKey()))
                .findFirst()
                .orElse(PersonRole.staff(StaffRole.OTHER));
    }

    private @Nullable String department(TableRow row) {
        return list.given(row, ListField.DEPARTMENT);
    }

    private List<String> classTitles(TableRow row) {
        Map<String, String> titles = new HashMap<>();
        List<String> inOrder = new ArrayList<>();
        for (String title : list.cell(row, ListField.CLASSES).split(CLASS_SEPARATORS)) {
            String stripped = title.strip();
            if (!stripped.isEmpty() && titles.put(classId(stripped), stripped) == null) {
                inOrder.add(stripped);
            }
        }
        return inOrder;
    }

    private static String classId(String title) {
        return "class:" + title.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    private Held repeated(TableRow row) {
        boolean byName =
                list.cell(row, ListField.ID).isEmpty() && list.cell(row, ListField.EMAIL).isEmpty();
        String name = list.name(row);
        return held(
                row,
                byName ? Reason.AMBIGUOUS_NAME : Reason.DUPLICATE_FACT,
                name == null ? "" : name);
    }

    private Held held(TableRow row, Reason reason, String value) {
        ListField blamed = reason == Reason.UNKNOWN_WORD ? ListField.EMAIL : ListField.NAME;
        return new Held(
                list.table().name(),
                row.line(),
                reason == Reason.NO_IDENTITY ? "" : list.shown(blamed),
                value,
                reason);
    }
}
