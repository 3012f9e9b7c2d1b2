package school.tandem.adoption.intake;

import static school.tandemdb.adoption.Tables.ASSIGNMENT;
import static school.tandemdb.adoption.Tables.CATEGORY;
import static school.tandemdb.adoption.Tables.CATEGORY_MEANING;
import static school.tandemdb.roster.Tables.CLASS_GROUP;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import school.tandem.adoption.AdoptionFigures;
import school.tandem.adoption.intake.WorkKinds.Meaning;
import school.tandem.security.Access;
import school.tandem.security.Audit;
import school.tandem.security.DistrictId;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.Permission;
import school.tandem.security.SchoolKey;

/**
 * What the categories of a district's work count as. The titles that imports brought are looked up
 * in the words that come with Tandem, until somebody says otherwise; that holds for imports to
 * come, too.
 */
@Component
public class CategoryMeanings {

    /** What work counts as. */
    public enum Kind {
        ASSIGNMENT(Meaning.ASSIGNMENT),
        QUIZ(Meaning.QUIZ),
        /** Not online: counts for nobody's habits. */
        PAPER(new Meaning("assignment", false));

        private final Meaning meaning;

        Kind(Meaning meaning) {
            this.meaning = meaning;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static Kind of(Meaning meaning) {
            return !meaning.online() ? PAPER : meaning.isQuiz() ? QUIZ : ASSIGNMENT;
        }
    }

    /** A title, how many pieces of work stand under it, and what they count as. */
    public record Category(String title, int work, Kind kind) {}

    private final DSLContext dsl;
    private final DistrictTransactions inDistrict;
    private final WorkKinds kinds;
    private final AdoptionFigures figures;
    private final Access access;
    private final Audit audit;

    CategoryMeanings(
            DSLContext dsl,
            DistrictTransactions inDistrict,
            WorkKinds kinds,
            AdoptionFigures figures,
            Access access,
            Audit audit) {
        this.dsl = dsl;
        this.inDistrict = inDistrict;
        this.kinds = kinds;
        this.figures = figures;
        this.access = access;
        this.audit = audit;
    }

    /** Whether a source tells categories of work at all; one statement. */
    public boolean areThere(DistrictId district) {
        access.require(district, Permission.IMPORT);
        return inDistrict.read(
                district, () -> dsl.fetchExists(CATEGORY, CATEGORY.DISTRICT_ID.eq(district)));
    }

    /** The titles of all categories that have work, by title; two statements, over all work. */
    public List<Category> of(DistrictId district) {
        access.require(district, Permission.IMPORT);
        return inDistrict.read(
                district,
                () -> {
                    Map<String, Meaning> own = kinds.own(district);
                    return dsl.select(DSL.min(CATEGORY.TITLE), DSL.count())
                            .from(CATEGORY)
                            .join(ASSIGNMENT)
                            .on(ASSIGNMENT.DISTRICT_ID.eq(district))
                            .and(ASSIGNMENT.CATEGORY_ID.eq(CATEGORY.ID))
                            .where(CATEGORY.DISTRICT_ID.eq(district))
                            .and(ASSIGNMENT.WITHDRAWN_ON.isNull())
                            .groupBy(plainTitle())
                            .orderBy(plainTitle())
                            .fetch(row ->
                                    new Category(
                                            row.value1(),
                                            row.value2(),
                                            Kind.of(kinds.of(row.value1(), own))));
                });
    }

    /** Says what a title counts as; figures follow at once. */
    public void say(DistrictId district, String title, Kind kind) {
        access.require(district, Permission.IMPORT);
        String plain = title.strip().toLowerCase(Locale.ROOT);
        inDistrict.write(
                district,
                () -> {
                    keep(district, plain, kind.meaning);
                    Condition ofTitle = ofTitle(district, plain);
                    dsl.update(ASSIGNMENT)
                            .set(ASSIGNMENT.WORK_KIND, kind.meaning.workKind())
                            .set(ASSIGNMENT.ONLINE, kind.meaning.online())
                            .where(ASSIGNMENT.DISTRICT_ID.eq(district), ofTitle)
                            .execute();
                    new DaySums(dsl, district)
                            .remakeByWork(
                                    DSL.select(ASSIGNMENT.ID)
                                            .from(ASSIGNMENT)
                                            .where(ASSIGNMENT.DISTRICT_ID.eq(district), ofTitle));
                    sources(district, plain)
                            .forEach(source ->
                                    new CoverageOfSource(dsl, kinds, district, source)
                                            .meansOtherwise());
                    figures.refresh(schools(district, ofTitle));
                    audit.record(
                            district,
                            "category.mean",
                            "category",
                            plain,
                            Map.of("title", title, "kind", kind.code()),
                            List.of());
                });
    }

    private void keep(DistrictId district, String plain, Meaning meaning) {
        dsl.insertInto(CATEGORY_MEANING)
                .set(CATEGORY_MEANING.DISTRICT_ID, district)
                .set(CATEGORY_MEANING.TITLE, plain)
                .set(CATEGORY_MEANING.WORK_KIND, meaning.workKind())
                .set(CATEGORY_MEANING.ONLINE, meaning.online())
                .onConflict(CATEGORY_MEANING.DISTRICT_ID, CATEGORY_MEANING.TITLE)
                .doUpdate()
                .set(CATEGORY_MEANING.WORK_KIND, meaning.workKind())
                .set(CATEGORY_MEANING.ONLINE, meaning.online())
                .execute();
    }

    private static Field<String> plainTitle() {
        return DSL.lower(DSL.trim(CATEGORY.TITLE));
    }

    private static Condition ofTitle(DistrictId district, String plain) {
        return ASSIGNMENT.CATEGORY_ID.in(
                DSL.select(CATEGORY.ID)
                        .from(CATEGORY)
                        .where(CATEGORY.DISTRICT_ID.eq(district))
                        .and(plainTitle().eq(plain)));
    }

    private List<String> sources(DistrictId district, String plain) {
        return dsl.selectDistinct(CATEGORY.SOURCE)
                .from(CATEGORY)
                .where(CATEGORY.DISTRICT_ID.eq(district))
                .and(plainTitle().eq(plain))
                .fetch(CATEGORY.SOURCE);
    }

    private Set<SchoolKey> schools(DistrictId district, Condition ofTitle) {
        return dsl
                .selectDistinct(CLASS_GROUP.SCHOOL_ID)
                .from(ASSIGNMENT)
                .join(CLASS_GROUP)
                .on(CLASS_GROUP.DISTRICT_ID.eq(district))
                .and(CLASS_GROUP.ID.eq(ASSIGNMENT.CLASS_ID))
                .where(ASSIGNMENT.DISTRICT_ID.eq(district), ofTitle)
                .fetch(CLASS_GROUP.SCHOOL_ID)
                .stream()
                .map(school -> new SchoolKey(district, school))
                .collect(Collectors.toSet());
    }
}
