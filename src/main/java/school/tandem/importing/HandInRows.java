package school.tandem.importing;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.intake.CategoryRow;
import school.tandem.adoption.intake.HandIn;
import school.tandem.adoption.intake.LineItemRow;
import school.tandem.adoption.intake.ResultRow;
import school.tandem.importing.reading.Headers;
import school.tandem.importing.reading.ListCells;
import school.tandem.importing.reading.ListCells.Unreadable;
import school.tandem.importing.reading.TableFile.TableRow;
import school.tandem.roster.ClassId;
import school.tandem.roster.intake.ClassNames;
import school.tandem.roster.intake.Identities;
import school.tandem.roster.intake.Reason;
import school.tandem.roster.intake.RowTaker;

/**
 * A list of what students handed in: on each row one student, one piece of work of one class, and
 * what became of it. A piece of work is told from others by its class, its title and its due date.
 */
final class HandInRows {

    private static final Set<String> HANDED_IN =
            plain(
                    "yes",
                    "y",
                    "x",
                    "true",
                    "1",
                    "done",
                    "late",
                    "on time",
                    "complete",
                    "completed",
                    "graded",
                    "returned",
                    "handed in",
                    "handed in late",
                    "turned in",
                    "turned in late",
                    "submitted",
                    "submitted late",
                    "submitted on time",
                    "late submission",
                    "done late",
                    "completed late",
                    "turned in done late",
                    "turned in on time",
                    "resubmitted",
                    "passed",
                    "sí",
                    "hecho",
                    "hecha",
                    "tarde",
                    "entregado",
                    "entregada",
                    "entregado tarde",
                    "entregada tarde",
                    "entregado a tiempo",
                    "entregada a tiempo",
                    "entregado con retraso",
                    "entregada con retraso",
                    "con retraso",
                    "a tiempo",
                    "entrega tardía",
                    "presentado",
                    "presentada",
                    "completado",
                    "completada",
                    "calificado",
                    "calificada",
                    "devuelto",
                    "devuelta");

    private static final Set<String> LATE =
            plain(
                    "late",
                    "handed in late",
                    "turned in late",
                    "submitted late",
                    "tarde",
                    "entregado tarde",
                    "entregada tarde");

    private static final Set<String> NOT_HANDED_IN =
            plain(
                    "no",
                    "n",
                    "false",
                    "0",
                    "missing",
                    "assigned",
                    "new",
                    "not done",
                    "open",
                    "incomplete",
                    "in progress",
                    "not started",
                    "not complete",
                    "not handed in",
                    "not submitted",
                    "not turned in",
                    "unsubmitted",
                    "not yet submitted",
                    "did not submit",
                    "no submission",
                    "not attempted",
                    "overdue",
                    "past due",
                    "pending",
                    "draft",
                    "falta",
                    "asignado",
                    "asignada",
                    "pendiente",
                    "no hecho",
                    "no entregado",
                    "no entregada",
                    "no entregó",
                    "no presentado",
                    "no presentada",
                    "sin entregar",
                    "sin entrega",
                    "faltante",
                    "borrador",
                    "vencido",
                    "vencida",
                    "incompleto",
                    "incompleta",
                    "en curso");

    private static final Set<String> EXEMPT =
            plain(
                    "ex",
                    "exc",
                    "excused",
                    "exempt",
                    "exempted",
                    "n/a",
                    "not applicable",
                    "exento",
                    "exenta",
                    "eximido",
                    "eximida",
                    "excusado",
                    "excusada",
                    "justificado",
                    "justificada",
                    "no aplica");

    private static final Set<String> UNKNOWN = plain("", "-", "?", "unknown", "desconocido");

    private final MappedTable list;
    private final Identities students;
    private final ListReferences meant;
    private final ListCells cells;

    /** A row that can be taken. */
    private record Fact(
            String workId,
            String title,
            @Nullable String kind,
            ClassNames.Known classGroup,
            String student,
            @Nullable LocalDate assignedOn,
            @Nullable LocalDate dueOn,
            HandIn handIn,
            @Nullable LocalDate handedInOn,
            @Nullable Boolean late) {}

    HandInRows(MappedTable list, Identities students, ClassNames classes, ListCells cells) {
        this.list = list;
        this.students = students;
        this.meant = new ListReferences(list, classes);
        this.cells = cells;
    }

    /** What the list calls kinds of work, each once. */
    void kinds(RowTaker<CategoryRow> taker) {
        Set<String> seen = new HashSet<>();
        read((row, fact) -> {
            String kind = fact.kind();
            if (kind != null && seen.add(normal(kind))) {
                taker.take(new CategoryRow(row.line(), false, normal(kind), kind));
            }
        });
    }

    /** The work, each once, as its first row has it. */
    void work(RowTaker<LineItemRow> taker) {
        Set<String> seen = new HashSet<>();
        read((row, fact) -> {
            if (seen.add(fact.workId())) {
                taker.take(
                        new LineItemRow(
                                row.line(),
                                false,
                                fact.workId(),
                                fact.title(),
                                fact.classGroup().externalId(),
                                fact.kind() == null ? null : normal(fact.kind()),
                                fact.assignedOn(),
                                fact.dueOn()));
            }
        });
    }

    /** What became of it, row by row; what a second row says of the same is held. */
    void handIns(RowTaker<ResultRow> taker) {
        Set<String> seen = new HashSet<>();
        list.table()
                .read(row -> {
                    try {
                        Fact fact = fact(row);
                        if (!seen.add(fact.workId() + "|" + fact.student())) {
                            throw new Unreadable(
                                    list.shown(ListField.WORK),
                                    fact.title(),
                                    Reason.DUPLICATE_FACT);
                        }
                        taker.take(
                                new ResultRow(
                                        row.line(),
                                        false,
                                        fact.workId() + "|" + fact.student(),
                                        fact.workId(),
                                        fact.student(),
                                        fact.handIn(),
                                        fact.handedInOn(),
                                        fact.late()));
                    } catch (Unreadable bad) {
                        taker.hold("", list.held(row, bad));
                    }
                });
    }

    /** The classes that the list speaks for. */
    Set<ClassId> classes() {
        Set<ClassId> named = new HashSet<>();
        read((row, fact) -> named.add(fact.classGroup().id()));
        return named;
    }

    private interface Reading {
        void take(TableRow row, Fact fact);
    }

    private void read(Reading reading) {
        list.table()
                .read(row -> {
                    Fact fact;
                    try {
                        fact = fact(row);
                    } catch (Unreadable held) {
                        return; // handIns says so
                    }
                    reading.take(row, fact);
                });
    }

    private Fact fact(TableRow row) {
        String student = meant.person(row, students).externalId();
        ClassNames.Known classGroup = meant.classGroup(row);
        String title = meant.needed(row, ListField.WORK);
        LocalDate dueOn = day(row, ListField.DUE_ON);
        LocalDate handedInOn = day(row, ListField.HANDED_IN_ON);
        HandIn handIn = handIn(row, handedInOn);
        return new Fact(
                "%s|%s|%s".formatted(classGroup.id(), normal(title), dueOn == null ? "" : dueOn),
                title,
                list.given(row, ListField.KIND),
                classGroup,
                student,
                day(row, ListField.SET_ON),
                dueOn,
                handIn,
                handIn == HandIn.HANDED_IN ? handedInOn : null,
                handIn == HandIn.HANDED_IN && isLate(row) ? true : null);
    }

    /**
     * A day of handing in outweighs every word but that somebody is excused. Without a column for
     * words there is one for days, and no day means that nothing was handed in.
     */
    private HandIn handIn(TableRow row, @Nullable LocalDate handedInOn) {
        String said = list.cell(row, ListField.STATUS);
        String word = Headers.plain(said);
        if (EXEMPT.contains(word)) {
            return HandIn.EXEMPT;
        }
        if (handedInOn != null || HANDED_IN.contains(word)) {
            return HandIn.HANDED_IN;
        }
        if (NOT_HANDED_IN.contains(word) || !list.has(ListField.STATUS)) {
            return HandIn.NOT_HANDED_IN;
        }
        if (UNKNOWN.contains(word)) {
            return HandIn.UNKNOWN;
        }
        throw new Unreadable(list.shown(ListField.STATUS), said, Reason.UNKNOWN_WORD);
    }

    private boolean isLate(TableRow row) {
        return LATE.contains(Headers.plain(list.cell(row, ListField.STATUS)));
    }

    private @Nullable LocalDate day(TableRow row, ListField field) {
        String value = list.cell(row, field);
        return value.isBlank() ? null : cells.day(list.shown(field), value);
    }

    private static String normal(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    private static Set<String> plain(String... words) {
        return Stream.of(words).map(Headers::plain).collect(Collectors.toUnmodifiableSet());
    }
}
