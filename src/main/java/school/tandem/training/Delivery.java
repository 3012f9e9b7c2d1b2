package school.tandem.training;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;
import school.tandem.security.Access;
import school.tandem.security.District;
import school.tandem.security.DistrictId;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.Districts;
import school.tandem.ui.Mail;
import school.tandem.ui.Mail.Letter;

/**
 * Sends what the outbox holds. A message is marked and handed over in one transaction: one that the
 * mail server refuses stays, and one may go twice only where the machine stops right in between.
 */
@Component
class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    /** So many notices a district and round; the next round takes what is left. */
    private static final int A_ROUND = 500;

    private final Districts districts;
    private final DistrictTransactions inDistrict;
    private final Outbox outbox;
    private final Letters letters;
    private final Mail mail;
    private final Access access;

    Delivery(
            Districts districts,
            DistrictTransactions inDistrict,
            Outbox outbox,
            Letters letters,
            Mail mail,
            Access access) {
        this.districts = districts;
        this.inDistrict = inDistrict;
        this.outbox = outbox;
        this.letters = letters;
        this.mail = mail;
        this.access = access;
    }

    /** Sends everything that is due in all districts. */
    void round() {
        if (mail.works()) {
            access.asInstallation(() -> {
                districts.all().stream().map(District::id).forEach(this::round);
                return null;
            });
        }
    }

    private void round(DistrictId district) {
        if (outbox.reach(district) != Reach.SENDS) {
            return;
        }
        List<Notice> due = inDistrict.read(district, () -> outbox.due(district, A_ROUND));
        for (List<Notice> one : together(due)) {
            if (!tried(district, one)) {
                return;
            }
        }
    }

    /** Whether the mail server takes letters; if not, the others wait for the next round. */
    private boolean tried(DistrictId district, List<Notice> notices) {
        try {
            inDistrict.write(district, () -> send(district, outbox.claim(district, notices)));
            return true;
        } catch (MailException notSent) {
            LOG.warn(
                    "Notice {} of district {} waits: {}",
                    notices.getFirst().id(),
                    district,
                    notSent.getMostSpecificCause().getClass().getSimpleName());
            inDistrict.write(district, () -> outbox.failed(district, notices));
            return false;
        }
    }

    private void send(DistrictId district, List<Notice> notices) {
        if (notices.isEmpty()) {
            return; // taken back in the meantime
        }
        Optional<Letter> letter = letters.of(district, notices);
        if (letter.isPresent()) {
            outbox.sent(district, notices);
            mail.send(letter.get());
        } else {
            outbox.drop(district, notices);
        }
    }

    /** Reminders of one person are one message. */
    private static Collection<List<Notice>> together(List<Notice> due) {
        Map<Object, List<Notice>> together = new LinkedHashMap<>();
        for (Notice notice : due) {
            Object with =
                    notice.kind() == NoticeKind.REMINDER
                            ? List.of(notice.school(), notice.person())
                            : notice.id();
            together.computeIfAbsent(with, none -> new ArrayList<>()).add(notice);
        }
        return together.values();
    }

    /** The job that does it. */
    @Configuration(proxyBeanMethods = false)
    static class Job {

        private static final Duration EVERY = Duration.ofSeconds(30);

        @Bean
        RecurringTask<Void> noticesToSend(Delivery delivery) {
            return Tasks.recurring("notices", FixedDelay.of(EVERY))
                    .execute((instance, context) -> delivery.round());
        }
    }
}
