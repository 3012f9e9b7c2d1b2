package school.tandem.roster;

import static school.tandemdb.roster.Tables.HOLIDAY;

import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import school.tandem.roster.intake.DaysRow;
import school.tandem.security.Access;
import school.tandem.security.Audit;
import school.tandem.security.BadInput;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.NotHere;
import school.tandem.security.Permission;
import school.tandem.security.SchoolKey;

/** The days without school: typed one by one, or taken from a calendar file. */
@Component
public class HolidayCalendar {

    private static final int LONGEST_DAYS = 200;

    private final DSLContext dsl;
    private final DistrictTransactions inDistrict;
    private final Schools schools;
    private final Access access;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    HolidayCalendar(
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

    /** The holidays of a school, its district's too, the earliest first. */
    public List<Holiday> of(SchoolKey key) {
        access.require(key, Permission.SEE_FIGURES);
        return inDistrict.read(
                key.district(),
                () ->
                        dsl.select(
                                        HOLIDAY.ID,
                                        HOLIDAY.NAME,
                                        HOLIDAY.FIRST_ON,
                                        HOLIDAY.LAST_ON,
                                        DSL.field(HOLIDAY.SCHOOL_ID.isNotNull()))
                                .from(HOLIDAY)
                                .where(HOLIDAY.DISTRICT_ID.eq(key.district()))
                                .and(
                                        HOLIDAY.SCHOOL_ID
                                                .isNull()
                                                .or(HOLIDAY.SCHOOL_ID.eq(key.school())))
                                .orderBy(HOLIDAY.FIRST_ON, HOLIDAY.LAST_ON, HOLIDAY.ID)
                                .fetch(Records.mapping(Holiday::new)));
    }

    /**
     * Adds these to a school's holidays, all or none; a name with the very same days is there once
     * only. Who may import may do so, too, since calendars come as files.
     *
     * @return how many were new
     * @throws BadInput if one has no name or is longer than any holiday
     */
    public int add(SchoolKey key, List<DaysRow> rows) {
        if (!access.may(key, Permission.IMPORT)) {
            access.require(key, Permission.EDIT_ROSTER);
        }
        rows.forEach(HolidayCalendar::check);
        return inDistrict.write(
                key.district(),
                () -> {
                    schools.find(key);
                    List<DaysRow> fresh = unknown(key, rows);
                    insert(key, fresh);
                    audit.record(
                            key.district(),
                            "holiday.add",
                            "school",
                            key.school().toString(),
                            Map.of("holidays", fresh.size()),
                            List.of());
                    events.publishEvent(new RosterChanged(key));
                    return fresh.size();
                });
    }

    /**
     * Takes a holiday out again.
     *
     * @return what {@link #add} takes to bring it back
     * @throws NotHere if this school has no such holiday of its own
     */
    public DaysRow remove(SchoolKey key, long id) {
        access.require(key, Permission.EDIT_ROSTER);
        return inDistrict.write(
                key.district(),
                () -> {
                    DaysRow removed =
                            dsl.deleteFrom(HOLIDAY)
                                    .where(own(key), HOLIDAY.ID.eq(id))
                                    .returningResult(
                                            HOLIDAY.NAME, HOLIDAY.FIRST_ON, HOLIDAY.LAST_ON)
                                    .fetchOptional(
                                            Records.mapping((name, first, last) ->
                                                    new DaysRow(1, name, first, last)))
                                    .orElseThrow(() -> new NotHere("Holiday " + id));
                    audit.record(
                            key.district(),
                            "holiday.remove",
                            "holiday",
                            Long.toString(id),
                            Map.of("name", removed.name(), "first", removed.firstOn().toString()),
                            List.of());
                    events.publishEvent(new RosterChanged(key));
                    return removed;
                });
    }

    private List<DaysRow> unknown(SchoolKey key, List<DaysRow> rows) {
        List<DaysRow> known =
                dsl.select(HOLIDAY.NAME, HOLIDAY.FIRST_ON, HOLIDAY.LAST_ON)
                        .from(HOLIDAY)
                        .where(own(key))
                        .fetch(
                                Records.mapping(
                                        (name, first, last) -> new DaysRow(0, name, first, last)));
        return rows.stream()
                .map(row -> new DaysRow(0, row.name().strip(), row.firstOn(), row.lastOn()))
                .distinct()
                .filter(row -> !known.contains(row))
                .toList();
    }

    private void insert(SchoolKey key, List<DaysRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        dsl.insertInto(
                        HOLIDAY,
                        HOLIDAY.DISTRICT_ID,
                        HOLIDAY.SCHOOL_ID,
                        HOLIDAY.NAME,
                        HOLIDAY.FIRST_ON,
                        HOLIDAY.LAST_ON)
                .valuesOfRows(
                        rows.stream()
                                .map(row ->
                                        DSL.row(
                                                key.district(),
                                                key.school(),
                                                row.name(),
                                                row.firstOn(),
                                                row.lastOn()))
                                .toList())
                .execute();
    }

    private static Condition own(SchoolKey key) {
        return HOLIDAY.DISTRICT_ID.eq(key.district()).and(HOLIDAY.SCHOOL_ID.eq(key.school()));
    }

    private static void check(DaysRow row) {
        if (row.name().isBlank() || row.name().length() > 200) {
            throw new BadInput("name", "roster.bad.holidayName");
        }
        if (row.lastOn().isAfter(row.firstOn().plusDays(LONGEST_DAYS))) {
            throw new BadInput("lastOn", "roster.bad.tooLong");
        }
    }
}
