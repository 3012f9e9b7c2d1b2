package school.tandem.training.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import school.tandem.security.Access;
import school.tandem.security.Permission;
import school.tandem.training.Course;
import school.tandem.training.ExternalLearning;
import school.tandem.ui.Actions;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** What can be done about training, and where else to go. */
@SpringComponent
class TrainingActions {

    private final CourseDialog courseDialog;
    private final SessionDialog sessionDialog;
    private final ExternalLearning learning;
    private final Access access;

    TrainingActions(
            CourseDialog courseDialog,
            SessionDialog sessionDialog,
            ExternalLearning learning,
            Access access) {
        this.courseDialog = courseDialog;
        this.sessionDialog = sessionDialog;
        this.learning = learning;
        this.access = access;
    }

    Component build(Place place, List<Course> all, Runnable again) {
        Texts texts = Texts.here();
        Div actions = new Div();
        actions.addClassName("actions");
        boolean manages = access.may(place.key(), Permission.MANAGE_TRAINING);
        if (manages && !all.isEmpty()) {
            actions.add(
                    Actions.primary(
                            texts.get("training.session.plan"),
                            () -> sessionDialog.plan(place.key(), all, again)),
                    Actions.secondary(
                            texts.get("training.course.add"),
                            () -> courseDialog.add(place.key(), again)));
        }
        if (!all.isEmpty()) {
            actions.add(
                    Actions.secondaryLink(
                            texts.get("training.matrix"), place.link(MatrixView.ROUTE)));
        }
        int waiting = manages ? learning.countWaiting(place.key()) : 0;
        if (waiting > 0) {
            actions.add(
                    Actions.secondaryLink(
                            texts.get("training.external.waiting", "count", waiting),
                            place.link(ExternalView.ROUTE)));
        }
        if (access.personIn(place.key()) != null) {
            String mine = texts.get("training.mine");
            String href = place.link(MyTrainingView.ROUTE);
            actions.add(
                    manages ? Actions.secondaryLink(mine, href) : Actions.primaryLink(mine, href));
        }
        return actions;
    }
}
