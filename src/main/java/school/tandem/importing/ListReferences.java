package school.tandem.importing;

import school.tandem.importing.reading.ListCells.Unreadable;
import school.tandem.importing.reading.TableFile.TableRow;
import school.tandem.roster.intake.ClassNames;
import school.tandem.roster.intake.Identities;
import school.tandem.roster.intake.Reason;

/** Finds whom and which class the rows of a list mean. */
final class ListReferences {

    private final MappedTable list;
    private final ClassNames classes;

    ListReferences(MappedTable list, ClassNames classes) {
        this.list = list;
        this.classes = classes;
    }

    /**
     * Who is meant by id, e-mail or name.
     *
     * @throws Unreadable where the row names nobody, or nobody or several of these people
     */
    Identities.Known person(TableRow row, Identities people) {
        String id = list.given(row, ListField.ID);
        String email = list.email(row);
        String name = list.name(row);
        ListField by = id != null ? ListField.ID : email != null ? ListField.EMAIL : ListField.NAME;
        String word = id != null ? id : email != null ? email : name;
        if (word == null) {
            throw new Unreadable("", "", Reason.NO_IDENTITY);
        }
        Identities.Match match = people.findFirst(id, email, name);
        Identities.Known known = match.known();
        if (known == null) {
            boolean several = match.outcome() == Identities.Outcome.SEVERAL;
            throw new Unreadable(
                    list.shown(by),
                    word,
                    several ? Reason.AMBIGUOUS_NAME : Reason.UNKNOWN_REFERENCE);
        }
        return known;
    }

    /**
     * The class that a row has to name.
     *
     * @throws Unreadable where it names none, or none or several that are there
     */
    ClassNames.Known classGroup(TableRow row) {
        String word = needed(row, ListField.CLASSES);
        ClassNames.Known known = classes.find(word);
        if (known == null) {
            throw new Unreadable(
                    list.shown(ListField.CLASSES),
                    word,
                    classes.isSeveral(word) ? Reason.AMBIGUOUS_CLASS : Reason.UNKNOWN_REFERENCE);
        }
        return known;
    }

    /**
     * What has to stand in a row.
     *
     * @throws Unreadable where nothing does
     */
    String needed(TableRow row, ListField field) {
        String value = list.given(row, field);
        if (value == null) {
            throw new Unreadable(list.shown(field), "", Reason.BLANK);
        }
        return value;
    }
}
