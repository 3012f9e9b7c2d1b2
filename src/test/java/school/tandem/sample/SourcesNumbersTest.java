package school.tandem.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import school.tandem.Server;
import school.tandem.SettableClock;
import school.tandem.adoption.AdoptionFigures;
import school.tandem.adoption.SourcesOfData;
import school.tandem.adoption.SourcesOfData.Quality;
import school.tandem.adoption.SourcesOfData.Source;
import school.tandem.roster.SampleSchool;
import school.tandem.security.Access;
import school.tandem.security.SchoolKey;

/** What the screen of sources says of the sample equals what plain questions to its tables say. */
class SourcesNumbersTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    /** From day to day without a weekend (the window has no holiday): neither work nor a day. */
    private static final String SILENT =
            """
            select d::date from generate_series(?::date, ?::date, interval '1 day') d
            where extract(isodow from d) < 6
              and not exists (
                select from adoption.submission s
                join adoption.assignment a on a.id = s.assignment_id
                where a.source = ? and s.handed_in_on = d::date)
              and not exists (
                select from adoption.activity a
                join roster.person p on p.id = a.person_id
                where p.kind = 'student' and a.source = ? and a.day = d::date)
            order by 1
            """;

    private static final SettableClock CLOCK = new SettableClock("2026-11-24T16:00:00Z");
    private static Server server;
    private static DSLContext owner;
    private static SchoolKey school;

    @BeforeAll
    static void load() {
        server = Server.at(CLOCK);
        school =
                server.bean(Access.class)
                        .asInstallation(() -> server.bean(SampleSchool.class).load());
        owner = server.database().asOwner();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static Quality quality() {
        return server.bean(Access.class)
                .asInstallation(() -> server.bean(SourcesOfData.class).of(school));
    }

    /** As an import does when its rows have changed what is counted. */
    private static void change(String sql, Object... bound) {
        owner.execute(sql, bound);
        server.bean(Access.class)
                .asInstallation(() -> {
                    server.bean(AdoptionFigures.class).refresh(school, TODAY);
                    return null;
                });
    }

    private static long one(String sql, Object... bound) {
        return owner.fetchSingle(sql, bound).get(0, Long.class);
    }

    @Test
    void whatEachSourceBroughtIsCountedInTheWindow() {
        Quality quality = quality();
        assertThat(quality.sources()).isNotEmpty();
        var window = java.util.Objects.requireNonNull(quality.window());
        for (Source source : quality.sources()) {
            assertThat(source.work())
                    .as(source.name())
                    .isEqualTo(
                            one(
                                    "select count(*) from adoption.assignment where source = ?"
                                            + " and coalesce(due_on, assigned_on) between ? and ?",
                                    source.name(),
                                    window.from(),
                                    window.to()));
            assertThat(source.handIns())
                    .as(source.name())
                    .isEqualTo(
                            one(
                                    "select count(*) from adoption.submission s join"
                                            + " adoption.assignment a on a.id = s.assignment_id where"
                                            + " a.source = ? and s.status = 'handed_in' and"
                                            + " coalesce(a.due_on, a.assigned_on) between ? and ?",
                                    source.name(),
                                    window.from(),
                                    window.to()));
            assertThat(source.classes())
                    .isEqualTo(
                            one(
                                    "select count(*) from adoption.coverage where source = ?",
                                    source.name()));
            assertThat(source.handIns() + source.days()).as(source.name()).isPositive();
            assertThat(source.silentDays())
                    .as(source.name())
                    .containsExactlyElementsOf(
                            owner.fetch(
                                            SILENT,
                                            window.from(),
                                            source.coversTo(),
                                            source.name(),
                                            source.name())
                                    .getValues(0, LocalDate.class));
        }
        assertThat(quality.sources())
                .extracting(Source::name)
                .containsExactlyInAnyOrder("oneroster", "activity-list");
    }

    @Test
    void aSchoolDayOnWhichNobodyWasSeenIsNamed() {
        LocalDate day = LocalDate.of(2026, 11, 18);
        assertThat(quality().silentDays()).doesNotContain(day);
        List<?> before = owner.fetch("select * from adoption.student_day where day = ?", day);
        assertThat(before).isNotEmpty();
        owner.execute(
                "update adoption.student_day set day = ? where day = ?", day.minusYears(9), day);
        assertThat(quality().silentDays()).as("kept from the look before").doesNotContain(day);
        change("select 1");
        try {
            assertThat(quality().silentDays()).contains(day);
        } finally {
            change("update adoption.student_day set day = ? where day = ?", day, day.minusYears(9));
        }
    }

    @Test
    void sourcesDisagreeOnlyAboutAClassThatBothCover() {
        assertThat(java.util.Objects.requireNonNull(quality().overlap()).disagreed()).isZero();
        var window = java.util.Objects.requireNonNull(quality().window());
        change(
                """
                insert into adoption.coverage (district_id, class_id, source, habits, practice, covers_to)
                select district_id, id, 'canvas', 2, 0, ? from roster.class_group
                where external_id = 'c1'
                """,
                TODAY);
        try {
            long inThisClass =
                    one(
                            """
                            select count(distinct s.student_id)
                            from adoption.submission s
                            join adoption.assignment a on a.id = s.assignment_id
                            join roster.class_group c on c.id = a.class_id
                            where c.external_id = 'c1' and s.status = 'handed_in'
                              and coalesce(a.due_on, a.assigned_on) between ? and ?
                            """,
                            window.from(),
                            window.to());
            assertThat(inThisClass).isGreaterThanOrEqualTo(10);
            assertThat(java.util.Objects.requireNonNull(quality().overlap()).disagreed())
                    .isEqualTo(inThisClass);
        } finally {
            change("delete from adoption.coverage where source = 'canvas'");
        }
    }

    @Test
    void aSourceThatSaysOfNoClassWhatItReportsIsShownWithoutADay() {
        change("delete from adoption.coverage where source = 'activity-list'");
        try {
            Source source =
                    quality().sources().stream()
                            .filter(one -> one.name().equals("activity-list"))
                            .findFirst()
                            .orElseThrow();
            assertThat(source.coversTo()).isNull();
            assertThat(source.isStale()).isFalse();
            assertThat(source.days()).isPositive();
            assertThat(quality().overlap()).isNull();
        } finally {
            change(
                    """
                    insert into adoption.coverage
                        (district_id, class_id, source, habits, practice, covers_to)
                    select distinct c.district_id, c.id, 'activity-list', 8, 1, ?::date
                    from roster.class_group c join roster.department d
                      on d.district_id = c.district_id and d.id = c.department_id
                    where d.name in ('Computing', 'Mathematics')
                    """,
                    TODAY);
        }
    }

    @Test
    void aSourceThatEndedMoreThanAWeekAgoIsMarked() {
        LocalDate last =
                quality().sources().stream()
                        .flatMap(source -> Stream.ofNullable(source.coversTo()))
                        .max(LocalDate::compareTo)
                        .orElseThrow();
        try {
            CLOCK.set(last.plusDays(7) + "T17:00:00Z");
            assertThat(quality().sources()).noneMatch(Source::isStale);
            CLOCK.set(last.plusDays(8) + "T17:00:00Z");
            assertThat(quality().sources()).allMatch(Source::isStale);
        } finally {
            CLOCK.set(TODAY + "T16:00:00Z");
        }
    }
}
