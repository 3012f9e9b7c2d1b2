package school.tandem.training.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import java.util.List;
import java.util.Set;
import school.tandem.roster.PersonId;
import school.tandem.training.CourseMember;
import school.tandem.ui.Actions;
import school.tandem.ui.Texts;

/** Staff to tick, with their departments. */
class PeopleChoice extends CheckboxGroup<CourseMember> {

    private final transient List<CourseMember> people;

    PeopleChoice(String label, List<CourseMember> people) {
        this.people = people;
        setLabel(label);
        setItems(people);
        setItemLabelGenerator(PeopleChoice::label);
        addClassName("many");
    }

    List<PersonId> chosen() {
        return getValue().stream().map(CourseMember::id).toList();
    }

    Component chooseAll() {
        return Actions.secondary(
                Texts.here().get("training.chooseAll"), () -> setValue(Set.copyOf(people)));
    }

    private static String label(CourseMember one) {
        String department = one.department();
        return department == null ? one.name() : one.name() + " · " + department;
    }
}
