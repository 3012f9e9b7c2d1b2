package school.tandem.rollout.ui;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import school.tandem.security.Permission;
import school.tandem.ui.NavEntry;

/** The way to the screen of this module. */
@Configuration(proxyBeanMethods = false)
class RolloutNavigation {

    @Bean
    NavEntry rolloutEntry() {
        return new NavEntry(40, RolloutView.ROUTE, "rollout.title", false, Permission.SEE_FIGURES);
    }
}
