package school.tandem.training.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.Set;
import java.util.function.Consumer;
import school.tandem.roster.intake.StaffRole;
import school.tandem.security.SchoolKey;
import school.tandem.training.Course;
import school.tandem.training.CourseFields;
import school.tandem.training.Courses;
import school.tandem.ui.Actions;
import school.tandem.ui.FormDialog;
import school.tandem.ui.Notices;
import school.tandem.ui.Texts;

/** Adds a course, changes one, or puts it away. */
@SpringComponent
class CourseDialog {

    private static final int USUAL_MINUTES = 60;

    private final Courses courses;

    CourseDialog(Courses courses) {
        this.courses = courses;
    }

    void add(SchoolKey key, Runnable then) {
        Texts texts = Texts.here();
        dialog(
                        texts.get("training.course.add"),
                        new CourseFields("", USUAL_MINUTES, Set.of(StaffRole.TEACHER), false),
                        fields -> {
                            courses.add(key, fields);
                            then.run();
                        })
                .open();
    }

    void change(SchoolKey key, Course course, Runnable then) {
        Texts texts = Texts.here();
        FormDialog dialog =
                dialog(
                        course.title(),
                        new CourseFields(
                                course.title(),
                                course.minutes(),
                                course.requiredFor(),
                                course.givesCoach()),
                        fields -> {
                            courses.change(key, course.id(), fields);
                            then.run();
                        });
        dialog.withAction(
                Actions.secondary(
                        texts.get("training.course.archive"),
                        () -> {
                            dialog.close();
                            archive(key, course, then);
                        }));
        dialog.open();
    }

    private void archive(SchoolKey key, Course course, Runnable then) {
        courses.archive(key, course.id());
        then.run();
        Notices.done(
                Texts.here().get("training.course.archived", "title", course.title()),
                () -> {
                    courses.giveBack(key, course.id());
                    then.run();
                });
    }

    private static FormDialog dialog(
            String heading, CourseFields now, Consumer<CourseFields> save) {
        Texts texts = Texts.here();
        TextField title = new TextField(texts.get("training.course.title"), now.title(), "");
        IntegerField minutes = new IntegerField(texts.get("training.minutes"));
        minutes.setValue(now.minutes());
        minutes.setStepButtonsVisible(true);
        minutes.setStep(5);
        CheckboxGroup<StaffRole> roles = new CheckboxGroup<>(texts.get("training.requiredFor"));
        roles.setItems(StaffRole.values());
        roles.setItemLabelGenerator(role -> texts.get("training.role." + role.code()));
        roles.setValue(now.requiredFor());
        Checkbox coach = new Checkbox(texts.get("training.givesCoach"), now.givesCoach());
        FormDialog dialog =
                new FormDialog(
                        heading,
                        texts.get("training.save"),
                        () ->
                                save.accept(
                                        new CourseFields(
                                                title.getValue(),
                                                minutes.isEmpty() ? 0 : minutes.getValue(),
                                                roles.getValue(),
                                                coach.getValue())));
        dialog.field("title", title);
        dialog.field("minutes", minutes);
        dialog.field("requiredFor", roles);
        dialog.with(coach);
        return dialog;
    }
}
