package school.tandem.adoption.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import school.tandem.adoption.Answers;
import school.tandem.adoption.Figures;
import school.tandem.adoption.Group;
import school.tandem.adoption.Measure;
import school.tandem.adoption.PeopleBehind;
import school.tandem.adoption.ui.AdoptionTabs.Tab;
import school.tandem.roster.Departments;
import school.tandem.security.Access;
import school.tandem.security.Permission;
import school.tandem.ui.Actions;
import school.tandem.ui.AskFor;
import school.tandem.ui.Empty;
import school.tandem.ui.Headline;
import school.tandem.ui.Panel;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** What the sections of adoption have alike. */
@SpringComponent
class SectionParts {

    private final Access access;
    private final Departments departments;
    private final PeopleBehind people;

    SectionParts(Access access, Departments departments, PeopleBehind people) {
        this.access = access;
        this.departments = departments;
        this.people = people;
    }

    /** The share of the school, and up to when the data go. */
    static Headline headline(Looked looked, Tab tab, Measure measure) {
        Texts texts = Texts.here();
        LocalDate to = looked.now().coversTo();
        return new Headline(
                sentence(looked, tab, measure),
                to == null
                        ? texts.get("adoption.below.none")
                        : texts.get("adoption.below", "day", texts.date(to)));
    }

    static String sentence(Looked looked, Tab tab, Measure measure) {
        Texts texts = Texts.here();
        Answers answers = looked.now().ofSchool(measure);
        long known = answers.yes() + answers.no();
        return known == 0
                ? texts.get(
                        "adoption.headline.unknown." + tab.code(),
                        "school",
                        looked.place().school().name())
                : texts.get(
                        "adoption.headline." + tab.code(),
                        "share",
                        texts.percent((double) answers.yes() / known));
    }

    /** Whether nothing is known of any of these yet. */
    static boolean isMissing(Figures now, List<Measure> measures) {
        return measures.stream()
                .allMatch(measure -> {
                    Answers answers = now.ofSchool(measure);
                    return answers.yes() + answers.no() == 0;
                });
    }

    /** What stands instead of figures, with whom to ask for them. */
    List<Component> ask(Place place, Tab tab) {
        Texts texts = Texts.here();
        String missing = texts.get("adoption.missing." + tab.code());
        String asked = "adoption.ask." + tab.code();
        return List.of(
                access.may(place.key().district(), Permission.IMPORT)
                        ? new Empty(
                                missing,
                                Actions.primaryLink(
                                        texts.get("adoption.import"), place.link("imports")))
                        : new Empty(missing),
                new Panel(
                        texts.get("adoption.ask"),
                        new AskFor(
                                texts.get(asked),
                                texts.get(asked + ".whom"),
                                texts.get(asked + ".message", "school", place.school().name()))));
    }

    /** The measures of the whole school, linked to the people behind them. */
    Component measures(Looked looked, Tab tab, List<Measure> measures) {
        Place place = looked.place();
        return new MeasuresPanel(
                        place, looked.now(), measure -> people.mayRead(place.key(), measure))
                .panel(Texts.here().get("adoption.section." + tab.code()), measures);
    }

    Component byDepartment(Looked looked, List<Measure> measures) {
        Texts texts = Texts.here();
        Map<Group, String> names = new LinkedHashMap<>();
        departments
                .names(looked.place().key())
                .forEach((id, name) -> names.put(Group.department(id.value()), name));
        return GroupsPanel.of(
                texts.get("adoption.byDepartment"),
                texts.get("adoption.department"),
                looked.now(),
                names,
                measures);
    }

    static Component byGrade(Looked looked, List<Measure> measures) {
        Texts texts = Texts.here();
        return GroupsPanel.of(
                texts.get("adoption.byGrade"),
                texts.get("adoption.grade"),
                looked.now(),
                looked.now().grades(),
                measures);
    }

    /** Who is counted, and what is hidden. */
    static Component counted(Tab tab) {
        Paragraph counted = new Paragraph(Texts.here().get("adoption.counted." + tab.code()));
        counted.addClassName("quiet");
        return counted;
    }
}
