package school.tandem.training.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import school.tandem.roster.intake.StaffRole;
import school.tandem.security.Access;
import school.tandem.security.Permission;
import school.tandem.training.Course;
import school.tandem.training.CourseFields;
import school.tandem.training.CourseProgress;
import school.tandem.training.Courses;
import school.tandem.training.Practice;
import school.tandem.training.Progress;
import school.tandem.training.Skill;
import school.tandem.training.TrainingProgress;
import school.tandem.ui.Actions;
import school.tandem.ui.Empty;
import school.tandem.ui.Panel;
import school.tandem.ui.Place;
import school.tandem.ui.RangeBar;
import school.tandem.ui.Texts;

/** The courses of a school, each with how far it is. */
@SpringComponent
class CoursesPanel {

    /** The share of completions that readiness counts in full. */
    private static final double TARGET = .95;

    /** A course that most schools give, by the key of its title. */
    private record Usual(String key, Practice trains) {}

    private static final List<Usual> USUAL =
            List.of(
                    new Usual("attendance", Practice.ATTENDANCE),
                    new Usual("quizzes", Practice.QUIZZES),
                    new Usual("video", Practice.ANY),
                    new Usual("coach", Practice.ANY));

    private final Courses courses;
    private final CourseDialog dialog;
    private final Access access;

    CoursesPanel(Courses courses, CourseDialog dialog, Access access) {
        this.courses = courses;
        this.dialog = dialog;
        this.access = access;
    }

    Component build(Place place, List<Course> all, TrainingProgress progress, Runnable reload) {
        Texts texts = Texts.here();
        boolean manages = access.may(place.key(), Permission.MANAGE_TRAINING);
        if (all.isEmpty()) {
            return manages
                    ? new Empty(
                            texts.get("training.courses.empty"),
                            Actions.primary(
                                    texts.get("training.courses.usual"),
                                    () -> startWithUsual(place, reload)),
                            Actions.secondary(
                                    texts.get("training.course.add"),
                                    () -> dialog.add(place.key(), reload)))
                    : new Empty(texts.get("training.courses.none"));
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("pillars");
        progress.courses().forEach(one -> list.add(row(place, one, manages, reload)));
        all.stream()
                .filter(course -> !course.isRequired())
                .forEach(course -> list.add(optional(place, course, manages, reload)));
        return new Panel(texts.get("training.courses"), list);
    }

    private ListItem row(Place place, CourseProgress one, boolean manages, Runnable reload) {
        Texts texts = Texts.here();
        Progress progress = one.progress();
        double all = Math.max(1, progress.all());
        String said =
                texts.get("training.course.done", "done", progress.done(), "all", progress.all());
        Span figure = new Span(said);
        figure.addClassName("figure");
        ListItem row =
                new ListItem(
                        name(place, one.course()),
                        new RangeBar(
                                progress.done() / all,
                                (progress.done() + progress.unconfirmed()) / all,
                                TARGET,
                                said),
                        figure,
                        gap(one));
        if (manages) {
            row.add(change(place, one.course(), reload));
        }
        return row;
    }

    private ListItem optional(Place place, Course course, boolean manages, Runnable reload) {
        Span gap = new Span(Texts.here().get("training.course.optional"));
        gap.addClassName("gap");
        ListItem row = new ListItem(name(place, course), new Span(), new Span(), gap);
        if (manages) {
            row.add(change(place, course, reload));
        }
        return row;
    }

    private Component name(Place place, Course course) {
        Texts texts = Texts.here();
        Component title =
                access.may(place.key(), Permission.SEE_STAFF)
                        ? new Anchor(
                                place.link(CourseView.ROUTE, "course", course.id().toString()),
                                course.title())
                        : new Span(course.title());
        String whom =
                course.required().roles().stream()
                        .map(StaffRole::code)
                        .map(code -> texts.get("training.role." + code))
                        .collect(Collectors.joining(", "));
        Div name =
                new Div(
                        title,
                        new Span(
                                texts.get("training.course.about", "minutes", course.minutes())
                                        + (whom.isEmpty() ? "" : " · " + whom)));
        name.addClassName("two-lines");
        return name;
    }

    private static Component gap(CourseProgress one) {
        Texts texts = Texts.here();
        Span gap =
                new Span(
                        texts.get(
                                one.missingIn().isEmpty()
                                        ? "training.course.gap"
                                        : "training.course.gapIn",
                                "missing",
                                one.progress().missing(),
                                "waiting",
                                one.progress().unconfirmed(),
                                "departments",
                                String.join(", ", one.missingIn())));
        gap.addClassName("gap");
        return gap;
    }

    private Component change(Place place, Course course, Runnable reload) {
        Texts texts = Texts.here();
        var button =
                Actions.inRow(
                        texts.get("training.change"),
                        () -> dialog.change(place.key(), course, reload));
        button.getElement()
                .setAttribute(
                        "aria-label", texts.get("training.change.what", "title", course.title()));
        return button;
    }

    private void startWithUsual(Place place, Runnable reload) {
        Texts texts = Texts.here();
        courses.addMissing(
                place.key(),
                USUAL.stream()
                        .map(usual ->
                                CourseFields.of(
                                                texts.get("training.usual." + usual.key()),
                                                60,
                                                usual.key().equals("coach")
                                                        ? Set.of()
                                                        : Set.of(StaffRole.TEACHER),
                                                usual.key().equals("coach")
                                                        ? Skill.COACH
                                                        : Skill.TRAINED)
                                        .training(usual.trains()))
                        .toList());
        reload.run();
    }
}
