package school.tandem.importing;

import static school.tandemdb.roster.Tables.CLASS_GROUP;
import static school.tandemdb.roster.Tables.PERSON;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.tandem.importing.KnownAs.Kind;
import school.tandem.roster.intake.Reason;
import school.tandem.security.Access;
import school.tandem.security.Audit;
import school.tandem.security.DistrictId;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.Permission;

/**
 * Whom and which class a platform means by words that the roster does not have: what somebody says
 * once holds for its later exports, too.
 */
@Component
public class WhoIsMeant {

    /** What is not known here. */
    public record Unknown(boolean person, String word, long rows) {}

    /** Somebody, or a class, that may be meant. */
    public record Candidate(long id, String name) {}

    private static final int MOST = 100;
    private static final Set<Reason> PEOPLE =
            EnumSet.of(Reason.UNKNOWN_PERSON, Reason.AMBIGUOUS_NAME);
    private static final Set<Reason> CLASSES =
            EnumSet.of(Reason.UNKNOWN_CLASS, Reason.AMBIGUOUS_CLASS);

    private final DSLContext dsl;
    private final DistrictTransactions inDistrict;
    private final Access access;
    private final Audit audit;

    WhoIsMeant(DSLContext dsl, DistrictTransactions inDistrict, Access access, Audit audit) {
        this.dsl = dsl;
        this.inDistrict = inDistrict;
        this.access = access;
        this.audit = audit;
    }

    /** What rows were held for, the most frequent first; at most a hundred. */
    public static List<Unknown> unknown(ImportReport report) {
        Map<Unknown, Long> rows = new LinkedHashMap<>();
        report.held()
                .forEach(row -> {
                    boolean person = PEOPLE.contains(row.reason());
                    if ((person || CLASSES.contains(row.reason())) && !row.value().isBlank()) {
                        rows.merge(new Unknown(person, row.value(), 0), 1L, Long::sum);
                    }
                });
        return rows.entrySet().stream()
                .sorted(Map.Entry.<Unknown, Long>comparingByValue().reversed())
                .limit(MOST)
                .map(row -> new Unknown(row.getKey().person(), row.getKey().word(), row.getValue()))
                .toList();
    }

    /** Who, or which class, has these letters in their name or id; the first hundred by name. */
    public List<Candidate> candidates(DistrictId district, boolean person, String letters) {
        access.require(district, Permission.IMPORT);
        return inDistrict.read(
                district, () -> person ? people(district, letters) : classes(district, letters));
    }

    private List<Candidate> people(DistrictId district, String letters) {
        var name = DSL.concat(PERSON.GIVEN_NAME, DSL.val(" "), PERSON.FAMILY_NAME);
        Condition fits = DSL.noCondition();
        for (String word : letters.strip().split("\\s+")) {
            fits =
                    fits.and(
                            name.containsIgnoreCase(word)
                                    .or(PERSON.EMAIL.containsIgnoreCase(word)));
        }
        List<Candidate> found = new ArrayList<>();
        dsl.select(PERSON.ID, name, PERSON.KIND, PERSON.GRADE)
                .from(PERSON)
                .where(PERSON.DISTRICT_ID.eq(district))
                .and(PERSON.WITHDRAWN_ON.isNull())
                .and(fits)
                .orderBy(PERSON.FAMILY_NAME, PERSON.GIVEN_NAME, PERSON.ID)
                .limit(MOST)
                .forEach(row ->
                        found.add(
                                new Candidate(
                                        row.value1().value(), with(row.value2(), row.value4()))));
        return found;
    }

    private List<Candidate> classes(DistrictId district, String letters) {
        List<Candidate> found = new ArrayList<>();
        dsl.select(CLASS_GROUP.ID, CLASS_GROUP.TITLE, CLASS_GROUP.GRADE)
                .from(CLASS_GROUP)
                .where(CLASS_GROUP.DISTRICT_ID.eq(district))
                .and(CLASS_GROUP.WITHDRAWN_ON.isNull())
                .and(CLASS_GROUP.TITLE.containsIgnoreCase(letters.strip()))
                .orderBy(CLASS_GROUP.TITLE, CLASS_GROUP.ID)
                .limit(MOST)
                .forEach(row ->
                        found.add(
                                new Candidate(
                                        row.value1().value(), with(row.value2(), row.value3()))));
        return found;
    }

    private static String with(String name, @Nullable String grade) {
        return Stream.of(name, grade == null ? "" : grade)
                .filter(part -> !part.isBlank())
                .reduce((one, other) -> one + " (" + other + ")")
                .orElse("");
    }

    /**
     * Keeps what somebody says: from the next look on a platform means this by that word.
     *
     * @param target whom, or which class; null: nobody here
     */
    public void decide(
            DistrictId district, String platform, Unknown unknown, @Nullable Long target) {
        access.require(district, Permission.IMPORT);
        inDistrict.write(
                district,
                () -> {
                    Kind kind = unknown.person() ? Kind.PERSON : Kind.CLASS;
                    KnownAs.decide(dsl, district, platform, kind, unknown.word(), target);
                    audit.record(
                            district,
                            "import.meant",
                            kind.name().toLowerCase(Locale.ROOT),
                            target == null ? "" : target.toString());
                });
    }
}
