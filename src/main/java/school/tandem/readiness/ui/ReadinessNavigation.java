package school.tandem.readiness.ui;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import school.tandem.security.Permission;
import school.tandem.ui.NavEntry;

/** The way to the dashboard. */
@Configuration(proxyBeanMethods = false)
class ReadinessNavigation {

    @Bean
    NavEntry readinessEntry() {
        return new NavEntry(
                10, ReadinessView.ROUTE, "readiness.title", false, Permission.SEE_FIGURES);
    }
}
