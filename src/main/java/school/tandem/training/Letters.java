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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Records;
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
import school.tandem.ui.Mail.CalendarMessage;
import school.tandem.ui.Mail.Letter;
import school.tandem.ui.Texts;

/** Writes notices as e-mails, as things stand when they are sent. */
@Component
class Letters {

    private record Person(String name, @Nullable String email, @Nullable LocalDate withdrawn) {}

    /** Whom a letter goes to, from which school, in which language. */
    private record Reader(
            SchoolKey key, School school, PersonId id, String name, String email, Texts texts) {}

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
     * @return empty: it is out of date, or would reach nobody
     */
    Optional<Letter> of(DistrictId district, List<Notice> notices) {
        Notice first = notices.getFirst();
        return reader(new SchoolKey(district, first.school()), first)
                .flatMap(reader ->
                        first.kind() == NoticeKind.REMINDER
                                ? Optional.of(reminder(reader, notices))
                                : news(reader, first));
    }

    private Optional<Letter> news(Reader to, Notice notice) {
        TrainingSession session = sessions.find(to.key(), Objects.requireNonNull(notice.session()));
        Booking booking = booking(to.key(), session.id(), to.id());
        BookingState state = booking == null ? null : booking.state();
        if (session.endsAt().isBefore(clock.instant()) || !isStillSo(notice.kind(), state)) {
            return Optional.empty();
        }
        Texts texts = to.texts();
        Instant until = booking == null ? null : booking.offeredUntil();
        String kind = "training.mail." + notice.kind().code();
        String when = texts.moment(session.startsAt(), session.zone());
        return Optional.of(
                new Letter(
                        to.email(),
                        texts.get(kind + ".subject", "title", session.title(), "when", when),
                        written(
                                to,
                                texts.get(
                                        kind,
                                        "until",
                                        until == null ? "" : texts.moment(until, session.zone())),
                                about(session, texts)),
                        state == BookingState.BOOKED || notice.kind() == NoticeKind.GONE
                                ? calendar(to, session, notice)
                                : null));
    }

    /** Whether what a notice tells is true by now: an offer may have been taken back. */
    private static boolean isStillSo(NoticeKind told, @Nullable BookingState state) {
        return switch (told) {
            case SEAT -> state == BookingState.BOOKED;
            case OFFER -> state == BookingState.OFFERED;
            case GONE -> state != BookingState.BOOKED;
            case MOVED, CANCELLED, AGAIN -> state != null;
            case REMINDER -> true;
        };
    }

    private @Nullable CalendarMessage calendar(Reader to, TrainingSession session, Notice notice) {
        return mail.from().isEmpty()
                ? null
                : SessionCalendar.message(
                        to.key().district(),
                        session,
                        new Parties(mail.from(), to.school().name(), to.email(), to.name()),
                        notice.kind().over(),
                        Math.toIntExact(notice.id()),
                        clock.instant());
    }

    private Letter reminder(Reader to, List<Notice> notices) {
        Texts texts = to.texts();
        List<String> missing = notices.stream().map(notice -> "• " + next(to, notice)).toList();
        return new Letter(
                to.email(),
                texts.get("training.mail.reminder.subject", "count", missing.size()),
                written(
                        to,
                        texts.get("training.mail.reminder", "count", missing.size()),
                        String.join("\n\n", missing),
                        texts.get("training.mail.reminder.done")),
                null);
    }

    /** The session that somebody is reminded of, unless it was cancelled meanwhile. */
    private String next(Reader to, Notice notice) {
        SessionId next = notice.session();
        if (next != null) {
            TrainingSession session = sessions.find(to.key(), next);
            if (!session.cancelled()) {
                return about(session, to.texts());
            }
        }
        return courses.find(to.key(), Objects.requireNonNull(notice.course())).title();
    }

    private String written(Reader to, String... paragraphs) {
        List<String> all = new ArrayList<>();
        all.add(to.texts().get("training.mail.hello", "name", to.name()));
        all.addAll(List.of(paragraphs));
        if (!address.isEmpty()) {
            all.add(to.texts().get("training.mail.link", "link", address + "/training/mine"));
        }
        all.add(to.school().name());
        return String.join("\n\n", all);
    }

    private static String about(TrainingSession session, Texts texts) {
        return Stream.of(
                        session.title(),
                        texts.moment(session.startsAt(), session.zone()),
                        session.where(),
                        session.trainer())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** Empty: they have left, or have no address. */
    private Optional<Reader> reader(SchoolKey key, Notice notice) {
        PersonId id = notice.person();
        Person person =
                dsl.select(Columns.personName(), PERSON.EMAIL, PERSON.WITHDRAWN_ON)
                        .from(PERSON)
                        .where(PERSON.DISTRICT_ID.eq(key.district()), PERSON.ID.eq(id))
                        .fetchSingle(Records.mapping(Person::new));
        String email = person.email();
        if (email == null || person.withdrawn() != null) {
            return Optional.empty();
        }
        Locale language =
                memberships
                        .language(key, id.value())
                        .map(Locale::forLanguageTag)
                        .orElse(notice.language());
        return Optional.of(
                new Reader(key, schools.find(key), id, person.name(), email, Texts.of(language)));
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
