package school.tandem.roster.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import school.tandem.roster.Plan;
import school.tandem.roster.Plans;
import school.tandem.security.Access;
import school.tandem.security.Permission;
import school.tandem.ui.CurrentPlace;
import school.tandem.ui.Headline;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/**
 * What is set once and changed rarely: the school, its plans, its calendar, who may do what. Names
 * what its sections use, since the build of the front end can't see them behind their interface.
 */
@Route(SettingsView.ROUTE)
@PermitAll
@Uses(Dialog.class)
@Uses(TextField.class)
@Uses(EmailField.class)
@Uses(DatePicker.class)
@Uses(ComboBox.class)
@Uses(Select.class)
@Uses(Checkbox.class)
class SettingsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String ROUTE = "settings";

    private final transient CurrentPlace current;
    private final transient Access access;
    private final transient Plans plans;
    private final transient List<SettingsSection> sections;

    SettingsView(CurrentPlace current, Access access, Plans plans, List<SettingsSection> sections) {
        this.current = current;
        this.access = access;
        this.plans = plans;
        this.sections = sections;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        current.of(event).ifPresent(this::show);
    }

    @Override
    public String getPageTitle() {
        return Texts.here().get("roster.settings");
    }

    private void show(Place place) {
        access.require(place.key(), Permission.EDIT_ROSTER);
        removeAll();
        add(headline(place));
        sections.stream()
                .filter(section -> section.isShown(place))
                .forEach(section -> add(section.build(place, () -> show(place))));
    }

    private Headline headline(Place place) {
        Texts texts = Texts.here();
        String sentence =
                plans.current(place.key())
                        .map(Plan::moveOn)
                        .map(day ->
                                texts.get(
                                        "roster.settings.headline",
                                        "school",
                                        place.school().name(),
                                        "day",
                                        texts.date(day)))
                        .orElseGet(() ->
                                texts.get(
                                        "roster.settings.noPlan", "school", place.school().name()));
        return new Headline(sentence, texts.get("roster.settings.below"));
    }
}
