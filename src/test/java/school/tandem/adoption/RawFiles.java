package school.tandem.adoption;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files of a OneRoster bundle as tables of DuckDB, and the adoption figures counted from them
 * by one statement each: in another engine, and with nothing of the product.
 */
final class RawFiles implements AutoCloseable {

    /** What is asked for, before the figures themselves. */
    private static final String GIVEN =
            """
            create or replace temp table given as
            select ? as school, ?::date as day, ?::date as imported;
            """;

    private static final String PREPARED =
            """
            create or replace temp table taught as
            select c.sourcedId as class, unnest(case when coalesce(c.termSourcedIds, '') = '' then ['']
                else string_split_regex(c.termSourcedIds, '[;,]') end) as term
            from classes c, given g where c.schoolSourcedId = g.school;

            create or replace temp table root as
            with recursive up(id, above) as (
                select sourcedId, sourcedId from academicSessions
                union all
                select up.id, s.parentSourcedId from up join academicSessions s on s.sourcedId = up.above
                where coalesce(s.parentSourcedId, '') <> '')
            select up.id, up.above as root from up join academicSessions s on s.sourcedId = up.above
            where coalesce(s.parentSourcedId, '') = '';

            create or replace temp table session as
            select s.type, s.startDate::date as first, s.endDate::date as until
            from academicSessions s join root r on r.id = s.sourcedId
            where r.root in (select r2.root from taught t join root r2 on r2.id = t.term);

            create or replace temp table school_day as
            select d::date as d
            from range((select min(first) from session), (select max(until) from session), interval 1 day) x(d)
            where isodow(d) < 6
              and not exists (select 1 from holiday h where d between h.first and h.last)
              and exists (select 1 from session s where d >= s.first and d < s.until
                          and (s.type <> 'schoolYear'
                               or not exists (select 1 from session o where o.type <> 'schoolYear')));

            create or replace temp table covers as
            select max(d) as d from (
                select try_cast(assignDate as date) as d from lineItems
                union all select try_cast(dueDate as date) from lineItems
                union all select on_day from told where what in ('handed_in', 'begun')), given
            where d <= imported;

            create or replace temp table time_window as
            with ends as (select least(c.d, g.day) as last, g.day from covers c, given g),
            year as (select coalesce(max(s.first), date '1900-01-01') as first from session s, ends
                     where s.type = 'schoolYear' and s.first <= ends.last)
            select (select min(d) from (select d from school_day, year
                        where d <= ends.last and d >= year.first order by d desc limit 20)) as first,
                   ends.last
            from ends
            where (select count(*) from school_day where d > ends.last and d <= ends.day) <= 10;
            delete from time_window where first is null or last is null;

            create or replace temp table place as
            select e.userSourcedId as who, e.classSourcedId as class, e.role,
                   greatest(coalesce(try_cast(e.beginDate as date), date '1900-01-01'),
                            coalesce(s.startDate::date, date '1900-01-01')) as first,
                   least(coalesce(try_cast(e.endDate as date), date '9999-12-31'),
                         coalesce(s.endDate::date, date '9999-12-31')) as until
            from enrollments e join taught t on t.class = e.classSourcedId
            left join academicSessions s on s.sourcedId = t.term;
            delete from place where first >= until;

            create or replace temp table person as
            with year as (select coalesce(max(s.first), date '1900-01-01') as first from session s, given g
                          where s.type = 'schoolYear' and s.first <= g.day),
            since as (select p.who, p.role = 'student' as student, greatest(min(p.first), max(year.first)) as first
                      from place p, given g, year
                      where p.first <= g.day and p.until > year.first group by all)
            select distinct p.who, p.role = 'student' as student, coalesce(u.grades, '') as grade,
                   (select count(*) from school_day, since s
                    where s.who = p.who and s.student = (p.role = 'student')
                      and d between s.first and g.day) >= 10 as settled
            from place p join given g on g.day >= p.first and g.day < p.until
            left join users u on u.sourcedId = p.who;

            create or replace temp table did as
            select t.student as who, t.what,
                   (select count(*) from categories c where c.sourcedId = i.categorySourcedId
                      and c.title in ('Quiz', 'Exam')) > 0 as quiz
            from told t join lineItems i on i.sourcedId = t.item, time_window w
            where t.on_day between w.first and w.last;

            create or replace temp table set_work as
            select p.who, (select count(*) from categories c where c.sourcedId = i.categorySourcedId
                             and c.title in ('Quiz', 'Exam')) > 0 as quiz
            from lineItems i join place p on p.class = i.classSourcedId and p.role = 'teacher', time_window w
            where coalesce(try_cast(i.assignDate as date), try_cast(i.dueDate as date)) between w.first and w.last
              and coalesce(try_cast(i.assignDate as date), try_cast(i.dueDate as date)) >= p.first
              and coalesce(try_cast(i.assignDate as date), try_cast(i.dueDate as date)) < p.until;
            """;

    private static final String FIGURES =
            """
            with looked as (select exists (select 1 from time_window) as looking,
                                   exists (select 1 from categories where title in ('Quiz', 'Exam')) as quizzes),
            habit as (
                select who, grade, student, settled,
                       exists (select 1 from did d where d.who = p.who and d.what = 'handed_in') as handed,
                       exists (select 1 from did d where d.who = p.who and d.what = 'handed_in' and d.quiz) as quiz,
                       exists (select 1 from did d where d.who = p.who and d.what in ('handed_in', 'begun')) as opened,
                       exists (select 1 from set_work s where s.who = p.who) as set,
                       exists (select 1 from set_work s where s.who = p.who and s.quiz) as gave
                from person p),
            answer as (
                select 'opened' as code, grade, opened as yes, false as no from habit where student
                union all select 'handed_in', grade, handed, looking and settled from habit, looked where student
                union all select 'quiz', grade, quiz, looking and settled and quizzes from habit, looked where student
                union all select 'attended', grade, false, false from habit where student
                union all select 'all_habits', grade, handed and quiz,
                                 looking and settled and (not handed or quizzes and not quiz) from habit, looked where student
                union all select 'attendance', null, false, false from habit where not student
                union all select 'assignments', null, set, looking and settled from habit, looked where not student
                union all select 'quizzes', null, gave, looking and settled and quizzes from habit, looked where not student
                union all
                select unnest(['hand_in_rate', 'on_time']), grade,
                       unnest([done, case when done then in_time end]), true
                from (
                    select distinct i.sourcedId, p.who, coalesce(u.grades, '') as grade, t.what,
                           t.what is not null and t.what = 'handed_in' and t.on_day <= g.day as done,
                           coalesce(not t.late, t.on_day <= i.dueDate::date) as in_time
                    from lineItems i
                    join time_window w on try_cast(i.dueDate as date) between w.first and w.last
                    join place p on p.class = i.classSourcedId and p.role = 'student'
                     and i.dueDate::date >= p.first and i.dueDate::date < p.until
                    cross join given g
                    left join users u on u.sourcedId = p.who
                    left join told t on t.item = i.sourcedId and t.student = p.who) owed
                where what is null or what <> 'exempt')
            """;

    private final Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
    private final LocalDate imported;

    /** Of the files of a folder. */
    RawFiles(Path folder, LocalDate imported) throws SQLException {
        this.imported = imported;
        for (String file : List.of("academicSessions", "classes", "enrollments", "users")) {
            table(file, folder.resolve(file + ".csv"));
        }
        execute("create table holiday (first date, last date)");
    }

    /** Its work and hand-ins, where the bundle has them. */
    RawFiles withWork(Path folder) throws SQLException {
        for (String file : List.of("categories", "lineItems", "results")) {
            table(file, folder.resolve(file + ".csv"));
        }
        execute(
                "alter table results add column if not exists late varchar",
                "alter table results add column if not exists missing varchar",
                "alter table results add column if not exists inProgress varchar",
                """
                create table told as
                select lineItemSourcedId as item, studentSourcedId as student,
                       case when scoreStatus = 'submitted'
                              or scoreStatus in ('partially graded', 'fully graded')
                                 and coalesce(missing, '') <> 'true' then 'handed_in'
                            when scoreStatus = 'exempt' then 'exempt'
                            when inProgress = 'true' then 'begun'
                            else 'not_handed_in' end as what,
                       try_cast(scoreDate as date) as on_day,
                       case late when 'true' then true when 'false' then false end as late
                from results
                """);
        return this;
    }

    RawFiles withHoliday(LocalDate first, LocalDate last) throws SQLException {
        execute("insert into holiday values ('%s', '%s')".formatted(first, last));
        return this;
    }

    /** Makes a table of a file of commas. */
    void table(String name, Path file) throws SQLException {
        execute(
                "create table %s as from read_csv('%s', all_varchar = true, header = true)"
                        .formatted(name, file));
    }

    void execute(String... statements) throws SQLException {
        try (var statement = duckdb.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    /** Yes, no and unknown of each measure, by its code, of the whole school. */
    Map<String, List<Long>> count(String school, LocalDate day) throws SQLException {
        prepare(school, day);
        return counts("select code, '' as grade, yes, no from answer");
    }

    /** The same of each grade, by code and grade, such as {@code handed_in 09}. */
    Map<String, List<Long>> countByGrade(String school, LocalDate day) throws SQLException {
        prepare(school, day);
        return counts("select code, ' ' || grade as grade, yes, no from answer where grade <> ''");
    }

    private void prepare(String school, LocalDate day) throws SQLException {
        execute(
                GIVEN.replaceFirst("\\?", "'" + school + "'")
                        .replaceFirst("\\?", "'" + day + "'")
                        .replaceFirst("\\?", "'" + imported + "'"));
        execute(PREPARED);
    }

    private Map<String, List<Long>> counts(String answers) throws SQLException {
        String question =
                FIGURES
                        + """
                        select code || grade,
                               count(*) filter (yes), count(*) filter (not yes and no),
                               count(*) filter (not yes and not no)
                        from (%s) where yes is not null group by 1
                        """
                                .formatted(answers);
        Map<String, List<Long>> counts = new TreeMap<>();
        try (var statement = duckdb.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            while (rows.next()) {
                List<Long> numbers = new ArrayList<>();
                for (int i = 2; i <= 4; i++) {
                    numbers.add(rows.getLong(i));
                }
                counts.put(rows.getString(1), numbers);
            }
        }
        return counts;
    }

    @Override
    public void close() throws SQLException {
        duckdb.close();
    }
}
