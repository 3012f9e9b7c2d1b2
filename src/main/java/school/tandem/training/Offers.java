package school.tandem.training;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import school.tandem.roster.School;
import school.tandem.roster.Schools;
import school.tandem.security.Access;

/** Lets offered seats lapse when their time is over, and offers them to the next. */
@Configuration(proxyBeanMethods = false)
class Offers {

    private static final Logger LOG = LoggerFactory.getLogger(Offers.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    @Bean
    RecurringTask<Void> lapsingOffers(Schools schools, Bookings bookings, Access access) {
        return Tasks.recurring("offers", FixedDelay.of(EVERY))
                .execute((instance, context) ->
                        access.asInstallation(() -> {
                            schools.mine().forEach(school -> settle(school, bookings));
                            return null;
                        }));
    }

    private static void settle(School school, Bookings bookings) {
        try {
            bookings.settle(school.key());
        } catch (RuntimeException failed) {
            LOG.error(
                    "The seats of school {} in district {} are settled the next time",
                    school.key().school(),
                    school.key().district(),
                    failed);
        }
    }
}
