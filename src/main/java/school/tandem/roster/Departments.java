package school.tandem.roster;

import static school.tandemdb.roster.Tables.CLASS_GROUP;
import static school.tandemdb.roster.Tables.DEPARTMENT;
import static school.tandemdb.roster.Tables.PERSON;
import static school.tandemdb.roster.Tables.PERSON_SCHOOL;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
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

/** The departments of a school: listed, renamed, made where a name is new. */
@Component
public class Departments {

    private final DSLContext dsl;
    private final DistrictTransactions inDistrict;
    private final Access access;
    private final Audit audit;

    Departments(DSLContext dsl, DistrictTransactions inDistrict, Access access, Audit audit) {
        this.dsl = dsl;
        this.inDistrict = inDistrict;
        this.access = access;
        this.audit = audit;
    }

    /** The departments of a school, by name; one statement. */
    public List<Department> of(SchoolKey key) {
        access.require(key, Permission.SEE_STAFF);
        return inDistrict.read(
                key.district(),
                () ->
                        dsl.select(DEPARTMENT.ID, DEPARTMENT.NAME, staff(key), classes(key))
                                .from(DEPARTMENT)
                                .where(DEPARTMENT.DISTRICT_ID.eq(key.district()))
                                .and(DEPARTMENT.SCHOOL_ID.eq(key.school()))
                                .orderBy(DSL.lower(DEPARTMENT.NAME), DEPARTMENT.ID)
                                .fetch(Records.mapping(Department::new)));
    }

    /** What the departments are called, by name; for whoever may see figures. */
    public Map<DepartmentId, String> names(SchoolKey key) {
        access.require(key, Permission.SEE_FIGURES);
        return inDistrict.read(
                key.district(),
                () -> {
                    Map<DepartmentId, String> names = new LinkedHashMap<>();
                    dsl.select(DEPARTMENT.ID, DEPARTMENT.NAME)
                            .from(DEPARTMENT)
                            .where(DEPARTMENT.DISTRICT_ID.eq(key.district()))
                            .and(DEPARTMENT.SCHOOL_ID.eq(key.school()))
                            .orderBy(DSL.lower(DEPARTMENT.NAME), DEPARTMENT.ID)
                            .forEach(row -> names.put(row.value1(), row.value2()));
                    return names;
                });
    }

    /**
     * Gives a department another name.
     *
     * @throws BadInput if the name is blank, too long or another's
     * @throws NotHere if this school has no such department
     */
    public void rename(SchoolKey key, DepartmentId id, String name) {
        access.require(key, Permission.EDIT_ROSTER);
        String called = checked(name);
        inDistrict.write(
                key.district(),
                () -> {
                    DepartmentId taken = find(key, called);
                    if (taken != null && !taken.equals(id)) {
                        throw new BadInput("name", "roster.bad.departmentTaken");
                    }
                    int renamed =
                            dsl.update(DEPARTMENT)
                                    .set(DEPARTMENT.NAME, called)
                                    .where(DEPARTMENT.DISTRICT_ID.eq(key.district()))
                                    .and(DEPARTMENT.SCHOOL_ID.eq(key.school()))
                                    .and(DEPARTMENT.ID.eq(id))
                                    .execute();
                    if (renamed == 0) {
                        throw new NotHere("Department " + id);
                    }
                    record(key, "department.rename", id, called);
                });
    }

    /**
     * The department of this name, made where there is none; null for none. Part of the caller's
     * transaction and authorisation.
     */
    @Nullable DepartmentId named(SchoolKey key, @Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        String called = checked(name);
        DepartmentId found = find(key, called);
        return found == null ? make(key, called) : found;
    }

    private DepartmentId make(SchoolKey key, String name) {
        DepartmentId id =
                dsl.insertInto(DEPARTMENT)
                        .set(DEPARTMENT.DISTRICT_ID, key.district())
                        .set(DEPARTMENT.SCHOOL_ID, key.school())
                        .set(DEPARTMENT.NAME, name)
                        .returningResult(DEPARTMENT.ID)
                        .fetchSingle()
                        .value1();
        record(key, "department.make", id, name);
        return id;
    }

    private @Nullable DepartmentId find(SchoolKey key, String name) {
        return dsl.select(DEPARTMENT.ID)
                .from(DEPARTMENT)
                .where(DEPARTMENT.DISTRICT_ID.eq(key.district()))
                .and(DEPARTMENT.SCHOOL_ID.eq(key.school()))
                .and(DSL.lower(DEPARTMENT.NAME).eq(DSL.lower(DSL.val(name))))
                .fetchOne(DEPARTMENT.ID);
    }

    private void record(SchoolKey key, String action, DepartmentId id, String name) {
        audit.record(
                key.district(),
                action,
                "department",
                id.toString(),
                Map.of("name", name),
                List.of());
    }

    private static String checked(String name) {
        String called = name.strip();
        if (called.isEmpty() || called.length() > 100) {
            throw new BadInput("name", "roster.bad.departmentName");
        }
        return called;
    }

    private static Field<Integer> staff(SchoolKey key) {
        return DSL.field(
                DSL.selectCount()
                        .from(PERSON_SCHOOL)
                        .join(PERSON)
                        .on(PERSON.DISTRICT_ID.eq(key.district()))
                        .and(PERSON.ID.eq(PERSON_SCHOOL.PERSON_ID))
                        .where(PERSON_SCHOOL.DISTRICT_ID.eq(key.district()))
                        .and(PERSON_SCHOOL.SCHOOL_ID.eq(key.school()))
                        .and(PERSON_SCHOOL.DEPARTMENT_ID.eq(DEPARTMENT.ID))
                        .and(PERSON.KIND.eq("staff"))
                        .and(PERSON.WITHDRAWN_ON.isNull()));
    }

    private static Field<Integer> classes(SchoolKey key) {
        return DSL.field(
                DSL.selectCount()
                        .from(CLASS_GROUP)
                        .where(CLASS_GROUP.DISTRICT_ID.eq(key.district()))
                        .and(CLASS_GROUP.SCHOOL_ID.eq(key.school()))
                        .and(CLASS_GROUP.DEPARTMENT_ID.eq(DEPARTMENT.ID))
                        .and(CLASS_GROUP.WITHDRAWN_ON.isNull()));
    }
}
