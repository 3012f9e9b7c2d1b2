package school.tandem.readiness;

import java.util.List;

/**
 * What holds a school at level 3 whatever it scores.
 *
 * @param open the gate items that are not done, by title
 * @param rehearsed whether a rehearsal day was passed in the last twelve months
 */
public record Gates(List<String> open, boolean rehearsed) {
    public Gates {
        open = List.copyOf(open);
    }
}
