package school.tandem.adoption;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static school.tandemdb.adoption.Tables.ASSIGNMENT;
import static school.tandemdb.roster.Tables.CLASS_GROUP;

import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.Declarations.Declared;
import school.tandem.roster.ClassId;
import school.tandem.roster.DepartmentId;
import school.tandem.security.SchoolKey;

/** Work that teachers set, online and on paper, by class and day; on its due day where no other. */
final class WorkSet {

    /** The bit of a teacher's day that says that work was set. */
    private static final int SET = 2;

    private record OfClass(
            ClassId schoolClass,
            @Nullable DepartmentId department,
            LocalDate on,
            int online,
            int onPaper) {}

    private final List<OfClass> work;

    private WorkSet(List<OfClass> work) {
        this.work = work;
    }

    /** One statement. */
    static WorkSet read(DSLContext dsl, SchoolKey key, LocalDate from, LocalDate to) {
        Field<LocalDate> on = coalesce(ASSIGNMENT.ASSIGNED_ON, ASSIGNMENT.DUE_ON);
        return new WorkSet(
                dsl.select(
                                ASSIGNMENT.CLASS_ID,
                                CLASS_GROUP.DEPARTMENT_ID,
                                on,
                                count().filterWhere(ASSIGNMENT.ONLINE.isTrue()),
                                count().filterWhere(ASSIGNMENT.ONLINE.isFalse()))
                        .from(ASSIGNMENT)
                        .join(CLASS_GROUP)
                        .on(CLASS_GROUP.DISTRICT_ID.eq(key.district()))
                        .and(CLASS_GROUP.ID.eq(ASSIGNMENT.CLASS_ID))
                        .where(ASSIGNMENT.DISTRICT_ID.eq(key.district()))
                        .and(CLASS_GROUP.SCHOOL_ID.eq(key.school()))
                        .and(ASSIGNMENT.WITHDRAWN_ON.isNull())
                        .and(on.between(from, to))
                        .groupBy(ASSIGNMENT.CLASS_ID, CLASS_GROUP.DEPARTMENT_ID, on)
                        .fetch(Records.mapping(OfClass::new)));
    }

    /** Adds what was set in the windows of its classes. */
    void in(Declarations declared, DayCount.Sums sums) {
        for (OfClass one : work) {
            Declared here = declared.of(one.schoolClass());
            if (here != null && here.practice().looksFor(SET, one.on())) {
                sums.add(
                        one.department() == null
                                ? List.of(Group.SCHOOL)
                                : List.of(Group.SCHOOL, Group.department(one.department().value())),
                        Measure.SET_ONLINE,
                        new Answers(one.online(), one.onPaper(), 0));
            }
        }
    }
}
