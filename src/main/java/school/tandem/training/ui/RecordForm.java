package school.tandem.training.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.PersonId;
import school.tandem.training.CourseMember;
import school.tandem.ui.Actions;
import school.tandem.ui.DayField;
import school.tandem.ui.Form;
import school.tandem.ui.Texts;

/** Ticks who completed a course on a day. */
class RecordForm extends Composite<Div> {

    RecordForm(List<CourseMember> missing, BiConsumer<List<PersonId>, @Nullable LocalDate> record) {
        Texts texts = Texts.here();
        CheckboxGroup<CourseMember> people = new CheckboxGroup<>();
        people.setLabel(texts.get("training.whoCompleted"));
        people.setItems(missing);
        people.setItemLabelGenerator(RecordForm::label);
        people.addClassName("many");
        DayField day = new DayField(texts.get("training.completedOn"));
        Form form =
                new Form(
                        texts.get("training.record"),
                        () ->
                                record.accept(
                                        people.getValue().stream().map(CourseMember::id).toList(),
                                        day.getValue()));
        form.field("day", day);
        form.withAction(
                Actions.secondary(
                        texts.get("training.chooseAll"),
                        () -> people.setValue(Set.copyOf(missing))));
        form.field("people", people);
        getContent().add(people, form);
    }

    private static String label(CourseMember one) {
        String department = one.department();
        return department == null ? one.name() : one.name() + " · " + department;
    }
}
