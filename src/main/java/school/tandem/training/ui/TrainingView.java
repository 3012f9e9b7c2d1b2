package school.tandem.training.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import school.tandem.roster.Schools;
import school.tandem.training.Course;
import school.tandem.training.Courses;
import school.tandem.training.TrainingFigures;
import school.tandem.training.TrainingProgress;
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
    private final transient Schools schools;
    private final transient TrainingFigures figures;
    private final transient Courses courses;
    private final transient CoursesPanel coursesPanel;
    private final transient SessionsPanel sessionsPanel;
    private final transient SidesPanel sidesPanel;
    private final transient TrainingActions actions;

    TrainingView(
            CurrentPlace current,
            Schools schools,
            TrainingFigures figures,
            Courses courses,
            CoursesPanel coursesPanel,
            SessionsPanel sessionsPanel,
            SidesPanel sidesPanel,
            TrainingActions actions) {
        this.current = current;
        this.schools = schools;
        this.figures = figures;
        this.courses = courses;
        this.coursesPanel = coursesPanel;
        this.sessionsPanel = sessionsPanel;
        this.sidesPanel = sidesPanel;
        this.actions = actions;
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
        add(headline(progress, all), actions.build(place, all, again));
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
}
