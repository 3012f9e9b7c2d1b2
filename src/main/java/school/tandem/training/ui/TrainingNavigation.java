package school.tandem.training.ui;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import school.tandem.security.Permission;
import school.tandem.ui.NavEntry;

/** The way to the screens of this module. */
@Configuration(proxyBeanMethods = false)
class TrainingNavigation {

    @Bean
    NavEntry trainingEntry() {
        return new NavEntry(
                20, TrainingView.ROUTE, "training.title", false, Permission.SEE_FIGURES);
    }
}
