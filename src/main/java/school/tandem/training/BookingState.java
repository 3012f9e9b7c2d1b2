package school.tandem.training;

import java.util.Locale;

/** How somebody stands to a session's seats. */
public enum BookingState {
    BOOKED,
    /** All seats are taken; the next one that is freed goes to whoever waits longest. */
    WAITING,
    /** A freed seat is held for them until they take it or the offer lapses. */
    OFFERED;

    /** The word that stands for it in the database and in keys of texts. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static BookingState ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
