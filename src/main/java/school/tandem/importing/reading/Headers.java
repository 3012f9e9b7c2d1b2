package school.tandem.importing.reading;

import java.util.Collection;
import java.util.Optional;

/** Recognises what people call their columns. */
public final class Headers {

    private Headers() {}

    /** A header rid of case, blanks and signs. */
    public static String plain(String header) {
        return Names.plain(header);
    }

    /**
     * Which of the known names is meant.
     *
     * @param exactly false: a letter or two may be wrong
     */
    public static Optional<String> recognise(
            String header, Collection<String> known, boolean exactly) {
        if (!exactly) {
            return Names.recognise(header, known);
        }
        String plain = Names.plain(header);
        return known.stream().filter(name -> Names.plain(name).equals(plain)).findFirst();
    }
}
