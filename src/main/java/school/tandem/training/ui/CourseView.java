package school.tandem.training.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import school.tandem.security.Access;
import school.tandem.security.NotHere;
import school.tandem.security.Permission;
import school.tandem.training.CompletionState;
import school.tandem.training.Completions;
import school.tandem.training.Completions.Recorded;
import school.tandem.training.Course;
import school.tandem.training.CourseId;
import school.tandem.training.CourseMember;
import school.tandem.training.Courses;
import school.tandem.ui.Actions;
import school.tandem.ui.CurrentPlace;
import school.tandem.ui.DataTable;
import school.tandem.ui.Headline;
import school.tandem.ui.Notices;
import school.tandem.ui.Panel;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** One course: who waits for confirmation, who misses it, who has completed it. */
@Route(CourseView.ROUTE)
@PermitAll
class CourseView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String ROUTE = "training/course";

    private final transient CurrentPlace current;
    private final transient Access access;
    private final transient Courses courses;
    private final transient Completions completions;

    CourseView(CurrentPlace current, Access access, Courses courses, Completions completions) {
        this.current = current;
        this.access = access;
        this.courses = courses;
        this.completions = completions;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        current.of(event).ifPresent(place -> show(place, id(event.getLocation())));
    }

    @Override
    public String getPageTitle() {
        return Texts.here().get("training.title");
    }

    private static CourseId id(Location location) {
        String id = location.getQueryParameters().getSingleParameter("course").orElse("");
        if (!id.matches("\\d{1,18}")) {
            throw new NotHere("Course");
        }
        return new CourseId(Long.parseLong(id));
    }

    private void show(Place place, CourseId id) {
        access.require(place.key(), Permission.SEE_STAFF);
        Texts texts = Texts.here();
        Course course = courses.find(place.key(), id);
        List<CourseMember> people = completions.of(place.key(), id);
        removeAll();
        add(headline(course, people));
        Div back =
                new Div(
                        Actions.secondaryLink(
                                texts.get("training.all"), place.link(TrainingView.ROUTE)));
        back.addClassName("actions");
        add(back);
        boolean manages = access.may(place.key(), Permission.MANAGE_TRAINING);
        Runnable again = () -> show(place, id);
        addWaiting(place, course, in(people, CompletionState.LOGGED), manages, again);
        addMissing(place, course, in(people, CompletionState.MISSING), manages, again);
        addCompleted(place, in(people, CompletionState.CONFIRMED), manages);
    }

    private static List<CourseMember> in(List<CourseMember> people, CompletionState state) {
        return people.stream().filter(one -> one.state() == state).toList();
    }

    private static Headline headline(Course course, List<CourseMember> people) {
        Texts texts = Texts.here();
        return new Headline(
                texts.get(
                        "training.course.headline",
                        "missing",
                        in(people, CompletionState.MISSING).size(),
                        "all",
                        people.size(),
                        "title",
                        course.title()),
                texts.get(
                        "training.course.below",
                        "waiting",
                        in(people, CompletionState.LOGGED).size(),
                        "minutes",
                        course.minutes()));
    }

    private void addWaiting(
            Place place,
            Course course,
            List<CourseMember> waiting,
            boolean manages,
            Runnable again) {
        if (waiting.isEmpty()) {
            return;
        }
        Texts texts = Texts.here();
        Panel panel = new Panel(texts.get("training.waiting"));
        if (manages) {
            Div all =
                    new Div(
                            Actions.primary(
                                    texts.get("training.confirmAll", "count", waiting.size()),
                                    () -> confirm(place, course, waiting, again)));
            all.addClassName("actions");
            panel.with(all);
        }
        panel.with(
                MembersTable.of(
                        texts.get("training.waiting"),
                        waiting,
                        manages
                                ? one ->
                                        Actions.inRow(
                                                texts.get("training.confirmOne"),
                                                () -> confirm(place, course, List.of(one), again))
                                : null));
        add(panel);
    }

    private void addMissing(
            Place place,
            Course course,
            List<CourseMember> missing,
            boolean manages,
            Runnable again) {
        if (missing.isEmpty()) {
            return;
        }
        Texts texts = Texts.here();
        add(
                new Panel(
                        texts.get("training.missing"),
                        manages
                                ? new RecordForm(
                                        missing,
                                        (people, day) ->
                                                done(
                                                        place,
                                                        completions.record(
                                                                place.key(),
                                                                course.id(),
                                                                people,
                                                                day,
                                                                null),
                                                        again))
                                : MembersTable.of(texts.get("training.missing"), missing, null)));
    }

    private void addCompleted(Place place, List<CourseMember> completed, boolean manages) {
        if (!completed.isEmpty()) {
            Texts texts = Texts.here();
            DataTable table =
                    MembersTable.of(
                            texts.get("training.completed"),
                            completed,
                            manages ? one -> Papers.transcript(place, one) : null);
            add(
                    new Panel(
                            texts.get("training.completed"),
                            new NativeDetails(
                                    texts.get("training.showAll", "count", completed.size()),
                                    table)));
        }
    }

    private void confirm(Place place, Course course, List<CourseMember> people, Runnable again) {
        done(
                place,
                completions.confirm(
                        place.key(), course.id(), people.stream().map(CourseMember::id).toList()),
                again);
    }

    private void done(Place place, Recorded recorded, Runnable again) {
        again.run();
        Notices.done(
                Texts.here().get("training.recorded", "count", recorded.people()),
                () -> {
                    completions.takeBack(place.key(), recorded);
                    again.run();
                });
    }
}
