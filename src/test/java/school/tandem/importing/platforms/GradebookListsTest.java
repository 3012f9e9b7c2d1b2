package school.tandem.importing.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import school.tandem.adoption.intake.Did;

/** What a pair of lists of a gradebook says. */
class GradebookListsTest {

    @Test
    void commasOfADescriptionPartNothingAndAnUnknownStatusIsHeld() {
        PlatformSamples sample = PlatformSamples.GRADEBOOK_LISTS;
        PlatformReader reader =
                sample.platform().open(sample.files(), ZoneId.of("America/New_York"));
        assertThat(Told.by(reader).all)
                .containsExactly(
                        "work essay «Essay» of Algebra, null, assigned null, due 2026-09-18",
                        "work essay «Essay» of Biology, null, assigned null, due 2026-09-19",
                        "Ana Sol essay HANDED_IN on 2026-09-17",
                        "Ben Wu essay NOT_HANDED_IN on null",
                        "Cy Ode essay NOT_HANDED_IN on null",
                        "Dee Ray essay UNKNOWN on null",
                        "held 6 Status returned 97 UNKNOWN_WORD");
        assertThat(reader.reports()).containsExactlyInAnyOrder(Did.HANDED_IN, Did.SET_WORK);
    }
}
