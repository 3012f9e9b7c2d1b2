package school.tandem.importing.ui;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import school.tandem.security.Permission;
import school.tandem.ui.NavEntry;

/** The way to the screen of this module. */
@Configuration(proxyBeanMethods = false)
class ImportsNavigation {

    @Bean
    NavEntry importsEntry() {
        return new NavEntry(120, ImportsView.ROUTE, "importing.nav", true, Permission.IMPORT);
    }
}
