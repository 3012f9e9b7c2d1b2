package school.tandem.adoption.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import school.tandem.adoption.SurveyStanding;
import school.tandem.adoption.Surveys;
import school.tandem.adoption.Surveys.Whom;
import school.tandem.ui.Actions;
import school.tandem.ui.DayField;
import school.tandem.ui.FormDialog;
import school.tandem.ui.Notices;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** Opens surveys, and gives their links out, once. */
@SpringComponent
class SurveyDialogs {

    private final Surveys surveys;
    private final SurveyPapers papers;

    SurveyDialogs(Surveys surveys, SurveyPapers papers) {
        this.surveys = surveys;
        this.papers = papers;
    }

    /** Opens a survey in which nobody has answered yet, then offers its links. */
    void open(Place place, LocalDate today, Runnable then) {
        until(
                "adoption.survey.open",
                "adoption.survey.open.below",
                today.plusDays(Surveys.DAYS),
                day -> {
                    surveys.open(place.key(), day);
                    then.run();
                    links(place, surveys.standing(place.key()), then);
                });
    }

    /** Lets families answer for longer, by the links that they have. */
    void prolong(Place place, LocalDate today, Runnable then) {
        until(
                "adoption.survey.prolong",
                "adoption.survey.prolong.below",
                today.plusDays(Surveys.DAYS),
                day -> {
                    surveys.prolong(place.key(), day);
                    then.run();
                    Texts texts = Texts.here();
                    Notices.done(texts.get("adoption.survey.prolonged", "day", texts.date(day)));
                });
    }

    private void until(String title, String below, LocalDate day, Consumer<LocalDate> work) {
        Texts texts = Texts.here();
        DayField endsOn = new DayField(texts.get("adoption.survey.until"));
        endsOn.setValue(day);
        FormDialog dialog =
                new FormDialog(
                        texts.get(title),
                        texts.get(title + ".do"),
                        () -> work.accept(endsOn.getValue()));
        dialog.with(new Paragraph(texts.get(below)));
        dialog.field("endsOn", endsOn);
        dialog.open();
    }

    /** Asks for whom links are to be made, then shows where to take them from. */
    void links(Place place, SurveyStanding standing, Runnable then) {
        Texts texts = Texts.here();
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(texts.get("adoption.survey.links"));
        dialog.addClassName("form-dialog");
        Div actions = new Div();
        actions.addClassName("actions");
        long waiting = standing.toCome();
        long without = standing.withoutLink();
        dialog.add(
                new Paragraph(
                        texts.get(
                                waiting == 0
                                        ? "adoption.survey.links.first"
                                        : "adoption.survey.links.anew",
                                "waiting",
                                waiting,
                                "without",
                                without)),
                actions);
        if (without > 0 || waiting == 0) {
            actions.add(
                    Actions.primary(
                            texts.get("adoption.survey.links.new", "without", without),
                            () -> give(dialog, place, Whom.WITHOUT_LINK, then)));
        }
        if (waiting > 0) {
            String text = texts.get("adoption.survey.links.all", "count", waiting + without);
            Runnable all = () -> give(dialog, place, Whom.UNANSWERED, then);
            actions.add(without > 0 ? Actions.secondary(text, all) : Actions.primary(text, all));
        }
        actions.add(Actions.secondary(texts.get("ui.cancel"), dialog::close));
        dialog.open();
    }

    private void give(Dialog dialog, Place place, Whom whom, Runnable then) {
        List<Surveys.Link> links = surveys.makeLinks(place.key(), whom);
        dialog.removeAll();
        dialog.add(
                taken(place, links), Actions.primary(Texts.here().get("ui.close"), dialog::close));
        then.run();
    }

    private Component taken(Place place, List<Surveys.Link> links) {
        Texts texts = Texts.here();
        Div all = new Div(new Paragraph(texts.get("adoption.survey.made", "count", links.size())));
        if (!links.isEmpty()) {
            var list = SurveyPapers.list(links);
            Anchor slips =
                    new Anchor(
                            papers.slips(place.school().name(), links),
                            AttachmentType.INLINE,
                            texts.get("adoption.survey.slips.print"));
            slips.setTarget("_blank");
            Div files =
                    new Div(
                            slips,
                            new Anchor(list.csv(), texts.get("adoption.survey.csv")),
                            new Anchor(list.xlsx(), texts.get("adoption.survey.xlsx")));
            files.addClassName("actions");
            all.add(files, new Paragraph(texts.get("adoption.survey.once")));
        }
        return all;
    }
}
