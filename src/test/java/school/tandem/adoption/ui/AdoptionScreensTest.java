package school.tandem.adoption.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.dom.Element;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import school.tandem.roster.Rooms;
import school.tandem.roster.ScreenTest;
import school.tandem.security.Role;
import school.tandem.security.SchoolKey;

/** What the address of adoption filters, and that nothing is told of the few. */
@Tag("database")
class AdoptionScreensTest extends ScreenTest {

    private static final String ADMIN = "admin@school.example";

    private static ScreenSchool school;
    private static SchoolKey lincoln;
    private static long arts;
    private static long dance;

    /**
     * Arts has 40 students, of whom 30 handed in; Science 30, all but 6; Dance 4 and Music 8, who
     * are too few.
     */
    @BeforeAll
    static void aSchoolOfFourDepartments() {
        rooms = Rooms.with("school.tandem.adoption");
        school = new ScreenSchool(rooms, "Lincoln");
        lincoln = school.key;
        rooms.signIn(rooms.account(ADMIN, lincoln, Role.ADMINISTRATOR));
        arts = school.department("Arts", "09", 40, 30);
        school.department("Science", "09", 30, 24);
        dance = school.department("Dance", "09", 4, 2);
        school.department("Music", "09", 8, 3);
    }

    private static void sql(String sql) {
        school.sql(sql);
    }

    private static DSLContext owner() {
        return rooms.database.asOwner();
    }

    @Test
    void aLinkShowsTheDepartmentAndTheWeekThatItNames() {
        String text = text(show("adoption", lincoln, "&department=" + arts + "&week=2026-09-21"));
        assertThat(text)
                .contains(
                        "Arts: 75% of students handed in work online in the 20 school days up to"
                                + " Sep 25, 2026.");
        text = text(show("adoption", lincoln, "&department=" + arts + "&week=2026-09-14"));
        assertThat(text).contains("Arts: < 10% of students handed in");
    }

    @Test
    void whatIsChosenStandsInTheAddress() {
        show("adoption", lincoln, "");
        List<Element> choices =
                all(((com.vaadin.flow.component.Component) getCurrentView()).getElement())
                        .filter(element -> element.getTag().equals("select"))
                        .toList();
        choose(choices.getFirst(), "Arts");
        assertThat(address()).contains("department=" + arts).doesNotContain("week=");
        assertThat(text((com.vaadin.flow.component.Component) getCurrentView()))
                .contains("Arts: 75%");
        choose(select(1), "Week to Sep 25, 2026");
        assertThat(address()).contains("department=" + arts).contains("week=2026-09-21");
        choose(select(0), "Grade 09");
        assertThat(address()).contains("grade=09").doesNotContain("department");
    }

    @Test
    void aGroupOfFewIsHiddenOnTheScreenAndInItsData() {
        var view = show("adoption", lincoln, "&department=" + dance);
        assertThat(text(view)).contains("Dance: too few people to be told apart");
        assertThat(text(view))
                .contains("or nothing known of them, in any week")
                .doesNotContain("50%");
        assertThat(drawings(view)).isEmpty();
        assertThat(drawings(show("adoption", lincoln, "&department=" + arts)))
                .contains("\"score\":null")
                .contains("75.0");
    }

    @Test
    void theHeatMapLeadsToItsDepartment() {
        var view = show("adoption", lincoln, "&week=2026-09-21");
        assertThat(
                        all(view.getElement())
                                .filter(element -> element.getTag().equals("a"))
                                .map(element -> element.getAttribute("href")))
                .anyMatch(href ->
                        href != null
                                && href.contains("department=" + arts)
                                && href.contains("week=2026-09-21"));
    }

    @Test
    void aDepartmentOrAWeekThatThereIsNotIsNotFound() {
        for (String wrong :
                List.of(
                        "&department=999999",
                        "&department=x",
                        "&week=2026-09-99",
                        "&week=2020-01-06",
                        "&grade=77")) {
            show("adoption", lincoln, wrong);
            assertThat(getCurrentView()).isNotInstanceOf(AdoptionView.class);
        }
    }

    @Test
    void theClassesOfAWeekHaveAnAddress() {
        String text = text(show("adoption/classes", lincoln, "&week=2026-09-23"));
        assertThat(text)
                .contains("4 departments:")
                .contains("in the 20 school days up to Sep 25, 2026");
        var classes = show("adoption/classes", lincoln, "&department=" + arts + "&week=2026-09-23");
        assertThat(text(classes)).contains("Arts had one class on Sep 25, 2026.").contains("75%");
        choose(select(0), "Week to Sep 18, 2026");
        assertThat(address()).contains("department=" + arts).contains("week=2026-09-14");
        assertThat(text((com.vaadin.flow.component.Component) getCurrentView()))
                .contains("< 10%")
                .doesNotContain("75%");
        for (String wrong : List.of("&week=2020-01-06", "&week=x", "&department=x")) {
            show("adoption/classes", lincoln, wrong);
            assertThat(getCurrentView()).isNotInstanceOf(ClassesView.class);
        }
    }

    @Test
    void aClassIsToldWeekByWeekUnlessItIsSmall() {
        assertThat(text(show("adoption/class", lincoln, "&class=" + classOf("Arts"))))
                .contains("Week by week")
                .contains("75%");
        assertThat(text(show("adoption/class", lincoln, "&class=" + classOf("Dance"))))
                .contains("Too few people to be told apart")
                .doesNotContain("50%");
    }

    private static long classOf(String title) {
        return (Long)
                owner().fetchValue(
                                "select id from roster.class_group where title = '" + title + "'");
    }

    @Test
    void aDistrictsWeeksAreThereOnceTheyAreCounted() throws InterruptedException {
        rooms.signIn(
                rooms.districtAccount(
                        "head@school.example", lincoln.district(), Role.ADMINISTRATOR));
        owner().execute("delete from adoption.week_figure");
        var view = show("adoption/district", lincoln, "&week=2026-09-21");
        assertThat(text(view))
                .contains("This week is not counted at all schools yet.")
                .contains("The weeks of one school are being counted")
                .doesNotContain("together")
                .doesNotContain("%");
        for (int i = 0; i < 600 && text(view).contains("are being counted"); i++) {
            Thread.sleep(50);
            ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), false));
        }
        assertThat(text(view))
                .contains("One school together:")
                .contains("in the 20 school days up to Sep 25, 2026")
                .contains("Students, week by week");
        show("adoption/district", lincoln, "&week=2020-01-06");
        assertThat(getCurrentView()).isNotInstanceOf(DistrictView.class);
        rooms.signIn(ADMIN);
    }

    @Test
    void categoriesOfWorkAreCountedForWhoOpensThem() {
        sql(
                "insert into adoption.category (district_id, title, source, external_id) values ({0},"
                        + " 'Projects', 'x', 'p')");
        sql(
                "insert into adoption.assignment (district_id, class_id, category_id, title, work_kind,"
                        + " online, source, external_id) select {0}, min(g.id), min(c.id), 'Model',"
                        + " 'assignment', true, 'x', 'm' from roster.class_group g, adoption.category c");
        rooms.signIn(
                rooms.districtAccount(
                        "office@school.example", lincoln.district(), Role.ADMINISTRATOR));
        var view = show("adoption", lincoln, "");
        assertThat(text(view)).contains("What counts as a quiz").doesNotContain("Projects");
        NativeDetails details =
                $(NativeDetails.class).all().stream()
                        .filter(one -> one.getSummaryText().contains("categories of work"))
                        .findFirst()
                        .orElseThrow();
        details.setOpen(true);
        ComponentUtil.fireEvent(details, new NativeDetails.ToggleEvent(details, true));
        assertThat(text(view)).contains("Projects");
        assertThat(all(details.getElement()).map(one -> one.getAttribute("aria-label")))
                .filteredOn(label -> label != null && label.contains("What counts as a quiz"))
                .hasSize(2);
        rooms.signIn(ADMIN);
    }

    /** What the charts of a screen are told. */
    private static String drawings(com.vaadin.flow.component.Component view) {
        return all(view.getElement())
                .map(element -> element.getProperty("drawing", ""))
                .reduce("", String::concat);
    }

    private Element select(int index) {
        return all(((com.vaadin.flow.component.Component) getCurrentView()).getElement())
                .filter(element -> element.getTag().equals("select"))
                .toList()
                .get(index);
    }

    private static void choose(Element select, String name) {
        String value =
                select.getChildren()
                        .filter(option -> option.getText().equals(name))
                        .map(option -> option.getAttribute("value"))
                        .findFirst()
                        .orElseThrow();
        select.setProperty("value", value);
    }

    private static String address() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters();
    }
}
