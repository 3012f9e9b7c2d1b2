package school.tandem.roster.ui;

import com.vaadin.flow.component.select.Select;
import school.tandem.security.Role;
import school.tandem.ui.Texts;

/** Chooses what somebody may do; says what that is. */
class RoleField extends Select<Role> {

    RoleField(Role chosen) {
        Texts texts = Texts.here();
        setLabel(texts.get("roster.role"));
        setItems(Role.values());
        setItemLabelGenerator(role -> texts.get("roster.role." + role.code()));
        addValueChangeListener(change -> explain());
        setValue(chosen);
        explain();
    }

    private void explain() {
        setHelperText(Texts.here().get("roster.role." + getValue().code() + ".may"));
    }
}
