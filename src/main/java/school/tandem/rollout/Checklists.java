package school.tandem.rollout;

import static school.tandemdb.rollout.Tables.CHECKLIST;
import static school.tandemdb.rollout.Tables.ITEM;
import static school.tandemdb.rollout.Tables.ITEM_STATE;
import static school.tandemdb.rollout.Tables.REHEARSAL;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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
import school.tandem.rollout.Checklist.Rehearsal;
import school.tandem.roster.Calendars;
import school.tandem.roster.Plan;
import school.tandem.roster.PlanId;
import school.tandem.roster.Plans;
import school.tandem.roster.SchoolCalendar;
import school.tandem.roster.Schools;
import school.tandem.security.Access;
import school.tandem.security.Audit;
import school.tandem.security.BadInput;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.NotHere;
import school.tandem.security.Permission;
import school.tandem.security.SchoolKey;
import school.tandem.ui.Texts;

/** The checklists of plans: started, ticked, changed, rehearsed. */
@Component
public class Checklists {

    private final DSLContext dsl;
    private final DistrictTransactions inDistrict;
    private final Plans plans;
    private final Schools schools;
    private final Calendars calendars;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    Checklists(
            DSLContext dsl,
            DistrictTransactions inDistrict,
            Plans plans,
            Schools schools,
            Calendars calendars,
            Access access,
            Audit audit,
            Clock clock) {
        this.dsl = dsl;
        this.inDistrict = inDistrict;
        this.plans = plans;
        this.schools = schools;
        this.calendars = calendars;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** The checklist of a plan; empty: none was started. */
    public Optional<Checklist> of(SchoolKey key, PlanId id) {
        access.require(key, Permission.SEE_FIGURES);
        return inDistrict.read(
                key.district(),
                () -> {
                    Plan plan = plans.find(key, id);
                    boolean started =
                            dsl.fetchExists(
                                    dsl.selectOne()
                                            .from(CHECKLIST)
                                            .where(CHECKLIST.DISTRICT_ID.eq(key.district()))
                                            .and(CHECKLIST.PLAN_ID.eq(id)));
                    return started
                            ? Optional.of(
                                    new Checklist(plan, items(key, plan), rehearsals(key, id)))
                            : Optional.empty();
                });
    }

    /**
     * Starts a plan's checklist from the template, in the language of whoever asks; one that has
     * been started stays as it is.
     */
    public void start(SchoolKey key, PlanId plan) {
        access.require(key, Permission.EDIT_CHECKLIST);
        Texts texts = Texts.here();
        inDistrict.write(
                key.district(),
                () -> {
                    plans.find(key, plan);
                    int made =
                            dsl.insertInto(CHECKLIST)
                                    .set(CHECKLIST.DISTRICT_ID, key.district())
                                    .set(CHECKLIST.PLAN_ID, plan)
                                    .set(CHECKLIST.TEMPLATE, Template.NAME)
                                    .set(CHECKLIST.STARTED_AT, now())
                                    .onConflictDoNothing()
                                    .execute();
                    if (made == 1) {
                        Template.entries().forEach(entry -> insert(key, plan, entry.in(texts)));
                        audit.record(
                                key.district(),
                                "checklist.start",
                                "plan",
                                plan.toString(),
                                Map.of("template", Template.NAME),
                                List.of());
                    }
                });
    }

    /**
     * Adds an item.
     *
     * @throws BadInput if a field can't be taken
     */
    public ItemId add(SchoolKey key, PlanId plan, ItemFields typed) {
        access.require(key, Permission.EDIT_CHECKLIST);
        ItemFields fields = typed.checked();
        return inDistrict.write(
                key.district(),
                () -> {
                    if (of(key, plan).isEmpty()) {
                        throw new NotHere("Checklist of " + plan);
                    }
                    ItemId id = insert(key, plan, fields);
                    record(key, "item.add", id);
                    return id;
                });
    }

    /**
     * Changes what an item is.
     *
     * @throws BadInput if a field can't be taken, or a gate would cease to be one: that is for an
     *     administrator of plans
     * @throws ItemMoved if somebody else changed it since it was read
     */
    public void change(SchoolKey key, PlanId plan, Item before, ItemFields typed) {
        access.require(key, Permission.EDIT_CHECKLIST);
        ItemFields fields = typed.checked();
        if (before.gate() && !fields.gate() && !access.may(key, Permission.EDIT_PLAN)) {
            throw new BadInput("gate", "rollout.bad.ungate");
        }
        inDistrict.write(
                key.district(),
                () -> {
                    int changed =
                            dsl.update(ITEM)
                                    .set(ITEM.PHASE, fields.phase().code())
                                    .set(ITEM.TITLE, fields.title().strip())
                                    .set(ITEM.NOTE, fields.note().strip())
                                    .set(ITEM.OWNER, fields.owner().strip())
                                    .set(ITEM.DAYS_BEFORE_MOVE, fields.daysBeforeMove())
                                    .set(ITEM.WEIGHT, fields.weight())
                                    .set(
                                            ITEM.LIKELY_HOURS,
                                            BigDecimal.valueOf(fields.likelyHours()))
                                    .set(ITEM.GATE, fields.gate())
                                    .set(ITEM.AFTER_MOVE, fields.afterMove())
                                    .set(ITEM.VERSION, ITEM.VERSION.plus(1))
                                    .where(one(key, plan, before.id()))
                                    .and(ITEM.VERSION.eq(before.version()))
                                    .execute();
                    requireChanged(key, plan, before.id(), changed);
                    record(key, "item.change", before.id());
                });
    }

    /**
     * Says how far an item is.
     *
     * @param reason why it is blocked; else empty
     * @throws ItemMoved if somebody else changed it since it was read
     */
    public void setState(SchoolKey key, PlanId plan, Item before, ItemState state, String reason) {
        setState(key, plan, before, state, reason, now());
    }

    /**
     * Says that an item was done at a moment that lies behind, where the word comes late.
     *
     * @throws ItemMoved if somebody else changed it since it was read
     */
    public void doneAt(SchoolKey key, PlanId plan, Item before, Instant at) {
        setState(key, plan, before, ItemState.DONE, "", at.atOffset(ZoneOffset.UTC));
    }

    private void setState(
            SchoolKey key,
            PlanId plan,
            Item before,
            ItemState state,
            String reason,
            OffsetDateTime at) {
        access.require(key, Permission.EDIT_CHECKLIST);
        if (reason.length() > 500) {
            throw new BadInput("reason", "rollout.bad.long");
        }
        inDistrict.write(
                key.district(),
                () -> {
                    int changed =
                            dsl.update(ITEM)
                                    .set(ITEM.STATE, state.code())
                                    .set(ITEM.STATE_REASON, reason.strip())
                                    .set(ITEM.CHANGED_AT, at)
                                    .set(ITEM.CHANGED_BY, access.who().account())
                                    .set(ITEM.VERSION, ITEM.VERSION.plus(1))
                                    .where(one(key, plan, before.id()))
                                    .and(ITEM.VERSION.eq(before.version()))
                                    .execute();
                    requireChanged(key, plan, before.id(), changed);
                    keepState(key, before.id(), state, at);
                    audit.record(
                            key.district(),
                            "item.state",
                            "item",
                            before.id().toString(),
                            Map.of("state", state.code()),
                            List.of());
                });
    }

    /**
     * Records a rehearsal day, or changes what was said of it.
     *
     * @throws BadInput if the day is still to come
     */
    public void rehearse(
            SchoolKey key, PlanId plan, @Nullable LocalDate day, boolean passed, String note) {
        access.require(key, Permission.EDIT_PLAN);
        if (day == null || day.isAfter(schools.today(schools.find(key)))) {
            throw new BadInput("day", "rollout.bad.day");
        }
        inDistrict.write(
                key.district(),
                () -> {
                    plans.find(key, plan);
                    dsl.insertInto(REHEARSAL)
                            .set(REHEARSAL.DISTRICT_ID, key.district())
                            .set(REHEARSAL.PLAN_ID, plan)
                            .set(REHEARSAL.HELD_ON, day)
                            .set(REHEARSAL.PASSED, passed)
                            .set(REHEARSAL.NOTE, note.strip())
                            .onConflict(REHEARSAL.DISTRICT_ID, REHEARSAL.PLAN_ID, REHEARSAL.HELD_ON)
                            .doUpdate()
                            .set(REHEARSAL.PASSED, passed)
                            .set(REHEARSAL.NOTE, note.strip())
                            .execute();
                    audit.record(
                            key.district(),
                            "rehearsal.record",
                            "plan",
                            plan.toString(),
                            Map.of("day", day.toString(), "passed", passed),
                            List.of());
                });
    }

    /** Removes the record of a rehearsal. */
    public void forgetRehearsal(SchoolKey key, PlanId plan, LocalDate day) {
        access.require(key, Permission.EDIT_PLAN);
        inDistrict.write(
                key.district(),
                () -> {
                    plans.find(key, plan);
                    dsl.deleteFrom(REHEARSAL)
                            .where(REHEARSAL.DISTRICT_ID.eq(key.district()))
                            .and(REHEARSAL.PLAN_ID.eq(plan))
                            .and(REHEARSAL.HELD_ON.eq(day))
                            .execute();
                    audit.record(
                            key.district(),
                            "rehearsal.forget",
                            "plan",
                            plan.toString(),
                            Map.of("day", day.toString()),
                            List.of());
                });
    }

    private ItemId insert(SchoolKey key, PlanId plan, ItemFields fields) {
        var last =
                DSL.field(
                        DSL.select(DSL.coalesce(DSL.max(ITEM.POSITION), 0).plus(1))
                                .from(ITEM)
                                .where(ITEM.DISTRICT_ID.eq(key.district()))
                                .and(ITEM.PLAN_ID.eq(plan)));
        return dsl.insertInto(ITEM)
                .set(ITEM.DISTRICT_ID, key.district())
                .set(ITEM.PLAN_ID, plan)
                .set(ITEM.PHASE, fields.phase().code())
                .set(ITEM.POSITION, last)
                .set(ITEM.TITLE, fields.title().strip())
                .set(ITEM.NOTE, fields.note().strip())
                .set(ITEM.OWNER, fields.owner().strip())
                .set(ITEM.DAYS_BEFORE_MOVE, fields.daysBeforeMove())
                .set(ITEM.WEIGHT, fields.weight())
                .set(ITEM.LIKELY_HOURS, BigDecimal.valueOf(fields.likelyHours()))
                .set(ITEM.GATE, fields.gate())
                .set(ITEM.AFTER_MOVE, fields.afterMove())
                .set(ITEM.CHANGED_AT, now())
                .set(ITEM.CHANGED_BY, access.who().account())
                .returningResult(ITEM.ID)
                .fetchSingle()
                .value1();
    }

    private void keepState(SchoolKey key, ItemId id, ItemState state, OffsetDateTime at) {
        dsl.insertInto(ITEM_STATE)
                .set(ITEM_STATE.DISTRICT_ID, key.district())
                .set(ITEM_STATE.ITEM_ID, id)
                .set(ITEM_STATE.AT, at)
                .set(ITEM_STATE.STATE, state.code())
                .onConflict(ITEM_STATE.DISTRICT_ID, ITEM_STATE.ITEM_ID, ITEM_STATE.AT)
                .doUpdate()
                .set(ITEM_STATE.STATE, state.code())
                .execute();
    }

    private void requireChanged(SchoolKey key, PlanId plan, ItemId id, int changed) {
        if (changed == 1) {
            plans.find(key, plan);
            return;
        }
        if (!dsl.fetchExists(dsl.selectOne().from(ITEM).where(one(key, plan, id)))) {
            throw new NotHere("Item " + id);
        }
        throw new ItemMoved(id);
    }

    private static Condition one(SchoolKey key, PlanId plan, ItemId id) {
        return ITEM.DISTRICT_ID.eq(key.district()).and(ITEM.PLAN_ID.eq(plan)).and(ITEM.ID.eq(id));
    }

    private void record(SchoolKey key, String action, ItemId id) {
        audit.record(key.district(), action, "item", id.toString());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private List<Item> items(SchoolKey key, Plan plan) {
        SchoolCalendar calendar = calendars.of(key);
        return dsl.select(
                        ITEM.ID,
                        ITEM.PHASE.convertFrom(Phase::ofCode),
                        ITEM.TITLE,
                        ITEM.NOTE,
                        ITEM.OWNER,
                        ITEM.DAYS_BEFORE_MOVE,
                        ITEM.DAYS_BEFORE_MOVE.convertFrom(
                                days -> calendar.shifted(plan.moveOn(), days)),
                        ITEM.WEIGHT,
                        ITEM.LIKELY_HOURS.convertFrom(BigDecimal::doubleValue),
                        ITEM.GATE,
                        ITEM.AFTER_MOVE,
                        ITEM.STATE.convertFrom(ItemState::ofCode),
                        ITEM.STATE_REASON,
                        ITEM.VERSION)
                .from(ITEM)
                .where(ITEM.DISTRICT_ID.eq(key.district()), ITEM.PLAN_ID.eq(plan.id()))
                .orderBy(ITEM.DAYS_BEFORE_MOVE.desc(), ITEM.POSITION, ITEM.ID)
                .fetch(Records.mapping(Item::new));
    }

    private List<Rehearsal> rehearsals(SchoolKey key, PlanId plan) {
        return dsl.select(REHEARSAL.HELD_ON, REHEARSAL.PASSED, REHEARSAL.NOTE)
                .from(REHEARSAL)
                .where(REHEARSAL.DISTRICT_ID.eq(key.district()), REHEARSAL.PLAN_ID.eq(plan))
                .orderBy(REHEARSAL.HELD_ON.desc())
                .fetch(Records.mapping(Rehearsal::new));
    }
}
