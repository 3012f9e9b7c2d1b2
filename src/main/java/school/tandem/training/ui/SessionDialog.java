package school.tandem.training.ui;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import school.tandem.security.SchoolKey;
import school.tandem.training.Course;
import school.tandem.training.SessionFields;
import school.tandem.training.Sessions;
import school.tandem.training.TrainingSession;
import school.tandem.ui.DayField;
import school.tandem.ui.FormDialog;
import school.tandem.ui.Texts;

/** Plans a session, or moves one. */
@SpringComponent
class SessionDialog {

    private final Sessions sessions;

    SessionDialog(Sessions sessions) {
        this.sessions = sessions;
    }

    void plan(SchoolKey key, List<Course> courses, Runnable then) {
        Course first = courses.getFirst();
        dialog(
                        Texts.here().get("training.session.plan"),
                        courses,
                        SessionFields.of(
                                first.id(), null, LocalTime.of(15, 30), first.minutes(), "", ""),
                        fields -> {
                            sessions.plan(key, fields);
                            then.run();
                        })
                .open();
    }

    void change(SchoolKey key, TrainingSession now, List<Course> courses, Runnable then) {
        dialog(
                        now.title(),
                        courses,
                        now.fields(),
                        fields -> {
                            sessions.change(key, now.id(), fields);
                            then.run();
                        })
                .open();
    }

    private static FormDialog dialog(
            String heading, List<Course> courses, SessionFields now, Consumer<SessionFields> save) {
        Texts texts = Texts.here();
        Select<Course> course = new Select<>();
        course.setLabel(texts.get("training.course"));
        course.setItems(courses);
        course.setItemLabelGenerator(Course::title);
        courses.stream()
                .filter(one -> one.id().equals(now.course()))
                .findFirst()
                .ifPresent(course::setValue);
        DayField day = new DayField(texts.get("training.day"));
        day.setValue(now.day());
        TimePicker time = new TimePicker(texts.get("training.time"));
        time.setLocale(texts.locale());
        time.setStep(Duration.ofMinutes(15));
        time.setValue(now.time());
        IntegerField minutes = new IntegerField(texts.get("training.minutes"));
        minutes.setValue(now.minutes());
        TextField place = new TextField(texts.get("training.place"), now.place(), "");
        TextField link = new TextField(texts.get("training.link"), now.link(), "");
        TextField trainer = new TextField(texts.get("training.trainer"), now.trainer(), "");
        IntegerField capacity = new IntegerField(texts.get("training.capacity"));
        capacity.setHelperText(texts.get("training.capacity.hint"));
        capacity.setValue(now.capacity());
        IntegerField part = new IntegerField(texts.get("training.part"));
        part.setValue(now.part());
        course.addValueChangeListener(changed -> showPart(part, changed.getValue()));
        showPart(part, course.getValue());
        FormDialog dialog =
                new FormDialog(
                        heading,
                        texts.get("training.save"),
                        () ->
                                save.accept(
                                        new SessionFields(
                                                course.isEmpty() ? null : course.getValue().id(),
                                                day.getValue(),
                                                time.getValue(),
                                                orZero(minutes),
                                                place.getValue(),
                                                link.getValue(),
                                                trainer.getValue(),
                                                capacity.getValue(),
                                                part.isVisible() ? orZero(part) : 1)));
        dialog.field("course", course);
        dialog.field("day", day);
        dialog.field("time", time);
        dialog.field("minutes", minutes);
        dialog.field("place", place);
        dialog.field("link", link);
        dialog.field("trainer", trainer);
        dialog.field("capacity", capacity);
        dialog.field("part", part);
        return dialog;
    }

    /** Which part it is, is asked only of a course that has several. */
    private static void showPart(IntegerField part, @Nullable Course course) {
        part.setVisible(course != null && course.parts() > 1);
    }

    private static int orZero(IntegerField number) {
        return number.isEmpty() ? 0 : number.getValue();
    }
}
