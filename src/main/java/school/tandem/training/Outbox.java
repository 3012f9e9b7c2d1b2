package school.tandem.training;

import static school.tandemdb.roster.Tables.PERSON;
import static school.tandemdb.training.Tables.NOTICE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.tandem.roster.PersonId;
import school.tandem.security.District;
import school.tandem.security.DistrictId;
import school.tandem.security.Districts;
import school.tandem.security.SchoolKey;
import school.tandem.ui.Mail;
import school.tandem.ui.Texts;

/**
 * E-mails that wait to be sent, written in the transaction of what they tell of. Each is held back
 * for a moment, so that what is taken back in time is never told.
 */
@Component
public class Outbox {

    static final Duration HELD_BACK = Duration.ofMinutes(1);

    /** After so many tries, the last one 17 hours after the first, a message is given up. */
    private static final int TRIES = 10;

    private final DSLContext dsl;
    private final Districts districts;
    private final Mail mail;
    private final Clock clock;

    Outbox(DSLContext dsl, Districts districts, Mail mail, Clock clock) {
        this.dsl = dsl;
        this.districts = districts;
        this.mail = mail;
        this.clock = clock;
    }

    /** Whether anything is sent there at all: there is a mail server, and nobody is invented. */
    Reach reach(DistrictId district) {
        if (districts.find(district).filter(District::sample).isPresent()) {
            return Reach.SAMPLE;
        }
        return mail.works() ? Reach.SENDS : Reach.NO_SERVER;
    }

    /**
     * Tells people what became of a session, or of their seat at it; joins the open transaction.
     */
    void tell(SchoolKey key, SessionId session, Map<PersonId, NoticeKind> news) {
        if (news.isEmpty() || reach(key.district()) != Reach.SENDS) {
            return;
        }
        Map<PersonId, NoticeKind> unsent = takeUnsent(key, session, news.keySet());
        Map<NoticeKind, List<PersonId>> left = new EnumMap<>(NoticeKind.class);
        news.forEach((person, kind) -> {
            NoticeKind before = unsent.get(person);
            NoticeKind rest = before == null ? kind : kind.after(before);
            if (rest != null) {
                left.computeIfAbsent(rest, none -> new ArrayList<>()).add(person);
            }
        });
        left.forEach((kind, people) -> insert(key, kind, people, session, null));
    }

    /**
     * Reminds these people of a course, nobody twice of the same session.
     *
     * @param next the next session of the course; null: none is planned
     * @return the notices made
     */
    List<Long> remind(
            SchoolKey key, CourseId course, @Nullable SessionId next, Collection<PersonId> people) {
        return insert(key, NoticeKind.REMINDER, people, next, course);
    }

    /** Takes back notices that were not sent yet. */
    int takeBack(SchoolKey key, Collection<Long> notices) {
        return dsl.deleteFrom(NOTICE)
                .where(waits(key.district()))
                .and(NOTICE.SCHOOL_ID.eq(key.school()))
                .and(NOTICE.ID.in(notices))
                .execute();
    }

    /** What is to be sent by now, the oldest first. */
    List<Notice> due(DistrictId district, int limit) {
        return dsl.select(
                        NOTICE.ID,
                        NOTICE.SCHOOL_ID,
                        NOTICE.PERSON_ID,
                        NOTICE.KIND.convertFrom(NoticeKind::ofCode),
                        NOTICE.SESSION_ID,
                        NOTICE.COURSE_ID,
                        NOTICE.LANGUAGE.convertFrom(Locale::forLanguageTag),
                        NOTICE.TRIES)
                .from(NOTICE)
                .where(waits(district))
                .and(NOTICE.NEXT_TRY_AT.le(at(clock.instant())))
                .orderBy(NOTICE.NEXT_TRY_AT, NOTICE.ID)
                .limit(limit)
                .fetch(Records.mapping(Notice::new));
    }

    /** Those of them that still wait, locked: nobody else sends them or takes them back. */
    List<Notice> claim(DistrictId district, List<Notice> notices) {
        List<Long> waiting =
                dsl.select(NOTICE.ID)
                        .from(NOTICE)
                        .where(these(district, notices))
                        .forUpdate()
                        .skipLocked()
                        .fetch(NOTICE.ID);
        return notices.stream().filter(notice -> waiting.contains(notice.id())).toList();
    }

    void sent(DistrictId district, List<Notice> notices) {
        mark(district, notices, NOTICE.SENT_AT);
    }

    void drop(DistrictId district, List<Notice> notices) {
        mark(district, notices, NOTICE.DROPPED_AT);
    }

    /** Puts them back for later, each time for twice as long; gives them up in the end. */
    void failed(DistrictId district, List<Notice> notices) {
        int tries = notices.getFirst().tries() + 1;
        Instant again = clock.instant().plus(Duration.ofMinutes(1L << tries));
        dsl.update(NOTICE)
                .set(NOTICE.TRIES, tries)
                .set(NOTICE.NEXT_TRY_AT, at(again))
                .set(NOTICE.DROPPED_AT, tries < TRIES ? null : at(clock.instant()))
                .where(these(district, notices))
                .execute();
    }

    private void mark(DistrictId district, List<Notice> notices, Field<OffsetDateTime> column) {
        dsl.update(NOTICE)
                .set(column, at(clock.instant()))
                .where(these(district, notices))
                .execute();
    }

    private Map<PersonId, NoticeKind> takeUnsent(
            SchoolKey key, SessionId session, Collection<PersonId> people) {
        return dsl.deleteFrom(NOTICE)
                .where(waits(key.district()))
                .and(NOTICE.SESSION_ID.eq(session))
                .and(NOTICE.PERSON_ID.in(people))
                .and(NOTICE.KIND.ne(NoticeKind.REMINDER.code()))
                .returningResult(NOTICE.PERSON_ID, NOTICE.KIND.convertFrom(NoticeKind::ofCode))
                .fetchMap(Record2::value1, Record2::value2);
    }

    /** Nobody without an address, and no reminder that was given before. */
    private List<Long> insert(
            SchoolKey key,
            NoticeKind kind,
            Collection<PersonId> people,
            @Nullable SessionId session,
            @Nullable CourseId course) {
        Instant now = clock.instant();
        return dsl.insertInto(
                        NOTICE,
                        NOTICE.DISTRICT_ID,
                        NOTICE.SCHOOL_ID,
                        NOTICE.PERSON_ID,
                        NOTICE.KIND,
                        NOTICE.SESSION_ID,
                        NOTICE.COURSE_ID,
                        NOTICE.LANGUAGE,
                        NOTICE.MADE_AT,
                        NOTICE.NEXT_TRY_AT)
                .select(
                        DSL.select(
                                        DSL.val(key.district(), NOTICE.DISTRICT_ID),
                                        DSL.val(key.school(), NOTICE.SCHOOL_ID),
                                        PERSON.ID,
                                        DSL.val(kind.code()),
                                        DSL.val(session, NOTICE.SESSION_ID),
                                        DSL.val(course, NOTICE.COURSE_ID),
                                        DSL.val(Texts.here().locale().toLanguageTag()),
                                        DSL.val(at(now)),
                                        DSL.val(at(now.plus(HELD_BACK))))
                                .from(PERSON)
                                .where(PERSON.DISTRICT_ID.eq(key.district()))
                                .and(PERSON.ID.in(people))
                                .and(PERSON.EMAIL.isNotNull()))
                .onConflictDoNothing()
                .returningResult(NOTICE.ID)
                .fetch(Record1::value1);
    }

    private static Condition waits(DistrictId district) {
        return NOTICE.DISTRICT_ID
                .eq(district)
                .and(NOTICE.SENT_AT.isNull())
                .and(NOTICE.DROPPED_AT.isNull());
    }

    private static Condition these(DistrictId district, List<Notice> notices) {
        return waits(district).and(NOTICE.ID.in(notices.stream().map(Notice::id).toList()));
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
