package school.tandem.training;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import school.tandem.security.DistrictId;
import school.tandem.ui.Mail.CalendarMessage;

/**
 * Sessions as iCalendar (RFC 5545). Moments stand in UTC, so that no change of clocks moves them;
 * what was moved or cancelled has a higher SEQUENCE, by which calendars know the newer one.
 */
final class SessionCalendar {

    private SessionCalendar() {}

    /** Where an invitation goes, and whom it comes from. */
    record Parties(String organizer, String organizerName, String attendee, String attendeeName) {}

    /** Some sessions, as a calendar that is followed. */
    static String of(
            String school, DistrictId district, List<TrainingSession> sessions, Instant now) {
        Calendar calendar = calendar();
        calendar.add(new XProperty("X-WR-CALNAME", school));
        sessions.forEach(session ->
                calendar.add(
                        event(district, session, session.revision(), session.cancelled(), now)));
        return text(calendar);
    }

    /**
     * One session as a message to one person (RFC 5546): they have a seat, or have it no more.
     *
     * @param sequence higher than that of every message before about this session and person
     */
    static CalendarMessage message(
            DistrictId district,
            TrainingSession session,
            Parties parties,
            boolean ended,
            int sequence,
            Instant now) {
        Method method = ended ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST;
        VEvent event = event(district, session, sequence, ended, now);
        Organizer organizer = new Organizer(mailto(parties.organizer()));
        organizer.add(new Cn(parties.organizerName()));
        Attendee attendee = new Attendee(mailto(parties.attendee()));
        attendee.add(new Cn(parties.attendeeName()));
        attendee.add(PartStat.ACCEPTED);
        attendee.add(Rsvp.FALSE);
        event.add(organizer);
        event.add(attendee);
        Calendar calendar = calendar();
        calendar.add(method);
        calendar.add(event);
        return new CalendarMessage(method.getValue(), text(calendar));
    }

    private static URI mailto(String address) {
        try {
            return new URI("mailto", address, null);
        } catch (URISyntaxException bad) {
            throw new IllegalArgumentException("No e-mail address", bad);
        }
    }

    private static Calendar calendar() {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Tandem//Training//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        return calendar;
    }

    private static String text(Calendar calendar) {
        StringWriter text = new StringWriter();
        try {
            new CalendarOutputter().output(calendar, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static VEvent event(
            DistrictId district,
            TrainingSession session,
            int sequence,
            boolean cancelled,
            Instant now) {
        VEvent event = new VEvent(false);
        event.add(new Uid("session-%s-%s@tandem".formatted(district, session.id())));
        event.add(new DtStamp(now));
        event.add(new Sequence(sequence));
        event.add(new DtStart<>(session.startsAt()));
        event.add(new DtEnd<>(session.endsAt()));
        event.add(new Summary(session.title()));
        String where = session.where();
        if (!where.isEmpty()) {
            event.add(new Location(where));
        }
        if (!session.link().isEmpty()) {
            event.add(new Url(URI.create(session.link())));
        }
        event.add(cancelled ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        return event;
    }
}
