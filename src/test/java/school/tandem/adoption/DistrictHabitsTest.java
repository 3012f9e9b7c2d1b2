package school.tandem.adoption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import school.tandem.disclosure.Deduction;
import school.tandem.disclosure.Shown;
import school.tandem.roster.Schools;
import school.tandem.security.AccessDenied;
import school.tandem.security.Role;

/** All schools of a district: the small ones are hidden, and the total does not give them away. */
@Tag("database")
@Tag("long")
class DistrictHabitsTest {

    private static SampleRoom room;

    @BeforeAll
    static void open() {
        room = SampleRoom.shared();
        school("Bay", 3, 4);
        school("Creek", 20, 40);
        school("Dune", 30, 60);
        room.asInstallation(
                () -> room.bean(Schools.class).create(room.key.district(), "Empty").key());
    }

    private static void school(String name, long yes, long all) {
        long id =
                room.asInstallation(() ->
                        room.bean(Schools.class)
                                .create(room.key.district(), name)
                                .key()
                                .school()
                                .value());
        room.execute(
                "insert into adoption.figure (district_id, school_id, day, group_kind, group_key,"
                        + " indicator, yes, no, unknown) values (%d, %d, '%s', 'school', '',"
                                .formatted(room.key.district().value(), id, SampleRoom.TODAY)
                        + " 'handed_in', %d, %d, 0)".formatted(yes, all - yes));
    }

    @Test
    void aSmallSchoolHidesTheNextSmallestToo() {
        DistrictHabits.Told told = told();
        assertThat(shown(told, "Bay")).isInstanceOf(Shown.Hidden.class);
        assertThat(shown(told, "Creek")).isInstanceOf(Shown.Hidden.class);
        assertThat(shown(told, "Dune")).isEqualTo(new Shown.Share(.5));
        assertThat(shown(told, "Empty")).isInstanceOf(Shown.Unknown.class);
    }

    @Test
    void theTotalAndTheOthersDoNotTellWhatTheSmallOneIs() {
        Set<Object> all = new HashSet<>();
        Set<Object> known = new HashSet<>(Set.of("total"));
        told().schools().stream()
                .filter(row -> !row.name().equals("Empty"))
                .forEach(row -> {
                    all.add(row.name());
                    if (!(row.shown().get(Measure.HANDED_IN) instanceof Shown.Hidden)) {
                        known.add(row.name());
                    }
                });
        Deduction deduction = new Deduction();
        deduction.sum(all, "total");
        assertThat(deduction.determines("Bay", known)).isFalse();
        known.add("Creek");
        assertThat(deduction.determines("Bay", known)).isTrue();
    }

    @Test
    void theTotalIsThatOfAllSchools() {
        long yes =
                room.number(
                        "select sum(yes)::bigint from adoption.figure where group_kind = 'school' and"
                                + " indicator = 'handed_in'");
        long known =
                room.number(
                        "select sum(yes + no)::bigint from adoption.figure where group_kind ="
                                + " 'school' and indicator = 'handed_in'");
        assertThat(told().all().shown().get(Measure.HANDED_IN))
                .isEqualTo(new Shown.Share((double) yes / known));
    }

    @Test
    void itIsForThoseOfAllSchoolsOnly() {
        assertThatThrownBy(() ->
                        room.as(
                                Role.ADMINISTRATOR,
                                null,
                                () ->
                                        room.bean(DistrictHabits.class)
                                                .of(room.key.district(), null)))
                .isInstanceOf(AccessDenied.class);
    }

    private static DistrictHabits.Told told() {
        return room.asInstallation(
                () -> room.bean(DistrictHabits.class).of(room.key.district(), null));
    }

    private static Shown shown(DistrictHabits.Told told, String name) {
        return told.schools().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow()
                .shown()
                .get(Measure.HANDED_IN);
    }
}
