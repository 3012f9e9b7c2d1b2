package school.tandem.roster.intake;

/**
 * A row that was not taken.
 *
 * @param file its file's name as the user knows it
 * @param line the first physical line of its record, from 1 with the header
 * @param column the column that is to blame, as the file calls it where the file has it; empty: the
 *     whole row
 * @param value what stands there; empty: nothing. Never a password
 */
public record Held(String file, long line, String column, String value, Reason reason) {

    private static final int LONGEST_VALUE = 200;

    public Held {
        if (value.length() > LONGEST_VALUE) {
            value = value.substring(0, LONGEST_VALUE) + "…";
        }
    }
}
