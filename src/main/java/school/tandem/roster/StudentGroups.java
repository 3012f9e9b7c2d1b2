package school.tandem.roster;

import static school.tandemdb.roster.Tables.GROUPS_KEPT;
import static school.tandemdb.roster.Tables.STUDENT_GROUP;
import static school.tandemdb.roster.Tables.STUDENT_GROUP_BEFORE;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import school.tandem.security.Access;
import school.tandem.security.Audit;
import school.tandem.security.DistrictId;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.Districts;
import school.tandem.security.NotHere;
import school.tandem.security.Permission;
import school.tandem.security.SchoolKey;

/**
 * Whether a district keeps which groups its students belong to (sex, race, flags such as a reduced
 * lunch). It does not until an administrator of all its schools says so, and nothing is left once
 * one says no.
 */
@Component
public class StudentGroups {

    private final DSLContext dsl;
    private final DistrictTransactions inDistrict;
    private final Districts districts;
    private final Access access;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StudentGroups(
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

    /** Since when the school's district keeps groups; null: it does not. */
    public @Nullable LocalDate keptSince(SchoolKey key) {
        access.require(key, Permission.SEE_FIGURES);
        return inDistrict.read(key.district(), () -> since(key.district()));
    }

    /** Of how many students a group is kept. */
    public int students(DistrictId district) {
        access.require(district, Permission.EDIT_ROSTER);
        return inDistrict.read(
                district,
                () ->
                        dsl.select(DSL.countDistinct(STUDENT_GROUP.STUDENT_ID))
                                .from(STUDENT_GROUP)
                                .where(STUDENT_GROUP.DISTRICT_ID.eq(district))
                                .fetchSingle()
                                .value1());
    }

    /** From now on imports keep groups, where their files have them. */
    public void keep(DistrictId district) {
        access.require(district, Permission.EDIT_ROSTER);
        LocalDate today =
                LocalDate.now(
                        clock.withZone(
                                districts
                                        .find(district)
                                        .orElseThrow(() -> new NotHere("District " + district))
                                        .zone()));
        inDistrict.write(
                district,
                () -> {
                    dsl.insertInto(GROUPS_KEPT)
                            .set(GROUPS_KEPT.DISTRICT_ID, district)
                            .set(GROUPS_KEPT.SINCE, today)
                            .onConflictDoNothing()
                            .execute();
                    audit.record(district, "groups.keep", "district", district.toString());
                });
    }

    /** Deletes all groups that are kept, for good; imports keep none from now on. */
    public void forget(DistrictId district) {
        access.require(district, Permission.EDIT_ROSTER);
        inDistrict.write(
                district,
                () -> {
                    dsl.deleteFrom(GROUPS_KEPT)
                            .where(GROUPS_KEPT.DISTRICT_ID.eq(district))
                            .execute();
                    int deleted =
                            dsl.deleteFrom(STUDENT_GROUP)
                                    .where(STUDENT_GROUP.DISTRICT_ID.eq(district))
                                    .execute();
                    dsl.deleteFrom(STUDENT_GROUP_BEFORE)
                            .where(STUDENT_GROUP_BEFORE.DISTRICT_ID.eq(district))
                            .execute();
                    audit.record(
                            district,
                            "groups.forget",
                            "district",
                            district.toString(),
                            Map.of("deleted", deleted),
                            List.of());
                    events.publishEvent(new GroupsForgotten(district));
                });
    }

    private @Nullable LocalDate since(DistrictId district) {
        return dsl.select(GROUPS_KEPT.SINCE)
                .from(GROUPS_KEPT)
                .where(GROUPS_KEPT.DISTRICT_ID.eq(district))
                .fetchOne(GROUPS_KEPT.SINCE);
    }
}
