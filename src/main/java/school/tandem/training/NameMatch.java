package school.tandem.training;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import school.tandem.training.RoomList.Expected;

/** Finds people by the beginning of their name, as one types it from a sheet of paper. */
public final class NameMatch {

    private NameMatch() {}

    /**
     * Whose name begins so, in any order of its parts, whatever the accents and capitals. Those who
     * are on the list and not seen yet go before all others; the whole name before a longer one.
     *
     * @return one person where it is clear who is meant; several where it is not; none
     */
    public static List<Expected> of(String typed, List<Expected> staff) {
        String wanted = plain(typed);
        List<Expected> found = staff.stream().filter(one -> begins(one, wanted)).toList();
        int best = found.stream().mapToInt(NameMatch::rank).min().orElse(0);
        List<Expected> likely = found.stream().filter(one -> rank(one) == best).toList();
        List<Expected> exact =
                likely.stream().filter(one -> names(one).anyMatch(wanted::equals)).toList();
        return (exact.size() == 1 ? exact : likely)
                .stream().sorted(Comparator.comparing(Expected::familyName)).toList();
    }

    private static int rank(Expected one) {
        return one.listed() && !one.seen() ? 0 : 1;
    }

    private static boolean begins(Expected one, String wanted) {
        return !wanted.isEmpty() && names(one).anyMatch(name -> name.startsWith(wanted));
    }

    private static Stream<String> names(Expected one) {
        String given = plain(one.givenName());
        String family = plain(one.familyName());
        return Stream.of(family + " " + given, given + " " + family, family, given);
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace(",", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
