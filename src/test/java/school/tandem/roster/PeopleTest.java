package school.tandem.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static school.tandemdb.roster.Tables.CLASS_GROUP;
import static school.tandemdb.roster.Tables.ENROLMENT;
import static school.tandemdb.roster.Tables.PERSON;
import static school.tandemdb.roster.Tables.PERSON_SCHOOL;
import static school.tandemdb.roster.Tables.RUNNING;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.Field;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import school.tandem.roster.intake.StaffRole;
import school.tandem.security.AccessDenied;
import school.tandem.security.Audit;
import school.tandem.security.BadInput;
import school.tandem.security.Memberships.Standing;
import school.tandem.security.NotHere;
import school.tandem.security.Role;
import school.tandem.security.SchoolKey;

@Tag("database")
class PeopleTest {

    private static Rooms rooms;
    private static SchoolKey foreign;
    private static int number;
    private SchoolKey lincoln;
    private People people;
    private PeopleQueries queries;

    @BeforeAll
    static void aForeignSchool() {
        rooms = new Rooms();
        foreign = rooms.school(rooms.district("Foreign").id(), "Elsewhere");
    }

    @AfterAll
    static void close() {
        rooms.close();
    }

    @BeforeEach
    void aSchoolWithAnAdministrator() {
        number++;
        lincoln = rooms.school(rooms.district("District " + number).id(), "Lincoln");
        people = rooms.bean(People.class);
        queries = rooms.bean(PeopleQueries.class);
        rooms.signIn(
                rooms.account("admin" + number + "@school.example", lincoln, Role.ADMINISTRATOR));
    }

    @Test
    void staffTypedInAreListedWithTheirDepartment() {
        PersonId id =
                people.add(
                        lincoln,
                        new StaffFields(
                                " Ines ",
                                "Vega",
                                "Ines.Vega@School.example",
                                StaffRole.TEACHER,
                                "Science"));
        StaffMember found = queries.find(lincoln, id);
        assertThat(found.name()).isEqualTo("Ines Vega");
        assertThat(found.email()).isEqualTo("ines.vega@school.example");
        assertThat(found.department()).isEqualTo("Science");
        assertThat(found.source()).isEqualTo("manual");
        assertThat(found.standing()).isEqualTo(Standing.NONE);
        assertThat(rooms.bean(Departments.class).of(lincoln))
                .extracting(Department::name, Department::staff)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Science", 1));
    }

    @Test
    void aChangeOfAnImportedPersonIsFlaggedFieldByField() {
        PersonId id = imported("Ada", "Long", "ada@school.example", "staff");
        people.change(
                lincoln,
                id,
                new StaffFields("Ada", "Short", "ada@school.example", StaffRole.IT, "Computing"));
        assertThat(queries.find(lincoln, id).manualFields())
                .containsExactlyInAnyOrder("family_name", "staff_role", "department");
        people.setDepartment(lincoln, id, null);
        assertThat(queries.find(lincoln, id).manualFields())
                .containsExactlyInAnyOrder("family_name", "staff_role", "department");
        people.followSource(lincoln, id);
        assertThat(queries.find(lincoln, id).manualFields()).isEmpty();
    }

    @Test
    void aChangeIsAuditedWithTheAccountThatMadeIt() {
        PersonId id = imported("Ada", "Long", null, "staff");
        people.change(lincoln, id, new StaffFields("Ada", "Short", "", StaffRole.TEACHER, null));
        rooms.signIn(districtAdministrator());
        var entries = rooms.bean(Audit.class).recent(lincoln.district(), 10);
        assertThat(entries)
                .filteredOn(entry -> entry.action().equals("person.change"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.who()).isEqualTo("admin" + number + "@school.example");
                    assertThat(entry.fields()).containsExactly("family_name");
                    assertThat(entry.facts()).isEmpty();
                });
        assertThat(rooms.bean(Audit.class).recent(lincoln.district(), 1)).hasSize(1);
    }

    @Test
    void theTrailIsForAdministratorsOfTheWholeDistrict() {
        assertThatThrownBy(() -> rooms.bean(Audit.class).recent(lincoln.district(), 10))
                .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> rooms.bean(Audit.class).recent(foreign.district(), 10))
                .isInstanceOf(NotHere.class);
    }

    @Test
    void whoeverLeftIsCountedNoMoreUntilItIsTakenBack() {
        PersonId id = imported("Ada", "Long", null, "staff");
        imported("Sam", "Pupil", null, "student");
        assertThat(queries.counts(lincoln)).isEqualTo(new PeopleCounts(1, 1, 1, 0));
        people.end(lincoln, id);
        assertThat(queries.counts(lincoln)).isEqualTo(new PeopleCounts(0, 0, 1, 0));
        assertThat(stored(id, PERSON.WITHDRAWN_ON)).isEqualTo(LocalDate.of(2026, 10, 5));
        assertThatThrownBy(() -> people.end(lincoln, id)).isInstanceOf(NotHere.class);
        people.giveBack(lincoln, id);
        assertThat(queries.find(lincoln, id).manualFields()).isEmpty();
        assertThatThrownBy(() -> people.giveBack(lincoln, id)).isInstanceOf(NotHere.class);
    }

    @Test
    void whoWorksInOtherSchoolsTooIsEndedOnlyByAnAdministratorOfAll() {
        SchoolKey second = rooms.school(lincoln.district(), "Second");
        PersonId id = imported("Ada", "Long", null, "staff");
        tie(id, second);
        assertThatThrownBy(() -> people.end(lincoln, id)).isInstanceOf(AccessDenied.class);
        rooms.signIn(districtAdministrator());
        people.end(lincoln, id);
        assertThat(queries.countStaff(second, StaffFilter.ALL)).isZero();
    }

    @Test
    void twoPeopleCannotHaveTheSameAddress() {
        people.add(lincoln, typed("One", "same@school.example"));
        assertThatThrownBy(() -> people.add(lincoln, typed("Two", "SAME@school.example")))
                .isInstanceOfSatisfying(
                        BadInput.class, bad -> assertThat(bad.field()).isEqualTo("email"));
        assertThatThrownBy(() -> people.add(lincoln, typed(" ", "")))
                .isInstanceOfSatisfying(
                        BadInput.class, bad -> assertThat(bad.field()).isEqualTo("givenName"));
        assertThat(queries.countStaff(lincoln, StaffFilter.ALL)).isEqualTo(1);
    }

    @Test
    void pagesOfPeopleWithTheSameNameNeitherRepeatNorSkip() {
        List<PersonId> added =
                IntStream.range(0, 25)
                        .mapToObj(i -> people.add(lincoln, typed("Lee", "")))
                        .toList();
        List<PersonId> read = new ArrayList<>();
        for (int offset = 0; offset < 25; offset += 7) {
            queries.staff(lincoln, StaffFilter.ALL, offset, 7)
                    .forEach(member -> read.add(member.id()));
        }
        assertThat(read).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(added);
        assertThat(queries.countStaff(lincoln, StaffFilter.ALL)).isEqualTo(25);
    }

    @Test
    void aFilterMatchesPartsOfNamesAndAddressesLiterally() {
        people.add(lincoln, typed("Marta", "m.soler@school.example"));
        people.add(lincoln, typed("Noor", "n_100%@school.example"));
        assertThat(texts("ARTA")).containsExactly("Marta");
        assertThat(texts("soler@")).containsExactly("Marta");
        assertThat(texts("%")).containsExactly("Noor");
        assertThat(texts("nobody")).isEmpty();
    }

    @Test
    void teachersAndViewersDoNotReadStaff() {
        for (Role role : List.of(Role.TEACHER, Role.VIEWER)) {
            rooms.signIn(rooms.account(role + "" + number + "@school.example", lincoln, role));
            assertThatThrownBy(() -> queries.staff(lincoln, StaffFilter.ALL, 0, 10))
                    .isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> rooms.bean(Classes.class).page(lincoln, "", 0, 10))
                    .isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> people.add(lincoln, typed("New", "")))
                    .isInstanceOf(AccessDenied.class);
            assertThat(queries.counts(lincoln).students()).isZero();
        }
    }

    @Test
    void trainersReadStaffAndChangeNobody() {
        PersonId id = people.add(lincoln, typed("Lee", ""));
        rooms.signIn(rooms.account("trainer" + number + "@school.example", lincoln, Role.TRAINER));
        assertThat(queries.find(lincoln, id).givenName()).isEqualTo("Lee");
        assertThatThrownBy(() -> people.change(lincoln, id, typed("New", "")))
                .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> people.end(lincoln, id)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> queries.grades(lincoln)).isInstanceOf(AccessDenied.class);
    }

    @Test
    void anotherSchoolIsNotThere() {
        PersonId own = people.add(lincoln, typed("Lee", ""));
        SchoolKey second = rooms.school(lincoln.district(), "Second");
        assertThatThrownBy(() -> queries.counts(foreign)).isInstanceOf(NotHere.class);
        assertThatThrownBy(() -> queries.find(second, own)).isInstanceOf(NotHere.class);
        assertThatThrownBy(() -> people.add(second, typed("New", ""))).isInstanceOf(NotHere.class);
        rooms.signIn(districtAdministrator());
        assertThatThrownBy(() -> people.change(second, own, typed("New", "")))
                .isInstanceOf(NotHere.class);
        assertThatThrownBy(() -> people.end(second, own)).isInstanceOf(NotHere.class);
    }

    @Test
    void departmentsAreRenamedAndNeverTwins() {
        people.add(lincoln, new StaffFields("A", "", "", StaffRole.TEACHER, "Maths"));
        people.add(lincoln, new StaffFields("B", "", "", StaffRole.TEACHER, "maths "));
        people.add(lincoln, new StaffFields("C", "", "", StaffRole.TEACHER, "Arts"));
        Departments departments = rooms.bean(Departments.class);
        var all = departments.of(lincoln);
        assertThat(all).extracting(Department::name).containsExactly("Arts", "Maths");
        DepartmentId arts = all.getFirst().id();
        assertThatThrownBy(() -> departments.rename(lincoln, arts, "MATHS"))
                .isInstanceOf(BadInput.class);
        departments.rename(lincoln, arts, "ARTS");
        assertThat(departments.of(lincoln)).extracting(Department::name).contains("ARTS");
    }

    @Test
    void classesShowTheirTeachersAndNumbersToWhoMayImport() {
        PersonId teacher = imported("Ada", "Long", null, "staff");
        ClassId algebra = classOf("Algebra");
        enrol(algebra, teacher, "teacher");
        enrol(algebra, imported("Sam", "Pupil", null, "student"), "student");
        enrol(algebra, imported("Kim", "Pupil", null, "student"), "student");
        Classes classes = rooms.bean(Classes.class);
        classes.setDepartment(lincoln, algebra, "Mathematics");
        assertThat(classes.page(lincoln, "alg", 0, 10))
                .containsExactly(
                        new ClassSummary(
                                algebra, "Algebra", null, "Mathematics", List.of("Ada Long"), 2));
        assertThat(classes.count(lincoln, "geo")).isZero();
        rooms.signIn(rooms.account("trainer" + number + "@school.example", lincoln, Role.TRAINER));
        assertThat(classes.page(lincoln, "", 0, 10).getFirst().students()).isNull();
    }

    private List<String> texts(String text) {
        return queries.staff(lincoln, new StaffFilter(text, null, null), 0, 10).stream()
                .map(StaffMember::givenName)
                .toList();
    }

    private String districtAdministrator() {
        return rooms.districtAccount(
                "all" + number + "@school.example", lincoln.district(), Role.ADMINISTRATOR);
    }

    private static StaffFields typed(String givenName, String email) {
        return new StaffFields(givenName, "Lee", email, StaffRole.TEACHER, null);
    }

    private PersonId imported(String given, String family, String email, String kind) {
        return rooms.database
                .inDistrict()
                .write(
                        lincoln.district(),
                        () -> {
                            PersonId id =
                                    rooms.database
                                            .dsl()
                                            .insertInto(PERSON)
                                            .set(PERSON.DISTRICT_ID, lincoln.district())
                                            .set(PERSON.KIND, kind)
                                            .set(
                                                    PERSON.STAFF_ROLE,
                                                    kind.equals("staff") ? "teacher" : null)
                                            .set(PERSON.GIVEN_NAME, given)
                                            .set(PERSON.FAMILY_NAME, family)
                                            .set(PERSON.EMAIL, email)
                                            .set(PERSON.SOURCE, "oneroster")
                                            .set(PERSON.CHANGED_RUN, 7L)
                                            .set(PERSON.EXTERNAL_ID, given + family)
                                            .returningResult(PERSON.ID)
                                            .fetchSingle()
                                            .value1();
                            tie(id, lincoln);
                            return id;
                        });
    }

    private void tie(PersonId id, SchoolKey school) {
        rooms.database
                .inDistrict()
                .write(
                        school.district(),
                        () ->
                                rooms.database
                                        .dsl()
                                        .insertInto(PERSON_SCHOOL)
                                        .set(PERSON_SCHOOL.DISTRICT_ID, school.district())
                                        .set(PERSON_SCHOOL.PERSON_ID, id)
                                        .set(PERSON_SCHOOL.SCHOOL_ID, school.school())
                                        .execute());
    }

    @Test
    void noUndoOfAnImportRunsOverAChangeByHand() {
        PersonId id = imported("Ada", "Long", null, "staff");
        assertThat(stored(id, PERSON.CHANGED_RUN)).isEqualTo(7L);
        people.setDepartment(lincoln, id, "Science");
        assertThat(stored(id, PERSON.CHANGED_RUN)).isNull();
    }

    private <T> T stored(PersonId id, Field<T> field) {
        return rooms.database
                .inDistrict()
                .read(
                        lincoln.district(),
                        () ->
                                rooms.database
                                        .dsl()
                                        .select(field)
                                        .from(PERSON)
                                        .where(PERSON.DISTRICT_ID.eq(lincoln.district()))
                                        .and(PERSON.ID.eq(id))
                                        .fetchSingle()
                                        .value1());
    }

    private ClassId classOf(String title) {
        return rooms.database
                .inDistrict()
                .write(
                        lincoln.district(),
                        () ->
                                rooms.database
                                        .dsl()
                                        .insertInto(CLASS_GROUP)
                                        .set(CLASS_GROUP.DISTRICT_ID, lincoln.district())
                                        .set(CLASS_GROUP.SCHOOL_ID, lincoln.school())
                                        .set(CLASS_GROUP.TITLE, title)
                                        .set(CLASS_GROUP.SOURCE, "oneroster")
                                        .set(CLASS_GROUP.EXTERNAL_ID, title)
                                        .returningResult(CLASS_GROUP.ID)
                                        .fetchSingle()
                                        .value1());
    }

    private void enrol(ClassId inClass, PersonId person, String role) {
        rooms.database
                .inDistrict()
                .write(
                        lincoln.district(),
                        () -> {
                            Long id =
                                    rooms.database
                                            .dsl()
                                            .insertInto(ENROLMENT)
                                            .set(ENROLMENT.DISTRICT_ID, lincoln.district())
                                            .set(ENROLMENT.CLASS_ID, inClass)
                                            .set(ENROLMENT.PERSON_ID, person)
                                            .set(ENROLMENT.ROLE, role)
                                            .set(ENROLMENT.SOURCE, "oneroster")
                                            .set(ENROLMENT.EXTERNAL_ID, inClass + "-" + person)
                                            .returningResult(ENROLMENT.ID)
                                            .fetchSingle()
                                            .value1();
                            rooms.database
                                    .dsl()
                                    .insertInto(RUNNING)
                                    .set(RUNNING.DISTRICT_ID, lincoln.district())
                                    .set(RUNNING.ENROLMENT_ID, id)
                                    .set(RUNNING.CLASS_ID, inClass)
                                    .set(RUNNING.PERSON_ID, person)
                                    .set(RUNNING.SCHOOL_ID, lincoln.school())
                                    .set(RUNNING.ROLE, role)
                                    .set(RUNNING.FROM_ON, LocalDate.of(2026, 9, 1))
                                    .set(RUNNING.TO_ON, LocalDate.of(2027, 6, 26))
                                    .execute();
                        });
    }
}
