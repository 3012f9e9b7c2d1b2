package school.tandem.importing.reading;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Recognises a name however it is cased, separated or, a little, misspelt. */
final class Names {

    /** Shorter ones differ by one letter in meaning too often. */
    private static final int LONG_ENOUGH = 5;

    private Names() {}

    /** The name rid of case, blanks and signs. */
    static String plain(String name) {
        StringBuilder plain = new StringBuilder();
        name.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** The known name that is meant; empty where none is, or more than one could be. */
    static Optional<String> recognise(String given, Collection<String> known) {
        String plain = plain(given);
        for (String name : known) {
            if (plain(name).equals(plain)) {
                return Optional.of(name);
            }
        }
        List<String> one = known.stream().filter(n -> isOneOf(plain(n), plain)).toList();
        if (one.size() == 1) {
            return Optional.of(one.getFirst());
        }
        if (plain.length() < LONG_ENOUGH) {
            return Optional.empty();
        }
        for (int distance = 1; distance <= (plain.length() > 8 ? 2 : 1); distance++) {
            int allowed = distance;
            List<String> close =
                    known.stream()
                            .filter(name -> plain(name).length() >= LONG_ENOUGH)
                            .filter(name -> distance(plain(name), plain) <= allowed)
                            .toList();
            if (!close.isEmpty()) {
                return close.size() == 1 ? Optional.of(close.getFirst()) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Whether a name is the singular of a known one. */
    private static boolean isOneOf(String many, String one) {
        return many.equals(one + "s")
                || many.equals(one + "es")
                || one.endsWith("y") && many.equals(one.substring(0, one.length() - 1) + "ies");
    }

    /** Letters to add, drop, change or swap with their neighbour. */
    static int distance(String one, String other) {
        int[][] d = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + same);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[one.length()][other.length()];
    }
}
