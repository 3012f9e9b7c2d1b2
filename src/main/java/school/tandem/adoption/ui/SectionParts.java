package school.tandem.adoption.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.LocalDate;
import java.util.List;
import school.tandem.adoption.Answers;
import school.tandem.adoption.Figures;
import school.tandem.adoption.Measure;
import school.tandem.adoption.PeopleBehind;
import school.tandem.adoption.ui.AdoptionTabs.Tab;
import school.tandem.disclosure.Shown;
import school.tandem.security.Access;
import school.tandem.security.Permission;
import school.tandem.ui.Actions;
import school.tandem.ui.AskFor;
import school.tandem.ui.Empty;
import school.tandem.ui.Headline;
import school.tandem.ui.HeatTable.Cell;
import school.tandem.ui.Panel;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** What the sections of adoption have alike. */
@SpringComponent
class SectionParts {

    private final Access access;
    private final PeopleBehind people;

    SectionParts(Access access, PeopleBehind people) {
        this.access = access;
        this.people = people;
    }

    /** Whom it is about, the share, and up to when the data go. */
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
        return looked.asked().isWhole()
                ? ofSchool(looked, tab, measure)
                : filtered(looked, tab, measure);
    }

    private static String ofSchool(Looked looked, Tab tab, Measure measure) {
        Shown shown = looked.share(looked.now(), measure);
        String key =
                switch (shown) {
                    case Shown.Hidden hidden -> "adoption.headline.hidden.";
                    case Shown.Unknown unknown -> "adoption.headline.unknown.";
                    default -> "adoption.headline.";
                };
        return Texts.here()
                .get(
                        key + tab.code(),
                        "school",
                        looked.place().school().name(),
                        "share",
                        Cell.of(shown).text());
    }

    private static String filtered(Looked looked, Tab tab, Measure measure) {
        Texts texts = Texts.here();
        Shown shown = looked.share(looked.shown(), measure);
        String untold = tab == Tab.ACCESS ? "adoption.filtered.access" : "adoption.filtered";
        String key =
                switch (shown) {
                    case Shown.Hidden hidden -> untold + ".hidden";
                    case Shown.Unknown unknown -> untold + ".unknown";
                    default -> "adoption.filtered." + tab.code();
                };
        return texts.get(
                key,
                "name",
                looked.name(),
                "share",
                Cell.of(shown).text(),
                "day",
                texts.date(looked.day()));
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

    /** Some measures of whom it is about. */
    Component measures(Looked looked, List<Measure> measures) {
        return new MeasuresPanel(looked, measure -> people.mayRead(looked.place().key(), measure))
                .panel(
                        Texts.here().get("adoption.section." + looked.asked().tab().code()),
                        measures);
    }

    static Component byDepartment(Looked looked, List<Measure> measures) {
        Texts texts = Texts.here();
        return GroupsPanel.of(
                texts.get("adoption.byDepartment"),
                texts.get("adoption.department"),
                looked,
                "department",
                measures);
    }

    static Component byGrade(Looked looked, List<Measure> measures) {
        Texts texts = Texts.here();
        return GroupsPanel.of(
                texts.get("adoption.byGrade"),
                texts.get("adoption.grade"),
                looked,
                "grade",
                measures);
    }
}
