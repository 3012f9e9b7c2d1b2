package school.tandem.adoption.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
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

    private static final int SHORT = 12;

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
            add(
                    new Panel(
                            heading,
                            grid(place, measure, found, () -> show(place, measure, answer))));
        } else if (measure.ofStudents() && !access.may(place.key(), Permission.SEE_STUDENTS)) {
            add(new Paragraph(texts.get("adoption.people.own.none")));
        }
    }

    private Component grid(Place place, Measure measure, List<PersonBehind> found, Runnable again) {
        Texts texts = Texts.here();
        boolean answers =
                (measure == Measure.DEVICE || measure == Measure.CONNECTION)
                        && access.may(place.key(), Permission.EDIT_ROSTER);
        Grid<PersonBehind> grid = new Grid<>();
        grid.addColumn(
                        LitRenderer.<PersonBehind>of(
                                        """
                                        <div class="two-lines"><b>${item.name}</b><span>${item.where}</span></div>
                                        """)
                                .withProperty("name", PersonBehind::name)
                                .withProperty("where", one -> where(texts, one)))
                .setHeader(texts.get("adoption.people.name"))
                .setFlexGrow(3);
        if (answers) {
            grid.addColumn(
                            LitRenderer.<PersonBehind>of(
                                            """
                                            <button type="button" class="button in-row" @click="${type}">${item.type}</button>
                                            """)
                                    .withProperty("type", one -> texts.get("adoption.answer"))
                                    .withFunction(
                                            "type",
                                            one -> answerDialog.open(place.key(), one, again)))
                    .setHeader(texts.get("adoption.people.actions"))
                    .setWidth("9.5rem")
                    .setFlexGrow(0);
        }
        grid.setItems(found);
        grid.addClassName("people-grid");
        grid.setClassName("long", found.size() > SHORT);
        grid.setAllRowsVisible(found.size() <= SHORT);
        return grid;
    }

    private static String where(Texts texts, PersonBehind one) {
        String grade = one.grade();
        return grade == null
                ? Objects.requireNonNullElse(one.department(), "")
                : texts.get("adoption.people.grade", "grade", grade);
    }
}
