package school.tandem.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import school.tandem.roster.intake.StaffRole;
import school.tandem.security.Access;
import school.tandem.security.AccessDenied;
import school.tandem.security.Accounts;
import school.tandem.security.BadInput;
import school.tandem.security.Districts;
import school.tandem.security.Memberships;
import school.tandem.security.Memberships.Member;
import school.tandem.security.Memberships.Standing;
import school.tandem.security.NotHere;
import school.tandem.security.Role;
import school.tandem.security.SchoolKey;

@Tag("database")
class InvitationsTest {

    private static Rooms rooms;
    private static int number;
    private SchoolKey lincoln;
    private String administrator;
    private Invitations invitations;
    private Memberships memberships;

    @BeforeAll
    static void open() {
        rooms = new Rooms();
    }

    @AfterAll
    static void close() {
        rooms.close();
    }

    @BeforeEach
    void aSchoolWithAnAdministrator() {
        number++;
        lincoln = rooms.school(rooms.district("District " + number).id(), "Lincoln");
        invitations = rooms.bean(Invitations.class);
        memberships = rooms.bean(Memberships.class);
        administrator = rooms.account(address("admin"), lincoln, Role.ADMINISTRATOR);
        rooms.signIn(administrator);
    }

    @Test
    void anInvitedMemberOfStaffIsTheRostersPersonOnceTheySignIn() {
        PersonId id = staff("Ines", address("ines"));
        Invitation made = invitations.invite(lincoln, id, Role.TEACHER);
        assertThat(standing(id)).isEqualTo(Standing.INVITED);
        rooms.bean(Accounts.class).accept(made.token(), "a long enough password");
        assertThat(standing(id)).isEqualTo(Standing.JOINED);
        rooms.signIn(address("ines"));
        assertThat(rooms.bean(Access.class).personIn(lincoln)).isEqualTo(id.value());
    }

    @Test
    void whoIsInvitedByAddressIsLinkedToTheirRow() {
        PersonId id = staff("Ines", address("ines"));
        invitations.invite(lincoln, false, Role.TRAINER, "Ines", address("INES"));
        assertThat(standing(id)).isEqualTo(Standing.INVITED);
        invitations.invite(lincoln, false, Role.VIEWER, "Somebody", address("else"));
        assertThat(member("else").personId()).isNull();
    }

    @Test
    void invitingAgainLinksAMembershipThatHadNoPerson() {
        invitations.invite(lincoln, false, Role.TEACHER, "Ines", address("ines"));
        assertThat(member("ines").personId()).isNull();
        PersonId id = staff("Ines", address("ines"));
        invitations.invite(lincoln, id, Role.TEACHER);
        assertThat(member("ines").personId()).isEqualTo(id.value());
    }

    @Test
    void withoutAnAddressNobodyCanBeInvited() {
        PersonId id = staff("Ines", "");
        assertThatThrownBy(() -> invitations.invite(lincoln, id, Role.TEACHER))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void anAdministratorOfOneSchoolInvitesToNoOther() {
        SchoolKey second = rooms.school(lincoln.district(), "Second");
        assertThatThrownBy(() -> invitations.invite(second, false, Role.VIEWER, "X", address("x")))
                .isInstanceOf(NotHere.class);
        assertThatThrownBy(() -> invitations.invite(lincoln, true, Role.VIEWER, "X", address("x")))
                .isInstanceOf(AccessDenied.class);
        for (Role role : new Role[] {Role.IT, Role.TRAINER, Role.TEACHER, Role.VIEWER}) {
            rooms.signIn(rooms.account(address("as" + role), lincoln, role));
            assertThatThrownBy(() ->
                            invitations.invite(lincoln, false, Role.VIEWER, "X", address("x")))
                    .isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> memberships.of(lincoln)).isInstanceOf(AccessDenied.class);
        }
    }

    @Test
    void aLinkNeverOpensAnAccountThatStillWaitsSomewhereElse() {
        invitations.invite(lincoln, false, Role.ADMINISTRATOR, "Ines", address("ines"));
        SchoolKey foreign = rooms.school(rooms.district("Foreign " + number).id(), "Elsewhere");
        rooms.signIn(rooms.account(address("foreign"), foreign, Role.ADMINISTRATOR));
        assertThatThrownBy(() ->
                        invitations.invite(foreign, false, Role.VIEWER, "Ines", address("ines")))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        bad ->
                                assertThat(bad.textKey())
                                        .isEqualTo("security.bad.waitingElsewhere"));
    }

    @Test
    void aMembershipIsEndedGivenBackAndChanged() {
        invitations.invite(lincoln, false, Role.VIEWER, "Ines", address("ines"));
        var ended = memberships.end(lincoln.district(), member("ines").id());
        assertThat(memberships.of(lincoln))
                .extracting(Member::email)
                .containsExactly(administrator);
        memberships.giveBack(ended);
        memberships.changeRole(lincoln.district(), member("ines").id(), Role.IT);
        assertThat(member("ines").role()).isEqualTo(Role.IT);
    }

    @Test
    void nobodyEndsTheirOwnOrAnotherSchoolsMembership() {
        long own = member("admin").id();
        assertThatThrownBy(() -> memberships.end(lincoln.district(), own))
                .isInstanceOf(NotHere.class);
        SchoolKey second = rooms.school(lincoln.district(), "Second");
        rooms.signIn(rooms.account(address("second"), second, Role.ADMINISTRATOR));
        assertThatThrownBy(() -> memberships.end(lincoln.district(), own))
                .isInstanceOf(NotHere.class);
        assertThatThrownBy(() -> memberships.changeRole(lincoln.district(), own, Role.VIEWER))
                .isInstanceOf(NotHere.class);
    }

    @Test
    void anOperatorStartsWithASchoolsNameAndIsItsAdministrator() {
        rooms.signIn(rooms.operator(address("operator")));
        FirstSchool first = rooms.bean(FirstSchool.class);
        Plan plan = first.start(firstFields("Roosevelt " + number, ""));
        assertThat(rooms.bean(Schools.class).mine())
                .extracting(School::name)
                .containsExactly("Roosevelt " + number);
        assertThat(rooms.bean(Plans.class).of(plan.school()))
                .extracting(Plan::moveOn)
                .containsExactly(LocalDate.of(2026, 12, 14));
        first.start(firstFields("Second", "roosevelt " + number));
        assertThat(rooms.bean(Schools.class).mine()).hasSize(2);
    }

    @Test
    void aSchoolWithoutAPlanNameLeavesNothingBehind() {
        rooms.signIn(rooms.operator(address("operator")));
        FirstSchool first = rooms.bean(FirstSchool.class);
        var fields =
                new FirstSchool.Fields(
                        "Half " + number, "", Rooms.NEW_YORK, " ", LocalDate.of(2026, 12, 14));
        assertThatThrownBy(() -> first.start(fields)).isInstanceOf(BadInput.class);
        assertThat(rooms.bean(Districts.class).named("Half " + number)).isEmpty();
    }

    @Test
    void nobodyTakesOverADistrictByItsName() {
        rooms.signIn(rooms.operator(address("operator")));
        FirstSchool first = rooms.bean(FirstSchool.class);
        assertThatThrownBy(() -> first.start(firstFields("New", "District " + number)))
                .isInstanceOfSatisfying(
                        BadInput.class, bad -> assertThat(bad.field()).isEqualTo("district"));
        rooms.signIn(administrator);
        assertThat(first.mayStart()).isFalse();
        assertThatThrownBy(() -> first.start(firstFields("New", "Brand new " + number)))
                .isInstanceOf(AccessDenied.class);
    }

    private static FirstSchool.Fields firstFields(String name, String district) {
        return new FirstSchool.Fields(
                name, district, Rooms.NEW_YORK, "Move online", LocalDate.of(2026, 12, 14));
    }

    private static String address(String name) {
        return name.toLowerCase(java.util.Locale.ROOT) + number + "@school.example";
    }

    private PersonId staff(String name, String email) {
        return rooms.bean(People.class)
                .add(lincoln, new StaffFields(name, "Vega", email, StaffRole.TEACHER, null));
    }

    private Standing standing(PersonId id) {
        return rooms.bean(PeopleQueries.class).find(lincoln, id).standing();
    }

    private Member member(String name) {
        return memberships.of(lincoln).stream()
                .filter(member -> member.email().equals(address(name)))
                .findFirst()
                .orElseThrow();
    }
}
