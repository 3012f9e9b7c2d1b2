package school.tandem.importing;

import static school.tandem.importing.ListField.*;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a list of a school's own is about. */
public enum ListKind {
    STAFF(ID, NAME, GIVEN_NAME, FAMILY_NAME, EMAIL, ListField.ROLE, DEPARTMENT, CLASSES),
    STUDENTS(ID, NAME, GIVEN_NAME, FAMILY_NAME, EMAIL, GRADE, CLASSES),
    HOME_ACCESS(ID, NAME, GIVEN_NAME, FAMILY_NAME, EMAIL, DEVICE, CONNECTION, ANSWERED_ON),
    HAND_INS(
            ID,
            NAME,
            GIVEN_NAME,
            FAMILY_NAME,
            EMAIL,
            CLASSES,
            WORK,
            KIND,
            SET_ON,
            DUE_ON,
            STATUS,
            HANDED_IN_ON),
    ACTIVITY(ID, NAME, GIVEN_NAME, FAMILY_NAME, EMAIL, CLASSES, DONE_ON, DID);

    private final List<ListField> fields;

    ListKind(ListField... fields) {
        this.fields = List.of(fields);
    }

    /** What its columns can mean. */
    public List<ListField> fields() {
        return fields;
    }

    /** Whether columns of these fields are enough to know what a list says of whom. */
    boolean isTold(Set<ListField> told) {
        boolean who =
                told.contains(ID)
                        || told.contains(EMAIL)
                        || told.contains(NAME)
                        || told.contains(GIVEN_NAME) && told.contains(FAMILY_NAME);
        return who
                && switch (this) {
                    case STAFF, STUDENTS -> false;
                    case HOME_ACCESS -> told.contains(DEVICE) || told.contains(CONNECTION);
                    case HAND_INS ->
                            told.contains(CLASSES)
                                    && told.contains(WORK)
                                    && (told.contains(STATUS) || told.contains(HANDED_IN_ON));
                    case ACTIVITY -> told.contains(DONE_ON) && told.contains(DID);
                };
    }

    /** The word for it in the database and in texts. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
