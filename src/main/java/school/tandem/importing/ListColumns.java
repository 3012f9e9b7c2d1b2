package school.tandem.importing;

import static school.tandemdb.importing.Tables.COLUMN_MAPPING;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import school.tandem.importing.reading.Headers;
import school.tandem.security.Access;
import school.tandem.security.DistrictId;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.Permission;

/** Guesses which column of a list means what, and remembers what people said. */
@Component
public class ListColumns {

    private static final List<ListKind> PUBLISHED =
            List.of(ListKind.HAND_INS, ListKind.HOME_ACCESS, ListKind.ACTIVITY);

    private final DSLContext dsl;
    private final DistrictTransactions inDistrict;
    private final Access access;

    ListColumns(DSLContext dsl, DistrictTransactions inDistrict, Access access) {
        this.dsl = dsl;
        this.inDistrict = inDistrict;
        this.access = access;
    }

    /** The kind of list whose fields these headers fit best. */
    public static ListKind guessKind(List<String> headers) {
        ListKind best = ListKind.STAFF;
        double most = -1;
        for (ListKind kind : ListKind.values()) {
            Map<ListField, Integer> fits = suggest(headers, kind, Map.of());
            if (kind == ListKind.ACTIVITY && !kind.isTold(fits.keySet())) {
                continue;
            }
            double score =
                    fits.size()
                            + (fits.containsKey(ListField.DEVICE)
                                            || fits.containsKey(ListField.CONNECTION)
                                            || fits.containsKey(ListField.GRADE)
                                            || fits.containsKey(ListField.DEPARTMENT)
                                    ? .5
                                    : 0);
            if (score > most) {
                most = score;
                best = kind;
            }
        }
        return best;
    }

    /**
     * The kind of list whose published header this is, each column called exactly so, or a form's.
     */
    static Optional<ListKind> published(List<String> headers) {
        for (ListKind kind : PUBLISHED) {
            Set<ListField> told = EnumSet.noneOf(ListField.class);
            for (ListField field : kind.fields()) {
                for (String header : headers) {
                    if (Headers.recognise(header, field.names(), true).isPresent()) {
                        told.add(field);
                    }
                }
            }
            if (kind.isTold(told)) {
                return Optional.of(kind);
            }
        }
        boolean form =
                FormHeaders.isForm(headers)
                        && ListKind.HOME_ACCESS.isTold(
                                suggest(headers, ListKind.HOME_ACCESS, Map.of()).keySet());
        return form ? Optional.of(ListKind.HOME_ACCESS) : Optional.empty();
    }

    /** Where each field stands, as far as the headers or an earlier mapping say. */
    public Map<ListField, Integer> suggest(
            DistrictId district, ListKind kind, List<String> headers) {
        access.require(district, Permission.IMPORT);
        Map<String, String> remembered = new HashMap<>();
        inDistrict
                .read(
                        district,
                        () ->
                                dsl.select(COLUMN_MAPPING.HEADER, COLUMN_MAPPING.FIELD)
                                        .from(COLUMN_MAPPING)
                                        .where(COLUMN_MAPPING.DISTRICT_ID.eq(district))
                                        .and(COLUMN_MAPPING.TARGET.eq(kind.code()))
                                        .fetchMap(COLUMN_MAPPING.HEADER, COLUMN_MAPPING.FIELD))
                .forEach(remembered::put);
        return suggest(headers, kind, remembered);
    }

    private static Map<ListField, Integer> suggest(
            List<String> headers, ListKind kind, Map<String, String> remembered) {
        Map<ListField, Integer> found = new EnumMap<>(ListField.class);
        Set<Integer> taken = new HashSet<>();
        for (ListField field : kind.fields()) {
            for (int i = 0; i < headers.size(); i++) {
                if (field.code().equals(remembered.get(Headers.plain(headers.get(i))))
                        && taken.add(i)) {
                    found.putIfAbsent(field, i);
                }
            }
        }
        Predicate<Integer> not =
                kind == ListKind.HOME_ACCESS ? FormHeaders.ofTheForm(headers) : at -> false;
        for (boolean exactly : new boolean[] {true, false}) {
            for (ListField field : kind.fields()) {
                for (int i = 0; i < headers.size() && !found.containsKey(field); i++) {
                    Optional<String> name =
                            Headers.recognise(headers.get(i), field.names(), exactly);
                    if (name.isPresent()
                            && !not.test(i)
                            && !remembered.containsKey(Headers.plain(headers.get(i)))
                            && taken.add(i)) {
                        found.put(field, i);
                    }
                }
            }
        }
        if (kind == ListKind.HOME_ACCESS) {
            FormHeaders.questions(headers)
                    .forEach((field, at) -> {
                        if (!found.containsKey(field) && taken.add(at)) {
                            found.put(field, at);
                        }
                    });
        }
        return found;
    }

    /**
     * Remembers a mapping for the next list with such headers; part of the caller's transaction.
     */
    void remember(
            DistrictId district,
            ListKind kind,
            List<String> headers,
            Map<ListField, Integer> columns) {
        columns.forEach((field, at) -> {
            if (at >= 0 && at < headers.size() && !headers.get(at).isBlank()) {
                String header = Headers.plain(headers.get(at));
                dsl.insertInto(COLUMN_MAPPING)
                        .set(COLUMN_MAPPING.DISTRICT_ID, district)
                        .set(COLUMN_MAPPING.TARGET, kind.code())
                        .set(COLUMN_MAPPING.HEADER, header)
                        .set(COLUMN_MAPPING.FIELD, field.code())
                        .onConflict(
                                COLUMN_MAPPING.DISTRICT_ID,
                                COLUMN_MAPPING.TARGET,
                                COLUMN_MAPPING.HEADER)
                        .doUpdate()
                        .set(COLUMN_MAPPING.FIELD, field.code())
                        .execute();
            }
        });
    }
}
