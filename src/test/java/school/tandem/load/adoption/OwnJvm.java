package school.tandem.load.adoption;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import school.tandem.Application;
import school.tandem.installation.OwnDatabase;

/**
 * Runs parts of the benchmark in Java processes of their own, each with the whole application on a
 * data directory with the PostgreSQL that comes with it, set as a school has it.
 */
final class OwnJvm {

    static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    private OwnJvm() {}

    /**
     * Runs a main class to its end.
     *
     * @throws IOException where it fails; what it said stands on the terminal
     */
    static void run(Class<?> main, String heap, Object... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                heap,
                                "-XX:+UseSerialGC",
                                "-XX:+UseCompactObjectHeaders",
                                "--enable-native-access=ALL-UNNAMED",
                                "-classpath",
                                System.getProperty("java.class.path"),
                                main.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status != 0) {
            throw new IOException(main.getSimpleName() + " ended with status " + status);
        }
    }

    /** The application as a command has it. */
    static ConfigurableApplicationContext command(Path data) {
        return application(data, false)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .profiles("command")
                .run();
    }

    /** The application as it serves; a page comes with all that is on it. */
    static ConfigurableApplicationContext server(Path data) {
        return application(data, true).run();
    }

    private static SpringApplicationBuilder application(Path data, boolean server) {
        Clock clock =
                Clock.fixed(
                        GeneratedBundle.TODAY.atTime(LocalTime.of(14, 0)).atZone(ZONE).toInstant(),
                        ZONE);
        return new SpringApplicationBuilder(Application.class)
                .initializers(
                        new OwnDatabase(server),
                        context ->
                                ((GenericApplicationContext) context)
                                        .registerBean("clock", Clock.class, () -> clock))
                .properties(
                        Map.of(
                                OwnDatabase.DATA,
                                data.toString(),
                                "server.port",
                                "0",
                                "db-scheduler.enabled",
                                "false",
                                "vaadin.productionMode",
                                "true",
                                "vaadin.eagerServerLoad",
                                "true",
                                "spring.main.allow-bean-definition-overriding",
                                "true"));
    }
}
