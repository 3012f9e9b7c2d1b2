package school.tandem.roster.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import school.tandem.roster.FirstSchool;
import school.tandem.roster.Plan;
import school.tandem.roster.School;
import school.tandem.security.BadInput;
import school.tandem.ui.DayField;
import school.tandem.ui.Form;
import school.tandem.ui.Texts;

/** A school's name, where it is, and when it wants to move: enough for a dashboard. */
class FirstSchoolForm extends Composite<Div> {

    private final TextField name = new TextField(Texts.here().get("roster.school.name"));
    private final TextField district = new TextField(Texts.here().get("roster.district.name"));
    private final ComboBox<String> zone =
            Zones.field(Texts.here().get("roster.zone"), Zones.ofBrowser());
    private final DayField move = new DayField(Texts.here().get("roster.plan.move"));

    /**
     * @param mine the schools of whoever looks; the next one likely belongs to the same district
     */
    FirstSchoolForm(FirstSchool first, List<School> mine, Consumer<Plan> then) {
        Texts texts = Texts.here();
        district.setHelperText(texts.get("roster.district.hint"));
        move.setHelperText(texts.get("roster.plan.move.hint"));
        mine.stream()
                .filter(school -> !school.sample())
                .findFirst()
                .ifPresent(school -> district.setValue(school.districtName()));
        Form form =
                new Form(
                        texts.get("roster.welcome.name.do"),
                        () -> then.accept(first.start(fields())));
        form.field("name", name);
        form.field("district", district);
        form.field("zone", zone);
        form.field("moveOn", move);
        getContent().add(form);
    }

    private FirstSchool.Fields fields() {
        String chosen = zone.getValue();
        if (chosen == null) {
            throw new BadInput("zone", "roster.bad.zone");
        }
        return new FirstSchool.Fields(
                name.getValue(),
                district.getValue(),
                ZoneId.of(chosen),
                Texts.here().get("roster.plan.default"),
                PlansSection.required(move.getValue(), "moveOn"));
    }
}
