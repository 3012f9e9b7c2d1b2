package school.tandem.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import school.tandem.Database;

/**
 * Answers of families as they were kept before each day had its own: one row a student, and what
 * imports had replaced in their images.
 */
@Tag("database")
class AnswersBeforeTheirHistoryTest {

    /** Student, day, device, the runs that added and changed it; what undo would bring back. */
    private static final String ANSWERS =
            """
            select p.external_id, h.answered_on, h.device, h.added_run, h.changed_run
            from adoption.home_access h join roster.person p on p.id = h.student_id
            order by 1, 2
            """;

    private static final String IMAGES =
            """
            select p.external_id, b.run_id, b.answered_on, b.device, b.changed_run
            from adoption.home_access_before b join roster.person p on p.id = b.student_id
            """;

    private static Database database;
    private static DSLContext owner;
    private static long district;

    @BeforeAll
    static void keepAnswersAsBefore() {
        database = Database.fresh();
        owner = database.asOwner();
        owner.execute("drop owned by tandem_owner cascade");
        owner.execute("create schema if not exists public");
        migrate("28");
        district =
                owner.fetchSingle(
                                "insert into security.district (name, zone, created_at)"
                                        + " values ('Elm', 'America/New_York', now()) returning id")
                        .get(0, Long.class);
        answered("once", 10, null, "2026-09-01", true);
        long later = answered("later", 10, 11L, "2026-10-01", false);
        image(later, 11, "2026-09-01", true, 10);
        long sameDay = answered("same day", 10, 11L, "2026-09-01", false);
        image(sameDay, 11, "2026-09-01", true, 10);
        migrate("latest");
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static void migrate(String target) {
        Flyway.configure()
                .dataSource(database.url(), "tandem_owner", "")
                .locations("classpath:db/migration")
                .placeholders(Map.of("app_role", "tandem_app"))
                .target(target)
                .load()
                .migrate();
    }

    private static long answered(
            String student, long added, Long changed, String day, boolean device) {
        long id =
                owner.fetchSingle(
                                "insert into roster.person (district_id, kind, given_name,"
                                        + " family_name, source, external_id)"
                                        + " values (?, 'student', 'A', 'B', 'test', ?) returning id",
                                district,
                                student)
                        .get(0, Long.class);
        owner.execute(
                "insert into adoption.home_access (district_id, student_id, device, answered_on, via,"
                        + " added_run, changed_run) values (?, ?, ?, ?::date, 'file', ?, ?)",
                district,
                id,
                device,
                day,
                added,
                changed == null ? added : changed);
        return id;
    }

    private static void image(long student, long run, String day, boolean device, long changed) {
        owner.execute(
                "insert into adoption.before_image (district_id, run_id, table_name, row_id, image)"
                        + " values (?, ?, 'home_access', ?, ?::jsonb)",
                district,
                run,
                student,
                """
                {"answered_on": "%s", "device": %s, "connection": null, "via": "file",
                 "added_run": 10, "changed_run": %d, "answered_at": null}
                """
                        .formatted(day, device, changed));
    }

    private static List<String> lines(String sql) {
        List<String> lines = new ArrayList<>();
        owner.fetch(sql)
                .forEach(row -> {
                    List<String> cells = new ArrayList<>();
                    for (Object cell : row.intoArray()) {
                        cells.add(String.valueOf(cell));
                    }
                    lines.add(String.join(" ", cells));
                });
        return lines;
    }

    @Test
    void whatAnImportReplacedOnAnotherDayIsAnAnswerOfItsOwn() {
        assertThat(lines(ANSWERS))
                .containsExactly(
                        "later 2026-09-01 true 10 10",
                        "later 2026-10-01 false 11 11",
                        "once 2026-09-01 true 10 10",
                        "same day 2026-09-01 false 10 11");
    }

    @Test
    void whatAnImportReplacedOnTheSameDayCanStillBeBroughtBack() {
        assertThat(lines(IMAGES)).containsExactly("same day 11 2026-09-01 true 10");
        assertThat(lines("select 1 from adoption.before_image where table_name = 'home_access'"))
                .isEmpty();
    }
}
