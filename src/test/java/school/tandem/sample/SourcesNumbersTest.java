package school.tandem.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import school.tandem.Server;
import school.tandem.SettableClock;
import school.tandem.adoption.SourcesOfData;
import school.tandem.adoption.SourcesOfData.Quality;
import school.tandem.adoption.SourcesOfData.Source;
import school.tandem.roster.SampleSchool;
import school.tandem.security.Access;
import school.tandem.security.SchoolKey;

/** What the screen of sources says of the sample equals what plain questions to its tables say. */
class SourcesNumbersTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

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
        try {
            assertThat(quality().silentDays()).contains(day);
        } finally {
            owner.execute(
                    "update adoption.student_day set day = ? where day = ?",
                    day,
                    day.minusYears(9));
        }
    }

    @Test
    void aSourceThatEndedMoreThanAWeekAgoIsMarked() {
        LocalDate last =
                quality().sources().stream()
                        .map(Source::coversTo)
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
