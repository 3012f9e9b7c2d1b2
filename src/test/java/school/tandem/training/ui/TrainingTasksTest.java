package school.tandem.training.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static school.tandemdb.training.Tables.PHONE;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import school.tandem.roster.People;
import school.tandem.roster.PersonId;
import school.tandem.roster.Rooms;
import school.tandem.roster.ScreenTest;
import school.tandem.roster.StaffFields;
import school.tandem.roster.intake.StaffRole;
import school.tandem.security.Role;
import school.tandem.security.SchoolKey;
import school.tandem.training.Bookings;
import school.tandem.training.Completions;
import school.tandem.training.CourseFields;
import school.tandem.training.CourseId;
import school.tandem.training.Courses;
import school.tandem.training.Evidence;
import school.tandem.training.ExternalLearning;
import school.tandem.training.LearningFields;
import school.tandem.training.SessionFields;
import school.tandem.training.SessionId;
import school.tandem.training.Sessions;
import school.tandem.training.Skill;

/** What teachers and trainers come to the training screens for, task by task. */
@Tag("database")
class TrainingTasksTest extends ScreenTest {

    private static final LocalDate TODAY = Rooms.NOW.atZone(Rooms.NEW_YORK).toLocalDate();

    private static int number;
    private SchoolKey lincoln;
    private String admin;
    private String teacher;
    private PersonId ines;
    private CourseId course;
    private SessionId session;

    @BeforeAll
    static void open() {
        rooms = Rooms.with("school.tandem.training");
    }

    @BeforeEach
    void aCourseWithASessionOfTwoSeats() {
        number++;
        lincoln = rooms.school(rooms.district("District " + number).id(), "Lincoln");
        admin = rooms.account("admin" + number + "@school.example", lincoln, Role.ADMINISTRATOR);
        rooms.signIn(admin);
        ines = person("Ines");
        person("Noor");
        person("Ada");
        teacher = rooms.teacher("ines" + number + "@home.example", lincoln, ines);
        course =
                rooms.bean(Courses.class)
                        .add(
                                lincoln,
                                CourseFields.of(
                                        "Online quizzes",
                                        60,
                                        Set.of(StaffRole.TEACHER),
                                        Skill.TRAINED));
        session =
                rooms.bean(Sessions.class)
                        .plan(
                                lincoln,
                                new SessionFields(
                                        course,
                                        TODAY.plusDays(3),
                                        LocalTime.of(15, 0),
                                        60,
                                        "Room 1",
                                        "",
                                        "",
                                        2,
                                        1));
    }

    @Test
    void aTeacherBooksASeatAndGivesItBack() {
        rooms.signIn(teacher);
        assertThat(text(show("training/mine", lincoln, "")))
                .contains("One course is still to do.", "Choose a session: one ahead", "Room 1");
        click("Book");
        assertThat(here()).contains("You have a seat on").doesNotContain("Choose a session");
        click("Give it back");
        assertThat(here()).contains("Choose a session: one ahead");
        click("Book");
        click("Undo");
        assertThat(here()).contains("Choose a session: one ahead");
    }

    @Test
    void aTeacherSaysThatTheyDidItAndTakesItBack() {
        rooms.signIn(teacher);
        show("training/mine", lincoln, "");
        click("I completed it");
        clickIn(find(Dialog.class).single(), "I completed it");
        assertThat(here()).contains("You have done all that is required", "Waits for confirmation");
        clickIn((Component) getCurrentView(), "Undo");
        assertThat(here()).contains("One course is still to do.");
    }

    @Test
    @SuppressWarnings("unchecked")
    void aTrainerBooksForOthersTheLastOneWaitsAndAllIsUndone() {
        show("training/seats", lincoln, "&session=" + session);
        CheckboxGroup<Object> people = find(CheckboxGroup.class).single();
        people.setValue(new LinkedHashSet<>(people.getListDataView().getItems().toList()));
        click("Book seats");
        assertThat(here()).contains("2 of 2 seats are taken. One person waits.", "Ines Vega");
        click("Undo");
        assertThat(here()).contains("0 of 2 seats are taken.", "Nobody has a seat yet.");
    }

    @Test
    void aTrainerGivesASeatBackAndTakesThatBack() {
        rooms.bean(Bookings.class).bookFor(lincoln, session, List.of(ines));
        show("training/seats", lincoln, "&session=" + session);
        click("Give back");
        assertThat(here()).contains("0 of 2 seats are taken.");
        click("Undo");
        assertThat(here()).contains("1 of 2 seats are taken.");
    }

    @Test
    void whatWasLearnedElsewhereIsApprovedAndTakenBack() {
        submit("Quizzes abroad");
        assertThat(text(show("training/external", lincoln, "")))
                .contains("One training from elsewhere waits for you.", "Quizzes abroad", "Ines");
        click("Approve this one");
        assertThat(here()).contains("Nothing from elsewhere waits for you.");
        click("Undo");
        assertThat(here()).contains("One training from elsewhere waits for you.");
    }

    @Test
    void whatIsReturnedNeedsAReason() {
        submit("Quizzes abroad");
        show("training/external", lincoln, "");
        click("Return");
        TextArea reason = find(TextArea.class).single();
        clickIn(find(Dialog.class).single(), "Return");
        assertThat(reason.isInvalid()).isTrue();
        assertThat(here()).contains("One training from elsewhere waits for you.");
        reason.setValue("The name can't be read.");
        clickIn(find(Dialog.class).single(), "Return");
        assertThat(find(Dialog.class).all()).isEmpty();
        assertThat(here()).contains("Nothing from elsewhere waits for you.");
    }

    @Test
    void whatATeacherSaysIsConfirmedInTheirRowAndTakenBack() {
        rooms.signIn(teacher);
        rooms.bean(Completions.class).logOwn(lincoln, course, TODAY);
        rooms.signIn(admin);
        assertThat(text(show("training/course", lincoln, "&course=" + course)))
                .contains("2 of 3 people still miss", "One person says so and waits");
        click("Confirm");
        assertThat(here()).contains("Nobody waits for confirmation.");
        click("Undo");
        assertThat(here()).contains("One person says so and waits");
        click("Confirm this one");
        assertThat(here()).contains("Nobody waits for confirmation.");
    }

    @Test
    @SuppressWarnings("unchecked")
    void aTrainerRecordsWhoCompletedACourse() {
        show("training/course", lincoln, "&course=" + course);
        CheckboxGroup<Object> people = find(CheckboxGroup.class).single();
        people.setValue(new LinkedHashSet<>(people.getListDataView().getItems().toList()));
        find(DatePicker.class).single().setValue(TODAY);
        click("Record as completed");
        assertThat(here()).contains("Nobody misses");
        click("Undo");
        assertThat(here()).contains("3 of 3 people still miss");
    }

    @Test
    void aTrainerAddsACourseAndPlansASession() {
        show("training", lincoln, "");
        click("Add a course");
        clickIn(find(Dialog.class).single(), "Save");
        TextField title = field("Title");
        assertThat(title.isInvalid()).isTrue();
        title.setValue("Teaching by video");
        clickIn(find(Dialog.class).single(), "Save");
        assertThat(find(Dialog.class).all()).isEmpty();
        assertThat(here()).contains("Teaching by video");
        click("Plan a session");
        find(DatePicker.class, find(Dialog.class).single()).single().setValue(TODAY.plusDays(5));
        field("Room").setValue("Library");
        clickIn(find(Dialog.class).single(), "Save");
        assertThat(here()).contains("Library");
    }

    @Test
    void aPhoneIsForgottenByItsHolderOrByATrainer() {
        remember("a");
        rooms.signIn(teacher);
        assertThat(text(show("training/mine", lincoln, ""))).contains("Phones that check you in");
        click("Forget this phone");
        assertThat(here()).doesNotContain("Phones that check you in");
        remember("b");
        rooms.signIn(admin);
        assertThat(text(show("training/phones", lincoln, "")))
                .contains("One phone checks its holder in without an account.", "Ines Vega");
        click("Forget this phone");
        assertThat(here()).contains("No phone is remembered.");
    }

    @Test
    void withoutAMailServerTheAddressesOfThoseWhoMissSomethingAreGiven() {
        assertThat(text(show("training/departments", lincoln, "")))
                .contains("No mail server is set")
                .contains(
                        "ada%1$d@s.example, ines%1$d@s.example, noor%1$d@s.example"
                                .formatted(number));
    }

    private void submit(String title) {
        rooms.signIn(teacher);
        rooms.bean(ExternalLearning.class)
                .submit(
                        lincoln,
                        new LearningFields(course, title, "A college", 90, TODAY),
                        new Evidence("image/jpeg", new byte[] {1, 2, 3}));
        rooms.signIn(admin);
    }

    private void remember(String token) {
        OffsetDateTime now = Rooms.NOW.atOffset(ZoneOffset.UTC);
        rooms.database
                .asOwner()
                .insertInto(PHONE)
                .set(PHONE.DISTRICT_ID, lincoln.district())
                .set(PHONE.TOKEN_HASH, token + number)
                .set(PHONE.SCHOOL_ID, lincoln.school())
                .set(PHONE.SESSION_ID, session)
                .set(PHONE.EMAIL, "ines@s.example")
                .set(PHONE.PERSON_ID, ines)
                .set(PHONE.SCANNED_AT, now)
                .set(PHONE.VIA, "scan")
                .set(PHONE.ASKED_AT, now)
                .set(PHONE.CONFIRMED_AT, now)
                .execute();
    }

    private PersonId person(String name) {
        return rooms.bean(People.class)
                .add(
                        lincoln,
                        new StaffFields(
                                name,
                                "Vega",
                                name.toLowerCase(Locale.ROOT) + number + "@s.example",
                                StaffRole.TEACHER,
                                null));
    }

    private TextField field(String label) {
        return find(TextField.class, find(Dialog.class).single())
                .withCondition(field -> label.equals(field.getLabel()))
                .single();
    }

    private String here() {
        return text((Component) getCurrentView());
    }

    private void clickIn(Component part, String label) {
        test(find(NativeButton.class, part).withText(label).single()).click();
    }
}
