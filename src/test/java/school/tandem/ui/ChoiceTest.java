package school.tandem.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A select shows the same options, however many they are. */
class ChoiceTest {

    private static Choice<String> of(List<String> items, String chosen) {
        return new Choice<>("School", items, name -> name, chosen, name -> {});
    }

    @Test
    void aFewAreElementsOfTheirOwn() {
        Choice<String> choice = of(List.of("Elm", "Oak <b>"), "Oak <b>");
        assertThat(choice.getElement().getChildren())
                .extracting(Element::getText)
                .containsExactly("Elm", "Oak <b>");
        assertThat(choice.getElement().getChild(1).hasAttribute("selected")).isTrue();
        assertThat(choice.chosen()).isEqualTo("Oak <b>");
    }

    @Test
    void manyAreOneTextInWhichNamesStayNames() {
        List<String> schools = new ArrayList<>();
        IntStream.range(0, 2_500).forEach(i -> schools.add("School " + i));
        schools.set(7, "Oak <b> & \"Elm\"");
        Choice<String> choice = of(schools, schools.get(7));
        assertThat(choice.getElement().getChildCount()).isZero();
        assertThat(choice.getElement().getProperty("innerHTML"))
                .startsWith("<option value=\"0\">School 0</option>")
                .contains(
                        "<option value=\"7\" selected>Oak &lt;b&gt; &amp; &quot;Elm&quot;</option>")
                .endsWith("<option value=\"2499\">School 2499</option>");
        assertThat(choice.getElement().getProperty("value")).isEqualTo("7");
        choice.show("School 9");
        assertThat(choice.chosen()).isEqualTo("School 9");
    }
}
