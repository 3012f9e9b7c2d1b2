package school.tandem.roster;

import static school.tandemdb.roster.Tables.ORG;
import static school.tandemdb.roster.Tables.SCHOOL;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
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
import school.tandem.security.District;
import school.tandem.security.DistrictId;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.Districts;
import school.tandem.security.Membership;
import school.tandem.security.NotHere;
import school.tandem.security.Permission;
import school.tandem.security.SchoolId;
import school.tandem.security.SchoolKey;

/** The schools, and which of them somebody may see. */
@Component
public class Schools {

    /** The source of schools that nobody imported. */
    public static final String BY_HAND = "manual";

    private final DSLContext dsl;
    private final DistrictTransactions inDistrict;
    private final Districts districts;
    private final Access access;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Schools(
            DSLContext dsl,
            DistrictTransactions inDistrict,
            Districts districts,
            Access access,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.dsl = dsl;
        this.inDistrict = inDistrict;
        this.districts = districts;
        this.access = access;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The schools of whoever asks, by name; for the installation itself, all. One statement for
     * each district that they are a member of.
     */
    public List<School> mine() {
        var who = access.who();
        List<DistrictId> where =
                who.account() == null
                        ? districts.all().stream().map(District::id).toList()
                        : who.memberships().stream().map(Membership::district).distinct().toList();
        List<School> schools = new ArrayList<>();
        for (DistrictId district : where) {
            of(district).stream()
                    .filter(school -> access.may(school.key(), Permission.SEE_FIGURES))
                    .forEach(schools::add);
        }
        return schools;
    }

    /** The schools of a district, by name. Asks nobody's permission: for jobs and other modules. */
    public List<School> of(DistrictId district) {
        return where(district, DSL.noCondition());
    }

    /**
     * One school.
     *
     * @throws NotHere if there is none of this id in the district, or none that whoever asks may
     *     see
     */
    public School find(SchoolKey key) {
        access.require(key, Permission.SEE_FIGURES);
        return inDistrict.once(
                key.district(),
                key,
                () ->
                        where(key.district(), SCHOOL.SCHOOL_ID.eq(key.school())).stream()
                                .findFirst()
                                .orElseThrow(() -> new NotHere("School " + key.school())));
    }

    /** The source that a school came from; {@link #BY_HAND}: somebody typed it. */
    public String sourceOf(SchoolKey key) {
        access.require(key, Permission.SEE_FIGURES);
        return inDistrict.read(
                key.district(),
                () ->
                        dsl.select(ORG.SOURCE)
                                .from(ORG)
                                .where(ORG.DISTRICT_ID.eq(key.district()))
                                .and(ORG.ID.eq(key.school()))
                                .fetchSingle()
                                .value1());
    }

    /**
     * The clocks by which to read what comes in for all of a district: those of its schools where
     * they keep the same, else the district's own.
     */
    public ZoneId zone(District district) {
        access.require(district.id(), Permission.IMPORT);
        List<ZoneId> zones =
                where(district.id(), DSL.noCondition()).stream()
                        .map(School::zone)
                        .distinct()
                        .toList();
        return zones.size() == 1 ? zones.getFirst() : district.zone();
    }

    /** Which day it is at the school now. */
    public LocalDate today(School school) {
        return LocalDate.now(clock.withZone(school.zone()));
    }

    /** Makes a school by hand, for those who have no bundle to import. */
    public School create(DistrictId district, String name) {
        access.require(district, Permission.EDIT_ROSTER);
        String called = checked(name);
        return inDistrict.write(
                district,
                () -> {
                    SchoolId id =
                            dsl.insertInto(ORG)
                                    .set(ORG.DISTRICT_ID, district)
                                    .set(ORG.KIND, "school")
                                    .set(ORG.NAME, called)
                                    .set(ORG.SOURCE, BY_HAND)
                                    .set(ORG.EXTERNAL_ID, UUID.randomUUID().toString())
                                    .returningResult(ORG.ID)
                                    .fetchSingle()
                                    .value1();
                    audit.record(
                            district,
                            "school.create",
                            "school",
                            id.toString(),
                            Map.of("name", called),
                            List.of());
                    return where(district, SCHOOL.SCHOOL_ID.eq(id)).getFirst();
                });
    }

    /**
     * Renames a school or moves it to another time zone, whatever imports say later.
     *
     * @param zone null: its district's
     */
    public void change(SchoolKey key, String name, @Nullable ZoneId zone) {
        access.require(key, Permission.EDIT_ROSTER);
        String called = checked(name);
        inDistrict.write(
                key.district(),
                () -> {
                    find(key);
                    dsl.update(ORG)
                            .set(ORG.NAME, called)
                            .set(ORG.ZONE, zone == null ? null : zone.getId())
                            .setNull(ORG.CHANGED_RUN)
                            .set(
                                    ORG.MANUAL_FIELDS,
                                    ManualFields.with(ORG.MANUAL_FIELDS, "name", "zone"))
                            .where(ORG.DISTRICT_ID.eq(key.district()), ORG.ID.eq(key.school()))
                            .execute();
                    audit.record(
                            key.district(),
                            "school.change",
                            "school",
                            key.school().toString(),
                            Map.of("name", called, "zone", zone == null ? "" : zone.getId()),
                            List.of());
                    events.publishEvent(new RosterChanged(key));
                });
    }

    /**
     * A school's name as it is kept.
     *
     * @throws BadInput if it is blank or too long
     */
    static String checked(String name) {
        String called = name.strip();
        if (called.isEmpty() || called.length() > 200) {
            throw new BadInput("name", "roster.bad.schoolName");
        }
        return called;
    }

    private List<School> where(DistrictId id, Condition condition) {
        return inDistrict.read(
                id,
                () ->
                        dsl.select(
                                        SCHOOL.SCHOOL_ID,
                                        SCHOOL.NAME,
                                        SCHOOL.ZONE.convertFrom(ZoneId::of),
                                        SCHOOL.DISTRICT_NAME,
                                        SCHOOL.EXTERNAL_ID,
                                        SCHOOL.SAMPLE)
                                .from(SCHOOL)
                                .where(SCHOOL.DISTRICT_ID.eq(id))
                                .and(condition)
                                .orderBy(DSL.lower(SCHOOL.NAME), SCHOOL.SCHOOL_ID)
                                .fetch(
                                        Records.mapping(
                                                (school, name, zone, district, other, sample) ->
                                                        new School(
                                                                new SchoolKey(id, school),
                                                                name,
                                                                zone,
                                                                district,
                                                                other,
                                                                sample))));
    }
}
