package school.tandem.training;

import static school.tandemdb.training.Tables.BOOKING;
import static school.tandemdb.training.Tables.FEED;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.tandem.roster.PersonId;
import school.tandem.roster.School;
import school.tandem.roster.Schools;
import school.tandem.security.Access;
import school.tandem.security.AccountId;
import school.tandem.security.Audit;
import school.tandem.security.BadInput;
import school.tandem.security.DistrictId;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.Permission;
import school.tandem.security.SchoolKey;

/**
 * Calendar addresses that a calendar program reads by itself: of one's own seats, or of all
 * sessions of a school. The secret is in the address alone; each account has one of a kind, and can
 * end it.
 */
@Component
public class Feeds {

    /** What a feed holds. */
    public enum Kind {
        OWN,
        SCHOOL
    }

    /** Calendars keep what they have been told; a feed need not go further back. */
    private static final Duration BACK = Duration.ofDays(60);

    private static final SecureRandom RANDOM = new SecureRandom();

    private record Feed(SchoolKey school, @Nullable PersonId person) {}

    private final DSLContext dsl;
    private final DistrictTransactions inDistrict;
    private final Sessions sessions;
    private final Schools schools;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    Feeds(
            DSLContext dsl,
            DistrictTransactions inDistrict,
            Sessions sessions,
            Schools schools,
            Access access,
            Audit audit,
            Clock clock) {
        this.dsl = dsl;
        this.inDistrict = inDistrict;
        this.sessions = sessions;
        this.schools = schools;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes an address; the one before of the same kind ends.
     *
     * @return the address's path
     * @throws BadInput if one's own is asked for by somebody who is not on the staff
     */
    public String make(SchoolKey key, Kind kind) {
        access.require(key, permission(kind));
        PersonId person = kind == Kind.OWN ? OwnPerson.of(access, key) : null;
        String token = token();
        inDistrict.write(
                key.district(),
                () -> {
                    dsl.deleteFrom(FEED).where(mine(key, kind)).execute();
                    dsl.insertInto(FEED)
                            .set(FEED.DISTRICT_ID, key.district())
                            .set(FEED.SCHOOL_ID, key.school())
                            .set(FEED.PERSON_ID, person)
                            .set(FEED.ACCOUNT_ID, account())
                            .set(FEED.TOKEN_HASH, hash(token))
                            .set(FEED.MADE_AT, clock.instant().atOffset(ZoneOffset.UTC))
                            .execute();
                    record(key, "feed.make", kind);
                });
        return "/calendar/%s-%s.ics".formatted(key.district(), token);
    }

    /** Whether one has an address of this kind. */
    public boolean has(SchoolKey key, Kind kind) {
        access.require(key, permission(kind));
        return inDistrict.read(
                key.district(),
                () -> dsl.fetchExists(dsl.selectOne().from(FEED).where(mine(key, kind))));
    }

    /** Ends one's address: whoever reads it gets nothing any more. */
    public void end(SchoolKey key, Kind kind) {
        access.require(key, permission(kind));
        inDistrict.write(
                key.district(),
                () -> {
                    dsl.deleteFrom(FEED).where(mine(key, kind)).execute();
                    record(key, "feed.end", kind);
                });
    }

    /**
     * What a calendar program reads; asks for no account, but for the secret.
     *
     * @return iCalendar (RFC 5545); empty: there is no such address, or no more
     */
    public Optional<String> read(DistrictId district, String token) {
        return access.asInstallation(
                () -> inDistrict.read(district, () -> find(district, token).map(this::calendar)));
    }

    private Optional<Feed> find(DistrictId district, String token) {
        return dsl.select(FEED.SCHOOL_ID, FEED.PERSON_ID)
                .from(FEED)
                .where(FEED.DISTRICT_ID.eq(district), FEED.TOKEN_HASH.eq(hash(token)))
                .fetchOptional()
                .map(row -> new Feed(new SchoolKey(district, row.value1()), row.value2()));
    }

    private String calendar(Feed feed) {
        School school = schools.find(feed.school());
        List<TrainingSession> all = sessions.since(feed.school(), clock.instant().minus(BACK));
        PersonId person = feed.person();
        if (person != null) {
            Set<SessionId> seats = seats(feed.school(), person);
            all = all.stream().filter(session -> seats.contains(session.id())).toList();
        }
        return SessionCalendar.of(school.name(), feed.school().district(), all, clock.instant());
    }

    private Set<SessionId> seats(SchoolKey key, PersonId person) {
        return new HashSet<>(
                dsl.select(BOOKING.SESSION_ID)
                        .from(BOOKING)
                        .where(BOOKING.DISTRICT_ID.eq(key.district()))
                        .and(BOOKING.PERSON_ID.eq(person))
                        .and(BOOKING.STATE.eq(BookingState.BOOKED.code()))
                        .fetch(BOOKING.SESSION_ID));
    }

    private Condition mine(SchoolKey key, Kind kind) {
        return FEED.DISTRICT_ID
                .eq(key.district())
                .and(FEED.SCHOOL_ID.eq(key.school()))
                .and(FEED.ACCOUNT_ID.eq(account()))
                .and(kind == Kind.OWN ? FEED.PERSON_ID.isNotNull() : FEED.PERSON_ID.isNull());
    }

    private AccountId account() {
        return Objects.requireNonNull(access.who().account(), "an account");
    }

    private static Permission permission(Kind kind) {
        return kind == Kind.OWN ? Permission.LOG_OWN_TRAINING : Permission.SEE_FIGURES;
    }

    private static String token() {
        byte[] secret = new byte[24];
        RANDOM.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void record(SchoolKey key, String action, Kind kind) {
        audit.record(
                key.district(),
                action,
                "school",
                key.school().toString(),
                Map.of("kind", kind.name()),
                List.of());
    }
}
