package school.tandem.ui;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Reads all message bundles of a language: one file for each module. */
final class Bundles {

    private Bundles() {}

    static Map<String, String> read(String language) {
        Map<String, String> texts = new HashMap<>();
        try {
            var files =
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:texts/*_" + language + ".properties");
            for (var file : files) {
                Properties properties = new Properties();
                try (var reader =
                        new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                properties.forEach((key, text) -> texts.put((String) key, (String) text));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(texts);
    }
}
