package school.tandem.importing.meetings;

import school.tandem.roster.intake.Reason;

/** A cell for which its row is held. */
final class Unreadable extends RuntimeException {

    private final String column;
    private final String value;
    private final Reason reason;

    Unreadable(String column, String value, Reason reason) {
        super(null, null, false, false);
        this.column = column;
        this.value = value;
        this.reason = reason;
    }

    String column() {
        return column;
    }

    String value() {
        return value;
    }

    Reason reason() {
        return reason;
    }
}
