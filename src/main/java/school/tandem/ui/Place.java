package school.tandem.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import school.tandem.security.SchoolKey;

/**
 * The school and the plan that a screen is about, as its address says.
 *
 * @param plan null: the school has none
 */
public record Place(
        SchoolChoice school,
        @Nullable PlanChoice plan,
        List<SchoolChoice> schools,
        List<PlanChoice> plans) {

    public SchoolKey key() {
        return school.key();
    }

    /** The address of a route for this place, such as {@code training?school=3&plan=5}. */
    public String link(String route, String... namesAndValues) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return link(route, parameters);
    }

    String link(String route, Map<String, String> more) {
        var builder =
                UriComponentsBuilder.fromPath(route).queryParam("school", school.key().school());
        if (plan != null) {
            builder.queryParam("plan", plan.id());
        }
        more.forEach((name, value) -> builder.queryParam(name, "{" + name + "}"));
        return builder.encode().buildAndExpand(Map.copyOf(more)).toUriString();
    }

    /** The other parameters of an address, without school and plan. */
    static Map<String, String> others(Map<String, List<String>> parameters) {
        return parameters.entrySet().stream()
                .filter(p -> !p.getKey().equals("school") && !p.getKey().equals("plan"))
                .filter(p -> !p.getValue().isEmpty())
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                p -> p.getValue().getFirst(),
                                (first, second) -> first,
                                LinkedHashMap::new));
    }
}
