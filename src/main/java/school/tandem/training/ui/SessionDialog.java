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
                        new SessionFields(
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
                        new SessionFields(
                                now.course(),
                                now.day(),
                                now.time(),
                                now.minutes(),
                                now.place(),
                                now.trainer()),
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
        TextField place = new TextField(texts.get("training.where"), now.place(), "");
        TextField trainer = new TextField(texts.get("training.trainer"), now.trainer(), "");
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
                                                minutes.isEmpty() ? 0 : minutes.getValue(),
                                                place.getValue(),
                                                trainer.getValue())));
        dialog.field("course", course);
        dialog.field("day", day);
        dialog.field("time", time);
        dialog.field("minutes", minutes);
        dialog.field("place", place);
        dialog.field("trainer", trainer);
        return dialog;
    }
}
