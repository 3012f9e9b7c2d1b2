package school.tandem.importing.platforms;

import java.util.List;
import school.tandem.importing.reading.Headers;

/**
 * A column that a table of a platform may have.
 *
 * @param code the word for it in the database and in texts
 * @param names what it is known to be called, whatever the case, blanks and signs; the first is
 *     what its reader is given where somebody says that another one is meant
 */
public record ExportColumn(String code, List<String> names) {

    public ExportColumn {
        names = List.copyOf(names);
    }

    static ExportColumn of(String code, String... names) {
        return new ExportColumn(code, List.of(names));
    }

    /** What its reader finds it by. */
    String name() {
        return names.getFirst();
    }

    /** Whether a header is one of its names. */
    boolean isCalled(String header) {
        String plain = Headers.plain(header);
        return names.stream().anyMatch(name -> Headers.plain(name).equals(plain));
    }
}
