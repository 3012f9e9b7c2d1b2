package school.tandem.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeKindTest {

    @ParameterizedTest
    @CsvSource({
        // not sent yet, what happens then, what is told
        "SEAT, GONE,",
        "SEAT, CANCELLED,",
        "SEAT, MOVED, SEAT",
        "OFFER, SEAT, SEAT",
        "OFFER, GONE,",
        "OFFER, MOVED, OFFER",
        "OFFER, CANCELLED,",
        "GONE, SEAT,",
        "GONE, OFFER, OFFER",
        "GONE, CANCELLED, CANCELLED",
        "MOVED, MOVED, MOVED",
        "MOVED, CANCELLED, CANCELLED",
        "MOVED, GONE, GONE",
        "CANCELLED, AGAIN,",
        "CANCELLED, GONE, GONE",
        "AGAIN, CANCELLED, CANCELLED",
    })
    void whatWasTakenBackInTimeIsNotTold(
            NoticeKind unsent, NoticeKind then, @Nullable NoticeKind told) {
        assertThat(then.after(unsent)).isEqualTo(told);
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.EnumSource(NoticeKind.class)
    void theWordInTheDatabaseStandsForIt(NoticeKind kind) {
        assertThat(NoticeKind.ofCode(kind.code())).isEqualTo(kind);
    }
}
