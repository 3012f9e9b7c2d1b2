package school.tandem.roster;

import static school.tandemdb.roster.Tables.PLAN;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.tandem.security.Access;
import school.tandem.security.Audit;
import school.tandem.security.BadInput;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.NotHere;
import school.tandem.security.Permission;
import school.tandem.security.SchoolKey;
import school.tandem.ui.Place;
import school.tandem.ui.PlanChoice;

/** The plans of a school: made, changed, put away. */
@Component
public class Plans {

    /** What a person says of a plan. */
    public record Fields(
            String name,
            @Nullable LocalDate firstTrainingOn,
            @Nullable LocalDate decisionOn,
            LocalDate moveOn) {

        /**
         * @throws BadInput where the name is blank or a date stands after the move
         */
        void check() {
            if (name.isBlank() || name.length() > 200) {
                throw new BadInput("name", "roster.bad.planName");
            }
            if (firstTrainingOn != null && firstTrainingOn.isAfter(moveOn)) {
                throw new BadInput("firstTrainingOn", "roster.bad.afterMove");
            }
            if (decisionOn != null && decisionOn.isAfter(moveOn)) {
                throw new BadInput("decisionOn", "roster.bad.afterMove");
            }
        }
    }

    private final DSLContext dsl;
    private final DistrictTransactions inDistrict;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    Plans(
            DSLContext dsl,
            DistrictTransactions inDistrict,
            Access access,
            Audit audit,
            Clock clock) {
        this.dsl = dsl;
        this.inDistrict = inDistrict;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** The plans of a school that are not put away, the next move first, then those behind. */
    public List<Plan> of(SchoolKey key) {
        access.require(key, Permission.SEE_FIGURES);
        return where(key, PLAN.ARCHIVED_AT.isNull());
    }

    /**
     * @throws NotHere if this school has no such plan
     */
    public Plan find(SchoolKey key, PlanId id) {
        access.require(key, Permission.SEE_FIGURES);
        return inDistrict.once(
                key.district(),
                List.of(key, id),
                () ->
                        where(key, PLAN.ID.eq(id)).stream()
                                .findFirst()
                                .orElseThrow(() -> new NotHere("Plan " + id)));
    }

    /** The plan that a screen is about; null: the school has none. */
    public @Nullable Plan shownAt(Place place) {
        access.require(place.key(), Permission.SEE_FIGURES);
        PlanChoice plan = place.plan();
        return plan == null ? null : find(place.key(), new PlanId(plan.id()));
    }

    /** The plan that a dashboard shows unless told otherwise: the one that moves last. */
    public Optional<Plan> current(SchoolKey key) {
        return of(key).stream().findFirst();
    }

    /** Makes a plan. */
    public Plan make(SchoolKey key, Fields fields) {
        access.require(key, Permission.EDIT_PLAN);
        fields.check();
        return inDistrict.write(
                key.district(),
                () -> {
                    requireFreeName(key, fields.name(), null);
                    PlanId id =
                            dsl.insertInto(PLAN)
                                    .set(PLAN.DISTRICT_ID, key.district())
                                    .set(PLAN.SCHOOL_ID, key.school())
                                    .set(PLAN.NAME, fields.name().strip())
                                    .set(PLAN.FIRST_TRAINING_ON, fields.firstTrainingOn())
                                    .set(PLAN.DECISION_ON, fields.decisionOn())
                                    .set(PLAN.MOVE_ON, fields.moveOn())
                                    .returningResult(PLAN.ID)
                                    .fetchSingle()
                                    .value1();
                    record(key, "plan.make", id, fields);
                    return find(key, id);
                });
    }

    /** Renames a plan or moves its dates. */
    public void change(SchoolKey key, PlanId id, Fields fields) {
        access.require(key, Permission.EDIT_PLAN);
        fields.check();
        inDistrict.write(
                key.district(),
                () -> {
                    find(key, id);
                    requireFreeName(key, fields.name(), id);
                    dsl.update(PLAN)
                            .set(PLAN.NAME, fields.name().strip())
                            .set(PLAN.FIRST_TRAINING_ON, fields.firstTrainingOn())
                            .set(PLAN.DECISION_ON, fields.decisionOn())
                            .set(PLAN.MOVE_ON, fields.moveOn())
                            .where(PLAN.DISTRICT_ID.eq(key.district()), PLAN.ID.eq(id))
                            .execute();
                    record(key, "plan.change", id, fields);
                });
    }

    /** Puts a plan away: it is shown no more, and its history stays. */
    public void archive(SchoolKey key, PlanId id) {
        access.require(key, Permission.EDIT_PLAN);
        inDistrict.write(
                key.district(),
                () -> {
                    find(key, id);
                    dsl.update(PLAN)
                            .set(PLAN.ARCHIVED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                            .where(PLAN.DISTRICT_ID.eq(key.district()), PLAN.ID.eq(id))
                            .execute();
                    audit.record(key.district(), "plan.archive", "plan", id.toString());
                });
    }

    /**
     * Takes back {@link #archive}.
     *
     * @throws BadInput if another plan has taken its name meanwhile
     */
    public void giveBack(SchoolKey key, PlanId id) {
        access.require(key, Permission.EDIT_PLAN);
        inDistrict.write(
                key.district(),
                () -> {
                    requireFreeName(key, find(key, id).name(), id);
                    dsl.update(PLAN)
                            .setNull(PLAN.ARCHIVED_AT)
                            .where(PLAN.DISTRICT_ID.eq(key.district()), PLAN.ID.eq(id))
                            .execute();
                    audit.record(key.district(), "plan.giveBack", "plan", id.toString());
                });
    }

    private void requireFreeName(SchoolKey key, String name, @Nullable PlanId except) {
        Condition same =
                DSL.lower(PLAN.NAME)
                        .eq(DSL.lower(DSL.val(name.strip())))
                        .and(PLAN.ARCHIVED_AT.isNull())
                        .and(except == null ? DSL.noCondition() : PLAN.ID.ne(except));
        if (!where(key, same).isEmpty()) {
            throw new BadInput("name", "roster.bad.planNameTaken");
        }
    }

    private void record(SchoolKey key, String action, PlanId id, Fields fields) {
        audit.record(
                key.district(),
                action,
                "plan",
                id.toString(),
                Map.of("move", fields.moveOn().toString()),
                List.of());
    }

    private List<Plan> where(SchoolKey key, Condition condition) {
        return inDistrict.read(
                key.district(),
                () ->
                        dsl.select(
                                        PLAN.ID,
                                        PLAN.NAME,
                                        PLAN.FIRST_TRAINING_ON,
                                        PLAN.DECISION_ON,
                                        PLAN.MOVE_ON)
                                .from(PLAN)
                                .where(PLAN.DISTRICT_ID.eq(key.district()))
                                .and(PLAN.SCHOOL_ID.eq(key.school()))
                                .and(condition)
                                .orderBy(PLAN.MOVE_ON.desc(), PLAN.ID)
                                .fetch(
                                        Records.mapping((id, name, first, decision, move) ->
                                                new Plan(key, id, name, first, decision, move))));
    }
}
