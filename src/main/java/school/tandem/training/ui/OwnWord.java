package school.tandem.training.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.Schools;
import school.tandem.training.Completions;
import school.tandem.training.OwnCourse;
import school.tandem.ui.DayField;
import school.tandem.ui.FormDialog;
import school.tandem.ui.Notices;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** Says that one has completed a course oneself, and takes it back. */
@SpringComponent
class OwnWord {

    private final Schools schools;
    private final Completions completions;

    OwnWord(Schools schools, Completions completions) {
        this.schools = schools;
        this.completions = completions;
    }

    void ask(Place place, OwnCourse one, Runnable then) {
        Texts texts = Texts.here();
        DayField day = new DayField(texts.get("training.completedOn"));
        day.setValue(schools.today(schools.find(place.key())));
        FormDialog dialog =
                new FormDialog(
                        one.course().title(),
                        texts.get("training.mine.done"),
                        () -> log(place, one, day.getValue(), then));
        dialog.field("day", day);
        dialog.open();
    }

    void takeBack(Place place, OwnCourse one, Runnable then) {
        completions.takeBackOwn(place.key(), one.course().id());
        then.run();
    }

    private void log(Place place, OwnCourse one, @Nullable LocalDate day, Runnable then) {
        completions.logOwn(place.key(), one.course().id(), day);
        then.run();
        Notices.done(
                Texts.here().get("training.mine.logged", "title", one.course().title()),
                () -> takeBack(place, one, then));
    }
}
