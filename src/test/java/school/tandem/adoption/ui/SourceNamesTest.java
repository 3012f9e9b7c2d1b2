package school.tandem.adoption.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What sources are called on the screen. */
class SourceNamesTest {

    @Test
    void bothListsOfASchoolsOwnHaveANameEach() {
        assertThat(SourcePanels.name("list")).isEqualTo("Lists of hand-ins");
        assertThat(SourcePanels.name("activity-list")).isEqualTo("Lists of activity");
    }

    @Test
    void oneWithoutATextIsCalledByItsOwnWord() {
        assertThat(SourcePanels.name("elsewhere")).isEqualTo("elsewhere");
    }
}
