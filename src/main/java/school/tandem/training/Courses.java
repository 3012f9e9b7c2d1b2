package school.tandem.training;

import static school.tandemdb.training.Tables.COURSE;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.tandem.roster.DepartmentId;
import school.tandem.roster.intake.StaffRole;
import school.tandem.security.Access;
import school.tandem.security.Audit;
import school.tandem.security.BadInput;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.NotHere;
import school.tandem.security.Permission;
import school.tandem.security.SchoolKey;

/** The training courses of a school: made, changed, put away. */
@Component
public class Courses {

    private final DSLContext dsl;
    private final DistrictTransactions inDistrict;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    Courses(
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

    /** The courses of a school and those that all schools of its district share, by title. */
    public List<Course> of(SchoolKey key) {
        access.require(key, Permission.SEE_FIGURES);
        return where(key, COURSE.ARCHIVED_AT.isNull());
    }

    /**
     * One of them.
     *
     * @throws NotHere if this school has no such course
     */
    public Course find(SchoolKey key, CourseId id) {
        access.require(key, Permission.SEE_FIGURES);
        return where(key, COURSE.ID.eq(id)).stream()
                .findFirst()
                .orElseThrow(() -> new NotHere("Course " + id));
    }

    /**
     * Makes a course of this school.
     *
     * @throws BadInput if a field can't be taken, or the title is another's
     */
    public CourseId add(SchoolKey key, CourseFields typed) {
        access.require(key, Permission.MANAGE_TRAINING);
        CourseFields fields = typed.checked();
        return inDistrict.write(
                key.district(),
                () -> {
                    requireFreeTitle(key, fields.title(), null);
                    CourseId id =
                            dsl.insertInto(COURSE)
                                    .set(COURSE.DISTRICT_ID, key.district())
                                    .set(COURSE.SCHOOL_ID, key.school())
                                    .set(values(fields))
                                    .returningResult(COURSE.ID)
                                    .fetchSingle()
                                    .value1();
                    record(key, "course.add", id, fields.title());
                    return id;
                });
    }

    /** Makes several courses at once, leaving out those whose title is there. */
    public void addMissing(SchoolKey key, List<CourseFields> usual) {
        access.require(key, Permission.MANAGE_TRAINING);
        inDistrict.write(
                key.district(),
                () -> {
                    Set<String> there =
                            of(key).stream()
                                    .map(course ->
                                            course.title().toLowerCase(java.util.Locale.ROOT))
                                    .collect(Collectors.toSet());
                    usual.stream()
                            .filter(one ->
                                    !there.contains(one.title().toLowerCase(java.util.Locale.ROOT)))
                            .forEach(one -> add(key, one));
                });
    }

    /**
     * Changes a course.
     *
     * @throws BadInput if a field can't be taken, or the title is another's
     */
    public void change(SchoolKey key, CourseId id, CourseFields typed) {
        access.require(key, Permission.MANAGE_TRAINING);
        CourseFields fields = typed.checked();
        inDistrict.write(
                key.district(),
                () -> {
                    requireOwn(key, id);
                    requireFreeTitle(key, fields.title(), id);
                    dsl.update(COURSE)
                            .set(values(fields))
                            .where(COURSE.DISTRICT_ID.eq(key.district()), COURSE.ID.eq(id))
                            .execute();
                    record(key, "course.change", id, fields.title());
                });
    }

    /** Puts a course away: it is required no more, and who completed it stays known. */
    public void archive(SchoolKey key, CourseId id) {
        access.require(key, Permission.MANAGE_TRAINING);
        inDistrict.write(
                key.district(),
                () -> {
                    Course course = requireOwn(key, id);
                    dsl.update(COURSE)
                            .set(COURSE.ARCHIVED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                            .where(COURSE.DISTRICT_ID.eq(key.district()), COURSE.ID.eq(id))
                            .execute();
                    record(key, "course.archive", id, course.title());
                });
    }

    /**
     * Takes back {@link #archive}.
     *
     * @throws BadInput if another course has taken its title meanwhile
     */
    public void giveBack(SchoolKey key, CourseId id) {
        access.require(key, Permission.MANAGE_TRAINING);
        inDistrict.write(
                key.district(),
                () -> {
                    Course course = requireOwn(key, id);
                    requireFreeTitle(key, course.title(), id);
                    dsl.update(COURSE)
                            .setNull(COURSE.ARCHIVED_AT)
                            .where(COURSE.DISTRICT_ID.eq(key.district()), COURSE.ID.eq(id))
                            .execute();
                    record(key, "course.giveBack", id, course.title());
                });
    }

    /** A course that all schools share is changed by who looks after all of them. */
    private Course requireOwn(SchoolKey key, CourseId id) {
        Course course = find(key, id);
        if (course.everywhere()) {
            access.require(key.district(), Permission.MANAGE_TRAINING);
        }
        return course;
    }

    private void requireFreeTitle(SchoolKey key, String title, @Nullable CourseId except) {
        Condition same =
                DSL.lower(COURSE.TITLE)
                        .eq(DSL.lower(DSL.val(title)))
                        .and(COURSE.ARCHIVED_AT.isNull())
                        .and(except == null ? DSL.noCondition() : COURSE.ID.ne(except));
        if (!where(key, same).isEmpty()) {
            throw new BadInput("title", "training.bad.titleTaken");
        }
    }

    private void record(SchoolKey key, String action, CourseId id, String title) {
        audit.record(
                key.district(), action, "course", id.toString(), Map.of("title", title), List.of());
    }

    private List<Course> where(SchoolKey key, Condition condition) {
        return inDistrict.read(
                key.district(),
                () ->
                        dsl.select(
                                        COURSE.ID,
                                        COURSE.TITLE,
                                        COURSE.MINUTES,
                                        requirement(),
                                        COURSE.GIVES.convertFrom(Skill::ofCode),
                                        COURSE.TRAINS.convertFrom(Practice::ofCode),
                                        COURSE.PARTS,
                                        COURSE.VALID_MONTHS,
                                        COURSE.SCHOOL_ID.isNull())
                                .from(COURSE)
                                .where(COURSE.DISTRICT_ID.eq(key.district()))
                                .and(
                                        COURSE.SCHOOL_ID
                                                .isNull()
                                                .or(COURSE.SCHOOL_ID.eq(key.school())))
                                .and(condition)
                                .orderBy(DSL.lower(COURSE.TITLE), COURSE.ID)
                                .fetch(Records.mapping(Course::new)));
    }

    private static Map<Field<?>, Object> values(CourseFields fields) {
        Requirement required = fields.required();
        Due due = required.due();
        Map<Field<?>, Object> values = new LinkedHashMap<>();
        values.put(COURSE.TITLE, fields.title());
        values.put(COURSE.MINUTES, fields.minutes());
        values.put(COURSE.REQUIRED_FOR, codes(required.roles()));
        values.put(
                COURSE.REQUIRED_DEPARTMENTS,
                required.departments().stream().map(DepartmentId::value).toArray(Long[]::new));
        values.put(COURSE.DUE_FROM, due == null ? null : due.from().code());
        values.put(COURSE.DUE_DAYS, due == null ? 0 : due.days());
        values.put(COURSE.GIVES, fields.gives().code());
        values.put(COURSE.TRAINS, fields.trains().code());
        values.put(COURSE.PARTS, fields.parts());
        values.put(COURSE.VALID_MONTHS, fields.validMonths());
        return values;
    }

    private static SelectField<Requirement> requirement() {
        return DSL.row(
                        COURSE.REQUIRED_FOR,
                        COURSE.REQUIRED_DEPARTMENTS,
                        COURSE.DUE_FROM,
                        COURSE.DUE_DAYS)
                .convertFrom(row ->
                        new Requirement(
                                roles(row.value1()),
                                Arrays.stream(row.value2())
                                        .map(DepartmentId::new)
                                        .collect(Collectors.toSet()),
                                row.value3() == null
                                        ? null
                                        : new Due(Due.From.ofCode(row.value3()), row.value4())));
    }

    private static String[] codes(Set<StaffRole> roles) {
        return roles.stream().map(StaffRole::code).sorted().toArray(String[]::new);
    }

    private static Set<StaffRole> roles(String[] codes) {
        Set<StaffRole> roles = EnumSet.noneOf(StaffRole.class);
        Arrays.stream(StaffRole.values())
                .filter(role -> Arrays.asList(codes).contains(role.code()))
                .forEach(roles::add);
        return roles;
    }
}
