package school.tandem.training.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.List;
import school.tandem.roster.Schools;
import school.tandem.training.CompletionState;
import school.tandem.training.Completions;
import school.tandem.training.OwnCourse;
import school.tandem.ui.Actions;
import school.tandem.ui.Badge;
import school.tandem.ui.Badge.Tone;
import school.tandem.ui.CurrentPlace;
import school.tandem.ui.DayField;
import school.tandem.ui.Empty;
import school.tandem.ui.FormDialog;
import school.tandem.ui.Headline;
import school.tandem.ui.Notices;
import school.tandem.ui.Panel;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** One's own training, for a phone: what is still to do, and a tap to say that it is done. */
@Route(MyTrainingView.ROUTE)
@PermitAll
class MyTrainingView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String ROUTE = "training/mine";

    private final transient CurrentPlace current;
    private final transient Schools schools;
    private final transient Completions completions;

    MyTrainingView(CurrentPlace current, Schools schools, Completions completions) {
        this.current = current;
        this.schools = schools;
        this.completions = completions;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        current.of(event).ifPresent(this::show);
    }

    @Override
    public String getPageTitle() {
        return Texts.here().get("training.mine");
    }

    private void show(Place place) {
        removeAll();
        completions
                .own(place.key())
                .ifPresentOrElse(
                        mine -> showMine(place, mine),
                        () ->
                                add(
                                        new Headline(Texts.here().get("training.mine.nobody"), ""),
                                        new Empty(Texts.here().get("training.bad.notOnStaff"))));
    }

    private void showMine(Place place, List<OwnCourse> mine) {
        Texts texts = Texts.here();
        long open =
                mine.stream()
                        .filter(OwnCourse::required)
                        .filter(one -> one.state() == CompletionState.MISSING)
                        .count();
        add(
                new Headline(
                        texts.get("training.mine.headline", "open", open),
                        texts.get("training.mine.below")));
        UnorderedList list = new UnorderedList();
        list.addClassName("own-courses");
        mine.forEach(one -> list.add(new ListItem(about(one), state(place, one))));
        add(
                mine.isEmpty()
                        ? new Empty(texts.get("training.courses.none"))
                        : new Panel(texts.get("training.courses"), list));
    }

    private static Component about(OwnCourse one) {
        Texts texts = Texts.here();
        LocalDate day = one.completedOn();
        Div about =
                new Div(
                        new Span(one.course().title()),
                        new Span(
                                day != null
                                        ? texts.get("training.mine.on", "day", texts.date(day))
                                        : texts.get(
                                                one.required()
                                                        ? "training.mine.required"
                                                        : "training.mine.optional",
                                                "minutes",
                                                one.course().minutes())));
        about.addClassName("two-lines");
        return about;
    }

    private Component state(Place place, OwnCourse one) {
        Texts texts = Texts.here();
        return switch (one.state()) {
            case CONFIRMED -> new Badge(texts.get("training.state.confirmed"), Tone.GOOD);
            case LOGGED ->
                    school.tandem.ui.DataTable.group(
                            new Badge(texts.get("training.state.logged"), Tone.MIDDLING),
                            Actions.inRow(texts.get("ui.undo"), () -> takeBack(place, one)));
            case MISSING -> Actions.primary(texts.get("training.mine.done"), () -> ask(place, one));
        };
    }

    private void ask(Place place, OwnCourse one) {
        Texts texts = Texts.here();
        DayField day = new DayField(texts.get("training.completedOn"));
        day.setValue(schools.today(schools.find(place.key())));
        FormDialog dialog =
                new FormDialog(
                        one.course().title(),
                        texts.get("training.mine.done"),
                        () -> log(place, one, day.getValue()));
        dialog.field("day", day);
        dialog.open();
    }

    private void log(Place place, OwnCourse one, @org.jspecify.annotations.Nullable LocalDate day) {
        completions.logOwn(place.key(), one.course().id(), day);
        show(place);
        Notices.done(
                Texts.here().get("training.mine.logged", "title", one.course().title()),
                () -> takeBack(place, one));
    }

    private void takeBack(Place place, OwnCourse one) {
        completions.takeBackOwn(place.key(), one.course().id());
        show(place);
    }
}
