package school.tandem.training;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.PersonId;

/**
 * That somebody scanned or typed the code of a session, and when: what a phone keeps until it
 * confirms, sealed so that none can be made up.
 *
 * @param person who may use it; null: whoever holds the phone, for a quarter of an hour
 */
record Scan(Instant at, AttendanceVia via, String code, @Nullable PersonId person) {

    Scan boundTo(PersonId holder) {
        return new Scan(at, via, code, holder);
    }

    /** As the phone keeps it. */
    String sealed(TurningCode by) {
        return words() + "." + by.seal(words());
    }

    /** What a phone brings back; empty: it never was from here. */
    static Optional<Scan> opened(@Nullable String kept, TurningCode by) {
        String[] parts = kept == null ? new String[0] : kept.split("\\.", 5);
        if (parts.length != 5
                || !by.isSeal(parts[4], String.join(".", java.util.List.of(parts).subList(0, 4)))) {
            return Optional.empty();
        }
        long person = Long.parseLong(parts[3]);
        return Optional.of(
                new Scan(
                        Instant.ofEpochSecond(Long.parseLong(parts[0])),
                        AttendanceVia.ofCode(parts[1]),
                        parts[2],
                        person == 0 ? null : new PersonId(person)));
    }

    private String words() {
        return at.getEpochSecond()
                + "."
                + via.code()
                + "."
                + code
                + "."
                + (person == null ? 0 : person.value());
    }
}
