package school.tandem.roster;

import static school.tandemdb.roster.Tables.ACADEMIC_SESSION;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import school.tandem.security.Access;
import school.tandem.security.Audit;
import school.tandem.security.BadInput;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.NotHere;
import school.tandem.security.Permission;
import school.tandem.security.SchoolKey;

/**
 * The terms of a school, by hand. People name the last day of a term; the table keeps the day after
 * it, as OneRoster does.
 */
@Component
public class Terms {

    private static final int LONGEST_DAYS = 500;

    private final DSLContext dsl;
    private final DistrictTransactions inDistrict;
    private final Schools schools;
    private final Access access;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    Terms(
            DSLContext dsl,
            DistrictTransactions inDistrict,
            Schools schools,
            Access access,
            Audit audit,
            ApplicationEventPublisher events) {
        this.dsl = dsl;
        this.inDistrict = inDistrict;
        this.schools = schools;
        this.access = access;
        this.audit = audit;
        this.events = events;
    }

    /** The stretches of the school years, imported ones too, the earliest first. */
    public List<Term> of(SchoolKey key) {
        access.require(key, Permission.SEE_FIGURES);
        return inDistrict.read(
                key.district(),
                () ->
                        dsl.select(
                                        ACADEMIC_SESSION.ID,
                                        ACADEMIC_SESSION.KIND,
                                        ACADEMIC_SESSION.TITLE,
                                        ACADEMIC_SESSION.STARTS_ON,
                                        ACADEMIC_SESSION.ENDS_ON.convertFrom(Terms::dayBefore),
                                        DSL.field(byHand(key)))
                                .from(ACADEMIC_SESSION)
                                .where(ACADEMIC_SESSION.DISTRICT_ID.eq(key.district()))
                                .and(
                                        ACADEMIC_SESSION
                                                .SCHOOL_ID
                                                .isNull()
                                                .or(ACADEMIC_SESSION.SCHOOL_ID.eq(key.school())))
                                .and(ACADEMIC_SESSION.WITHDRAWN_ON.isNull())
                                .orderBy(
                                        ACADEMIC_SESSION.STARTS_ON,
                                        ACADEMIC_SESSION.ENDS_ON.desc(),
                                        ACADEMIC_SESSION.ID)
                                .fetch(Records.mapping(Term::new)));
    }

    /**
     * Adds a term.
     *
     * @param lastOn the last day that belongs to it
     * @throws BadInput if the name is blank or the days can't be a term's
     */
    public void add(SchoolKey key, String name, LocalDate firstOn, LocalDate lastOn) {
        access.require(key, Permission.EDIT_ROSTER);
        String called = checked(name, firstOn, lastOn);
        inDistrict.write(
                key.district(),
                () -> {
                    schools.find(key);
                    Long id =
                            dsl.insertInto(ACADEMIC_SESSION)
                                    .set(ACADEMIC_SESSION.DISTRICT_ID, key.district())
                                    .set(ACADEMIC_SESSION.SCHOOL_ID, key.school())
                                    .set(ACADEMIC_SESSION.KIND, "term")
                                    .set(ACADEMIC_SESSION.TITLE, called)
                                    .set(ACADEMIC_SESSION.STARTS_ON, firstOn)
                                    .set(ACADEMIC_SESSION.ENDS_ON, lastOn.plusDays(1))
                                    .set(ACADEMIC_SESSION.SOURCE, People.MANUAL)
                                    .set(ACADEMIC_SESSION.EXTERNAL_ID, UUID.randomUUID().toString())
                                    .returningResult(ACADEMIC_SESSION.ID)
                                    .fetchSingle()
                                    .value1();
                    record(key, "term.add", id, called, firstOn, lastOn);
                });
    }

    /**
     * Renames a term that was added by hand, or moves its days.
     *
     * @throws NotHere if this school has no such term by hand
     */
    public void change(SchoolKey key, long id, String name, LocalDate firstOn, LocalDate lastOn) {
        access.require(key, Permission.EDIT_ROSTER);
        String called = checked(name, firstOn, lastOn);
        inDistrict.write(
                key.district(),
                () -> {
                    requireOne(
                            id,
                            dsl.update(ACADEMIC_SESSION)
                                    .set(ACADEMIC_SESSION.TITLE, called)
                                    .set(ACADEMIC_SESSION.STARTS_ON, firstOn)
                                    .set(ACADEMIC_SESSION.ENDS_ON, lastOn.plusDays(1))
                                    .where(byHand(key), ACADEMIC_SESSION.ID.eq(id))
                                    .and(ACADEMIC_SESSION.WITHDRAWN_ON.isNull())
                                    .execute());
                    record(key, "term.change", id, called, firstOn, lastOn);
                });
    }

    /** Takes a term out that was added by hand. */
    public void remove(SchoolKey key, long id) {
        withdraw(key, id, "term.remove", schools.today(schools.find(key)));
    }

    /** Takes back {@link #remove}. */
    public void giveBack(SchoolKey key, long id) {
        withdraw(key, id, "term.giveBack", null);
    }

    private void withdraw(SchoolKey key, long id, String action, @Nullable LocalDate from) {
        access.require(key, Permission.EDIT_ROSTER);
        inDistrict.write(
                key.district(),
                () -> {
                    requireOne(
                            id,
                            dsl.update(ACADEMIC_SESSION)
                                    .set(ACADEMIC_SESSION.WITHDRAWN_ON, from)
                                    .where(byHand(key), ACADEMIC_SESSION.ID.eq(id))
                                    .execute());
                    audit.record(key.district(), action, "term", Long.toString(id));
                    events.publishEvent(new RosterChanged(key));
                });
    }

    private void record(
            SchoolKey key,
            String action,
            long id,
            String name,
            LocalDate firstOn,
            LocalDate lastOn) {
        audit.record(
                key.district(),
                action,
                "term",
                Long.toString(id),
                Map.of("name", name, "first", firstOn.toString(), "last", lastOn.toString()),
                List.of());
        events.publishEvent(new RosterChanged(key));
    }

    private static void requireOne(long id, int changed) {
        if (changed == 0) {
            throw new NotHere("Term " + id);
        }
    }

    private static Condition byHand(SchoolKey key) {
        return ACADEMIC_SESSION
                .DISTRICT_ID
                .eq(key.district())
                .and(ACADEMIC_SESSION.SOURCE.eq(People.MANUAL))
                .and(ACADEMIC_SESSION.SCHOOL_ID.isNotDistinctFrom(key.school()));
    }

    private static String checked(String name, LocalDate firstOn, LocalDate lastOn) {
        String called = name.strip();
        if (called.isEmpty() || called.length() > 100) {
            throw new BadInput("name", "roster.bad.termName");
        }
        if (lastOn.isBefore(firstOn)) {
            throw new BadInput("lastOn", "roster.bad.beforeFirst");
        }
        if (lastOn.isAfter(firstOn.plusDays(LONGEST_DAYS))) {
            throw new BadInput("lastOn", "roster.bad.tooLong");
        }
        return called;
    }

    private static LocalDate dayBefore(LocalDate day) {
        return day.minusDays(1);
    }
}
