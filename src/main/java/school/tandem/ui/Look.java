package school.tandem.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;

/** The look of all Vaadin screens: Aura, and few tokens of our own. */
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("tandem.css")
public class Look implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addMetaTag("color-scheme", "light dark");
        settings.addLink("icon", "/favicon.svg");
        settings.setViewport("width=device-width, initial-scale=1");
    }
}
