package school.tandem.adoption.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static school.tandem.adoption.TrainedStaff.QUIZ;
import static school.tandem.adoption.TrainedStaff.TRAINED;

import com.vaadin.flow.component.Component;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import school.tandem.adoption.TrainedStaff;
import school.tandem.adoption.TrainingToPractice;
import school.tandem.roster.Rooms;
import school.tandem.roster.ScreenTest;
import school.tandem.security.NotHere;
import school.tandem.training.CourseId;
import school.tandem.training.Practice;

/** What the screen from training to practice says, as a reader sees it. */
@Tag("database")
class PracticeViewTest extends ScreenTest {

    private TrainedStaff staff;

    @BeforeAll
    static void open() {
        rooms = Rooms.with("school.tandem.training", "school.tandem.adoption");
    }

    @BeforeEach
    void aSchool() {
        staff = new TrainedStaff(rooms);
    }

    @Test
    void aSchoolWithoutTrainingIsToldWhatIsMissing() {
        assertThat(text(show(""))).contains("Nothing can be told yet", "Record under Training");
    }

    @Test
    void aTrainingThatNoSourceFollowsSaysSo() {
        CourseId course = staff.course("Attendance online", Practice.ATTENDANCE, null);
        for (int i = 0; i < 5; i++) {
            staff.completed(course, TRAINED, staff.teacher(null, QUIZ, "2026-09-16"));
        }
        assertThat(text(show("")))
                .contains("Nothing can be told yet", "no source tells yet", "Attendance online");
    }

    @Test
    void itOpensWithHowSoonHalfPractised() throws IOException {
        CourseId course = quizzes();
        Component view = show("");
        assertThat(all(view.getElement()).filter(one -> "img".equals(one.getAttribute("role"))))
                .hasSize(1);
        assertThat(text(view))
                .contains(
                        "Half of the teachers who took “Online quizzes” gave their first online"
                                + " quiz within 4 days; 2 have not yet.",
                        "6 teachers are followed. One had the habit",
                        "95%: 2 or more",
                        "How this is counted")
                .doesNotContain("Family");
        assertThat(text(show("&course=" + course))).contains("within 4 days");
        assertThat(text(show("&course=999999"))).contains("No teacher of this choice");
        assertThat(file())
                .contains("course,trains,trained,had_it_before,practised_since")
                .contains("Online quizzes,quizzes,7,1,4,2,0,4,2,,,,,hidden,hidden,0,0");
    }

    @Test
    void anAddressOfNoDepartmentLeadsNowhere() {
        assertThatThrownBy(() ->
                        PracticeFilter.in(
                                new com.vaadin.flow.router.Location(
                                        "adoption/practice?department=x")))
                .isInstanceOf(NotHere.class);
    }

    /** Seven, one of whom had the habit; four practise after 2, 3, 4 and 4 days. */
    private CourseId quizzes() {
        CourseId course = staff.course("Online quizzes", Practice.QUIZZES, null);
        staff.completed(
                course,
                TRAINED,
                staff.teacher(null, QUIZ, "2026-09-16"),
                staff.teacher(null, QUIZ, "2026-09-17"),
                staff.teacher(null, QUIZ, "2026-09-18"),
                staff.teacher(null, QUIZ, "2026-09-18"),
                staff.teacher(null, 0),
                staff.teacher(null, 0),
                staff.teacher(null, QUIZ, "2026-09-11"));
        return course;
    }

    private String file() throws IOException {
        var out = new ByteArrayOutputStream();
        PracticeFile.of(rooms.bean(TrainingToPractice.class).of(staff.school, null)).writeCsv(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private Component show(String more) {
        return show(PracticeView.ROUTE, staff.school, more);
    }
}
