package school.tandem.training.ui;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.Departments;
import school.tandem.roster.intake.StaffRole;
import school.tandem.security.SchoolKey;
import school.tandem.training.Course;
import school.tandem.training.CourseFields;
import school.tandem.training.Courses;
import school.tandem.training.Practice;
import school.tandem.training.Skill;
import school.tandem.ui.Actions;
import school.tandem.ui.FormDialog;
import school.tandem.ui.Notices;
import school.tandem.ui.Texts;

/** Adds a course, changes one, or puts it away. */
@SpringComponent
class CourseDialog {

    private static final int USUAL_MINUTES = 60;

    private final Courses courses;
    private final Departments departments;

    CourseDialog(Courses courses, Departments departments) {
        this.courses = courses;
        this.departments = departments;
    }

    void add(SchoolKey key, Runnable then) {
        Texts texts = Texts.here();
        dialog(
                        key,
                        texts.get("training.course.add"),
                        CourseFields.of(
                                "", USUAL_MINUTES, Set.of(StaffRole.TEACHER), Skill.TRAINED),
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
                        key,
                        course.title(),
                        course.fields(),
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

    private FormDialog dialog(
            SchoolKey key, String heading, CourseFields now, Consumer<CourseFields> save) {
        Texts texts = Texts.here();
        TextField title = new TextField(texts.get("training.course.title"), now.title(), "");
        IntegerField minutes = number("training.minutes", now.minutes());
        RequirementFields required = new RequirementFields(departments.names(key), now.required());
        Select<Skill> gives = new Select<>();
        gives.setLabel(texts.get("training.gives"));
        gives.setItems(Skill.values());
        gives.setItemLabelGenerator(skill -> texts.get("training.gives." + skill.code()));
        gives.setValue(now.gives());
        Select<Practice> trains = trains(now.trains());
        IntegerField parts = number("training.parts", now.parts());
        parts.setHelperText(texts.get("training.parts.hint"));
        IntegerField valid = number("training.validMonths", now.validMonths());
        valid.setHelperText(texts.get("training.validMonths.hint"));
        FormDialog dialog =
                new FormDialog(
                        heading,
                        texts.get("training.save"),
                        () ->
                                save.accept(
                                        new CourseFields(
                                                title.getValue(),
                                                orZero(minutes),
                                                required.chosen(),
                                                gives.getValue(),
                                                trains.getValue(),
                                                orZero(parts),
                                                valid.getValue())));
        dialog.field("title", title);
        dialog.field("minutes", minutes);
        required.addTo(dialog);
        dialog.field("gives", gives);
        dialog.field("trains", trains);
        dialog.field("parts", parts);
        dialog.field("validMonths", valid);
        return dialog;
    }

    private static Select<Practice> trains(Practice now) {
        Texts texts = Texts.here();
        Select<Practice> trains = new Select<>();
        trains.setLabel(texts.get("training.trains"));
        trains.setHelperText(texts.get("training.trains.hint"));
        trains.setItems(Practice.values());
        trains.setItemLabelGenerator(practice -> texts.get("training.trains." + practice.code()));
        trains.setValue(now);
        return trains;
    }

    private static IntegerField number(String label, @Nullable Integer now) {
        IntegerField number = new IntegerField(Texts.here().get(label));
        number.setValue(now);
        return number;
    }

    private static int orZero(IntegerField number) {
        return number.isEmpty() ? 0 : number.getValue();
    }
}
