package school.tandem.training.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import school.tandem.training.ExternalLearning;
import school.tandem.training.ExternalLearning.Decided;
import school.tandem.training.Learning;
import school.tandem.training.LearningId;
import school.tandem.ui.Actions;
import school.tandem.ui.CurrentPlace;
import school.tandem.ui.Empty;
import school.tandem.ui.FormDialog;
import school.tandem.ui.Headline;
import school.tandem.ui.Notices;
import school.tandem.ui.Panel;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** What staff learned elsewhere and submitted: to be approved or returned. */
@Route(ExternalView.ROUTE)
@PermitAll
class ExternalView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String ROUTE = "training/external";

    private final transient CurrentPlace current;
    private final transient ExternalLearning learning;

    ExternalView(CurrentPlace current, ExternalLearning learning) {
        this.current = current;
        this.learning = learning;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        current.of(event).ifPresent(this::show);
    }

    @Override
    public String getPageTitle() {
        return Texts.here().get("training.external");
    }

    private void show(Place place) {
        Texts texts = Texts.here();
        List<Learning> waiting = learning.waiting(place.key());
        removeAll();
        add(
                new Headline(
                        texts.get("training.external.headline", "count", waiting.size()),
                        texts.get("training.external.below")));
        Div actions =
                new Div(
                        Actions.secondaryLink(
                                texts.get("training.all"), place.link(TrainingView.ROUTE)));
        actions.addClassName("actions");
        add(actions);
        if (waiting.isEmpty()) {
            add(new Empty(texts.get("training.external.none")));
            return;
        }
        Div all =
                new Div(
                        Actions.primary(
                                texts.get("training.external.approveAll", "count", waiting.size()),
                                () -> approve(place, waiting)));
        all.addClassName("actions");
        add(
                new Panel(
                        texts.get("training.external"),
                        all,
                        LearningTable.of(
                                place,
                                waiting,
                                one -> approve(place, List.of(one)),
                                one -> askWhy(place, one))));
    }

    private void approve(Place place, List<Learning> some) {
        Decided decided = learning.approve(place.key(), ids(some));
        decided(place, decided, "training.external.approved");
    }

    private void askWhy(Place place, Learning one) {
        Texts texts = Texts.here();
        TextArea reason = new TextArea(texts.get("training.external.reason"));
        FormDialog dialog =
                new FormDialog(
                        texts.get("training.external.return.what", "title", one.title()),
                        texts.get("training.external.return"),
                        () ->
                                decided(
                                        place,
                                        learning.sendBack(
                                                place.key(), List.of(one.id()), reason.getValue()),
                                        "training.external.returned"));
        dialog.field("reason", reason);
        dialog.open();
    }

    private void decided(Place place, Decided decided, String said) {
        show(place);
        Notices.done(
                Texts.here().get(said, "count", decided.learnings().size()),
                () -> {
                    learning.takeBack(place.key(), decided);
                    show(place);
                });
    }

    private static List<LearningId> ids(List<Learning> some) {
        return some.stream().map(Learning::id).toList();
    }
}
