package school.tandem.readiness.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.html.NativeDetails;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import school.tandem.adoption.ui.ScreenSchool;
import school.tandem.roster.Rooms;
import school.tandem.roster.ScreenTest;
import school.tandem.security.Role;

/** What the dashboard tells of a school with few students. */
@Tag("database")
class FewOnTheDashboardTest extends ScreenTest {

    private static ScreenSchool tiny;
    private static ScreenSchool large;

    @BeforeAll
    static void aTinySchoolAndALargeOne() {
        rooms =
                Rooms.with(
                        "school.tandem.training",
                        "school.tandem.adoption",
                        "school.tandem.rollout",
                        "school.tandem.readiness");
        tiny = new ScreenSchool(rooms, "Tiny");
        tiny.department("Chess", "09", 4, 3);
        tiny.homes("Chess", 2, 1);
        large = new ScreenSchool(rooms, "Large");
        large.department("Arts", "09", 40, 30);
        large.homes("Arts", 20, 10);
    }

    @Test
    void ofFewNeitherCountsNorSharesAreTold() {
        assertThat(opened(tiny))
                .contains(
                        "too few people to be told apart",
                        "Help students who don’t yet hand in online",
                        "Ask families about device and connection")
                .doesNotContain(
                        "one family", "3 yes", "2 yes", "75%", "67%", "one student", "1 student");
    }

    @Test
    void ofManyTheyAre() {
        assertThat(opened(large))
                .contains("30 yes, 10 no", "20 yes, 10 no, 10 unknown of 40", "75%", "10 students")
                .doesNotContain("too few people");
    }

    /** All that the dashboard says, how it is counted too. */
    private String opened(ScreenSchool school) {
        school.signIn(Role.VIEWER);
        Component view = show("", school.key, "");
        NativeDetails how =
                $(NativeDetails.class).all().stream()
                        .filter(HowItIsCounted.class::isInstance)
                        .findFirst()
                        .orElseThrow();
        how.setOpen(true);
        ComponentUtil.fireEvent(how, new NativeDetails.ToggleEvent(how, true));
        return text(view);
    }
}
