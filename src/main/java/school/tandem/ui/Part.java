package school.tandem.ui;

import org.jspecify.annotations.Nullable;

/**
 * A piece of a sentence.
 *
 * @param href where the figure in it leads, relative to the application; null: nowhere
 */
public record Part(String text, @Nullable String href) {
    public static Part of(String text) {
        return new Part(text, null);
    }
}
