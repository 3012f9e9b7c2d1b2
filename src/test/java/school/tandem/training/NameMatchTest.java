package school.tandem.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import school.tandem.roster.PersonId;
import school.tandem.training.RoomList.Expected;

class NameMatchTest {

    private static final List<Expected> STAFF =
            List.of(
                    person(1, "María", "Álvarez", true, false),
                    person(2, "Ann", "Alba", false, false),
                    person(3, "Bo", "Li", true, false),
                    person(4, "Cy", "Lindt", true, false),
                    person(5, "Dee", "Stone", true, true),
                    person(6, "Di", "Storm", false, false));

    @ParameterizedTest
    @CsvSource({
        "al, 1",
        "alva, 1",
        "MARIA A, 1",
        "'Álvarez, M', 1",
        "alba, 2",
        "li, 3",
        "lin, 4",
        "bo, 3",
        "stone, 5"
    })
    void theBeginningOfANameFindsWhoIsMeant(String typed, long person) {
        assertThat(NameMatch.of(typed, STAFF))
                .extracting(one -> one.id().value())
                .containsExactly(person);
    }

    @Test
    void whoWasTickedAlreadyDoesNotMakeRoomForSomebodyElse() {
        assertThat(NameMatch.of("sto", STAFF)).hasSize(2);
    }

    @Test
    void nobodyIsFoundByNothing() {
        assertThat(NameMatch.of(" ", STAFF)).isEmpty();
        assertThat(NameMatch.of("xyz", STAFF)).isEmpty();
    }

    private static Expected person(
            long id, String given, String family, boolean listed, boolean seen) {
        return new Expected(new PersonId(id), given, family, null, listed, seen);
    }
}
