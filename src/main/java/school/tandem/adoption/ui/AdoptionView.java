package school.tandem.adoption.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import school.tandem.adoption.AdoptionFigures;
import school.tandem.adoption.Answers;
import school.tandem.adoption.Figures;
import school.tandem.adoption.Group;
import school.tandem.adoption.Measure;
import school.tandem.adoption.PeopleBehind;
import school.tandem.roster.Departments;
import school.tandem.roster.Schools;
import school.tandem.security.Access;
import school.tandem.security.Permission;
import school.tandem.ui.Actions;
import school.tandem.ui.AskFor;
import school.tandem.ui.CurrentPlace;
import school.tandem.ui.Empty;
import school.tandem.ui.Headline;
import school.tandem.ui.Panel;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** How far students and teachers work online, and who can at home. */
@Route(AdoptionView.ROUTE)
@PermitAll
class AdoptionView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String ROUTE = "adoption";

    /** What is looked at, with the measures it is about. */
    private enum Section {
        STUDENTS(
                AdoptionTabs.Tab.STUDENTS,
                Measure.OPENED,
                Measure.HANDED_IN,
                Measure.QUIZ,
                Measure.HAND_IN_RATE),
        TEACHERS(
                AdoptionTabs.Tab.TEACHERS,
                Measure.ATTENDANCE,
                Measure.ASSIGNMENTS,
                Measure.QUIZZES),
        ACCESS(AdoptionTabs.Tab.ACCESS, Measure.DEVICE, Measure.CONNECTION);

        private final AdoptionTabs.Tab tab;
        private final List<Measure> measures;

        Section(AdoptionTabs.Tab tab, Measure... measures) {
            this.tab = tab;
            this.measures = List.of(measures);
        }

        String code() {
            return tab.code();
        }
    }

    private final transient CurrentPlace current;
    private final transient Access access;
    private final transient Schools schools;
    private final transient Departments departments;
    private final transient AdoptionFigures figures;
    private final transient PeopleBehind people;
    private final transient AnswerDialog answer;
    private final transient MeaningsPanel meanings;

    AdoptionView(
            CurrentPlace current,
            Access access,
            Schools schools,
            Departments departments,
            AdoptionFigures figures,
            PeopleBehind people,
            AnswerDialog answer,
            MeaningsPanel meanings) {
        this.current = current;
        this.access = access;
        this.schools = schools;
        this.departments = departments;
        this.figures = figures;
        this.people = people;
        this.answer = answer;
        this.meanings = meanings;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        current.of(event).ifPresent(place -> show(place, section(event.getLocation())));
    }

    @Override
    public String getPageTitle() {
        return Texts.here().get("adoption.title");
    }

    private static Section section(Location location) {
        String asked = location.getQueryParameters().getSingleParameter("show").orElse("");
        for (Section section : Section.values()) {
            if (section.code().equals(asked)) {
                return section;
            }
        }
        return Section.STUDENTS;
    }

    /** Where a measure is looked at. */
    static String section(Measure measure) {
        return Arrays.stream(Section.values())
                .filter(section -> section.measures.contains(measure))
                .findFirst()
                .orElseThrow()
                .code();
    }

    private void show(Place place, Section section) {
        Texts texts = Texts.here();
        LocalDate today = schools.today(schools.find(place.key()));
        Figures now = figures.of(place.key(), today);
        removeAll();
        add(headline(place, section, now), new AdoptionTabs(place, section.tab));
        if (section == Section.ACCESS) {
            add(accessActions(place, section));
        }
        if (missing(section, now)) {
            add(ask(place, section));
            return;
        }
        add(
                new MeasuresPanel(place, now, measure -> people.mayRead(place.key(), measure))
                        .panel(texts.get("adoption.section." + section.code()), section.measures));
        add(groups(place, section, now));
        if (section == Section.STUDENTS && access.may(place.key().district(), Permission.IMPORT)) {
            add(meanings.build(place.key().district(), () -> show(place, section)));
        }
        Paragraph counted = new Paragraph(texts.get("adoption.counted." + section.code()));
        counted.addClassName("quiet");
        add(counted);
    }

    private static Component headline(Place place, Section section, Figures now) {
        Texts texts = Texts.here();
        Answers answers = now.ofSchool(headlineOf(section));
        long known = answers.yes() + answers.no();
        LocalDate to = now.coversTo();
        String below =
                section == Section.ACCESS
                        ? texts.get("adoption.below.access", "unasked", answers.unknown())
                        : to == null
                                ? texts.get("adoption.below.none")
                                : texts.get("adoption.below", "day", texts.date(to));
        return new Headline(
                known == 0
                        ? texts.get(
                                "adoption.headline.unknown." + section.code(),
                                "school",
                                place.school().name())
                        : texts.get(
                                "adoption.headline." + section.code(),
                                "share",
                                texts.percent((double) answers.yes() / known)),
                below);
    }

    private static Measure headlineOf(Section section) {
        return switch (section) {
            case STUDENTS -> Measure.HANDED_IN;
            case TEACHERS -> Measure.ASSIGNMENTS;
            case ACCESS -> Measure.CONNECTION;
        };
    }

    private static boolean missing(Section section, Figures now) {
        return section.measures.stream()
                .allMatch(measure -> {
                    Answers answers = now.ofSchool(measure);
                    return answers.yes() + answers.no() == 0;
                });
    }

    private Component accessActions(Place place, Section section) {
        Texts texts = Texts.here();
        Div actions = new Div();
        actions.addClassName("actions");
        if (access.may(place.key(), Permission.EDIT_ROSTER)) {
            actions.add(
                    Actions.primary(
                            texts.get("adoption.answer"),
                            () -> answer.open(place.key(), () -> show(place, section))));
        }
        if (access.may(place.key().district(), Permission.IMPORT)) {
            actions.add(
                    Actions.secondaryLink(
                            texts.get("adoption.answer.file"), place.link("imports")));
        }
        return actions;
    }

    private Component ask(Place place, Section section) {
        Texts texts = Texts.here();
        Div missing = new Div();
        missing.add(
                access.may(place.key().district(), Permission.IMPORT)
                        ? new Empty(
                                texts.get("adoption.missing." + section.code()),
                                Actions.primaryLink(
                                        texts.get("adoption.import"), place.link("imports")))
                        : new Empty(texts.get("adoption.missing." + section.code())));
        String title = texts.get("adoption.ask." + section.code());
        missing.add(
                new Panel(
                        texts.get("adoption.ask"),
                        new AskFor(
                                title,
                                texts.get("adoption.ask." + section.code() + ".whom"),
                                texts.get(
                                        "adoption.ask." + section.code() + ".message",
                                        "school",
                                        place.school().name()))));
        return missing;
    }

    private Component groups(Place place, Section section, Figures now) {
        Texts texts = Texts.here();
        Map<Group, String> departmentNames = new LinkedHashMap<>();
        departments
                .names(place.key())
                .forEach((id, name) -> departmentNames.put(Group.department(id.value()), name));
        Component byDepartment =
                GroupsPanel.of(
                        texts.get("adoption.byDepartment"),
                        texts.get("adoption.department"),
                        now,
                        departmentNames,
                        section.measures);
        if (section == Section.TEACHERS) {
            return byDepartment;
        }
        Component byGrade =
                GroupsPanel.of(
                        texts.get("adoption.byGrade"),
                        texts.get("adoption.grade"),
                        now,
                        now.grades(),
                        section.measures);
        return section == Section.ACCESS ? byGrade : new Div(byGrade, byDepartment);
    }
}
