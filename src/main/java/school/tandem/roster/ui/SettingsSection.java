package school.tandem.roster.ui;

import com.vaadin.flow.component.Component;
import school.tandem.ui.Place;

/** One panel of the settings. */
interface SettingsSection {

    /** Whether whoever looks may see it, and there is anything in it. */
    boolean isShown(Place place);

    /**
     * Builds it.
     *
     * @param reload builds all settings anew
     */
    Component build(Place place, Runnable reload);
}
