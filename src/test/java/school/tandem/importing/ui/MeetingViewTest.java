package school.tandem.importing.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static school.tandemdb.training.Tables.ATTENDANCE;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.QueryParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import school.tandem.importing.meetings.MeetingReader;
import school.tandem.roster.People;
import school.tandem.roster.Rooms;
import school.tandem.roster.ScreenTest;
import school.tandem.roster.StaffFields;
import school.tandem.roster.intake.StaffRole;
import school.tandem.security.Role;
import school.tandem.security.SchoolKey;
import school.tandem.training.Bookings;
import school.tandem.training.CourseFields;
import school.tandem.training.Courses;
import school.tandem.training.MeetingAttendance;
import school.tandem.training.Outbox;
import school.tandem.training.SessionFields;
import school.tandem.training.SessionId;
import school.tandem.training.Sessions;
import school.tandem.training.Skill;
import school.tandem.training.TrainingSession;
import school.tandem.ui.Choice;
import school.tandem.ui.Place;
import school.tandem.ui.SchoolChoice;

/** A meeting's report on the screen: the sentence, the doubtful, taking it and taking it back. */
@Tag("database")
class MeetingViewTest extends ScreenTest {

    private static final String REPORT =
            """
            Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest
            Ada Vega,ada@v.example,10/04/2026 06:00:00 PM,10/04/2026 07:00:00 PM,60,No
            Noor's iPad,,10/04/2026 06:00:00 PM,10/04/2026 07:00:00 PM,60,Yes
            Phone caller,,10/04/2026 06:00:00 PM,10/04/2026 06:10:00 PM,10,Yes
            Broken,,soon,10/04/2026 06:10:00 PM,10,Yes
            """;

    private static int number;
    @TempDir Path folder;
    private SchoolKey lincoln;
    private SessionId session;

    @BeforeAll
    static void open() {
        rooms =
                new Rooms(
                        Courses.class,
                        Sessions.class,
                        Bookings.class,
                        Outbox.class,
                        MeetingAttendance.class);
    }

    @BeforeEach
    void aSessionYesterday() {
        number++;
        lincoln = rooms.school(rooms.district("District " + number).id(), "Lincoln");
        rooms.signIn(rooms.account("admin" + number + "@v.example", lincoln, Role.ADMINISTRATOR));
        add("Ada", "ada@v.example");
        add("Noor", "noor@v.example");
        session =
                rooms.bean(Sessions.class)
                        .plan(
                                lincoln,
                                SessionFields.of(
                                        rooms.bean(Courses.class)
                                                .add(
                                                        lincoln,
                                                        CourseFields.of(
                                                                "Quizzes",
                                                                60,
                                                                Set.of(StaffRole.TEACHER),
                                                                Skill.TRAINED)),
                                        Rooms.NOW.atZone(Rooms.NEW_YORK).toLocalDate().minusDays(1),
                                        LocalTime.of(18, 0),
                                        60,
                                        "",
                                        ""));
    }

    @Test
    void theSentenceCountsAndTheDoubtfulComeFirst() throws IOException {
        String text = text(reviewed());
        assertThat(text)
                .contains("3 people, 1 matched, 1 to look at, one guest.")
                .contains("Zoom, report.csv: 4 rows read, one held.")
                .contains("“soon” in the column Join Time")
                .contains("Mark one person");
        assertThat(text.indexOf("To look at")).isLessThan(text.indexOf("Recognised"));
    }

    @Test
    void whoIsChosenIsMarkedAndCanBeTakenBack() throws IOException {
        MeetingView view = reviewed();
        choose(view, "Noor Vega");
        assertThat(text(view)).contains("3 people, 2 matched, 0 to look at, one guest.");
        click("Mark 2 people");
        assertThat(present()).isEqualTo(2);
        assertThat(text(view)).contains("Who was at “Quizzes”?");
    }

    @Test
    void theMinimumShareChangesWhatCounts() throws IOException {
        MeetingView view = reviewed();
        assertThat(text(view)).contains("Present").doesNotContain("Too short");
        IntegerField share = find(IntegerField.class).single();
        assertThat(share.getValue()).isEqualTo(75);
        share.setValue(100);
        assertThat(text(view)).contains("Present");
    }

    private int present() {
        return rooms.database
                .asOwner()
                .fetchCount(
                        ATTENDANCE,
                        ATTENDANCE.SESSION_ID.eq(session).and(ATTENDANCE.STATE.eq("present")));
    }

    private MeetingView reviewed() throws IOException {
        UI.getCurrent()
                .navigate(
                        "imports/meeting",
                        QueryParameters.fromString(
                                "school=" + lincoln.school() + "&session=" + session));
        MeetingView view = (MeetingView) getCurrentView();
        assertThat(text(view)).contains("Who was at “Quizzes”?");
        Path file = folder.resolve("report.csv");
        Files.write(file, REPORT.getBytes(UTF_8));
        TrainingSession found = rooms.bean(Sessions.class).find(lincoln, session);
        SchoolChoice school = new SchoolChoice(lincoln, "Lincoln", false);
        view.show(
                new Place(school, null, List.of(school), List.of()),
                found,
                MeetingReader.read(file, "report.csv", found.zone(), found.day()));
        return view;
    }

    private static void choose(MeetingView view, String name) {
        Element select =
                all(view.getElement())
                        .filter(element -> element.getTag().equals("select"))
                        .findFirst()
                        .orElseThrow();
        String value =
                all(select)
                        .filter(option -> option.getTag().equals("option"))
                        .filter(option -> option.getText().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .getAttribute("value");
        Choice<?> choice = (Choice<?>) select.getComponent().orElseThrow();
        choice.getElement().setProperty("value", value);
    }

    private void add(String name, String email) {
        rooms.bean(People.class)
                .add(
                        lincoln,
                        new StaffFields(
                                name,
                                "Vega",
                                number == 1 ? email : email.replace("@", number + "@"),
                                StaffRole.TEACHER,
                                null));
    }
}
