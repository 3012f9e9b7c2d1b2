package school.tandem.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import school.tandem.roster.PersonId;
import school.tandem.training.TurningCode.Fit;

class TurningCodeTest {

    private static final Instant NOON = Instant.parse("2026-10-05T12:00:00Z");

    private final TurningCode code = new TurningCode(new byte[32]);

    @ParameterizedTest
    @CsvSource({
        "0, VALID",
        "29, VALID",
        "30, VALID",
        "59, VALID",
        "60, EXPIRED",
        "7229, EXPIRED",
        "7230, WRONG",
        "-1, WRONG"
    })
    void aCodeCountsUntilTheNextOneHasTurnedToo(int secondsLater, Fit fit) {
        assertThat(code.fit(code.at(NOON), NOON.plusSeconds(secondsLater))).isEqualTo(fit);
    }

    @Test
    void itTurnsEveryHalfMinute() {
        assertThat(code.at(NOON)).hasSize(6).isEqualTo(code.at(NOON.plusSeconds(29)));
        assertThat(code.at(NOON.plusSeconds(30))).isNotEqualTo(code.at(NOON));
        assertThat(TurningCode.turnsAt(NOON)).isEqualTo(NOON.plusSeconds(30));
        assertThat(TurningCode.turnsAt(NOON.plusSeconds(29))).isEqualTo(NOON.plusSeconds(30));
    }

    @Test
    void anotherSecretHasOtherCodes() {
        byte[] other = new byte[32];
        other[0] = 1;
        assertThat(new TurningCode(other).fit(code.at(NOON), NOON)).isEqualTo(Fit.WRONG);
    }

    @Test
    void itIsTakenHoweverItWasTyped() {
        assertThat(TurningCode.plain(" k7pwOl ")).isEqualTo("K7PW01");
        assertThat(code.fit(" " + code.at(NOON).toLowerCase(java.util.Locale.ROOT), NOON))
                .isEqualTo(Fit.VALID);
    }

    @Test
    void aScanCantBeMadeUpOrMadeOutToSomebodyElse() {
        Scan scan = new Scan(NOON, AttendanceVia.SCAN, code.at(NOON), new PersonId(7));
        String sealed = scan.sealed(code);
        assertThat(Scan.opened(sealed, code)).contains(scan);
        assertThat(Scan.opened(sealed.replace(".7.", ".8."), code)).isEqualTo(Optional.empty());
        assertThat(Scan.opened("1.scan.ABCDEF.0.x", code)).isEmpty();
        assertThat(Scan.opened("nonsense", code)).isEmpty();
        assertThat(Scan.opened(null, code)).isEmpty();
    }
}
