package school.tandem.adoption.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.DistrictHabits;
import school.tandem.adoption.DistrictWeeks;
import school.tandem.adoption.Group;
import school.tandem.adoption.Measure;
import school.tandem.adoption.SchoolWeek;
import school.tandem.adoption.Week;
import school.tandem.adoption.ui.AdoptionTabs.Tab;
import school.tandem.disclosure.Shown;
import school.tandem.roster.Plan;
import school.tandem.security.SchoolKey;
import school.tandem.ui.Actions;
import school.tandem.ui.Headline;
import school.tandem.ui.HeatTable;
import school.tandem.ui.Panel;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/**
 * What is told of a district.
 *
 * @param chosen the week that is looked at; null: today
 * @param told null: the week is not counted at all schools yet. The sum of some, and then of one
 *     more, would tell what that one's is
 * @param plan whose dates are marked; null: there is none
 */
record DistrictParts(
        Place place,
        @Nullable SchoolWeek chosen,
        DistrictWeeks.Standing weeks,
        DistrictHabits.@Nullable Told told,
        @Nullable Plan plan) {

    List<Component> all() {
        Texts texts = Texts.here();
        Paragraph counted = new Paragraph(texts.get("adoption.district.counted"));
        counted.addClassName("quiet");
        List<Component> all =
                new ArrayList<>(
                        List.of(headline(told), new AdoptionTabs(place, Tab.CLASSES), actions()));
        if (told != null) {
            all.add(schools(told, Tab.STUDENTS, Measure.learning()));
            all.add(schools(told, Tab.TEACHERS, Measure.practice()));
        }
        if (weeks.isWhole()) {
            all.add(overTime(Tab.STUDENTS, Measure.habits()));
            all.add(overTime(Tab.TEACHERS, Measure.practice()));
        } else {
            all.add(new Panel(texts.get("adoption.weeks"), missing()));
        }
        all.add(counted);
        return all;
    }

    private Headline headline(DistrictHabits.@Nullable Told told) {
        Texts texts = Texts.here();
        if (told == null) {
            return new Headline(
                    texts.get("adoption.district.week.counting"),
                    texts.get("adoption.district.below"));
        }
        Shown handedIn = told.all().shown().getOrDefault(Measure.HANDED_IN, new Shown.Unknown());
        String key = chosen == null ? "adoption.district.headline" : "adoption.district.week";
        return new Headline(
                texts.get(
                        handedIn instanceof Shown.Unknown ? key + ".unknown" : key,
                        "schools",
                        told.schools().size(),
                        "share",
                        HeatTable.Cell.of(handedIn).text(),
                        "day",
                        chosen == null ? "" : texts.date(chosen.day())),
                texts.get("adoption.district.below"));
    }

    private Div actions() {
        Div actions =
                new Div(
                        WeekChoice.of(
                                weeks.weeks(),
                                chosen == null ? null : chosen.monday(),
                                monday -> Actions.go(link(monday))),
                        Actions.secondaryLink(
                                Texts.here()
                                        .get(
                                                "adoption.district.back",
                                                "school",
                                                place.school().name()),
                                place.link(ClassesView.ROUTE)));
        actions.addClassName("actions");
        return actions;
    }

    private String link(@Nullable LocalDate monday) {
        return monday == null
                ? place.link(DistrictView.ROUTE)
                : place.link(DistrictView.ROUTE, WeekChoice.PARAMETER, monday.toString());
    }

    private Panel schools(DistrictHabits.Told told, Tab who, List<Measure> measures) {
        Texts texts = Texts.here();
        List<HabitsTable.Line> lines = new ArrayList<>();
        lines.add(
                new HabitsTable.Line(texts.get("adoption.district.total"), "", told.all().shown()));
        told.schools()
                .forEach(
                        row -> lines.add(new HabitsTable.Line(row.name(), link(row), row.shown())));
        return HabitsTable.of(
                texts.get("adoption.section." + who.code()),
                texts.get("adoption.school"),
                "schools-" + who.code(),
                measures,
                lines);
    }

    /** Another school than that of this address has plans of its own. */
    private String link(DistrictHabits.Row row) {
        SchoolKey key = row.school();
        if (key == null) {
            return "";
        }
        String week = chosen == null ? "" : "&" + WeekChoice.PARAMETER + "=" + chosen.monday();
        return ClassesView.ROUTE + "?school=" + key.school() + week;
    }

    private Panel overTime(Tab who, List<Measure> measures) {
        Texts texts = Texts.here();
        return new WeeksPanel(
                        OverTime.of(
                                "adoption-district-" + who.code(),
                                weeks.history(),
                                plan,
                                Group.DISTRICT),
                        "weeks",
                        Week::inWindow,
                        measures)
                .panel(
                        texts.get(
                                "adoption.district.weeks",
                                "who",
                                texts.get("adoption.section." + who.code())));
    }

    /** Of how many schools the weeks are not there yet, and what becomes of them. */
    private Paragraph missing() {
        Texts texts = Texts.here();
        Paragraph missing =
                new Paragraph(
                        texts.get(
                                weeks.counting()
                                        ? "adoption.district.counting"
                                        : "adoption.district.missing",
                                Map.of(
                                        "counted", weeks.counted(),
                                        "schools", weeks.schools())));
        missing.getElement().setAttribute("role", "status");
        return missing;
    }
}
