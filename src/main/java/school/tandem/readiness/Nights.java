package school.tandem.readiness;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import school.tandem.adoption.AdoptionFigures;
import school.tandem.roster.Plan;
import school.tandem.roster.Plans;
import school.tandem.roster.School;
import school.tandem.roster.Schools;
import school.tandem.security.Access;
import school.tandem.security.District;
import school.tandem.security.Districts;

/**
 * What is done when a school's day has ended: the snapshots of what is behind, and its figures of
 * the new day, since the window has moved. Looked for every half hour, since schools have zones,
 * and at each start, since the machine may have been off.
 */
@Configuration(proxyBeanMethods = false)
class Nights {

    private static final Logger LOG = LoggerFactory.getLogger(Nights.class);
    private static final Duration EVERY = Duration.ofMinutes(30);

    @Bean
    RecurringTask<Void> night(
            Districts districts,
            Schools schools,
            Plans plans,
            AdoptionFigures figures,
            Snapshots snapshots,
            Access access) {
        return Tasks.recurring("night", FixedDelay.of(EVERY))
                .execute((instance, context) ->
                        access.asInstallation(() -> {
                            for (District district : districts.all()) {
                                endDays(district, schools, plans, figures, snapshots);
                            }
                            return null;
                        }));
    }

    static void endDays(
            District district,
            Schools schools,
            Plans plans,
            AdoptionFigures figures,
            Snapshots snapshots) {
        for (School school : schools.of(district.id())) {
            try {
                // First the snapshots: they read what is kept of yesterday, which then goes.
                for (Plan plan : plans.of(school.key())) {
                    snapshots.catchUp(plan);
                }
                figures.refreshIfNewDay(school.key(), schools.today(school));
            } catch (RuntimeException failed) {
                LOG.error(
                        "The night of school {} in district {} failed and is tried again",
                        school.key().school(),
                        district.id(),
                        failed);
            }
        }
    }
}
