package school.tandem.adoption.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import school.tandem.adoption.Measure;
import school.tandem.adoption.TrainedStaff;
import school.tandem.roster.PersonId;
import school.tandem.roster.Rooms;
import school.tandem.roster.ScreenTest;
import school.tandem.security.Role;

/** What a school's own screens tell where it has few people, or nearly all do the same. */
@Tag("database")
class FewPeopleTest extends ScreenTest {

    private static ScreenSchool tiny;
    private static ScreenSchool eager;

    /** Of the eager school's 70 students all but one hand in, and 45 say what is at home. */
    @BeforeAll
    static void aTinySchoolAndAnEagerOne() {
        rooms = Rooms.with("school.tandem.training", "school.tandem.adoption");
        tiny = new ScreenSchool(rooms, "Tiny");
        tiny.department("Chess", "09", 4, 3);
        tiny.homes("Chess", 2, 1);
        eager = new ScreenSchool(rooms, "Eager");
        eager.department("Arts", "09", 40, 40);
        eager.department("Music", "10", 30, 29);
        eager.homes("Arts", 10, 20);
        eager.homes("Music", 9, 6);
        eager.sql("update adoption.coverage set habits = 15 where district_id = {0}");
    }

    @Test
    void aSchoolOfFewStudentsTellsNoShareAndNoCount() {
        tiny.signIn(Role.VIEWER);
        String students = text(show("adoption", tiny.key, ""));
        assertThat(students)
                .contains("Tiny has too few students for their habits to be shown.", "hidden")
                .doesNotContain("3 yes", "1 no", "75%", "4 unknown");
        assertThat(step("In class")).doesNotContain("4");
        assertThat(step("Handed in online")).contains("hidden").doesNotContain("3");
        assertThat(hrefs()).noneMatch(href -> href.contains("adoption/people"));
        assertThat(text(show("adoption", tiny.key, "&show=access")))
                .contains("Tiny has too few students for what they have at home to be shown.")
                .doesNotContain("2 yes", "1 no", "67%", "One family is unknown");
        assertThat(text(show("adoption/classes", tiny.key, "")))
                .contains("Tiny has too few students")
                .doesNotContain("75%");
    }

    @Test
    void whoMayReadNamesIsLedToThePeopleWithoutACount() {
        tiny.signIn(Role.ADMINISTRATOR);
        assertThat(text(show("adoption", tiny.key, ""))).doesNotContain("3 yes", "1 no");
        assertThat(hrefs())
                .filteredOn(href -> href.contains("people") && href.contains("=handed_in"))
                .hasSize(3);
    }

    @Test
    void aSchoolOfFewTeachersTellsNoShareAndNoCount() {
        TrainedStaff staff = new TrainedStaff(rooms);
        for (int i = 0; i < 4; i++) {
            PersonId teacher = staff.teacher(null, 0);
            if (i > 0) {
                staff.did(teacher, TrainedStaff.ASSIGNMENT, "2026-09-29");
            }
        }
        assertThat(text(show("adoption", staff.school, "&show=teachers")))
                .contains("Lincoln has too few teachers for their habits to be shown.")
                .doesNotContain("3 yes", "1 no", "75%");
    }

    @Test
    void nearlyAllIsABoundWithoutACount() {
        eager.signIn(Role.VIEWER);
        assertThat(text(show("adoption", eager.key, "")))
                .contains("> 95% of students handed in work online")
                .doesNotContain("69 yes", "1 no", "99%");
        assertThat(step("Handed in online")).contains("> 95%").doesNotContain("69");
        assertThat(step("In class")).contains("70");
        assertThat(text(show("adoption/classes", eager.key, ""))).contains("2 departments: > 95%");
    }

    @Test
    void theHomeTabSaysWhoseItIsAndWhoIsUnknown() {
        eager.signIn(Role.VIEWER);
        assertThat(text(show("adoption", eager.key, "&show=access")))
                .contains(
                        "42% of families who answered have a connection",
                        "25 families are unknown: not asked yet, or not sure.", "19 yes");
        assertThat(text(show("adoption", eager.key, "&show=access&grade=09")))
                .contains("Grade 09: 33% of families who answered have a connection")
                .doesNotContain("42%", "25 families");
        choose("Grade 10");
        assertThat(
                        UI.getCurrent()
                                .getInternals()
                                .getActiveViewLocation()
                                .getPathWithQueryParameters())
                .contains("show=access", "grade=10");
        assertThat(text(view())).contains("Grade 10: 60% of families who answered");
        show("adoption", tiny.key, "&show=access&grade=77");
        assertThat(getCurrentView()).isNotInstanceOf(AdoptionView.class);
    }

    @Test
    void whatIsToldOfASurveyCanBeTakenAlong() {
        eager.signIn(Role.VIEWER);
        Component view = show("adoption", eager.key, "&show=access");
        assertThat(row("By phone")).isEqualTo("By phonehidden");
        assertThat(all(view.getElement()).map(one -> one.getAttribute("aria-label")))
                .filteredOn(label -> label != null && label.contains("How the answers came"))
                .hasSize(2);
    }

    @Test
    void everyHabitHasItsGaps() {
        eager.signIn(Role.VIEWER);
        assertThat(Measure.habits()).hasSize(4);
        for (Measure habit : Measure.habits()) {
            Component view = show("adoption/gaps", eager.key, "&habit=" + habit.code());
            assertThat(getCurrentView()).as(habit.code()).isInstanceOf(GapsView.class);
            assertThat(text(view)).contains("online, group by group", "No device at home");
        }
        show("adoption/gaps", eager.key, "&habit=attended");
        assertThat(text(view())).contains("Who attended class online, group by group");
    }

    private Component view() {
        return (Component) getCurrentView();
    }

    /** The share and the count that stand beside a step of the funnel. */
    private String step(String name) {
        return rows().filter(row -> row.getChildCount() == 4)
                .filter(row -> row.getTextRecursively().startsWith(name))
                .map(row ->
                        row.getChild(2).getTextRecursively()
                                + " "
                                + row.getChild(3).getTextRecursively())
                .findFirst()
                .orElseThrow();
    }

    private String row(String name) {
        return rows().map(Element::getTextRecursively)
                .filter(row -> row.startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private Stream<Element> rows() {
        return all(view().getElement()).filter(element -> element.getTag().equals("tr"));
    }

    private List<String> hrefs() {
        return all(view().getElement())
                .map(element -> element.getAttribute("href"))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Chooses by the first control of the screen that offers it. */
    private void choose(String name) {
        Element select =
                all(view().getElement())
                        .filter(element -> element.getTag().equals("select"))
                        .findFirst()
                        .orElseThrow();
        String value =
                select.getChildren()
                        .filter(option -> option.getText().equals(name))
                        .map(option -> option.getAttribute("value"))
                        .findFirst()
                        .orElseThrow();
        select.setProperty("value", value);
    }
}
