package school.tandem.training.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.PersonId;
import school.tandem.training.CourseMember;
import school.tandem.ui.DayField;
import school.tandem.ui.Form;
import school.tandem.ui.Texts;

/** Ticks who completed a course on a day. */
class RecordForm extends Composite<Div> {

    RecordForm(List<CourseMember> missing, BiConsumer<List<PersonId>, @Nullable LocalDate> record) {
        Texts texts = Texts.here();
        PeopleChoice people = new PeopleChoice(texts.get("training.whoCompleted"), missing);
        DayField day = new DayField(texts.get("training.completedOn"));
        Form form =
                new Form(
                        texts.get("training.record"),
                        () -> record.accept(people.chosen(), day.getValue()));
        form.field("day", day);
        form.withAction(people.chooseAll());
        form.field("people", people);
        getContent().add(people, form);
    }
}
