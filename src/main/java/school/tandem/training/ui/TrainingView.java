package school.tandem.training.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import school.tandem.roster.Schools;
import school.tandem.security.Access;
import school.tandem.security.Permission;
import school.tandem.training.Course;
import school.tandem.training.Courses;
import school.tandem.training.TrainingFigures;
import school.tandem.training.TrainingProgress;
import school.tandem.ui.Actions;
import school.tandem.ui.CurrentPlace;
import school.tandem.ui.Headline;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** How far teacher training is: courses, and the sessions at which they are given. */
@Route(TrainingView.ROUTE)
@PermitAll
class TrainingView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String ROUTE = "training";

    private final transient CurrentPlace current;
    private final transient Access access;
    private final transient Schools schools;
    private final transient TrainingFigures figures;
    private final transient Courses courses;
    private final transient CoursesPanel coursesPanel;
    private final transient SessionsPanel sessionsPanel;
    private final transient SidesPanel sidesPanel;
    private final transient CourseDialog courseDialog;
    private final transient SessionDialog sessionDialog;

    TrainingView(
            CurrentPlace current,
            Access access,
            Schools schools,
            TrainingFigures figures,
            Courses courses,
            CoursesPanel coursesPanel,
            SessionsPanel sessionsPanel,
            SidesPanel sidesPanel,
            CourseDialog courseDialog,
            SessionDialog sessionDialog) {
        this.current = current;
        this.access = access;
        this.schools = schools;
        this.figures = figures;
        this.courses = courses;
        this.coursesPanel = coursesPanel;
        this.sessionsPanel = sessionsPanel;
        this.sidesPanel = sidesPanel;
        this.courseDialog = courseDialog;
        this.sessionDialog = sessionDialog;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        current.of(event).ifPresent(this::show);
    }

    @Override
    public String getPageTitle() {
        return Texts.here().get("training.title");
    }

    private void show(Place place) {
        Runnable again = () -> show(place);
        TrainingProgress progress =
                figures.of(place.key(), schools.today(schools.find(place.key())));
        List<Course> all = courses.of(place.key());
        removeAll();
        add(headline(progress, all), actions(place, all, again));
        add(coursesPanel.build(place, all, progress, again));
        if (!all.isEmpty()) {
            add(sessionsPanel.build(place, all, again));
            add(sidesPanel.build(place));
        }
    }

    private static Headline headline(TrainingProgress progress, List<Course> all) {
        Texts texts = Texts.here();
        if (all.isEmpty()) {
            return new Headline(
                    texts.get("training.headline.none"), texts.get("training.headline.none.below"));
        }
        if (progress.completeTeachers().all() == 0) {
            return new Headline(
                    texts.get(
                            progress.teachers() == 0
                                    ? "training.headline.noTeachers"
                                    : "training.headline.nothingRequired"),
                    texts.get("training.headline.nothingRequired.below"));
        }
        return new Headline(
                texts.get(
                        "training.headline",
                        "done",
                        progress.completeTeachers().done(),
                        "all",
                        progress.completeTeachers().all()),
                texts.get(
                        "training.headline.below",
                        "waiting",
                        progress.completions().unconfirmed(),
                        "coaches",
                        progress.coaches().done(),
                        "needed",
                        progress.coaches().all()));
    }

    private Component actions(Place place, List<Course> all, Runnable again) {
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
        if (access.personIn(place.key()) != null) {
            String mine = texts.get("training.mine");
            String href = place.link(MyTrainingView.ROUTE);
            actions.add(
                    manages ? Actions.secondaryLink(mine, href) : Actions.primaryLink(mine, href));
        }
        return actions;
    }
}
