package school.tandem.training;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import school.tandem.security.DistrictId;

/**
 * Sessions as iCalendar (RFC 5545). Moments stand in UTC, so that no change of clocks moves them;
 * what was moved or cancelled has a higher SEQUENCE, by which calendars know the newer one.
 */
final class SessionCalendar {

    private SessionCalendar() {}

    static String of(
            String school, DistrictId district, List<TrainingSession> sessions, Instant now) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Tandem//Training//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(new XProperty("X-WR-CALNAME", school));
        sessions.forEach(session -> calendar.add(event(district, session, now)));
        StringWriter text = new StringWriter();
        try {
            new CalendarOutputter().output(calendar, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static VEvent event(DistrictId district, TrainingSession session, Instant now) {
        VEvent event = new VEvent(false);
        event.add(new Uid("session-%s-%s@tandem".formatted(district, session.id())));
        event.add(new DtStamp(now));
        event.add(new Sequence(session.revision()));
        event.add(new DtStart<>(session.startsAt()));
        event.add(new DtEnd<>(session.endsAt()));
        event.add(new Summary(session.title()));
        String where = session.place().isEmpty() ? session.link() : session.place();
        if (!where.isEmpty()) {
            event.add(new Location(where));
        }
        if (!session.link().isEmpty()) {
            event.add(new Url(URI.create(session.link())));
        }
        event.add(
                session.cancelled()
                        ? ImmutableStatus.VEVENT_CANCELLED
                        : ImmutableStatus.VEVENT_CONFIRMED);
        return event;
    }
}
