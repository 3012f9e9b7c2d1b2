package school.tandem.training;

import static school.tandemdb.roster.Tables.PERSON;
import static school.tandemdb.training.Tables.BOOKING;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import school.tandem.roster.PersonId;
import school.tandem.roster.School;
import school.tandem.roster.Schools;
import school.tandem.security.DistrictId;
import school.tandem.security.Memberships;
import school.tandem.security.SchoolKey;
import school.tandem.training.SessionCalendar.Parties;
import school.tandem.ui.Mail;
import school.tandem.ui.Mail.Letter;
import school.tandem.ui.Texts;

/** Writes notices as e-mails, as things stand when they are sent. */
@Component
class Letters {

    private record Reader(String name, @Nullable String email, @Nullable LocalDate withdrawn) {}

    private final DSLContext dsl;
    private final Schools schools;
    private final Courses courses;
    private final Sessions sessions;
    private final Memberships memberships;
    private final Mail mail;
    private final Clock clock;
    private final String address;

    /**
     * @param address where people open Tandem; empty: unknown, and letters carry no link
     */
    Letters(
            DSLContext dsl,
            Schools schools,
            Courses courses,
            Sessions sessions,
            Memberships memberships,
            Mail mail,
            Clock clock,
            @Value("${tandem.url:}") String address) {
        this.dsl = dsl;
        this.schools = schools;
        this.courses = courses;
        this.sessions = sessions;
        this.memberships = memberships;
        this.mail = mail;
        this.clock = clock;
        this.address = address;
    }

    /**
     * One letter of these notices: one, or reminders of one person.
     *
     * @return empty: it would come too late, or reach nobody
     */
    Optional<Letter> of(DistrictId district, List<Notice> notices) {
        Notice first = notices.getFirst();
        SchoolKey key = new SchoolKey(district, first.school());
        School school = schools.find(key);
        Reader reader = reader(key, first.person());
        if (reader.email() == null || reader.withdrawn() != null) {
            return Optional.empty();
        }
        Texts texts =
                Texts.of(
                        memberships
                                .language(key, first.person().value())
                                .map(Locale::forLanguageTag)
                                .orElse(first.language()));
        return first.kind() == NoticeKind.REMINDER
                ? reminder(key, school, reader.name(), reader.email(), notices, texts)
                : news(key, school, reader.name(), reader.email(), first, texts);
    }

    private Optional<Letter> news(
            SchoolKey key, School school, String name, String email, Notice notice, Texts texts) {
        TrainingSession session = sessions.find(key, Objects.requireNonNull(notice.session()));
        Booking booking = booking(key, session.id(), notice.person());
        boolean ended = notice.kind().over();
        if (session.endsAt().isBefore(clock.instant()) || (!ended && booking == null)) {
            return Optional.empty();
        }
        Instant until = booking == null ? null : booking.offeredUntil();
        String kind = "training.mail." + notice.kind().code();
        String text =
                String.join(
                        "\n\n",
                        texts.get("training.mail.hello", "name", name),
                        texts.get(
                                kind,
                                "until",
                                until == null ? "" : texts.moment(until, session.zone())),
                        about(session, texts),
                        foot(school, texts));
        boolean seat = booking != null && booking.state() == BookingState.BOOKED;
        return Optional.of(
                new Letter(
                        email,
                        texts.get(
                                kind + ".subject",
                                "title",
                                session.title(),
                                "when",
                                texts.moment(session.startsAt(), session.zone())),
                        text,
                        (seat || ended) && !mail.from().isEmpty()
                                ? SessionCalendar.message(
                                        key.district(),
                                        session,
                                        new Parties(mail.from(), school.name(), email, name),
                                        ended,
                                        Math.toIntExact(notice.id()),
                                        clock.instant())
                                : null));
    }

    private Optional<Letter> reminder(
            SchoolKey key,
            School school,
            String name,
            String email,
            List<Notice> notices,
            Texts texts) {
        List<String> missing = new ArrayList<>();
        for (Notice notice : notices) {
            Course course = courses.find(key, Objects.requireNonNull(notice.course()));
            SessionId next = notice.session();
            missing.add(
                    next == null
                            ? "• " + course.title()
                            : "• " + about(sessions.find(key, next), texts));
        }
        String text =
                String.join(
                        "\n\n",
                        texts.get("training.mail.hello", "name", name),
                        texts.get("training.mail.reminder", "count", missing.size()),
                        String.join("\n\n", missing),
                        texts.get("training.mail.reminder.done"),
                        foot(school, texts));
        return Optional.of(
                new Letter(
                        email,
                        texts.get("training.mail.reminder.subject", "count", missing.size()),
                        text,
                        null));
    }

    private static String about(TrainingSession session, Texts texts) {
        return String.join(
                "\n",
                List.of(
                                session.title(),
                                texts.moment(session.startsAt(), session.zone()),
                                session.where(),
                                session.trainer())
                        .stream()
                        .filter(line -> !line.isEmpty())
                        .toList());
    }

    private String foot(School school, Texts texts) {
        return address.isEmpty()
                ? school.name()
                : texts.get("training.mail.link", "link", address + "/training/mine")
                        + "\n\n"
                        + school.name();
    }

    private Reader reader(SchoolKey key, PersonId person) {
        return dsl.select(
                        DSL.trim(
                                DSL.concat(PERSON.GIVEN_NAME, DSL.inline(" "), PERSON.FAMILY_NAME)),
                        PERSON.EMAIL,
                        PERSON.WITHDRAWN_ON)
                .from(PERSON)
                .where(PERSON.DISTRICT_ID.eq(key.district()), PERSON.ID.eq(person))
                .fetchSingle(Records.mapping(Reader::new));
    }

    private @Nullable Booking booking(SchoolKey key, SessionId session, PersonId person) {
        return dsl.select(
                        BOOKING.PERSON_ID,
                        BOOKING.STATE.convertFrom(BookingState::ofCode),
                        BOOKING.SINCE.convertFrom(OffsetDateTime::toInstant),
                        Columns.moment(BOOKING.OFFERED_UNTIL))
                .from(BOOKING)
                .where(BOOKING.DISTRICT_ID.eq(key.district()))
                .and(BOOKING.SESSION_ID.eq(session))
                .and(BOOKING.PERSON_ID.eq(person))
                .fetchOne(Records.mapping(Booking::new));
    }
}
