package school.tandem.roster;

import java.util.Locale;

/** What divides students into groups that a district may choose to keep. */
public enum GroupKind {
    /** One of a few words, as the source has it. */
    SEX,
    /** One of the seven that federal reports use: Hispanic of any race, two or more, or one. */
    RACE,
    /** Any number a student: whoever is on no list of a flag does not have it. */
    FLAG;

    /** The word for it in tables and texts. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
