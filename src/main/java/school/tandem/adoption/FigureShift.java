package school.tandem.adoption;

import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.val;
import static school.tandemdb.adoption.Tables.FIGURE;
import static school.tandemdb.roster.Tables.CLASS_GROUP;
import static school.tandemdb.roster.Tables.PERSON;
import static school.tandemdb.roster.Tables.RUNNING;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import school.tandem.roster.PersonId;
import school.tandem.security.DistrictId;
import school.tandem.security.SchoolId;

/**
 * Moves today's figures by what one student's family said, in every group that the student is
 * counted in: a few rows, however large the school. Where none of today are kept yet there is
 * nothing to move, since they will be counted.
 */
final class FigureShift {

    private final DSLContext dsl;
    private final DistrictId district;
    private final PersonId student;
    private final LocalDate today;
    private final Map<Measure, Answers> less = new EnumMap<>(Measure.class);
    private final Map<Measure, Answers> more = new EnumMap<>(Measure.class);

    FigureShift(DSLContext dsl, DistrictId district, PersonId student, LocalDate today) {
        this.dsl = dsl;
        this.district = district;
        this.student = student;
        this.today = today;
    }

    /** What the student counted as in a measure, and counts as now. */
    FigureShift move(Measure measure, Answer before, Answer after) {
        if (before != after) {
            less.put(measure, before.once());
            more.put(measure, after.once());
        }
        return this;
    }

    void write() {
        if (more.isEmpty()) {
            return;
        }
        Map<SchoolId, Set<Group>> groups = groups();
        FigureTurn.take(dsl, groups.keySet());
        groups.forEach((school, some) ->
                dsl.update(FIGURE)
                        .set(FIGURE.YES, moved(FIGURE.YES, Answers::yes))
                        .set(FIGURE.NO, moved(FIGURE.NO, Answers::no))
                        .set(FIGURE.UNKNOWN, moved(FIGURE.UNKNOWN, Answers::unknown))
                        .where(FIGURE.DISTRICT_ID.eq(district))
                        .and(FIGURE.SCHOOL_ID.eq(school))
                        .and(FIGURE.DAY.eq(today))
                        .and(
                                FIGURE.INDICATOR.in(
                                        more.keySet().stream().map(Measure::code).toList()))
                        .and(isOneOf(some))
                        .execute());
    }

    /** Never below nobody: whoever was not counted before is put right by the next count. */
    private Field<Long> moved(Field<Long> count, ToLongFunction<Answers> which) {
        var by = case_(FIGURE.INDICATOR);
        var changes = new ArrayList<Measure>(more.keySet());
        var when = by.when(changes.getFirst().code(), val(change(changes.getFirst(), which)));
        for (Measure measure : changes.subList(1, changes.size())) {
            when = when.when(measure.code(), val(change(measure, which)));
        }
        return greatest(count.plus(when.otherwise(val(0L))), val(0L));
    }

    private long change(Measure measure, ToLongFunction<Answers> which) {
        return which.applyAsLong(more.getOrDefault(measure, Answers.NONE))
                - which.applyAsLong(less.getOrDefault(measure, Answers.NONE));
    }

    private static Condition isOneOf(Set<Group> groups) {
        List<Condition> each = new ArrayList<>();
        for (Group group : groups) {
            each.add(FIGURE.GROUP_KIND.eq(group.kind()).and(FIGURE.GROUP_KEY.eq(group.key())));
        }
        return DSL.or(each);
    }

    /** By school, as {@link Places} has them of everybody. */
    private Map<SchoolId, Set<Group>> groups() {
        Map<SchoolId, Set<Group>> groups = new HashMap<>();
        dsl.select(RUNNING.SCHOOL_ID, CLASS_GROUP.DEPARTMENT_ID, PERSON.GRADE)
                .from(RUNNING)
                .join(CLASS_GROUP)
                .on(CLASS_GROUP.DISTRICT_ID.eq(district))
                .and(CLASS_GROUP.ID.eq(RUNNING.CLASS_ID))
                .join(PERSON)
                .on(PERSON.DISTRICT_ID.eq(district))
                .and(PERSON.ID.eq(RUNNING.PERSON_ID))
                .where(RUNNING.DISTRICT_ID.eq(district))
                .and(RUNNING.PERSON_ID.eq(student))
                .and(RUNNING.ROLE.eq("student"))
                .and(RUNNING.FROM_ON.le(today))
                .and(RUNNING.TO_ON.gt(today))
                .and(PERSON.WITHDRAWN_ON.isNull().or(PERSON.WITHDRAWN_ON.gt(today)))
                .forEach(row -> {
                    Set<Group> here =
                            groups.computeIfAbsent(row.value1(), school -> new HashSet<>());
                    here.add(Group.SCHOOL);
                    if (row.value2() != null) {
                        here.add(Group.department(row.value2().value()));
                    }
                    if (row.value3() != null) {
                        here.add(Group.grade(row.value3()));
                    }
                });
        return groups;
    }
}
