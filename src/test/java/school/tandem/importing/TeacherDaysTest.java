package school.tandem.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static school.tandem.importing.OneRosterBundle.of11;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import school.tandem.Server;
import school.tandem.adoption.intake.CategoryMeanings;
import school.tandem.roster.Schools;
import school.tandem.security.DistrictId;
import school.tandem.security.SchoolKey;

/** The days of teachers, made anew for some, against those of all as a plain question has them. */
@Tag("database")
@Tag("long")
class TeacherDaysTest {

    private static Server server;

    @TempDir Path folder;

    @BeforeAll
    static void start() {
        server = Server.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Each of them moves days from somebody to nobody or to somebody else. */
    private static Map<String, UnaryOperator<OneRosterBundle>> changes() {
        Map<String, UnaryOperator<OneRosterBundle>> changes = new LinkedHashMap<>();
        changes.put(
                "work of another class",
                bundle -> bundle.set("lineItems.csv", 2, "classSourcedId", "c2"));
        changes.put(
                "work of another day",
                bundle -> bundle.set("lineItems.csv", 1, "assignDate", "2025-09-03"));
        changes.put(
                "work of another kind",
                bundle -> bundle.set("lineItems.csv", 1, "categorySourcedId", "qz"));
        changes.put("work that goes", bundle -> bundle.removeRow("lineItems.csv", 3));
        changes.put(
                "work that comes",
                bundle ->
                        bundle.repeat("lineItems.csv", 4)
                                .set("lineItems.csv", 5, "sourcedId", "l5")
                                .set("lineItems.csv", 5, "assignDate", "2025-10-02"));
        changes.put(
                "another teacher",
                bundle -> bundle.set("enrollments.csv", 1, "userSourcedId", "t2"));
        changes.put(
                "another class",
                bundle -> bundle.set("enrollments.csv", 1, "classSourcedId", "c2"));
        changes.put("a teacher who goes", bundle -> bundle.removeRow("enrollments.csv", 1));
        changes.put(
                "a teacher who comes later",
                bundle -> bundle.set("enrollments.csv", 1, "beginDate", "2025-09-05"));
        changes.put(
                "a teacher who becomes a student",
                bundle -> bundle.set("enrollments.csv", 1, "role", "student"));
        changes.put(
                "a second teacher",
                bundle ->
                        bundle.repeat("enrollments.csv", 1)
                                .set("enrollments.csv", 11, "sourcedId", "e11")
                                .set("enrollments.csv", 11, "userSourcedId", "t2"));
        changes.put(
                "a class that moves to another term",
                bundle -> bundle.set("classes.csv", 1, "termSourcedIds", "p26"));
        changes.put(
                "a term that moves",
                bundle ->
                        bundle.set("academicSessions.csv", 1, "startDate", "2025-09-05")
                                .set("academicSessions.csv", 2, "startDate", "2025-09-05"));
        changes.put(
                "a person who goes", bundle -> bundle.set("users.csv", 1, "status", "tobedeleted"));
        return changes;
    }

    @Test
    void afterAnyImportAndItsUndoTheyAreThoseThatAFullCountHas() {
        Trial trial = new Trial(server);
        DistrictId district = Objects.requireNonNull(trial.take(of11().zip(folder)).district());
        List<String> first = kept(district);
        assertThat(first).isEqualTo(counted(district)).hasSize(4);
        changes()
                .forEach((name, change) -> {
                    ImportReport report = trial.take(change.apply(of11()).zip(folder));
                    assertThat(report.held().count()).as(name).isZero();
                    assertThat(kept(district)).as(name).isEqualTo(counted(district));
                    trial.undo(district);
                    assertThat(kept(district)).as("not " + name).isEqualTo(first);
                });
    }

    @Test
    void theDaysOfWhomAnImportDoesNotConcernAreLeftAlone() {
        Trial trial = new Trial(server);
        DistrictId district = Objects.requireNonNull(trial.take(of11().zip(folder)).district());
        List<String> before = written(district, "t3");
        String first = written(district, "t1").getFirst();
        trial.take(of11().set("lineItems.csv", 1, "assignDate", "2025-09-03").zip(folder));
        assertThat(written(district, "t1")).doesNotContain(first);
        trial.undo(district);
        assertThat(kept(district)).isEqualTo(counted(district));
        assertThat(written(district, "t3")).isEqualTo(before).isNotEmpty();
    }

    @Test
    void whatACategoryMeansAndWhatAListTellsOfTeachersCounts() throws IOException {
        Trial trial = new Trial(server);
        DistrictId district = Objects.requireNonNull(trial.take(of11().zip(folder)).district());
        List<String> first = kept(district);
        SchoolKey north =
                trial.asInstallation(() ->
                        server.bean(Schools.class).of(district).stream()
                                .filter(school -> school.name().equals("North School"))
                                .findFirst()
                                .orElseThrow()
                                .key());
        Path list =
                Files.writeString(
                        folder.resolve("list.csv"),
                        "person_id,class,date,activity\n"
                                + "t1,c1,2025-09-10,took attendance\n"
                                + "t2,c2,2025-09-12,gave a quiz\n"
                                + "s1,c1,2025-09-12,quiz\n");
        assertThat(Trial.list(server, north, ListKind.ACTIVITY, list).held().count()).isZero();
        assertThat(kept(district)).isEqualTo(counted(district)).hasSize(5);
        trial.undo(district);
        assertThat(kept(district)).isEqualTo(first);
        for (CategoryMeanings.Kind kind : CategoryMeanings.Kind.values()) {
            trial.asInstallation(() -> {
                server.bean(CategoryMeanings.class).say(district, "Homework", kind);
                return true;
            });
            assertThat(kept(district)).as(kind.code()).isEqualTo(counted(district));
        }
    }

    @Test
    void whoComesToAClassByAListHasTheDaysOfItsWork() throws IOException {
        PlatformTown town = new PlatformTown(server, folder);
        Path work =
                Files.writeString(
                        folder.resolve("work.csv"),
                        "student_id,class,assignment,assigned,due,status,submitted\n"
                                + "1,Algebra,Essay,2025-09-29,2025-09-30,submitted,2025-09-30\n");
        Trial.list(server, town.school(), ListKind.HAND_INS, work);
        assertThat(kept(town.district())).isEqualTo(counted(town.district())).hasSize(1);
        Path staff =
                Files.writeString(
                        folder.resolve("staff.csv"),
                        "Staff ID,Name,E-mail,Role,Class\n"
                                + "t2,Uma Lund,uma@elm.example,Teacher,Algebra\n");
        Trial.list(server, town.school(), ListKind.STAFF, staff);
        assertThat(kept(town.district())).isEqualTo(counted(town.district())).hasSize(2);
        town.undo();
        assertThat(kept(town.district())).isEqualTo(counted(town.district())).hasSize(1);
    }

    private static List<String> kept(DistrictId district) {
        return rows(
                "select person_id || ' ' || day || ' ' || practice from adoption.teacher_day"
                        + " where district_id = "
                        + district.value()
                        + " order by 1");
    }

    private static List<String> counted(DistrictId district) {
        return rows(
                ("select person_id || ' ' || day || ' ' || bit_or(bits) from (select r.person_id,"
                                + " coalesce(a.assigned_on, a.due_on) as day, case a.work_kind when"
                                + " 'quiz' then 6 else 2 end as bits from roster.running r join"
                                + " adoption.assignment a on a.district_id = r.district_id and"
                                + " a.class_id = r.class_id where r.district_id = %s and r.role ="
                                + " 'teacher' and a.online and a.withdrawn_on is null and"
                                + " coalesce(a.assigned_on, a.due_on) >= r.from_on and"
                                + " coalesce(a.assigned_on, a.due_on) < r.to_on union all select"
                                + " c.person_id, c.day, case c.did when 4 then 6 else c.did end from"
                                + " adoption.activity c join roster.person p on p.district_id ="
                                + " c.district_id and p.id = c.person_id where c.district_id = %1$s"
                                + " and p.kind = 'staff') did group by person_id, day order by 1")
                        .formatted(district.value()));
    }

    /** Somebody's days with what wrote them. */
    private static List<String> written(DistrictId district, String person) {
        return rows(
                ("select t.xmin || ' ' || day || ' ' || practice from adoption.teacher_day t join"
                                + " roster.person p on p.district_id = t.district_id and p.id ="
                                + " t.person_id where t.district_id = %s and p.external_id = '%s'"
                                + " order by 1")
                        .formatted(district.value(), person));
    }

    private static List<String> rows(String sql) {
        return server.database().asOwner().fetch(sql).getValues(0, String.class);
    }
}
