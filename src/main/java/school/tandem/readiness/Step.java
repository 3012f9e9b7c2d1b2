package school.tandem.readiness;

import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Something that somebody could do next.
 *
 * @param textKey the sentence a person would say, with its arguments
 * @param href where it is done, relative to the application
 * @param hours how many person-hours it takes, likely
 * @param changes what it does to the counts
 * @param gates what it does to the gates
 */
public record Step(
        String textKey,
        Map<String, Object> arguments,
        String href,
        double hours,
        Map<Indicator, UnaryOperator<Count>> changes,
        UnaryOperator<Gates> gates) {

    /** Stands for how many people it is about where they are too few to be told. */
    static final long FEW = -1;

    /** A step that no gate waits for. */
    Step(
            String textKey,
            Map<String, Object> arguments,
            String href,
            double hours,
            Map<Indicator, UnaryOperator<Count>> changes) {
        this(textKey, arguments, href, hours, changes, gates -> gates);
    }

    public Step {
        if (hours <= 0) {
            throw new IllegalArgumentException("Everything takes time");
        }
    }

    /** Whether neither its people nor what follows from their number may be told. */
    public boolean isOfFew() {
        return Long.valueOf(FEW).equals(arguments.get("people"));
    }

    /** So many of those that are a no become a yes; what is unknown is never sold as done. */
    static UnaryOperator<Count> achieved(long many) {
        return count -> {
            long done = Math.min(many, count.no());
            return new Count(count.yes() + done, count.no() - done, count.unknown());
        };
    }

    /**
     * So many of the unknown become known, divided as those known already are. Where it is not even
     * known of how many, something becomes known that lies halfway.
     */
    static UnaryOperator<Count> foundOut(long many) {
        return count -> {
            if (count.n() == 0) {
                return new Count(1, 1, 0);
            }
            long known = Math.min(many, count.unknown());
            long yes = Math.round(known * count.middle().orElse(.5));
            return new Count(count.yes() + yes, count.no() + known - yes, count.unknown() - known);
        };
    }

    /** One open gate, by its title, is done. */
    static UnaryOperator<Gates> done(String title) {
        return gates ->
                new Gates(
                        gates.open().stream().filter(gate -> !gate.equals(title)).toList(),
                        gates.rehearsed());
    }

    /** A rehearsal is passed. */
    static UnaryOperator<Gates> rehearsed() {
        return gates -> new Gates(gates.open(), true);
    }
}
