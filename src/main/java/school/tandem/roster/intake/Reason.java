package school.tandem.roster.intake;

import java.util.Locale;

/**
 * Why a row is held. Each has a text that says what is wrong and what to do; it may use the
 * arguments {@code file}, {@code line}, {@code column} and {@code value}.
 */
public enum Reason {
    /** Cells beyond the header's last that are not blank. */
    TOO_MANY_CELLS,
    /** Fewer cells than the header's, and a required one is among the missing. */
    TOO_FEW_CELLS,
    /** A quoted cell that never ends, or text after its end. */
    BROKEN_QUOTES,
    /** A record, a cell or a number of cells beyond any sense. */
    TOO_LONG,
    /** Bytes that are no text. */
    NOT_TEXT,
    /** No JSON, or no object of it. */
    NOT_JSON,
    /** The file lacks a column that every row needs. */
    MISSING_COLUMN,
    /** A cell that must not be empty is. */
    BLANK,
    /** Not one of the words that may stand here. */
    UNKNOWN_WORD,
    /** Cannot be read as a date. */
    NOT_A_DATE,
    /** A date that no calendar has, such as 31 February. */
    IMPOSSIBLE_DATE,
    /** A day after today, of something that was done. */
    DAY_TO_COME,
    /** A year of two digits. */
    TWO_DIGIT_YEAR,
    /** Cannot be read as a time of day, with or without its date. */
    NOT_A_TIME,
    /** Cannot be read as a length of time. */
    NOT_A_DURATION,
    /** Says that somebody left who had not joined. */
    LEFT_UNJOINED,
    /** Neither about a meeting nor below headers that say what it is. */
    NO_HEADER,
    /** Ends before it begins. */
    DATES_REVERSED,
    /** An id that an earlier row of the same file has. */
    DUPLICATE_ID,
    /** Says what an earlier row with another id says, where only one may. */
    DUPLICATE_FACT,
    /** An id that points to nothing known, or to a row that was held. */
    UNKNOWN_REFERENCE,
    /** Somebody whom the roster does not have, by anything that is said of them. */
    UNKNOWN_PERSON,
    /** A class that the roster does not have, by id or title. */
    UNKNOWN_CLASS,
    /** Points to something of the wrong kind, such as a student enrolled in a district. */
    WRONG_REFERENCE,
    /** Belongs to no school. */
    NO_SCHOOL,
    /** Nothing says whether somebody is a student or staff. */
    NO_ROLE,
    /** Neither e-mail, id nor name: nothing to know the person by. */
    NO_IDENTITY,
    /** A name that more than one person has. */
    AMBIGUOUS_NAME,
    /** A title that more than one class has. */
    AMBIGUOUS_CLASS;

    /** The key of its text, such as {@code importing.reason.tooManyCells}. */
    public String textKey() {
        StringBuilder key = new StringBuilder("importing.reason.");
        String[] words = name().toLowerCase(Locale.ROOT).split("_", -1);
        key.append(words[0]);
        for (int i = 1; i < words.length; i++) {
            key.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return key.toString();
    }
}
