package school.tandem.importing.reading;

import java.util.List;
import java.util.Locale;

/** The months by their names, whole or short, in English, Spanish and the languages beside them. */
public final class MonthNames {

    /** Each month by how its name begins. */
    private static final List<List<String>> NAMES =
            List.of(
                    List.of("jan", "ene", "gen", "jän", "xan"),
                    List.of("feb", "fev", "fév"),
                    List.of("mar", "mär", "maa", "mrt"),
                    List.of("apr", "abr", "avr"),
                    List.of("may", "mai", "mag", "mei"),
                    List.of("jun", "juin", "giu", "xuñ"),
                    List.of("jul", "juil", "lug", "xul"),
                    List.of("aug", "ago", "aoû", "aou"),
                    List.of("sep", "set"),
                    List.of("oct", "okt", "out", "ott"),
                    List.of("nov"),
                    List.of("dec", "dic", "dez", "déc", "des"));

    private MonthNames() {}

    /** Which month a name is of, counted from 1; 0: none. */
    public static int month(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        for (int i = 0; i < NAMES.size(); i++) {
            if (NAMES.get(i).stream().anyMatch(plain::startsWith)) {
                return i + 1;
            }
        }
        return 0;
    }
}
