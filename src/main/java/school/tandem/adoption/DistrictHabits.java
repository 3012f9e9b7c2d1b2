package school.tandem.adoption;

import static school.tandemdb.adoption.Tables.FIGURE;
import static school.tandemdb.adoption.Tables.WEEK_FIGURE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record5;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.tandem.disclosure.Shown;
import school.tandem.disclosure.Suppression;
import school.tandem.disclosure.Tally;
import school.tandem.roster.School;
import school.tandem.roster.Schools;
import school.tandem.security.Access;
import school.tandem.security.DistrictId;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.Permission;
import school.tandem.security.SchoolId;
import school.tandem.security.SchoolKey;

/**
 * The habits of all schools of a district side by side, for whoever has a role in all of them. Two
 * statements, however many schools.
 */
@Component
public class DistrictHabits {

    /** What is told of each school: what students do, and what teachers do. */
    static final List<Measure> MEASURES =
            Stream.concat(Measure.learning().stream(), Measure.practice().stream()).toList();

    /** The same as the database has it. */
    static final List<String> CODES = MEASURES.stream().map(Measure::code).toList();

    /** A school, or (without a key) all of them together. */
    public record Row(@Nullable SchoolKey school, String name, Map<Measure, Shown> shown) {}

    /**
     * What may be told of a district.
     *
     * @param all a student of two schools counts in each
     */
    public record Told(Row all, List<Row> schools) {}

    private final DSLContext dsl;
    private final DistrictTransactions inDistrict;
    private final Schools schools;
    private final Access access;

    DistrictHabits(
            DSLContext dsl, DistrictTransactions inDistrict, Schools schools, Access access) {
        this.dsl = dsl;
        this.inDistrict = inDistrict;
        this.schools = schools;
        this.access = access;
    }

    /** Whether whoever asks may see all schools of the district. */
    public boolean maySee(DistrictId district) {
        return access.may(district, Permission.SEE_FIGURES);
    }

    /**
     * The schools by name: as they were counted last, or as their weeks are kept.
     *
     * @param monday of a week; null: as of now. Of a school whose week is not kept nothing is known
     */
    public Told of(DistrictId district, @Nullable LocalDate monday) {
        access.require(district, Permission.SEE_FIGURES);
        return inDistrict.read(
                district,
                () -> {
                    List<School> all = schools.of(district);
                    Map<SchoolId, Map<Measure, Answers>> counted =
                            monday == null ? counted(district) : counted(district, monday);
                    Map<Measure, Map<SchoolKey, Shown>> shown = new LinkedHashMap<>();
                    Map<Measure, Shown> total = new LinkedHashMap<>();
                    for (Measure measure : MEASURES) {
                        Map<SchoolKey, Tally> tallies = tallies(all, counted, measure);
                        shown.put(
                                measure, Suppression.shares(tallies, GroupShares.minimum(measure)));
                        total.put(
                                measure,
                                Suppression.share(
                                        tallies.values().stream()
                                                .reduce(Tally.NONE, DistrictHabits::plus),
                                        GroupShares.minimum(measure)));
                    }
                    List<Row> rows = new ArrayList<>();
                    for (School school : all) {
                        Map<Measure, Shown> own = new LinkedHashMap<>();
                        shown.forEach((measure, one) ->
                                own.put(
                                        measure,
                                        one.getOrDefault(school.key(), new Shown.Unknown())));
                        rows.add(new Row(school.key(), school.name(), own));
                    }
                    return new Told(new Row(null, "", total), rows);
                });
    }

    private static Map<SchoolKey, Tally> tallies(
            List<School> schools, Map<SchoolId, Map<Measure, Answers>> counted, Measure measure) {
        Map<SchoolKey, Tally> tallies = new LinkedHashMap<>();
        for (School school : schools) {
            Map<Measure, Answers> own = counted.getOrDefault(school.key().school(), Map.of());
            Answers answers = own.getOrDefault(measure, Answers.NONE);
            Answers people =
                    measure.ofPeople()
                            ? answers
                            : own.getOrDefault(Measure.HANDED_IN, Answers.NONE);
            tallies.put(
                    school.key(),
                    new Tally(
                            answers.yes(),
                            answers.yes() + answers.no(),
                            answers.all(),
                            people.all()));
        }
        return tallies;
    }

    private static Tally plus(Tally one, Tally other) {
        return new Tally(
                one.yes() + other.yes(),
                one.known() + other.known(),
                one.all() + other.all(),
                one.people() + other.people());
    }

    private Map<SchoolId, Map<Measure, Answers>> counted(DistrictId district) {
        return bySchool(
                dsl.select(
                                FIGURE.SCHOOL_ID,
                                FIGURE.INDICATOR,
                                FIGURE.YES,
                                FIGURE.NO,
                                FIGURE.UNKNOWN)
                        .from(FIGURE)
                        .where(FIGURE.DISTRICT_ID.eq(district))
                        // Inline, or the index of schools is not found.
                        .and(FIGURE.GROUP_KIND.eq(DSL.inline(Group.SCHOOL.kind()))));
    }

    private Map<SchoolId, Map<Measure, Answers>> counted(DistrictId district, LocalDate monday) {
        return bySchool(
                dsl.select(
                                WEEK_FIGURE.SCHOOL_ID,
                                WEEK_FIGURE.INDICATOR,
                                WEEK_FIGURE.YES,
                                WEEK_FIGURE.NO,
                                WEEK_FIGURE.UNKNOWN)
                        .from(WEEK_FIGURE)
                        .where(WEEK_FIGURE.DISTRICT_ID.eq(district))
                        .and(WEEK_FIGURE.GROUP_KIND.eq(DSL.inline(Group.SCHOOL.kind())))
                        .and(WEEK_FIGURE.SPAN.eq(DSL.inline(AdoptionWeeks.WINDOW)))
                        .and(WEEK_FIGURE.INDICATOR.in(CODES))
                        .and(WEEK_FIGURE.WEEK.eq(monday)));
    }

    private static Map<SchoolId, Map<Measure, Answers>> bySchool(
            ResultQuery<Record5<SchoolId, String, Long, Long, Long>> question) {
        Map<SchoolId, Map<Measure, Answers>> counted = new HashMap<>();
        question.forEach(row ->
                counted.computeIfAbsent(row.value1(), school -> new HashMap<>())
                        .put(
                                Measure.ofCode(row.value2()),
                                new Answers(row.value3(), row.value4(), row.value5())));
        return counted;
    }
}
