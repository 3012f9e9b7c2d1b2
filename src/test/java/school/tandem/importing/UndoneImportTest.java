package school.tandem.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static school.tandem.importing.OneRosterBundle.of11;
import static school.tandem.importing.OneRosterBundle.of12;
import static school.tandemdb.adoption.Tables.COVERAGE;
import static school.tandemdb.roster.Tables.CLASS_GROUP;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import school.tandem.Server;
import school.tandem.roster.intake.Tally;
import school.tandem.roster.intake.UndoRefused;
import school.tandem.security.DistrictId;

/** What a second import changes and withdraws, and that undo puts every row back as it was. */
@Tag("database")
class UndoneImportTest {

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
    void everythingThatABulkFileChangesAndWithdrawsComesBack() {
        assertUndoRestores(of11(), changed(of11()));
    }

    @Test
    void soDoesWhatABundleOf12Changes() {
        OneRosterBundle second =
                of12().set("roles.csv", 3, "orgSourcedId", "north")
                        .removeRow("roles.csv", 6)
                        .set("users.csv", 5, "givenName", "Anna")
                        .set("users.csv", 5, "primaryOrgSourcedId", "south")
                        .set("roles.csv", 6, "orgSourcedId", "south");
        assertUndoRestores(of12(), second);
    }

    @Test
    void aSecondFileThatMovesPeopleIntoItsOwnNewClassesComesBack() {
        OneRosterBundle second =
                of11().repeat("classes.csv", 1)
                        .set("classes.csv", 4, "sourcedId", "c4")
                        .set("classes.csv", 4, "subjects", "Arts")
                        .set("enrollments.csv", 1, "classSourcedId", "c4")
                        .set("enrollments.csv", 5, "classSourcedId", "c4")
                        .repeat("categories.csv", 1)
                        .set("categories.csv", 3, "sourcedId", "ex")
                        .set("categories.csv", 3, "title", "Exams")
                        .set("lineItems.csv", 1, "classSourcedId", "c4")
                        .set("lineItems.csv", 1, "categorySourcedId", "ex");
        assertUndoRestores(of11(), second);
    }

    @Test
    void aTermThatMovesTakesTeachersDaysWithItAndBringsThemBack() {
        OneRosterBundle second =
                of11().set("academicSessions.csv", 1, "startDate", "2025-09-05")
                        .set("academicSessions.csv", 2, "startDate", "2025-09-05");
        assertUndoRestores(of11(), second);
    }

    @Test
    void afterUndoTheSameImportChangesTheSameAgain() {
        trial.take(of11().zip(folder));
        Path second = changed(of11()).zip(folder);
        ImportReport once = trial.take(second);
        trial.undo(Objects.requireNonNull(once.district()));
        assertThat(trial.take(second).files()).isEqualTo(once.files());
    }

    @Test
    void anUndoneFirstImportLeavesNothing() {
        ImportReport report = trial.take(of11().zip(folder));
        DistrictId district = Objects.requireNonNull(report.district());
        trial.undo(district);
        assertThat(trial.contents(district).values())
                .allSatisfy(rows -> assertThat(rows).isEmpty());
        assertThatThrownBy(() -> trial.undo(district)).isInstanceOf(UndoRefused.class);
    }

    @Test
    void undoIsRefusedWhereSomebodyChangedARowSince() {
        ImportReport first = trial.take(of11().zip(folder));
        ImportReport second =
                trial.take(of11().set("users.csv", 5, "givenName", "Anna").zip(folder));
        DistrictId district = Objects.requireNonNull(second.district());
        byHand(district, "s1");
        Map<String, List<String>> before = trial.contents(district);
        assertThatThrownBy(() -> trial.undo(district)).isInstanceOf(UndoRefused.class);
        assertThat(trial.contents(district)).isEqualTo(before);
        assertThat(first.run()).isNotNull();
    }

    @Test
    void aRowThatWithdrawsCountsAsChangedAndWithdrawn() {
        trial.take(of11().zip(folder));
        ImportReport report =
                trial.take(
                        of11().set("users.csv", 7, "status", "tobedeleted")
                                .set("enrollments.csv", 6, "status", "ToBeDeleted")
                                .set("results.csv", 5, "status", "inactive")
                                .zip(folder));
        assertThat(report.held().count()).isZero();
        assertThat(Trial.file(report, "users.csv")).isEqualTo(new Tally(11, 0, 1, 10, 1, 0));
        assertThat(Trial.file(report, "enrollments.csv")).isEqualTo(new Tally(10, 0, 1, 9, 1, 0));
        assertThat(Trial.file(report, "results.csv")).isEqualTo(new Tally(8, 0, 1, 7, 1, 0));
    }

    @Test
    void whatABulkFileNoLongerHasIsWithdrawn() {
        trial.take(of11().zip(folder));
        OneRosterBundle less =
                of11().removeRow("users.csv", 7)
                        .removeRow("enrollments.csv", 6)
                        .removeRow("lineItems.csv", 3)
                        .removeRow("results.csv", 5)
                        .removeRow("results.csv", 2);
        ImportReport report = trial.take(less.zip(folder));
        assertThat(report.held().count()).isZero();
        assertThat(Trial.file(report, "users.csv")).isEqualTo(new Tally(10, 0, 0, 10, 1, 0));
        assertThat(Trial.file(report, "enrollments.csv")).isEqualTo(new Tally(9, 0, 0, 9, 1, 0));
        assertThat(Trial.file(report, "lineItems.csv")).isEqualTo(new Tally(3, 0, 0, 3, 1, 0));
        assertThat(Trial.file(report, "results.csv")).isEqualTo(new Tally(6, 0, 0, 6, 2, 0));
        ImportReport back = trial.take(of11().zip(folder));
        assertThat(Trial.file(back, "results.csv")).isEqualTo(new Tally(8, 0, 2, 6, 0, 0));
    }

    @Test
    void aRowThatIsHeldHasNotEnded() {
        trial.take(of11().zip(folder));
        ImportReport report =
                trial.take(
                        of11().set("users.csv", 7, "role", "wizard")
                                .set("classes.csv", 3, "title", "")
                                .set("results.csv", 1, "scoreDate", "some day")
                                .zip(folder));
        assertThat(Trial.held(report))
                .containsExactly(
                        "users.csv:8 role UNKNOWN_WORD",
                        "classes.csv:4 title BLANK",
                        "results.csv:2 scoreDate NOT_A_DATE");
        assertThat(report.total().withdrawn()).isZero();
    }

    @Test
    void aBulkFileOfOneSchoolLeavesTheOtherAlone() {
        trial.take(of11().zip(folder));
        ImportReport report = trial.take(northAlone().zip(folder));
        assertThat(report.held().count()).isZero();
        assertThat(report.total().withdrawn()).isZero();
    }

    @Test
    void aDeliveryOfOneSchoolCoversTheOtherNoFurther() {
        ImportReport first = trial.take(of11().zip(folder));
        DistrictId district = Objects.requireNonNull(first.district());
        Map<String, String> before = coveredTo(district);
        OneRosterBundle north = northAlone().set("results.csv", 1, "scoreDate", "2025-11-20");
        trial.take(north.zip(folder));
        assertThat(coveredTo(district))
                .containsEntry("c1", "2025-11-20")
                .containsEntry("c2", "2025-11-20")
                .containsEntry("c3", before.get("c3"));
        assertThat(before.get("c3")).isLessThan("2025-11-20");
        trial.undo(district);
        assertThat(coveredTo(district)).isEqualTo(before);
    }

    /** The last day that the source covers, by class. */
    private Map<String, String> coveredTo(DistrictId district) {
        return server.database()
                .asOwner()
                .select(CLASS_GROUP.EXTERNAL_ID, COVERAGE.COVERS_TO.cast(String.class))
                .from(COVERAGE)
                .join(CLASS_GROUP)
                .on(CLASS_GROUP.DISTRICT_ID.eq(district))
                .and(CLASS_GROUP.ID.eq(COVERAGE.CLASS_ID))
                .where(COVERAGE.DISTRICT_ID.eq(district))
                .fetchMap(CLASS_GROUP.EXTERNAL_ID, COVERAGE.COVERS_TO.cast(String.class));
    }

    private static OneRosterBundle northAlone() {
        OneRosterBundle north = of11().removeRow("orgs.csv", 3);
        north.set("users.csv", 4, "orgSourcedIds", "north");
        for (String id : List.of("s4", "s5", "s6", "t3")) {
            removeWhere(north, "users.csv", "sourcedId", id);
        }
        removeWhere(north, "classes.csv", "sourcedId", "c3");
        removeWhere(north, "enrollments.csv", "classSourcedId", "c3");
        removeWhere(north, "lineItems.csv", "classSourcedId", "c3");
        removeWhere(north, "results.csv", "lineItemSourcedId", "l4");
        return north;
    }

    @Test
    void aDeltaWithdrawsOnlyWhatItNames() {
        trial.take(of11().zip(folder));
        OneRosterBundle delta = of11().setAll("manifest.csv", "value", "delta");
        delta.rows("users.csv").subList(2, 12).clear();
        delta.rows("results.csv").subList(2, 9).clear();
        delta.set("users.csv", 1, "givenName", "Tamara")
                .set("results.csv", 1, "status", "tobedeleted");
        ImportReport report = trial.take(delta.zip(folder));
        assertThat(Trial.file(report, "users.csv")).isEqualTo(new Tally(1, 0, 1, 0, 0, 0));
        assertThat(Trial.file(report, "results.csv")).isEqualTo(new Tally(1, 0, 1, 0, 1, 0));
    }

    @Test
    void aFileWithAHeaderAloneEndsNothing() {
        trial.take(of11().zip(folder));
        OneRosterBundle empty = of11();
        for (String name : List.of("results.csv", "lineItems.csv", "enrollments.csv")) {
            empty.rows(name).subList(1, empty.rows(name).size()).clear();
        }
        assertThat(trial.take(empty.zip(folder)).total().withdrawn()).isZero();
    }

    @Test
    void neitherPasswordsNorParentsNamesAreStored() {
        DistrictId district = Objects.requireNonNull(trial.take(of11().zip(folder)).district());
        String all = trial.contents(district).toString();
        assertThat(all).contains("Tara").doesNotContain("Geheim", "Pia", "pia@home.example", "555");
    }

    private void assertUndoRestores(OneRosterBundle first, OneRosterBundle second) {
        DistrictId district = Objects.requireNonNull(trial.take(first.zip(folder)).district());
        Map<String, List<String>> before = trial.contents(district);
        ImportReport report = trial.take(second.zip(folder));
        assertThat(report.held().count()).isZero();
        assertThat(report.total().changed()).isPositive();
        assertThat(trial.contents(district)).isNotEqualTo(before);
        trial.undo(district);
        Map<String, List<String>> after = trial.contents(district);
        before.forEach((table, rows) -> assertThat(after.get(table)).as(table).isEqualTo(rows));
    }

    private static OneRosterBundle changed(OneRosterBundle bundle) {
        bundle.set("orgs.csv", 2, "name", "Northern School")
                .set("academicSessions.csv", 2, "endDate", "2025-12-19")
                .set("users.csv", 1, "givenName", "Tamara")
                .set("users.csv", 6, "orgSourcedIds", "north,south")
                .set("users.csv", 8, "status", "tobedeleted")
                .set("courses.csv", 1, "title", "Algebra I")
                .set("classes.csv", 1, "subjects", "Science")
                .set("classes.csv", 2, "termSourcedIds", "f25")
                .set("enrollments.csv", 5, "endDate", "2025-12-01")
                .set("categories.csv", 1, "title", "Quiz")
                .set("lineItems.csv", 1, "dueDate", "2025-09-09")
                .set("results.csv", 1, "scoreDate", "2025-09-06")
                .set("results.csv", 2, "scoreStatus", "not submitted")
                .repeat("users.csv", 5)
                .set("users.csv", bundle.last("users.csv"), "sourcedId", "s7")
                .repeat("results.csv", 1)
                .set("results.csv", bundle.last("results.csv"), "sourcedId", "g9")
                .set("results.csv", bundle.last("results.csv"), "studentSourcedId", "s7")
                .removeRow("results.csv", 8)
                .removeRow("enrollments.csv", 10)
                .removeRow("users.csv", 10);
        return bundle;
    }

    private static void removeWhere(
            OneRosterBundle bundle, String file, String column, String value) {
        int at = bundle.rows(file).getFirst().indexOf(column);
        bundle.rows(file).removeIf(row -> row.get(at).equals(value));
    }

    private void byHand(DistrictId district, String person) {
        Field<Long> run = DSL.field(DSL.name("changed_run"), Long.class);
        server.database()
                .asOwner()
                .update(DSL.table(DSL.name("roster", "person")))
                .set(run, (Long) null)
                .set(DSL.field(DSL.name("family_name"), String.class), "Changed")
                .where(DSL.field(DSL.name("district_id"), Long.class).eq(district.value()))
                .and(DSL.field(DSL.name("external_id"), String.class).eq(person))
                .execute();
    }
}
