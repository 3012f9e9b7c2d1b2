package school.tandem.adoption.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.ArrayList;
import java.util.List;
import school.tandem.adoption.Measure;
import school.tandem.adoption.ui.AdoptionTabs.Tab;
import school.tandem.security.Access;
import school.tandem.security.Permission;
import school.tandem.ui.Actions;
import school.tandem.ui.Headline;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** Who has a device and a connection at home, and the ways to tell. */
@SpringComponent
class AccessAtHome implements AdoptionSection {

    private static final List<Measure> MEASURES = List.of(Measure.DEVICE, Measure.CONNECTION);

    private final SectionParts parts;
    private final AnswerDialog answer;
    private final SurveyPanel survey;
    private final Access access;

    AccessAtHome(SectionParts parts, AnswerDialog answer, SurveyPanel survey, Access access) {
        this.parts = parts;
        this.answer = answer;
        this.survey = survey;
        this.access = access;
    }

    @Override
    public Tab tab() {
        return Tab.ACCESS;
    }

    @Override
    public Headline headline(Looked looked) {
        return new Headline(
                SectionParts.sentence(looked, tab(), Measure.CONNECTION), below(looked));
    }

    private static String below(Looked looked) {
        boolean told =
                looked.asked().isOfSchool()
                        && Shares.areCountsTold(looked.share(looked.now(), Measure.CONNECTION));
        return told
                ? Texts.here()
                        .get(
                                "adoption.below.access",
                                "unknown",
                                looked.now().ofSchool(Measure.CONNECTION).unknown())
                : Texts.here().get("adoption.below.access.untold");
    }

    @Override
    public List<Component> build(Looked looked) {
        List<Component> panels = new ArrayList<>();
        panels.add(actions(looked.place(), looked.again()));
        if (SectionParts.isMissing(looked.now(), MEASURES)) {
            panels.add(survey.build(looked.place(), looked.again()));
            panels.addAll(parts.ask(looked.place(), tab()));
            return panels;
        }
        panels.add(Filters.of(looked));
        panels.add(parts.measures(looked, MEASURES));
        panels.add(SectionParts.byGrade(looked, MEASURES));
        panels.add(survey.build(looked.place(), looked.again()));
        return panels;
    }

    private Component actions(Place place, Runnable again) {
        Texts texts = Texts.here();
        Div actions = new Div();
        actions.addClassName("actions");
        if (access.may(place.key(), Permission.EDIT_ROSTER)) {
            actions.add(
                    Actions.primary(
                            texts.get("adoption.answer"), () -> answer.open(place.key(), again)));
        }
        if (access.may(place.key().district(), Permission.IMPORT)) {
            actions.add(
                    Actions.secondaryLink(
                            texts.get("adoption.answer.file"), place.link("imports")));
        }
        return actions;
    }
}
