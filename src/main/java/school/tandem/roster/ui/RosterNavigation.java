package school.tandem.roster.ui;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import school.tandem.security.Permission;
import school.tandem.ui.NavEntry;

/** The ways to the screens of this module. */
@Configuration(proxyBeanMethods = false)
class RosterNavigation {

    @Bean
    NavEntry peopleEntry() {
        return new NavEntry(110, PeopleView.ROUTE, "roster.people", true, Permission.SEE_STAFF);
    }

    @Bean
    NavEntry settingsEntry() {
        return new NavEntry(
                130, SettingsView.ROUTE, "roster.settings", true, Permission.EDIT_ROSTER);
    }
}
