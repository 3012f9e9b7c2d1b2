package school.tandem.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Map<String, String> ENGLISH = Bundles.read("en");
    private static final Map<String, String> SPANISH = Bundles.read("es");

    @Test
    void everyTextIsThereInBothLanguages() {
        assertThat(ENGLISH).isNotEmpty();
        assertThat(new TreeSet<>(SPANISH.keySet())).isEqualTo(new TreeSet<>(ENGLISH.keySet()));
    }

    @Test
    void bothLanguagesUseTheSameArguments() {
        ENGLISH.forEach((key, text) ->
                assertThat(arguments(SPANISH.get(key), "es"))
                        .as(key)
                        .isEqualTo(arguments(text, "en")));
    }

    @Test
    void spanishIsNotEnglishLeftStanding() {
        long same =
                ENGLISH.entrySet().stream()
                        .filter(text -> text.getValue().length() > 25)
                        .filter(text -> text.getValue().equals(SPANISH.get(text.getKey())))
                        .count();
        assertThat(same).isZero();
    }

    @Test
    void noTextStandsTwiceInAFile() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/texts"))) {
            for (Path file : files.toList()) {
                assertThat(Files.readAllLines(file).stream().filter(line -> line.contains("=")))
                        .as(file.toString())
                        .extracting(line -> line.substring(0, line.indexOf('=')))
                        .isNotEmpty()
                        .doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void noTextHasAnUnfinishedArgument() {
        var brace = Pattern.compile("\\{\\d");
        ENGLISH.forEach((key, text) -> assertThat(brace.matcher(text).find()).as(key).isFalse());
    }

    @Test
    void datesNumbersAndSharesFollowTheLanguage() {
        var day = LocalDate.of(2026, 11, 23);
        Texts english = Texts.of(Locale.US);
        Texts spanish = Texts.of(Locale.forLanguageTag("es-ES"));
        assertThat(english.shortDate(day)).isEqualTo("Nov 23");
        assertThat(spanish.shortDate(day)).isEqualTo("23 nov");
        assertThat(english.number(28785)).isEqualTo("28,785");
        assertThat(spanish.number(28785)).isEqualTo("28.785");
        assertThat(english.percent(0.62)).isEqualTo("62%");
    }

    @Test
    void aLanguageWithoutABundleReadsEnglish() {
        assertThat(Texts.of(Locale.forLanguageTag("fi")).get("ui.undo")).isEqualTo("Undo");
    }

    @Test
    void anUnknownKeyIsAMistakeOfOurs() {
        assertThatThrownBy(() -> Texts.of(Locale.ENGLISH).get("ui.nonsense"))
                .hasMessageContaining("ui.nonsense");
    }

    private static TreeSet<String> arguments(String pattern, String language) {
        return new TreeSet<>(new MessageFormat(pattern, new ULocale(language)).getArgumentNames());
    }
}
