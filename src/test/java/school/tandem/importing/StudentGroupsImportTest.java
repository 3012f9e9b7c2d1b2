package school.tandem.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static school.tandem.importing.OneRosterBundle.of11;
import static school.tandem.importing.OneRosterBundle.of12;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import school.tandem.Server;
import school.tandem.roster.StudentGroups;
import school.tandem.roster.intake.Reason;
import school.tandem.roster.intake.Tally;
import school.tandem.security.DistrictId;

/** Demographics are read only where a district keeps groups, and of them no more than groups. */
@Tag("database")
@Tag("long")
class StudentGroupsImportTest {

    private static final String HEADER =
            "sourcedId,status,dateLastModified,birthDate,sex,americanIndianOrAlaskaNative,asian,"
                    + "blackOrAfricanAmerican,nativeHawaiianOrOtherPacificIslander,white,"
                    + "demographicRaceTwoOrMoreRaces,hispanicOrLatinoEthnicity,cityOfBirth";
    private static final String[] ROWS = {
        "s1,,,2011-02-03,female,false,true,false,false,false,false,false,Secretville",
        "s2,,,2011-02-04,male,false,false,false,false,true,false,true,Secretville",
        "s3,,,2011-02-05,Female,false,true,false,false,true,false,false,",
        "s4,,,2011-02-06,,false,false,false,false,false,false,false,",
        "s5,,,2011-02-07,male,false,false,true,false,false,true,false,",
        "t1,,,1980-02-07,male,false,false,true,false,false,false,false,"
    };

    private static Server server;

    @TempDir Path folder;
    private Trial trial;

    @BeforeAll
    static void start() {
        server = Server.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void begin() {
        trial = new Trial(server);
    }

    @Test
    void withoutTheChoiceTheFileIsSkippedWhateverIsInIt() {
        ImportReport report = trial.take(with(of11(), ROWS).zip(folder));
        assertThat(report.skipped()).containsExactly("demographics.csv");
        assertThat(groups(district(report))).isEmpty();
        ImportReport again = trial.take(of11().table("demographics.csv", "nonsense").zip(folder));
        assertThat(again.refused()).isNull();
        assertThat(again.skipped()).containsExactly("demographics.csv");
    }

    @Test
    void withItSexAndOneRaceAreKeptAndNothingElse() {
        DistrictId district = choose(of11());
        ImportReport report = trial.take(with(of11(), ROWS).zip(folder));
        Trial.assertAddsUp(report);
        assertThat(report.skipped()).isEmpty();
        assertThat(Trial.file(report, "demographics.csv")).isEqualTo(new Tally(6, 4, 0, 2, 0, 0));
        assertThat(groups(district))
                .containsExactly(
                        "s1 race asian",
                        "s1 sex female",
                        "s2 race hispanic",
                        "s2 sex male",
                        "s3 race two_or_more",
                        "s3 sex female",
                        "s5 race two_or_more",
                        "s5 sex male");
        assertThat(trial.contents(district).toString())
                .doesNotContain("Secretville", "2011-02-03", "1980-02-07");
    }

    @Test
    void aSecondTimeNothingChangesAndAChangeIsOne() {
        choose(of11());
        Path first = with(of11(), ROWS).zip(folder);
        ImportReport report = trial.take(first);
        trial.assertNothingNew(first, report);
        String[] rows = ROWS.clone();
        rows[0] = "s1,,,2011-02-03,male,false,true,false,false,false,false,false,";
        ImportReport changed = trial.take(with(of11(), rows).zip(folder));
        assertThat(Trial.file(changed, "demographics.csv")).isEqualTo(new Tally(6, 0, 1, 5, 0, 0));
        assertThat(groups(district(changed))).contains("s1 sex male", "s1 race asian");
    }

    @Test
    void whoIsNoLongerInABulkFileOrEndedLosesTheirs() {
        DistrictId district = choose(of12());
        trial.take(with(of12(), ROWS).zip(folder));
        ImportReport fewer =
                trial.take(
                        with(of12(), "s1,tobedeleted,2026-01-01,,female,,,,,,,,", ROWS[1], ROWS[2])
                                .zip(folder));
        assertThat(Trial.file(fewer, "demographics.csv").withdrawn()).isPositive();
        assertThat(groups(district))
                .containsExactly(
                        "s2 race hispanic", "s2 sex male", "s3 race two_or_more", "s3 sex female");
    }

    @Test
    void rowsThatCanNotBeTakenAreHeldAndEndNothing() {
        DistrictId district = choose(of11());
        trial.take(with(of11(), ROWS).zip(folder));
        ImportReport report =
                trial.take(
                        with(
                                        of11(),
                                        "s1,,,,banana,,,,,,,,",
                                        "nobody,,,,female,,,,,,,,",
                                        ROWS[1],
                                        ROWS[1])
                                .zip(folder));
        Trial.assertAddsUp(report);
        assertThat(Trial.heldRows(report))
                .extracting(held -> held.line() + " " + held.column() + " " + held.reason())
                .containsExactlyInAnyOrder(
                        "2 sex " + Reason.UNKNOWN_WORD,
                        "3 sourcedId " + Reason.UNKNOWN_REFERENCE,
                        "5 sourcedId " + Reason.DUPLICATE_ID);
        assertThat(groups(district)).contains("s1 sex female", "s2 sex male");
    }

    @Test
    void undoPutsEveryGroupBack() {
        DistrictId district = choose(of11());
        trial.take(with(of11(), ROWS).zip(folder));
        Map<String, List<String>> before = trial.contents(district);
        trial.take(
                with(
                                of11(),
                                "s1,,,,other,true,false,false,false,false,false,false,",
                                "s6,,,,female,false,false,false,true,false,false,false,")
                        .zip(folder));
        assertThat(groups(district))
                .containsExactly(
                        "s1 race american_indian",
                        "s1 sex other",
                        "s6 race pacific",
                        "s6 sex female");
        trial.undo(district);
        assertThat(trial.contents(district)).isEqualTo(before);
        trial.undo(district);
        assertThat(groups(district)).isEmpty();
    }

    @Test
    void undoAfterTheChoiceWasTakenBackBringsNoGroupBack() {
        DistrictId district = choose(of11());
        trial.take(with(of11(), ROWS).zip(folder));
        trial.take(with(of11(), "s1,,,,male,,,,,,,,").zip(folder));
        trial.asInstallation(() -> {
            server.bean(StudentGroups.class).forget(district);
            return true;
        });
        trial.undo(district);
        assertThat(groups(district)).isEmpty();
        assertThat(trial.contents(district).get("\"roster\".\"student_group_before\"")).isEmpty();
    }

    private static OneRosterBundle with(OneRosterBundle bundle, String... rows) {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        lines.addAll(List.of(rows));
        return bundle.table("demographics.csv", lines.toArray(String[]::new));
    }

    @Test
    void schoolDataSyncTellsSexRaceAndFlags() {
        Path sds = Path.of("src/test/resources/import/sds-v2.1");
        DistrictId district = choose(of11());
        Map<String, List<String>> before = trial.contents(district);
        ImportReport report = trial.take(sds);
        Trial.assertAddsUp(report);
        assertThat(Trial.heldRows(report)).isEmpty();
        assertThat(report.skipped())
                .contains(
                        "relationships.csv",
                        "demographics.csv (birthDate, birthCity, birthState, birthCountry)");
        assertThat(groups(district))
                .containsExactly(
                        "114001 flag iep",
                        "114001 race hispanic",
                        "114001 sex male",
                        "114003 flag free_lunch",
                        "114003 race asian",
                        "114003 sex male",
                        "114004 flag 504",
                        "114004 race white",
                        "114004 sex female",
                        "114008 race black",
                        "114008 sex male");
        trial.assertNothingNew(sds, report);
        trial.undo(district);
        trial.undo(district);
        assertThat(trial.contents(district)).isEqualTo(before);
    }

    /** A district that was imported without groups, and keeps them from now on. */
    private DistrictId choose(OneRosterBundle bundle) {
        DistrictId district = district(trial.take(bundle.zip(folder)));
        trial.asInstallation(() -> {
            server.bean(StudentGroups.class).keep(district);
            return true;
        });
        return district;
    }

    private static DistrictId district(ImportReport report) {
        return Objects.requireNonNull(report.district());
    }

    private static List<String> groups(DistrictId district) {
        return server.database()
                .asOwner()
                .fetch(
                        "select p.external_id || ' ' || g.kind || ' ' || g.key from"
                                + " roster.student_group g join roster.person p on p.district_id ="
                                + " g.district_id and p.id = g.student_id where g.district_id = "
                                + district.value()
                                + " order by 1")
                .getValues(0, String.class);
    }
}
