package school.tandem.adoption.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.LocalDate;
import school.tandem.adoption.SurveyStanding;
import school.tandem.adoption.SurveyStanding.Survey;
import school.tandem.adoption.Surveys;
import school.tandem.disclosure.Suppression;
import school.tandem.roster.Schools;
import school.tandem.security.Access;
import school.tandem.security.Permission;
import school.tandem.ui.Actions;
import school.tandem.ui.Notices;
import school.tandem.ui.Panel;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** Asking families by link: how far it has come, and what an administrator can do about it. */
@SpringComponent
class SurveyPanel {

    private final Surveys surveys;
    private final SurveyDialogs dialogs;
    private final SurveyPapers papers;
    private final Schools schools;
    private final Access access;

    SurveyPanel(
            Surveys surveys,
            SurveyDialogs dialogs,
            SurveyPapers papers,
            Schools schools,
            Access access) {
        this.surveys = surveys;
        this.dialogs = dialogs;
        this.papers = papers;
        this.schools = schools;
        this.access = access;
    }

    Component build(Place place, Runnable reload) {
        Texts texts = Texts.here();
        SurveyStanding standing = surveys.standing(place.key());
        Panel panel = new Panel(texts.get("adoption.survey"), new Paragraph(said(standing)));
        panel.with(actions(place, standing, reload));
        if (standing.survey() != null && !standing.byGrade().isEmpty()) {
            panel.with(withFiles(SurveyTables.byGrade(standing)));
        }
        if (!standing.byWay().isEmpty()) {
            panel.with(withFiles(SurveyTables.byWay(standing)));
            panel.with(quiet(SurveyTables.age(standing)));
        }
        return panel;
    }

    private static Component[] withFiles(Files files) {
        return new Component[] {files.table(), files.links()};
    }

    private static String said(SurveyStanding standing) {
        Texts texts = Texts.here();
        Survey survey = standing.survey();
        if (survey == null) {
            return texts.get("adoption.survey.none");
        }
        if (standing.asked() > 0 && standing.asked() < Suppression.STUDENTS) {
            return texts.get(
                    "adoption.survey.hidden",
                    "open",
                    survey.open() ? "yes" : "no",
                    "day",
                    texts.date(survey.endsOn()));
        }
        if (standing.asked() == 0) {
            return texts.get(
                    survey.open() ? "adoption.survey.noLinks" : "adoption.survey.closed",
                    "day",
                    texts.date(survey.endsOn()),
                    "asked",
                    0,
                    "answered",
                    0,
                    "toCome",
                    0,
                    "share",
                    texts.percent(0));
        }
        return texts.get(
                survey.open() ? "adoption.survey.running" : "adoption.survey.closed",
                "day",
                texts.date(survey.endsOn()),
                "asked",
                standing.asked(),
                "answered",
                standing.answered(),
                "toCome",
                standing.toCome(),
                "share",
                texts.percent((double) standing.answered() / standing.asked()));
    }

    private Component actions(Place place, SurveyStanding standing, Runnable reload) {
        Texts texts = Texts.here();
        Div actions = new Div();
        actions.addClassName("actions");
        if (access.may(place.key(), Permission.EDIT_ROSTER)) {
            edit(actions, place, standing, reload);
        }
        Anchor form =
                new Anchor(
                        papers.form(place.school().name()),
                        AttachmentType.INLINE,
                        texts.get("adoption.survey.form.print"));
        form.setTarget("_blank");
        form.addClassNames("button", "secondary");
        actions.add(form);
        return actions;
    }

    private void edit(Div actions, Place place, SurveyStanding standing, Runnable reload) {
        Texts texts = Texts.here();
        LocalDate today = schools.today(schools.find(place.key()));
        Survey survey = standing.survey();
        if (survey == null || !survey.open()) {
            actions.add(
                    Actions.secondary(
                            texts.get("adoption.survey.open"),
                            () -> dialogs.open(place, today, reload)));
            if (survey != null) {
                actions.add(
                        Actions.secondary(
                                texts.get("adoption.survey.openAgain"),
                                () -> dialogs.prolong(place, today, reload)));
            }
            return;
        }
        actions.add(
                Actions.secondary(
                        texts.get("adoption.survey.links"),
                        () -> dialogs.links(place, standing, reload)),
                Actions.secondary(
                        texts.get("adoption.survey.prolong"),
                        () -> dialogs.prolong(place, today, reload)),
                Actions.secondary(
                        texts.get("adoption.survey.close"),
                        () -> close(place, survey.endsOn(), reload)));
    }

    private void close(Place place, LocalDate endsOn, Runnable reload) {
        surveys.close(place.key());
        reload.run();
        Notices.done(
                Texts.here().get("adoption.survey.closedNow"),
                () -> {
                    surveys.prolong(place.key(), endsOn);
                    reload.run();
                });
    }

    private static Paragraph quiet(String text) {
        Paragraph quiet = new Paragraph(text);
        quiet.addClassName("quiet");
        return quiet;
    }
}
