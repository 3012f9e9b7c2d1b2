package school.tandem.roster.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.List;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.Department;
import school.tandem.ui.Texts;

/** Chooses a department, or names a new one; empty: none. */
class DepartmentField extends ComboBox<String> {

    DepartmentField(List<Department> departments, @Nullable String chosen) {
        super(Texts.here().get("roster.department"));
        setItems(departments.stream().map(Department::name).toList());
        setAllowCustomValue(true);
        setClearButtonVisible(true);
        setHelperText(Texts.here().get("roster.department.hint"));
        addCustomValueSetListener(typed -> setValue(typed.getDetail()));
        setValue(chosen);
    }
}
