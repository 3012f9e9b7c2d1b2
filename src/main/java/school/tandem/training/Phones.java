package school.tandem.training;

import static school.tandemdb.roster.Tables.PERSON;
import static school.tandemdb.roster.Tables.PERSON_SCHOOL;
import static school.tandemdb.training.Tables.COURSE;
import static school.tandemdb.training.Tables.PHONE;
import static school.tandemdb.training.Tables.SESSION;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Records;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.tandem.roster.PersonId;
import school.tandem.roster.Schools;
import school.tandem.security.Access;
import school.tandem.security.Accounts;
import school.tandem.security.Audit;
import school.tandem.security.BadInput;
import school.tandem.security.DistrictId;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.NotHere;
import school.tandem.security.Permission;
import school.tandem.security.SchoolKey;

/**
 * The phones of staff who have no account. A phone asks once, with a school e-mail; a trainer who
 * sees its holder confirms the name; from then on it is known in its district. Only a hash of what
 * the phone keeps is stored.
 */
@Component
public class Phones {

    /** Whose phone it is, as far as is known; null: nobody's yet, it waits for a trainer. */
    record Known(@Nullable PersonId person) {}

    /** More than any room holds: who asks beyond that means no good. */
    private static final int MOST_WAITING = 500;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final DSLContext dsl;
    private final DistrictTransactions inDistrict;
    private final Doors doors;
    private final Schools schools;
    private final Sessions sessions;
    private final Arrivals arrivals;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    Phones(
            DSLContext dsl,
            DistrictTransactions inDistrict,
            Doors doors,
            Schools schools,
            Sessions sessions,
            Arrivals arrivals,
            Access access,
            Audit audit,
            Clock clock) {
        this.dsl = dsl;
        this.inDistrict = inDistrict;
        this.doors = doors;
        this.schools = schools;
        this.sessions = sessions;
        this.arrivals = arrivals;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Asks that a phone be remembered. Whether anybody has this address is not told to it.
     *
     * @param kept what it scanned at that session
     * @return what the phone is to keep; it is not stored here
     * @throws BadInput if that is no e-mail address
     * @throws CheckInRefused if it scanned nothing there that counts
     */
    public String ask(DistrictId district, SessionId session, @Nullable String kept, String email) {
        String address = Accounts.address(email);
        String token = token();
        inDistrict.write(
                district,
                () -> {
                    Door door = doors.find(district, session);
                    Scan scan = arrivals.counting(door, kept, null, clock.instant());
                    if (waiting(door.school(), session) >= MOST_WAITING) {
                        throw new CheckInRefused(Refusal.NOT_SCANNED);
                    }
                    dsl.insertInto(PHONE)
                            .set(PHONE.DISTRICT_ID, district)
                            .set(PHONE.TOKEN_HASH, hash(token))
                            .set(PHONE.SCHOOL_ID, door.school().school())
                            .set(PHONE.SESSION_ID, session)
                            .set(PHONE.EMAIL, address)
                            .set(PHONE.PERSON_ID, ofAddress(door.school(), address))
                            .set(PHONE.SCANNED_AT, scan.at().atOffset(ZoneOffset.UTC))
                            .set(PHONE.VIA, scan.via().code())
                            .set(PHONE.ASKED_AT, now())
                            .execute();
                });
        return token;
    }

    /** The phones that wait at a session to be confirmed, whoever asked first first. */
    public List<PhoneRequest> requests(SchoolKey key, SessionId session) {
        access.require(key, Permission.MANAGE_TRAINING);
        return inDistrict.read(
                key.district(),
                () ->
                        dsl.select(
                                        PHONE.TOKEN_HASH,
                                        PHONE.EMAIL,
                                        PHONE.PERSON_ID,
                                        Columns.personName(),
                                        PHONE.ASKED_AT.convertFrom(OffsetDateTime::toInstant))
                                .from(PHONE)
                                .leftJoin(PERSON)
                                .on(PERSON.DISTRICT_ID.eq(key.district()))
                                .and(PERSON.ID.eq(PHONE.PERSON_ID))
                                .where(asked(key, session))
                                .orderBy(PHONE.ASKED_AT, PHONE.TOKEN_HASH)
                                .fetch(Records.mapping(PhoneRequest::new)));
    }

    /**
     * Remembers a phone as this person's, who stands before the trainer, and checks them in.
     *
     * @throws NotHere if it does not ask there any more, or the person is not on the staff
     * @throws BadInput if the session is closed or cancelled
     */
    public void confirm(SchoolKey key, SessionId session, String request, PersonId person) {
        access.require(key, Permission.MANAGE_TRAINING);
        inDistrict.write(
                key.district(),
                () -> {
                    Attendance.requireOpen(sessions.find(key, session));
                    arrivals.requireStaff(key, person);
                    var phone =
                            dsl.update(PHONE)
                                    .set(PHONE.PERSON_ID, person)
                                    .set(PHONE.CONFIRMED_BY, access.who().account())
                                    .set(PHONE.CONFIRMED_AT, now())
                                    .where(asked(key, session), PHONE.TOKEN_HASH.eq(request))
                                    .returningResult(PHONE.SCANNED_AT, PHONE.VIA)
                                    .fetchOptional()
                                    .orElseThrow(() -> new NotHere("Phone"));
                    Scan scan =
                            new Scan(
                                    phone.value1().toInstant(),
                                    AttendanceVia.ofCode(phone.value2()),
                                    "",
                                    person);
                    arrivals.record(doors.find(key.district(), session), person, scan, false);
                    record(key, "phone.confirm", session);
                });
    }

    /** Sends a phone away that is not whose it says. */
    public void refuse(SchoolKey key, SessionId session, String request) {
        access.require(key, Permission.MANAGE_TRAINING);
        inDistrict.write(
                key.district(),
                () -> {
                    dsl.deleteFrom(PHONE)
                            .where(asked(key, session), PHONE.TOKEN_HASH.eq(request))
                            .execute();
                    record(key, "phone.refuse", session);
                });
    }

    /** Forgets a phone whose holder says that it is another's. */
    public void forget(DistrictId district, String token) {
        inDistrict.write(
                district,
                () ->
                        dsl.deleteFrom(PHONE)
                                .where(PHONE.DISTRICT_ID.eq(district))
                                .and(PHONE.TOKEN_HASH.eq(hash(token)))
                                .execute());
    }

    /** The phones that are remembered of the school's staff, by name; two statements. */
    public List<KnownPhone> known(SchoolKey key) {
        access.require(key, Permission.MANAGE_TRAINING);
        return inDistrict.read(key.district(), () -> remembered(key, DSL.noCondition()));
    }

    /** Those of whoever asks; none where they are not on the staff. */
    public List<KnownPhone> own(SchoolKey key) {
        access.require(key, Permission.LOG_OWN_TRAINING);
        Long person = access.personIn(key);
        return person == null
                ? List.of()
                : inDistrict.read(
                        key.district(),
                        () -> remembered(key, PHONE.PERSON_ID.eq(new PersonId(person))));
    }

    /** Forgets a phone of somebody of the staff: it has to be confirmed again. */
    public void forget(SchoolKey key, String id) {
        access.require(key, Permission.MANAGE_TRAINING);
        forget(key, id, DSL.noCondition());
    }

    /** Forgets a phone of whoever asks. */
    public void forgetOwn(SchoolKey key, String id) {
        access.require(key, Permission.LOG_OWN_TRAINING);
        forget(key, id, PHONE.PERSON_ID.eq(OwnPerson.of(access, key)));
    }

    private void forget(SchoolKey key, String id, Condition whose) {
        inDistrict.write(
                key.district(),
                () -> {
                    int gone =
                            dsl.deleteFrom(PHONE)
                                    .where(PHONE.DISTRICT_ID.eq(key.district()))
                                    .and(PHONE.TOKEN_HASH.eq(id))
                                    .and(PHONE.CONFIRMED_AT.isNotNull())
                                    .and(PHONE.PERSON_ID.in(staffOf(key)))
                                    .and(whose)
                                    .execute();
                    if (gone > 0) {
                        audit.record(
                                key.district(), "phone.forget", "phone", "", Map.of(), List.of());
                    }
                });
    }

    /** A phone is known in its whole district, wherever its holder works. */
    private List<KnownPhone> remembered(SchoolKey key, Condition whose) {
        ZoneId zone = schools.find(key).zone();
        return dsl.select(
                        PHONE.TOKEN_HASH,
                        PERSON.ID,
                        Columns.personName(),
                        PHONE.CONFIRMED_AT.convertFrom(
                                at -> at.atZoneSameInstant(zone).toLocalDate()),
                        COURSE.TITLE)
                .from(PHONE)
                .join(PERSON)
                .on(PERSON.DISTRICT_ID.eq(key.district()))
                .and(PERSON.ID.eq(PHONE.PERSON_ID))
                .join(SESSION)
                .on(SESSION.DISTRICT_ID.eq(key.district()))
                .and(SESSION.ID.eq(PHONE.SESSION_ID))
                .join(COURSE)
                .on(COURSE.DISTRICT_ID.eq(key.district()))
                .and(COURSE.ID.eq(SESSION.COURSE_ID))
                .where(PHONE.DISTRICT_ID.eq(key.district()))
                .and(PHONE.CONFIRMED_AT.isNotNull())
                .and(PHONE.PERSON_ID.in(staffOf(key)))
                .and(whose)
                .orderBy(
                        DSL.lower(PERSON.FAMILY_NAME),
                        DSL.lower(PERSON.GIVEN_NAME),
                        PHONE.CONFIRMED_AT,
                        PHONE.TOKEN_HASH)
                .fetch(Records.mapping(KnownPhone::new));
    }

    private Select<Record1<PersonId>> staffOf(SchoolKey key) {
        return dsl.select(PERSON_SCHOOL.PERSON_ID)
                .from(PERSON_SCHOOL)
                .where(PERSON_SCHOOL.DISTRICT_ID.eq(key.district()))
                .and(PERSON_SCHOOL.SCHOOL_ID.eq(key.school()));
    }

    /** Whose phone this is; null: it is not known at all. Part of the caller's transaction. */
    @Nullable Known known(DistrictId district, @Nullable String token) {
        return token == null
                ? null
                : dsl.select(PHONE.PERSON_ID, PHONE.CONFIRMED_AT.isNotNull())
                        .from(PHONE)
                        .where(PHONE.DISTRICT_ID.eq(district))
                        .and(PHONE.TOKEN_HASH.eq(hash(token)))
                        .fetchOptional(
                                Records.mapping((person, confirmed) ->
                                        new Known(confirmed ? person : null)))
                        .orElse(null);
    }

    private int waiting(SchoolKey key, SessionId session) {
        return dsl.fetchCount(DSL.selectOne().from(PHONE).where(asked(key, session)));
    }

    private static Condition asked(SchoolKey key, SessionId session) {
        return PHONE.DISTRICT_ID
                .eq(key.district())
                .and(PHONE.SCHOOL_ID.eq(key.school()))
                .and(PHONE.SESSION_ID.eq(session))
                .and(PHONE.CONFIRMED_AT.isNull());
    }

    private @Nullable PersonId ofAddress(SchoolKey key, String address) {
        List<PersonId> found =
                dsl.select(PERSON.ID)
                        .from(PERSON)
                        .join(PERSON_SCHOOL)
                        .on(PERSON_SCHOOL.DISTRICT_ID.eq(key.district()))
                        .and(PERSON_SCHOOL.PERSON_ID.eq(PERSON.ID))
                        .where(PERSON.DISTRICT_ID.eq(key.district()))
                        .and(PERSON_SCHOOL.SCHOOL_ID.eq(key.school()))
                        .and(PERSON.KIND.eq("staff"))
                        .and(PERSON.WITHDRAWN_ON.isNull())
                        .and(DSL.lower(PERSON.EMAIL).eq(address))
                        .fetch(PERSON.ID);
        return found.size() == 1 ? found.getFirst() : null;
    }

    private static String token() {
        byte[] secret = new byte[24];
        RANDOM.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /** What is stored of a phone's token. */
    static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private void record(SchoolKey key, String action, SessionId session) {
        audit.record(key.district(), action, "session", session.toString(), Map.of(), List.of());
    }
}
