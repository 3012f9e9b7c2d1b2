package school.tandem.rollout;

import static school.tandemdb.rollout.Tables.ITEM;
import static school.tandemdb.rollout.Tables.ITEM_STATE;
import static school.tandemdb.rollout.Tables.REHEARSAL;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import school.tandem.roster.PlanId;
import school.tandem.roster.Schools;
import school.tandem.security.Access;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.Permission;
import school.tandem.security.SchoolKey;

/** Counts a plan's checklist, for today and for any past day. */
@Component
public class RolloutFigures {

    private static final int REHEARSAL_LASTS_MONTHS = 12;

    private final DSLContext dsl;
    private final DistrictTransactions inDistrict;
    private final Checklists checklists;
    private final Schools schools;
    private final Access access;

    RolloutFigures(
            DSLContext dsl,
            DistrictTransactions inDistrict,
            Checklists checklists,
            Schools schools,
            Access access) {
        this.dsl = dsl;
        this.inDistrict = inDistrict;
        this.checklists = checklists;
        this.schools = schools;
        this.access = access;
    }

    /** What is known now about a day's end: the states that items had then. */
    public ChecklistProgress of(SchoolKey key, PlanId plan, LocalDate day) {
        access.require(key, Permission.SEE_FIGURES);
        return inDistrict.read(
                key.district(),
                () -> {
                    Optional<Checklist> checklist = checklists.of(key, plan);
                    if (checklist.isEmpty()) {
                        return ChecklistProgress.NONE;
                    }
                    Map<ItemId, ItemState> then = states(key, plan, day);
                    return count(checklist.get(), then, rehearsed(key, plan, day));
                });
    }

    private static ChecklistProgress count(
            Checklist checklist, Map<ItemId, ItemState> then, boolean rehearsed) {
        long done = 0;
        long open = 0;
        List<Item> counted = checklist.items().stream().filter(i -> !i.afterMove()).toList();
        for (Item item : counted) {
            boolean isDone = then.get(item.id()) == ItemState.DONE;
            done += isDone ? item.weight() : 0;
            open += isDone ? 0 : item.weight();
        }
        List<Item> left =
                counted.stream()
                        .filter(item -> then.get(item.id()) != ItemState.DONE)
                        .sorted(
                                Comparator.comparing((Item item) -> !item.gate())
                                        .thenComparing(Item::dueOn)
                                        .thenComparing(item -> item.id().value()))
                        .toList();
        return new ChecklistProgress(done, open, left, rehearsed);
    }

    private Map<ItemId, ItemState> states(SchoolKey key, PlanId plan, LocalDate day) {
        OffsetDateTime end =
                day.plusDays(1).atStartOfDay(schools.find(key).zone()).toOffsetDateTime();
        Map<ItemId, ItemState> states = new HashMap<>();
        dsl.select(ITEM_STATE.ITEM_ID, ITEM_STATE.STATE)
                .distinctOn(ITEM_STATE.ITEM_ID)
                .from(ITEM_STATE)
                .join(ITEM)
                .on(ITEM.DISTRICT_ID.eq(key.district()))
                .and(ITEM.ID.eq(ITEM_STATE.ITEM_ID))
                .where(ITEM_STATE.DISTRICT_ID.eq(key.district()))
                .and(ITEM.PLAN_ID.eq(plan))
                .and(ITEM_STATE.AT.lt(end))
                .orderBy(ITEM_STATE.ITEM_ID, ITEM_STATE.AT.desc())
                .forEach(row -> states.put(row.value1(), ItemState.ofCode(row.value2())));
        return states;
    }

    private boolean rehearsed(SchoolKey key, PlanId plan, LocalDate day) {
        return dsl.fetchExists(
                dsl.selectOne()
                        .from(REHEARSAL)
                        .where(REHEARSAL.DISTRICT_ID.eq(key.district()))
                        .and(REHEARSAL.PLAN_ID.eq(plan))
                        .and(REHEARSAL.PASSED)
                        .and(REHEARSAL.HELD_ON.le(day))
                        .and(REHEARSAL.HELD_ON.gt(day.minusMonths(REHEARSAL_LASTS_MONTHS))));
    }
}
