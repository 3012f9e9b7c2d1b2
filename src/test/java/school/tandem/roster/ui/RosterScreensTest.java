package school.tandem.roster.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import school.tandem.roster.HolidayCalendar;
import school.tandem.roster.People;
import school.tandem.roster.PeopleQueries;
import school.tandem.roster.Plans;
import school.tandem.roster.Rooms;
import school.tandem.roster.Schools;
import school.tandem.roster.ScreenTest;
import school.tandem.roster.StaffFields;
import school.tandem.roster.StaffFilter;
import school.tandem.roster.StaffMember;
import school.tandem.roster.Terms;
import school.tandem.roster.intake.DaysRow;
import school.tandem.roster.intake.StaffRole;
import school.tandem.security.Role;
import school.tandem.security.SchoolKey;

@Tag("database")
class RosterScreensTest extends ScreenTest {

    private static int number;
    private SchoolKey lincoln;

    @BeforeAll
    static void open() {
        rooms = new Rooms();
    }

    @BeforeEach
    void aSchoolWithAnAdministrator() {
        number++;
        lincoln = rooms.school(rooms.district("District " + number).id(), "Lincoln");
        rooms.signIn(
                rooms.districtAccount(
                        "admin" + number + "@school.example",
                        lincoln.district(),
                        Role.ADMINISTRATOR));
    }

    @Test
    void withoutPeopleTheScreenSaysWhomToAsk() {
        String text = text(show("people", lincoln, ""));
        assertThat(text).contains("Nobody is on the roster yet.").contains("OneRoster CSV");
    }

    @Test
    void theHeadlineCountsAndItsFiguresLead() {
        add("Ines", "ines@school.example");
        Component view = show("people", lincoln, "");
        assertThat(text(view)).contains("1 teacher and 0 students in 0 classes.");
        assertThat(hrefs(view))
                .anyMatch(href -> href.contains("role=teacher"))
                .anyMatch(href -> href.contains("show=students"));
    }

    @Test
    void theSearchOfTheAddressFiltersTheGrid() {
        add("Ines", "ines@school.example");
        add("Noor", "noor@school.example");
        show("people", lincoln, "&q=noor");
        Grid<StaffMember> grid = grid();
        assertThat(test(grid).size()).isEqualTo(1);
        assertThat(test(grid).getRow(0).givenName()).isEqualTo("Noor");
    }

    @Test
    void aBadAddressIsSaidAtItsFieldAndTheDialogStays() {
        add("Ines", "ines@school.example");
        show("people", lincoln, "");
        click("Add a member of staff");
        field("Given name").setValue("Noor");
        var email = find(com.vaadin.flow.component.textfield.EmailField.class).single();
        email.setValue("ines@school.example");
        click("Save");
        assertThat(email.getErrorMessage()).contains("has this e-mail address");
        email.setValue("noor@school.example");
        click("Save");
        assertThat(find(Dialog.class).all()).isEmpty();
        assertThat(rooms.bean(PeopleQueries.class).countStaff(lincoln, StaffFilter.ALL))
                .isEqualTo(2);
    }

    @Test
    void theOtherSectionsOpen() {
        rooms.bean(People.class)
                .add(lincoln, new StaffFields("A", "B", "", StaffRole.TEACHER, "Science"));
        assertThat(text(show("people", lincoln, "&show=departments"))).contains("Science");
        assertThat(text(show("people", lincoln, "&show=classes"))).contains("No classes yet");
        assertThat(text(show("people", lincoln, "&show=students"))).contains("No students yet");
    }

    @Test
    void teachersGetNoStaff() {
        rooms.signIn(rooms.account("teacher" + number + "@school.example", lincoln, Role.TEACHER));
        assertThat(show("people", lincoln, "")).isNotInstanceOf(PeopleView.class);
        assertThat(show("settings", lincoln, "")).isNotInstanceOf(SettingsView.class);
    }

    @Test
    void settingsShowPlansCalendarMembersAndTrailInBothLanguages() {
        rooms.bean(Plans.class)
                .make(lincoln, new Plans.Fields("Autumn", null, null, LocalDate.of(2026, 12, 14)));
        rooms.bean(Terms.class)
                .add(lincoln, "First term", LocalDate.of(2026, 9, 1), LocalDate.of(2026, 12, 18));
        rooms.bean(HolidayCalendar.class)
                .add(
                        lincoln,
                        List.of(
                                new DaysRow(
                                        1,
                                        "Labor Day",
                                        LocalDate.of(2026, 9, 7),
                                        LocalDate.of(2026, 9, 7))));
        assertThat(text(show("settings", lincoln, "")))
                .contains("Lincoln moves online on Dec 14, 2026.")
                .contains("First term", "Dec 18, 2026", "Labor Day", "Made a plan")
                .contains("admin" + number + "@school.example");
        UI.getCurrent().setLocale(Locale.forLanguageTag("es"));
        assertThat(text(show("settings", lincoln, "&again=1")))
                .contains("Lincoln pasa a la enseñanza en línea")
                .contains("Hizo un plan");
    }

    @Test
    void withoutAnyMembershipTheFirstScreenSaysToAskForAnInvitation() {
        rooms.signIn(
                rooms.districtAccount(
                        "nobody" + number + "@school.example",
                        rooms.district("Empty " + number).id(),
                        Role.VIEWER));
        assertThat(text(navigate("welcome", WelcomeView.class)))
                .contains("You are not a member of any school yet.");
    }

    @Test
    void anOperatorReachesADashboardFromASchoolsName() {
        rooms.signIn(rooms.operator("operator" + number + "@school.example"));
        WelcomeView view = navigate("welcome", WelcomeView.class);
        assertThat(hrefs(view)).contains("imports");
        assertThat(text(view)).doesNotContain("Explore the sample school");
        click("Start");
        assertThat(field("Name of the school").getErrorMessage()).isNullOrEmpty();
        find(DatePicker.class).single().setValue(LocalDate.of(2026, 12, 14));
        zone().setValue("America/New_York");
        click("Start");
        assertThat(field("Name of the school").getErrorMessage()).contains("200 characters");
        field("Name of the school").setValue("Roosevelt " + number);
        click("Start");
        assertThat(rooms.bean(Schools.class).mine())
                .singleElement()
                .satisfies(school -> assertThat(school.name()).isEqualTo("Roosevelt " + number));
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> zone() {
        return find(ComboBox.class).single();
    }

    @SuppressWarnings("unchecked")
    private Grid<StaffMember> grid() {
        return find(Grid.class).single();
    }

    private TextField field(String label) {
        return find(TextField.class).withCondition(f -> label.equals(f.getLabel())).single();
    }

    private void add(String name, String email) {
        rooms.bean(People.class)
                .add(lincoln, new StaffFields(name, "Vega", email, StaffRole.TEACHER, null));
    }

    private static List<String> hrefs(Component view) {
        return all(view.getElement())
                .filter(element -> element.hasAttribute("href"))
                .map(element -> element.getAttribute("href"))
                .toList();
    }
}
