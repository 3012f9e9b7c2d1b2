package school.tandem.importing;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import school.tandem.importing.reading.ListCells.Unreadable;
import school.tandem.importing.reading.TableFile;
import school.tandem.importing.reading.TableFile.TableRow;
import school.tandem.roster.intake.Held;

/** A list with what its columns mean. */
record MappedTable(ListRequest request, TableFile table) {

    boolean has(ListField field) {
        return request.columns().containsKey(field);
    }

    /** What stands there; empty: nothing, or the list has no such column. */
    String cell(TableRow row, ListField field) {
        return row.cell(request.columns().getOrDefault(field, -1));
    }

    /** The same; null: nothing. */
    @Nullable String given(TableRow row, ListField field) {
        String value = cell(row, field);
        return value.isBlank() ? null : value.strip();
    }

    /** An e-mail address as it is kept; null: none. */
    @Nullable String email(TableRow row) {
        String email = given(row, ListField.EMAIL);
        return email == null ? null : email.toLowerCase(Locale.ROOT);
    }

    /** What the list calls a field. */
    String shown(ListField field) {
        int at = request.columns().getOrDefault(field, -1);
        return at < 0 || at >= table.headers().size() ? field.code() : table.headers().get(at);
    }

    /** Somebody's whole name, given name first, also where it stands behind a comma; null: none. */
    @Nullable String name(TableRow row) {
        String both =
                (cell(row, ListField.GIVEN_NAME) + " " + cell(row, ListField.FAMILY_NAME)).strip();
        if (!both.isEmpty()) {
            return both;
        }
        String[] parts = parts(cell(row, ListField.NAME));
        String name = (parts[0] + " " + parts[1]).strip();
        return name.isEmpty() ? null : name;
    }

    /** Given and family name of a whole one. */
    static String[] parts(String name) {
        int comma = name.indexOf(',');
        if (comma >= 0) {
            return new String[] {
                name.substring(comma + 1).strip(), name.substring(0, comma).strip()
            };
        }
        int space = name.strip().lastIndexOf(' ');
        return space < 0
                ? new String[] {name.strip(), ""}
                : new String[] {
                    name.strip().substring(0, space).strip(), name.strip().substring(space + 1)
                };
    }

    /** A row that can't be taken because of one of its cells. */
    Held held(TableRow row, Unreadable bad) {
        return new Held(table.name(), row.line(), bad.column(), bad.value(), bad.reason());
    }
}
