package school.tandem.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import school.tandem.roster.PersonId;

/** Who of the staff somebody in a meeting is. */
class StaffMatcherTest {

    private static final List<StaffName> STAFF =
            staff(
                    "Ada;Lovelace;ada@school.example",
                    "Grace Brewster;Hopper;grace@school.example",
                    "José María;Núñez García;jose@school.example",
                    "Jürgen;Groß;j.gross@school.example",
                    "Sam;Lee;sam.lee@school.example",
                    "Sam;Lee;sam.lee2@school.example",
                    "Grace;Kim;",
                    "Sean;O'Brien;sean@school.example",
                    "Anne-Marie;Dubois;");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Somebody|ada@school.example|EMAIL|Ada Lovelace
                    Ada Lovelace||NAME|Ada Lovelace
                    Ada Lovelace|private@mail.example|NAME|Ada Lovelace
                    LOVELACE, Ada||NAME|Ada Lovelace
                    Lovelace Ada||NAME|Ada Lovelace
                    Ada Lovelace (she/her)||NAME|Ada Lovelace
                    Ada Lovelace (ella)||NAME|Ada Lovelace
                    Ms. Ada Lovelace||NAME|Ada Lovelace
                    Dr Ada K. Lovelace||NAME|Ada Lovelace
                    Ada Lovelace - Lincoln High||NAME|Ada Lovelace
                    Ada Lovelace's iPad||NAME|Ada Lovelace
                    iPad de Ada Lovelace||NAME|Ada Lovelace
                    Ada Lovelace (Guest)||NAME|Ada Lovelace
                    Room 12 (Ada Lovelace)||NAME|Ada Lovelace
                    adal (Ada Lovelace)||NAME|Ada Lovelace
                    Grace Hopper||NAME|Grace Brewster Hopper
                    Grace B. Hopper||NAME|Grace Brewster Hopper
                    Jose Nunez||NAME|José María Núñez García
                    Núñez García, José María||NAME|José María Núñez García
                    Jurgen Gross||NAME|Jürgen Groß
                    Sean OBrien||NAME|Sean O'Brien
                    Sean O’Brien||NAME|Sean O'Brien
                    Anne Marie Dubois||NAME|Anne-Marie Dubois
                    Sam Lee||DOUBTFUL|Sam Lee, Sam Lee
                    Ada L's iPad||DOUBTFUL|Ada Lovelace
                    Ada||DOUBTFUL|Ada Lovelace
                    Lovelace||DOUBTFUL|Ada Lovelace
                    Ada Lovlace||DOUBTFUL|Ada Lovelace
                    alovelace||DOUBTFUL|Ada Lovelace
                    Grace||DOUBTFUL|Grace Brewster Hopper, Grace Kim
                    Grace Smith||NOBODY|
                    iPhone||NOBODY|
                    Phone caller||NOBODY|
                    +1 202***1234||NOBODY|
                    Guest speaker||NOBODY|
                    (she/her)||NOBODY|
                    \uD83D\uDC69||NOBODY|
                    """)
    void recognised(String name, String email, StaffMatch.Kind kind, String who) {
        StaffMatch match =
                new StaffMatcher(STAFF)
                        .match(
                                new MeetingPerson(
                                        name,
                                        email == null ? "" : email,
                                        Presence.NONE,
                                        List.of(1L)));
        StaffName staff = match.staff();
        List<StaffName> found = staff == null ? match.candidates() : List.of(staff);
        assertThat(match.kind()).isEqualTo(kind);
        assertThat(String.join(", ", found.stream().map(StaffName::shown).toList()))
                .isEqualTo(who == null ? "" : who);
    }

    @Test
    void anAddressThatTwoHaveTellsNobody() {
        StaffMatcher matcher = new StaffMatcher(staff("Ada;One;x@s.example", "Bo;Two;x@s.example"));
        StaffMatch match =
                matcher.match(
                        new MeetingPerson("Bo Two", "x@s.example", Presence.NONE, List.of(1L)));
        assertThat(match.kind()).isEqualTo(StaffMatch.Kind.NAME);
        assertThat(match.staff()).extracting("givenName").isEqualTo("Bo");
    }

    private static List<StaffName> staff(String... people) {
        List<StaffName> staff = new ArrayList<>();
        for (String person : people) {
            String[] parts = person.split(";", -1);
            staff.add(new StaffName(new PersonId(staff.size() + 1L), parts[0], parts[1], parts[2]));
        }
        return staff;
    }
}
