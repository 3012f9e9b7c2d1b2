package school.tandem.importing.platforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import school.tandem.importing.reading.ListCells.Unreadable;
import school.tandem.roster.intake.Reason;

/** Moments that don't name their zone are UTC. */
class MomentsTest {

    private final Moments moments = new Moments(ZoneId.of("America/New_York"));

    @ParameterizedTest
    @CsvSource({
        "2026-09-17 02:00:00.097, 2026-09-16",
        "2026-09-17 2:00, 2026-09-16",
        "2026-09-17T02:00:00, 2026-09-16",
        "2026-09-17 04:00:00, 2026-09-17",
        "2026-09-17 02:00:00 UTC, 2026-09-16",
        "2026-09-17 12:30 AM, 2026-09-16",
        "'2026-09-17, 2:00', 2026-09-16",
        "2026-09-17 12:30 p. m., 2026-09-17",
        "2026-09-17T02:00:00Z, 2026-09-16",
        "2026-09-17T02:00:00-04:00, 2026-09-17",
        "2026-09-17, 2026-09-17",
        "1789610400, 2026-09-16",
        "1789610400000, 2026-09-16",
        "1789610400000000, 2026-09-16"
    })
    void areDaysOnTheClocksOfTheSchool(String moment, LocalDate day) {
        assertThat(moments.day("when", moment)).isEqualTo(day);
    }

    @Test
    void thatNoClockShowsAreHeld() {
        assertThatThrownBy(() -> moments.day("when", "2026-09-17 25:00"))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        bad -> assertThat(bad.reason()).isEqualTo(Reason.NOT_A_TIME));
        assertThatThrownBy(() -> moments.day("when", "2026-09-17 13:00 PM"))
                .isInstanceOf(Unreadable.class);
    }
}
