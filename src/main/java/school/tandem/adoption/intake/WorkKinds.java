package school.tandem.adoption.intake;

import static school.tandemdb.adoption.Tables.CATEGORY_MEANING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import school.tandem.security.DistrictId;

/**
 * Tells quizzes from assignments by the title of their category: as the district says, else by the
 * English and Spanish words that come with Tandem.
 */
@Component
public class WorkKinds {

    /** What work of a category is. */
    public record Meaning(String workKind, boolean online) {
        public static final Meaning ASSIGNMENT = new Meaning("assignment", true);
        public static final Meaning QUIZ = new Meaning("quiz", true);

        public boolean isQuiz() {
            return workKind.equals("quiz");
        }
    }

    private final DSLContext dsl;
    private final List<String> quizWords;

    WorkKinds(DSLContext dsl) {
        this.dsl = dsl;
        this.quizWords = words();
    }

    /** What comes with Tandem says of a title. */
    public Meaning usual(String title) {
        String padded =
                " " + title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ") + " ";
        return quizWords.stream().anyMatch(word -> padded.contains(" " + word + " "))
                ? Meaning.QUIZ
                : Meaning.ASSIGNMENT;
    }

    /** What a district itself says of titles, in lower case. In the caller's transaction. */
    Map<String, Meaning> own(DistrictId district) {
        return dsl.select(
                        CATEGORY_MEANING.TITLE, CATEGORY_MEANING.WORK_KIND, CATEGORY_MEANING.ONLINE)
                .from(CATEGORY_MEANING)
                .where(CATEGORY_MEANING.DISTRICT_ID.eq(district))
                .fetchMap(CATEGORY_MEANING.TITLE, row -> new Meaning(row.value2(), row.value3()));
    }

    Meaning of(String title, Map<String, Meaning> own) {
        Meaning said = own.get(title.strip().toLowerCase(Locale.ROOT));
        return said == null ? usual(title) : said;
    }

    private static List<String> words() {
        try {
            return new ClassPathResource("adoption/quiz-words.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
