package school.tandem.installation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was typed after {@code ./tandem}: a word, the options that every command takes, and the
 * rest.
 *
 * @param properties for Spring: the data directory and the port
 */
public record CommandLine(String word, Map<String, Object> properties, List<String> rest) {

    /**
     * @throws CannotStart where an option lacks its value
     */
    public static CommandLine of(String... arguments) {
        Map<String, Object> properties = new HashMap<>();
        List<String> rest = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--data" ->
                        properties.put(
                                OwnDatabase.DATA,
                                CallersFolder.resolve(value(arguments, ++i)).toString());
                case "--port" -> properties.put("server.port", port(value(arguments, ++i)));
                default -> rest.add(arguments[i]);
            }
        }
        String word = rest.isEmpty() ? "run" : rest.removeFirst();
        return new CommandLine(word, properties, List.copyOf(rest));
    }

    public boolean isRun() {
        return word.equals("run");
    }

    private static String value(String[] arguments, int at) {
        if (at >= arguments.length || arguments[at].isBlank()) {
            throw new CannotStart("The option " + arguments[at - 1] + " needs a value.");
        }
        return arguments[at];
    }

    private static String port(String value) {
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > 65_535) {
            throw new CannotStart("--port needs a number from 1 to 65535, not " + value + ".");
        }
        return value;
    }
}
