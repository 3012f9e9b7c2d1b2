package school.tandem.roster.intake;

import static org.jooq.impl.DSL.arrayAggDistinct;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.BOOLEAN;
import static org.jooq.impl.SQLDataType.CLOB;
import static org.jooq.impl.SQLDataType.LOCALDATE;
import static school.tandemdb.roster.Tables.ORG;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.GroupKind;
import school.tandem.roster.intake.Links.Kind;
import school.tandem.roster.intake.Stage.Column;
import school.tandem.security.DistrictId;

/**
 * What one import brings to the roster: staged file by file, then checked and merged at once. The
 * columns that held rows name are OneRoster's, unless a {@link RosterFile} says what it calls them.
 */
public final class RosterLoad {

    private final DSLContext dsl;
    private final DistrictId district;
    private final String source;
    private final LocalDate today;
    private final Merge merge;
    private final References references;
    private final Links terms;
    private final Links schools;
    private final RunningSpans running;
    private final StaffDepartments departments;
    private final long run;
    private final Map<Stage<?>, Delivery> stages = new LinkedHashMap<>();
    private Runnable step = () -> {};
    private Set<RosterRule> rules = Set.of();

    private @Nullable Stage<OrgRow> orgs;
    private @Nullable Stage<SessionRow> sessions;
    private @Nullable Stage<UserRow> users;
    private @Nullable Stage<RoleRow> roles;
    private @Nullable Stage<CourseRow> courses;
    private @Nullable Stage<ClassRow> classes;
    private @Nullable Stage<EnrolmentRow> enrolments;
    private final List<Stage<GroupRow>> groups = new ArrayList<>();

    RosterLoad(DSLContext dsl, DistrictId district, long run, String source, LocalDate today) {
        this.dsl = dsl;
        this.district = district;
        this.source = source;
        this.today = today;
        this.run = run;
        this.merge = new Merge(dsl, district.value(), run, source, today);
        this.references = new References(dsl, district, source);
        this.terms = new Links(dsl, district.value(), run, Kind.CLASS_TERM);
        this.schools = new Links(dsl, district.value(), run, Kind.PERSON_SCHOOL);
        this.running = new RunningSpans(dsl, district);
        this.departments = new StaffDepartments(dsl, district, run);
    }

    /** Tells of each file that was merged, so that a long merge can be seen to move. */
    public void onEachFile(Runnable step) {
        this.step = step;
    }

    /** In what the source differs from OneRoster. */
    public void by(Set<RosterRule> rules) {
        this.rules = Set.copyOf(rules);
    }

    /** Where else people of this delivery come from; asked before it is merged. */
    public Optional<OtherRosters.Found> elsewhere(Collection<String> sources) {
        return new OtherRosters(dsl, district, source).find(sources, orgs, users);
    }

    /** How many files were staged. */
    public int files() {
        return stages.size();
    }

    public void orgs(String file, Delivery delivery, RowSource<OrgRow> rows) {
        orgs(delivery, List.of(RosterFile.of(file, rows)));
    }

    public void orgs(Delivery delivery, List<RosterFile<OrgRow>> files) {
        orgs =
                stage(
                        "stage_org",
                        delivery,
                        files,
                        given("kind", CLOB, row -> row.kind().code()),
                        given("name", CLOB, OrgRow::name),
                        given("identifier", CLOB, OrgRow::identifier),
                        given("parent_external_id", CLOB, OrgRow::parentId));
    }

    public void sessions(String file, Delivery delivery, RowSource<SessionRow> rows) {
        sessions(delivery, List.of(RosterFile.of(file, rows)));
    }

    public void sessions(Delivery delivery, List<RosterFile<SessionRow>> files) {
        sessions =
                stage(
                        "stage_session",
                        delivery,
                        files,
                        given("kind", CLOB, row -> row.kind().code()),
                        given("title", CLOB, SessionRow::title),
                        given("starts_on", LOCALDATE, SessionRow::startsOn),
                        given("ends_on", LOCALDATE, SessionRow::endsOn),
                        given("school_year", CLOB, SessionRow::schoolYear),
                        given("parent_external_id", CLOB, SessionRow::parentId));
    }

    public void users(String file, Delivery delivery, RowSource<UserRow> rows) {
        users(delivery, List.of(RosterFile.of(file, rows)));
    }

    public void users(Delivery delivery, List<RosterFile<UserRow>> files) {
        users =
                stage(
                        "stage_user",
                        delivery,
                        files,
                        given("kind", CLOB, RosterLoad::kind),
                        given("staff_role", CLOB, row -> staffRole(row.role())),
                        given("given_name", CLOB, UserRow::givenName),
                        given("family_name", CLOB, UserRow::familyName),
                        given("email", CLOB, UserRow::email),
                        given("username", CLOB, UserRow::username),
                        given("identifier", CLOB, UserRow::identifier),
                        given("grade", CLOB, row -> first(row.grades())),
                        given("org_ids", CLOB.array(), UserRow::orgIds),
                        given("department", CLOB, UserRow::department),
                        resolved("school_ids", BIGINT.array()));
        users.index();
    }

    public void roles(String file, Delivery delivery, RowSource<RoleRow> rows) {
        roles(delivery, List.of(RosterFile.of(file, rows)));
    }

    public void roles(Delivery delivery, List<RosterFile<RoleRow>> files) {
        roles =
                stage(
                        "stage_role",
                        delivery,
                        files,
                        given("user_id", CLOB, RoleRow::userId),
                        given("org_id", CLOB, RoleRow::orgId),
                        given("class", CLOB, RoleRow::classId),
                        given("grade", CLOB, RoleRow::grade),
                        given("kind", CLOB, row -> row.role().kind().code()),
                        given("staff_role", CLOB, row -> staffRole(row.role())),
                        given("is_primary", BOOLEAN, RoleRow::primary),
                        given("ends_on", LOCALDATE, RoleRow::endsOn));
        dsl.createIndex("stage_role_user").on(roles.table(), roles.text("user_id")).execute();
        roles.index();
    }

    public void courses(String file, Delivery delivery, RowSource<CourseRow> rows) {
        courses(delivery, List.of(RosterFile.of(file, rows)));
    }

    public void courses(Delivery delivery, List<RosterFile<CourseRow>> files) {
        courses =
                stage(
                        "stage_course",
                        delivery,
                        files,
                        given("title", CLOB, CourseRow::title),
                        given("code", CLOB, CourseRow::code),
                        given("org_external_id", CLOB, CourseRow::orgId));
    }

    public void classes(String file, Delivery delivery, RowSource<ClassRow> rows) {
        classes(delivery, List.of(RosterFile.of(file, rows)));
    }

    public void classes(Delivery delivery, List<RosterFile<ClassRow>> files) {
        classes =
                stage(
                        "stage_class",
                        delivery,
                        files,
                        given("title", CLOB, ClassRow::title),
                        given("grade", CLOB, row -> first(row.grades())),
                        given("school", CLOB, ClassRow::schoolId),
                        given("course", CLOB, ClassRow::courseId),
                        given("terms", CLOB.array(), ClassRow::termIds),
                        given("department", CLOB, RosterLoad::department),
                        resolved("school_id", BIGINT),
                        resolved("course_id", BIGINT),
                        resolved("department_id", BIGINT),
                        resolved("session_ids", BIGINT.array()));
    }

    public void enrolments(String file, Delivery delivery, RowSource<EnrolmentRow> rows) {
        enrolments(delivery, List.of(RosterFile.of(file, rows)));
    }

    public void enrolments(Delivery delivery, List<RosterFile<EnrolmentRow>> files) {
        enrolments =
                stage(
                        "stage_enrolment",
                        delivery,
                        files,
                        given("class", CLOB, EnrolmentRow::classId),
                        given("person", CLOB, EnrolmentRow::userId),
                        given("school", CLOB, EnrolmentRow::schoolId),
                        given("role", CLOB, row -> row.role().code()),
                        given("is_primary", BOOLEAN, EnrolmentRow::primary),
                        given("begins_on", LOCALDATE, EnrolmentRow::beginsOn),
                        given("ends_on", LOCALDATE, EnrolmentRow::endsOn),
                        resolved("class_id", BIGINT),
                        resolved("person_id", BIGINT));
    }

    /**
     * The groups that students are in; not read at all where the district does not keep them. More
     * than one file may speak of them, each of kinds of its own.
     *
     * @return whether they are taken
     */
    public boolean groups(String file, Delivery delivery, RowSource<GroupRow> rows) {
        return groups(delivery, List.of(RosterFile.of(file, rows)));
    }

    /** The same of several files of one kind. */
    public boolean groups(Delivery delivery, List<RosterFile<GroupRow>> files) {
        if (!RosterIntake.keepsGroups(dsl, district)) {
            return false;
        }
        groups.add(
                stage(
                        "stage_group_" + groups.size(),
                        delivery,
                        files,
                        given("student", CLOB, GroupRow::studentId),
                        given("sex", CLOB, row -> row.of(GroupKind.SEX)),
                        given("race", CLOB, row -> row.of(GroupKind.RACE)),
                        given("flag", CLOB, row -> row.of(GroupKind.FLAG)),
                        resolved("person_id", BIGINT)));
        return true;
    }

    /**
     * Checks and merges all that was staged.
     *
     * @return what became of each file's rows, in the order in which the files were staged
     */
    public Map<String, Tally> merge(HeldSink held) {
        Map<Stage<?>, Long> absent = new LinkedHashMap<>();
        RosterChecks checks = new RosterChecks(dsl, district, source, rules, departments);
        stages.keySet().forEach(Stage::analyze);
        stages.keySet().stream()
                .filter(stage -> stage != users || !rules.contains(RosterRule.ROW_PER_SCHOOL))
                .forEach(Stage::holdDuplicates);
        if (orgs != null) {
            absent.put(orgs, merge.take(orgs, RosterTables.ORG, falseCondition(), null));
            step.run();
        }
        if (sessions != null) {
            absent.put(sessions, take(sessions, RosterTables.SESSION, delivered().allOfSource()));
            step.run();
        }
        checkRoles();
        if (users != null) {
            absent.put(users, takeUsers(users));
            step.run();
        }
        if (roles != null) {
            UserRoles.tally(dsl, roles, users);
        }
        if (courses != null) {
            checks.courses(courses);
            absent.put(courses, take(courses, RosterTables.COURSE, delivered().allOfSource()));
            step.run();
        }
        if (classes != null) {
            checks.classes(classes, courses != null && !courses.isEmpty());
            absent.put(classes, takeClasses(classes));
            step.run();
        }
        if (enrolments != null) {
            checks.enrolments(enrolments);
            absent.put(
                    enrolments,
                    take(
                            enrolments,
                            RosterTables.ENROLMENT,
                            isOfDelivery(DSL.field(name("t", "class_id"), Long.class))
                                    .and(ofKinds(enrolments, "role"))));
            step.run();
        }
        for (Stage<GroupRow> stage : groups) {
            checks.groups(stage);
            absent.put(
                    stage,
                    new StudentGroupMerge(dsl, district, run)
                            .take(stage, bulk(stage) ? delivered().ofOwnStudents() : null));
            step.run();
        }
        departments.refresh();
        running.refresh(run);
        // Once more: what follows joins the spans that are there only now.
        Stage.analyzeSchema(
                dsl, "roster", stages.keySet().stream().mapToLong(Stage::brought).sum());
        Map<String, Tally> tallies = new LinkedHashMap<>();
        stages.keySet()
                .forEach(stage ->
                        tallies.putAll(stage.tallies(absent.getOrDefault(stage, 0L), held)));
        return tallies;
    }

    /** 1.2 says in a file of its own who is what. */
    private void checkRoles() {
        if (roles != null && rules.contains(RosterRule.SECTIONS_OF_COURSES)) {
            sections().forgetUnknownSchools(roles);
        }
        if (roles != null) {
            new UserRoles(dsl, today, references::known).check(roles, users);
        }
        if (users != null && rules.contains(RosterRule.ROLE_OR_ID)) {
            new Roleless(dsl, district, source).decide(users, roles);
        }
        if (users != null) {
            users.hold(
                    Reason.BLANK,
                    "role",
                    DSL.inline(""),
                    users.text("kind").isNull().and(users.withdrawn().not()));
        }
    }

    private long takeUsers(Stage<UserRow> stage) {
        Field<String> unknown = references.unknown(stage, "org_ids", ORG);
        stage.hold(
                Reason.UNKNOWN_REFERENCE,
                "orgSourcedIds",
                unknown,
                unknown.isNotNull().and(stage.withdrawn().not()));
        RowPerSchool several = new RowPerSchool(dsl, stage);
        if (rules.contains(RosterRule.ROW_PER_SCHOOL)) {
            several.join();
            stage.holdDuplicates();
        }
        resolveSchools(stage);
        long absent =
                merge.take(
                        stage,
                        RosterTables.PERSON,
                        schools.differ(stage),
                        bulk(stage)
                                ? delivered().ofOwnSchools().and(ofKinds(stage, "kind"))
                                : null);
        schools.take(stage);
        if (rules.contains(RosterRule.ROW_PER_SCHOOL)) {
            several.share();
        }
        return absent;
    }

    /** Of several files one may be empty: only of kinds that some file has does anything end. */
    private static Condition ofKinds(Stage<?> stage, String column) {
        return stage.isOfSeveral()
                ? DSL.field(name("t", column), String.class)
                        .in(select(stage.text(column)).from(stage.table()))
                : trueCondition();
    }

    private void resolveSchools(Stage<UserRow> stage) {
        Condition named = ORG.EXTERNAL_ID.eq(DSL.any(stage.field("org_ids", CLOB.array())));
        if (roles != null) {
            named =
                    named.or(
                            ORG.EXTERNAL_ID.in(
                                    select(roles.text("org_id"))
                                            .from(roles.table())
                                            .where(roles.text("user_id").eq(stage.externalId()))
                                            .and(roles.withdrawn().not())
                                            .and(roles.taken())));
        }
        if (rules.contains(RosterRule.SECTIONS_OF_COURSES)) {
            named = named.or(ORG.ID.in(sections().schools(stage, roles)));
        }
        dsl.update(stage.table())
                .set(
                        stage.set("school_ids", BIGINT.array()),
                        DSL.field(
                                select(
                                                arrayAggDistinct(ORG.ID.coerce(BIGINT))
                                                        .orderBy(ORG.ID.coerce(BIGINT)))
                                        .from(ORG)
                                        .where(ORG.DISTRICT_ID.eq(district), ORG.SOURCE.eq(source))
                                        .and(ORG.KIND.eq("school"))
                                        .and(named)))
                .where(stage.taken())
                .execute();
    }

    private Sections sections() {
        return new Sections(dsl, district, source);
    }

    private long takeClasses(Stage<ClassRow> stage) {
        long absent =
                merge.take(
                        stage,
                        RosterTables.CLASS,
                        terms.differ(stage),
                        bulk(stage) ? delivered().inOwnSchools("school_id") : null);
        terms.take(stage);
        return absent;
    }

    private long take(Stage<?> stage, Merge.Target target, Condition scope) {
        return merge.take(stage, target, falseCondition(), bulk(stage) ? scope : null);
    }

    private boolean bulk(Stage<?> stage) {
        return stages.get(stage) == Delivery.BULK;
    }

    /**
     * Whether a class is of a school that the delivery speaks for: only there does a bulk file end
     * what it does not have.
     */
    public Condition isOfDelivery(Field<Long> classId) {
        return delivered().isOfDelivery(classId);
    }

    private DeliveredSchools delivered() {
        return new DeliveredSchools(district, source, orgs);
    }

    @SafeVarargs
    private <T extends ImportedRow> Stage<T> stage(
            String name, Delivery delivery, List<RosterFile<T>> files, Column<T>... columns) {
        Stage<T> stage = new Stage<>(dsl, name, files, List.of(columns));
        stages.put(stage, delivery);
        return stage;
    }

    private static <T> Column<T> given(
            String name, DataType<?> type, Function<T, @Nullable Object> value) {
        return new Column<>(name, type, value);
    }

    private static <T> Column<T> resolved(String name, DataType<?> type) {
        return new Column<>(name, type, null);
    }

    private static @Nullable Object kind(UserRow row) {
        PersonRole role = row.role();
        return role == null ? null : role.kind().code();
    }

    private static @Nullable Object staffRole(@Nullable PersonRole role) {
        StaffRole staffRole = role == null ? null : role.staffRole();
        return staffRole == null ? null : staffRole.code();
    }

    private static @Nullable Object first(List<String> values) {
        return values.isEmpty() ? null : values.getFirst();
    }

    /** The department that a class says, else the first of its subjects. */
    private static @Nullable Object department(ClassRow row) {
        String department = row.department();
        return department != null ? department : first(row.subjects());
    }
}
