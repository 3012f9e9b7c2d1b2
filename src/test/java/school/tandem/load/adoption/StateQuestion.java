package school.tandem.load.adoption;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import school.tandem.roster.SchoolCalendar.Window;

/**
 * One question: of each school, how many students there are and how many of them opened work,
 * handed in and took a quiz online in the window. Answered from the figures that are kept, by an
 * aggregate over the facts in PostgreSQL, which gets an index for it, and by the same aggregate in
 * DuckDB over a copy of its own. The rows must be the same. Two threads each.
 */
final class StateQuestion {

    private static final String OF_FIGURES =
            """
            select school_id,
                   max(yes + no + unknown) filter (where indicator = 'handed_in') as students,
                   max(yes) filter (where indicator = 'opened') as opened,
                   max(yes) filter (where indicator = 'handed_in') as handed_in,
                   max(yes) filter (where indicator = 'quiz') as quiz
            from adoption.figure
            where district_id = ? and day = ? and group_kind = 'school' and group_key = ''
              and indicator in ('opened', 'handed_in', 'quiz')
            group by school_id order by school_id
            """;

    private static final String OF_FACTS =
            """
            select place.school_id,
                   count(*) as students,
                   count(seen.student_id) as opened,
                   count(seen.student_id) as handed_in,
                   count(*) filter (where seen.quiz) as quiz
            from (select distinct school_id, person_id
                  from roster.running
                  where district_id = ? and role = 'student' and from_on <= ? and to_on > ?) place
            left join (select s.student_id, bool_or(a.work_kind = 'quiz') as quiz
                       from adoption.submission s
                       join adoption.assignment a
                         on a.district_id = s.district_id and a.id = s.assignment_id
                       where s.district_id = ? and s.handed_in_on between ? and ?
                         and s.status = 'handed_in' and s.withdrawn_on is null
                         and a.online and a.withdrawn_on is null
                       group by s.student_id) seen
              on seen.student_id = place.person_id
            group by place.school_id order by place.school_id
            """;

    private static final int OURS = 50;
    private static final int POSTGRES = 5;
    private static final int DUCKDB = 11;

    private final BenchDatabase database;
    private final Path folder;
    private final long district;
    private final Window window;

    StateQuestion(BenchDatabase database, Path folder, long district, Window window) {
        this.database = database;
        this.folder = folder;
        this.district = district;
        this.window = window;
    }

    void measure(Map<String, Object> figures) throws Exception {
        database.execute(
                "create index bench_by_day on adoption.submission (district_id, handed_in_on)"
                        + " include (student_id, assignment_id)"
                        + " where status = 'handed_in' and withdrawn_on is null",
                "set max_parallel_workers_per_gather = 1",
                "set work_mem = '256MB'");
        database.vacuum("adoption.submission");
        database.vacuum("adoption.figure");
        Date day = Date.valueOf(window.to());
        List<List<Object>> known = database.rows(OF_FIGURES, district, day);
        Object[] values = {district, day, day, district, Date.valueOf(window.from()), day};
        requireSame("PostgreSQL", known, database.rows(OF_FACTS, values));
        double ours = Times.of(10, OURS, () -> database.rows(OF_FIGURES, district, day)).median();
        double postgres = Times.of(1, POSTGRES, () -> database.rows(OF_FACTS, values)).median();
        database.execute("drop index adoption.bench_by_day", "reset work_mem");
        double duckdb = duckdb(known, values);
        figures.put("questionRows", known.size());
        figures.put("questionOursMs", ours);
        figures.put("questionPostgresMs", postgres);
        figures.put("questionDuckdbMs", duckdb);
        figures.put("rawPostgresOverOurs", postgres / ours);
        figures.put("duckdbOverOurs", duckdb / ours);
    }

    private double duckdb(List<List<Object>> known, Object[] values) throws Exception {
        Path file = folder.resolve("bench.duckdb");
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:" + file)) {
            try (var statement = duckdb.createStatement()) {
                statement.execute("set threads = 2");
                statement.execute("create schema adoption");
                statement.execute("create schema roster");
            }
            bring(
                    duckdb,
                    "adoption.submission",
                    "district_id bigint, assignment_id bigint, student_id bigint, status text,"
                            + " handed_in_on date, withdrawn_on date");
            bring(
                    duckdb,
                    "adoption.assignment",
                    "district_id bigint, id bigint, work_kind text, online boolean,"
                            + " withdrawn_on date");
            bring(
                    duckdb,
                    "roster.running",
                    "district_id bigint, school_id bigint, person_id bigint, role text,"
                            + " from_on date, to_on date");
            requireSame("DuckDB", known, BenchDatabase.rows(duckdb, OF_FACTS, values));
            return Times.of(2, DUCKDB, () -> BenchDatabase.rows(duckdb, OF_FACTS, values)).median();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void bring(Connection duckdb, String table, String columns) throws Exception {
        Path csv = folder.resolve(table + ".csv");
        String names = columns.replaceAll("(\\w+) \\w+", "$1");
        database.copyOut(
                "copy (select " + names + " from " + table + ") to stdout (format csv)", csv);
        try (var statement = duckdb.createStatement()) {
            statement.execute("create table " + table + " (" + columns + ")");
            statement.execute("copy " + table + " from '" + csv + "' (header false)");
        }
        Files.delete(csv);
    }

    private static void requireSame(
            String who, List<List<Object>> known, List<List<Object>> counted) {
        if (known.isEmpty() || !numbers(known).equals(numbers(counted))) {
            throw new IllegalStateException(
                    who + " counts otherwise: " + counted.size() + " rows of " + known.size());
        }
    }

    private static List<List<Long>> numbers(List<List<Object>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(cell -> ((Number) cell).longValue()).toList())
                .toList();
    }
}
