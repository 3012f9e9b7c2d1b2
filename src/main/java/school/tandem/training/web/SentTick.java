package school.tandem.training.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import school.tandem.roster.PersonId;
import school.tandem.security.BadInput;
import school.tandem.training.Tick;

/**
 * A tick as a phone sends it: its id, how many milliseconds ago it was made, 1 or 0, and the number
 * of a person or the name that was typed.
 */
final class SentTick {

    private static final Pattern FORM =
            Pattern.compile("([0-9a-f-]{36}) (\\d{1,12}) ([01]) (?:#(\\d{1,18})|(.{1,200}))");

    private SentTick() {}

    /**
     * @throws BadInput if one of them is none
     */
    static List<Tick> all(List<String> sent, Instant now) {
        return sent.stream().map(one -> of(one, now)).toList();
    }

    /** What a form says of somebody. */
    static Tick of(String person, boolean here, Instant now) {
        if (!person.matches("\\d{1,18}")) {
            throw new BadInput("tick", "training.list.bad.tick");
        }
        return new Tick(UUID.randomUUID(), now, here, new PersonId(Long.parseLong(person)), "");
    }

    private static Tick of(String sent, Instant now) {
        Matcher parts = FORM.matcher(sent);
        if (!parts.matches()) {
            throw new BadInput("tick", "training.list.bad.tick");
        }
        String person = parts.group(4);
        return new Tick(
                UUID.fromString(parts.group(1)),
                now.minus(Duration.ofMillis(Long.parseLong(parts.group(2)))),
                parts.group(3).equals("1"),
                person == null ? null : new PersonId(Long.parseLong(person)),
                person == null ? parts.group(5) : "");
    }
}
