package school.tandem.adoption.ui;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import school.tandem.security.Permission;
import school.tandem.ui.NavEntry;

/** The way to the screen of this module. */
@Configuration(proxyBeanMethods = false)
class AdoptionNavigation {

    @Bean
    NavEntry adoptionEntry() {
        return new NavEntry(
                30, AdoptionView.ROUTE, "adoption.title", false, Permission.SEE_FIGURES);
    }
}
