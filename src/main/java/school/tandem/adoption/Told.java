package school.tandem.adoption;

import org.jspecify.annotations.Nullable;
import school.tandem.disclosure.Shown;

/**
 * How many of a group, as far as it may be told.
 *
 * @param count null: not the number, at most what {@code shown} says
 * @param shown the share of the group, a bound of it, or nothing
 */
public record Told(@Nullable Integer count, Shown shown) {

    static final Told HIDDEN = new Told(null, new Shown.Hidden());

    /** The number where the share may be told, else what may be told of it. */
    static Told of(int count, Shown shown) {
        boolean exact = shown instanceof Shown.Share || shown instanceof Shown.Unknown;
        return new Told(exact ? count : null, shown);
    }

    boolean isExact() {
        return count != null;
    }

    /** The same where the number, and a share that tells it, would give away another one. */
    Told withoutCount() {
        return isExact() ? HIDDEN : this;
    }

    /** Of those of whom the same is not so. */
    Told others(int count) {
        return of(
                count,
                switch (shown) {
                    case Shown.Share share -> new Shown.Share(1 - share.share());
                    case Shown.Under under -> new Shown.Over(1 - under.bound());
                    case Shown.Over over -> new Shown.Under(1 - over.bound());
                    case Shown.Hidden hidden -> hidden;
                    case Shown.Unknown unknown -> unknown;
                });
    }
}
