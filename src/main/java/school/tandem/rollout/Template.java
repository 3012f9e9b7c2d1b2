package school.tandem.rollout;

import java.util.List;
import school.tandem.ui.Texts;
import tools.jackson.databind.json.JsonMapper;

/**
 * The checklist that Tandem comes with: what schools that moved in days had done, in the words of
 * whoever starts it. What is what stands in {@code rollout/template.json}, the words in the texts.
 */
final class Template {

    /** What the database calls it. */
    static final String NAME = "move-online-1";

    /**
     * An item, without its words.
     *
     * @param key its words: {@code rollout.template.<key>}, and its owner's
     */
    record Entry(
            String key,
            Phase phase,
            int daysBeforeMove,
            int weight,
            double likelyHours,
            boolean gate,
            String owner) {

        ItemFields in(Texts texts) {
            return new ItemFields(
                    phase,
                    texts.get("rollout.template." + key),
                    texts.get("rollout.template." + key + ".note"),
                    texts.get("rollout.owner." + owner),
                    daysBeforeMove,
                    weight,
                    likelyHours,
                    gate);
        }
    }

    private Template() {}

    static List<Entry> entries() {
        try (var file = Template.class.getResourceAsStream("/rollout/template.json")) {
            return List.of(JsonMapper.shared().readValue(file, Entry[].class));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
