package school.tandem.importing;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.intake.ActivityRow;
import school.tandem.adoption.intake.Did;
import school.tandem.adoption.intake.Reported;
import school.tandem.importing.reading.ListCells;
import school.tandem.importing.reading.ListCells.Unreadable;
import school.tandem.importing.reading.TableFile.TableRow;
import school.tandem.roster.ClassId;
import school.tandem.roster.PersonId;
import school.tandem.roster.intake.ClassNames;
import school.tandem.roster.intake.Identities;
import school.tandem.roster.intake.Reason;
import school.tandem.roster.intake.RowTaker;
import school.tandem.roster.intake.Tally;

/**
 * A list of what people did online: on each row somebody, a day and a word, which says whether a
 * student or a teacher is meant. That something was not done changes nothing of anybody, but shows
 * that the list tells of it. What it was all about is known once its rows were read.
 */
final class ActivityRows {

    private final MappedTable list;
    private final Identities students;
    private final Identities staff;
    private final ListReferences meant;
    private final ListCells cells;
    private final ActivityWords words;
    private final LocalDate today;

    private final Set<Did> habits = EnumSet.noneOf(Did.class);
    private final Set<ClassId> classes = new HashSet<>();
    private @Nullable LocalDate earliest;
    private @Nullable LocalDate latest;
    private long notDone;

    /** A row that can be taken. */
    private record Fact(
            PersonId person,
            @Nullable ClassId classGroup,
            LocalDate day,
            ActivityWords.Word word) {}

    ActivityRows(
            MappedTable list,
            Identities students,
            Identities staff,
            ClassNames classes,
            ListCells cells,
            LocalDate today) {
        this.list = list;
        this.students = students;
        this.staff = staff;
        this.meant = new ListReferences(list, classes);
        this.cells = cells;
        this.words = ActivityWords.below(list.shown(ListField.DID));
        this.today = today;
    }

    /** What was done, row by row. */
    void activities(RowTaker<ActivityRow> taker) {
        list.table()
                .read(row -> {
                    try {
                        take(row.line(), fact(row), taker);
                    } catch (Unreadable bad) {
                        taker.hold("", list.held(row, bad));
                    }
                });
    }

    private void take(long line, Fact fact, RowTaker<ActivityRow> taker) {
        habits.add(fact.word().did());
        if (fact.classGroup() != null) {
            classes.add(fact.classGroup());
        }
        earliest = earliest == null || fact.day().isBefore(earliest) ? fact.day() : earliest;
        latest = latest == null || fact.day().isAfter(latest) ? fact.day() : latest;
        if (fact.word().done()) {
            taker.take(new ActivityRow(line, fact.person(), fact.day(), fact.word().did()));
        } else {
            notDone++;
        }
    }

    /** The rows that say that something was not done: read, and nothing changed by them. */
    Tally notDone() {
        return new Tally(notDone, 0, 0, notDone, 0, 0);
    }

    /** What the list tells of, of the classes that it names, from its first day to its last. */
    Reported reported() {
        return new Reported(habits, classes, earliest, latest);
    }

    private Fact fact(TableRow row) {
        ActivityWords.Word word = word(row);
        PersonId person = person(row, word.did().ofStudents());
        ClassId classGroup =
                list.given(row, ListField.CLASSES) == null ? null : meant.classGroup(row).id();
        return new Fact(person, classGroup, day(row), word);
    }

    private ActivityWords.Word word(TableRow row) {
        String said = meant.needed(row, ListField.DID);
        ActivityWords.Word word = words.find(said);
        if (word == null) {
            throw new Unreadable(list.shown(ListField.DID), said, Reason.UNKNOWN_WORD);
        }
        return word;
    }

    /** A teacher who looks at work, say, is known, but nobody of whom that can be told. */
    private PersonId person(TableRow row, boolean student) {
        try {
            return meant.person(row, student ? students : staff).id();
        } catch (Unreadable unknown) {
            if (unknown.reason() == Reason.UNKNOWN_REFERENCE && isKnown(row, !student)) {
                throw new Unreadable(unknown.column(), unknown.value(), Reason.WRONG_REFERENCE);
            }
            throw unknown;
        }
    }

    private boolean isKnown(TableRow row, boolean student) {
        try {
            meant.person(row, student ? students : staff);
            return true;
        } catch (Unreadable unknown) {
            return false;
        }
    }

    private LocalDate day(TableRow row) {
        String column = list.shown(ListField.DONE_ON);
        String said = meant.needed(row, ListField.DONE_ON);
        LocalDate day = cells.day(column, said);
        if (day.isAfter(today)) {
            throw new Unreadable(column, said, Reason.DAY_TO_COME);
        }
        return day;
    }
}
