package school.tandem.adoption.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import java.util.List;
import school.tandem.adoption.Answer;
import school.tandem.adoption.Measure;
import school.tandem.adoption.PeopleBehind;
import school.tandem.adoption.PersonBehind;
import school.tandem.security.Access;
import school.tandem.security.NotHere;
import school.tandem.security.Permission;
import school.tandem.ui.Actions;
import school.tandem.ui.CurrentPlace;
import school.tandem.ui.Headline;
import school.tandem.ui.Panel;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** The people behind a figure of adoption, for whoever is to help or to ask them. */
@Route(AdoptionPeopleView.ROUTE)
@PermitAll
class AdoptionPeopleView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String ROUTE = "adoption/people";

    private final transient CurrentPlace current;
    private final transient Access access;
    private final transient PeopleBehind people;
    private final transient AnswerDialog answerDialog;

    AdoptionPeopleView(
            CurrentPlace current, Access access, PeopleBehind people, AnswerDialog answerDialog) {
        this.current = current;
        this.access = access;
        this.people = people;
        this.answerDialog = answerDialog;
    }

    static String link(Place place, Measure measure, Answer answer) {
        return place.link(ROUTE, "measure", measure.code(), "answer", answer.code());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Location address = event.getLocation();
        current.of(event).ifPresent(place -> show(place, measure(address), answer(address)));
    }

    @Override
    public String getPageTitle() {
        return Texts.here().get("adoption.title");
    }

    private static Measure measure(Location address) {
        String code = address.getQueryParameters().getSingleParameter("measure").orElse("");
        return Arrays.stream(Measure.values())
                .filter(measure -> measure.code().equals(code) && measure.ofPeople())
                .findFirst()
                .orElseThrow(() -> new NotHere("Measure"));
    }

    private static Answer answer(Location address) {
        String code = address.getQueryParameters().getSingleParameter("answer").orElse("");
        return Arrays.stream(Answer.values())
                .filter(answer -> answer.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotHere("Answer"));
    }

    private void show(Place place, Measure measure, Answer answer) {
        Texts texts = Texts.here();
        List<PersonBehind> found = people.of(place.key(), measure, answer);
        removeAll();
        add(
                new Headline(
                        texts.get(
                                "adoption.people." + measure.code(),
                                "people",
                                found.size(),
                                "answer",
                                answer.code()),
                        texts.get(
                                measure.ofStudents()
                                        ? "adoption.people.students.below"
                                        : "adoption.people.teachers.below")));
        Div back =
                new Div(
                        Actions.secondaryLink(
                                texts.get("adoption.people.back"),
                                place.link(
                                        AdoptionView.ROUTE,
                                        "show",
                                        AdoptionView.section(measure))));
        back.addClassName("actions");
        add(back);
        if (!found.isEmpty()) {
            String heading = texts.get("adoption.measure." + measure.code());
            PeopleGrid grid = new PeopleGrid(found);
            if (mayAnswer(place, measure)) {
                grid.addAction(
                        texts.get("adoption.answer"),
                        one ->
                                answerDialog.open(
                                        place.key(), one, () -> show(place, measure, answer)));
            }
            add(
                    new Panel(
                            heading,
                            grid,
                            Files.links(
                                    grid.export(() -> people.of(place.key(), measure, answer)),
                                    heading)));
        } else if (measure.ofStudents() && !access.may(place.key(), Permission.SEE_STUDENTS)) {
            add(new Paragraph(texts.get("adoption.people.own.none")));
        }
    }

    private boolean mayAnswer(Place place, Measure measure) {
        return (measure == Measure.DEVICE || measure == Measure.CONNECTION)
                && access.may(place.key(), Permission.EDIT_ROSTER);
    }
}
