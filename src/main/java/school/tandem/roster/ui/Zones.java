package school.tandem.roster.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;

/** The time zones that a school can be in. */
final class Zones {

    private static final List<String> ALL =
            ZoneId.getAvailableZoneIds().stream()
                    .filter(zone -> zone.indexOf('/') > 0)
                    .filter(zone -> !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
                    .sorted()
                    .toList();

    private Zones() {}

    static ComboBox<String> field(String label, ZoneId chosen) {
        ComboBox<String> field = new ComboBox<>(label);
        field.setItems(ALL);
        field.setAllowCustomValue(false);
        if (ALL.contains(chosen.getId())) {
            field.setValue(chosen.getId());
        }
        return field;
    }

    /** Where the browser is, else where the server is. */
    static ZoneId ofBrowser() {
        var details = UI.getCurrent().getPage().getExtendedClientDetails();
        String zone = details == null ? null : details.getTimeZoneId();
        try {
            return zone == null ? ZoneId.systemDefault() : ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            return ZoneId.systemDefault();
        }
    }
}
