package school.tandem.training.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import school.tandem.roster.DepartmentId;
import school.tandem.roster.intake.StaffRole;
import school.tandem.training.Due;
import school.tandem.training.Requirement;
import school.tandem.ui.FormDialog;
import school.tandem.ui.Texts;

/** Who must complete a course, and by when. */
final class RequirementFields {

    private final Map<DepartmentId, String> names;
    private final CheckboxGroup<StaffRole> roles;
    private final MultiSelectComboBox<DepartmentId> departments;
    private final Select<Due.From> dueFrom = new Select<>();
    private final IntegerField dueDays;

    RequirementFields(Map<DepartmentId, String> names, Requirement now) {
        Texts texts = Texts.here();
        this.names = names;
        roles = new CheckboxGroup<>(texts.get("training.requiredFor"));
        roles.setItems(StaffRole.values());
        roles.setItemLabelGenerator(role -> texts.get("training.role." + role.code()));
        roles.setValue(now.roles());
        departments = new MultiSelectComboBox<>(texts.get("training.requiredIn"));
        departments.setItems(names.keySet());
        departments.setItemLabelGenerator(id -> names.getOrDefault(id, ""));
        departments.setHelperText(texts.get("training.requiredIn.hint"));
        departments.setValue(known(now.departments()));
        Due due = now.due();
        dueFrom.setLabel(texts.get("training.dueFrom"));
        dueFrom.setItems(Due.From.values());
        dueFrom.setEmptySelectionAllowed(true);
        dueFrom.setItemLabelGenerator(from ->
                texts.get(from == null ? "training.due.never" : "training.due." + from.code()));
        dueFrom.setValue(due == null ? null : due.from());
        dueDays = new IntegerField(texts.get("training.dueDays"));
        dueDays.setHelperText(texts.get("training.dueDays.hint"));
        dueDays.setValue(due == null ? 0 : due.days());
    }

    void addTo(FormDialog dialog) {
        dialog.field("requiredFor", roles);
        if (!names.isEmpty()) {
            dialog.field("requiredIn", departments);
        }
        dialog.field("dueFrom", dueFrom);
        dialog.field("dueDays", dueDays);
    }

    Requirement chosen() {
        Due.From from = dueFrom.getValue();
        return new Requirement(
                roles.getValue(),
                departments.getValue(),
                from == null ? null : new Due(from, dueDays.isEmpty() ? 0 : dueDays.getValue()));
    }

    /** A department that is no more is required of nobody. */
    private Set<DepartmentId> known(Set<DepartmentId> chosen) {
        return chosen.stream().filter(names::containsKey).collect(Collectors.toSet());
    }
}
