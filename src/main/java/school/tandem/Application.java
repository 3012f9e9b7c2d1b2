package school.tandem;

import java.time.Clock;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.annotation.Bean;
import school.tandem.installation.CannotStart;
import school.tandem.installation.Command;
import school.tandem.installation.CommandLine;
import school.tandem.installation.OwnDatabase;

/**
 * Starts Tandem: the web application, or one command of {@code ./tandem} that works on the same
 * data.
 */
@SpringBootApplication
public class Application {

    public static void main(String[] args) {
        try {
            CommandLine line = CommandLine.of(args);
            if (line.isRun()) {
                application(line).run();
            } else {
                System.exit(run(line));
            }
        } catch (CannotStart | PortInUseException e) {
            // Of a command, 1 would mean that it did something.
            boolean command = args.length > 0 && !args[0].equals("run");
            fail(e, command ? 2 : 1);
        }
    }

    private static SpringApplication application(CommandLine line) {
        var application = new SpringApplication(Application.class);
        application.setDefaultProperties(line.properties());
        application.addInitializers(new OwnDatabase(line.isRun()));
        return application;
    }

    /** Without a web server, and without what only one needs. */
    private static int run(CommandLine line) {
        var application = application(line);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLazyInitialization(true);
        application.setAdditionalProfiles("command");
        try (var context = application.run()) {
            List<Command> commands = List.copyOf(context.getBeansOfType(Command.class).values());
            for (Command command : commands) {
                if (command.name().equals(line.word())) {
                    return command.run(line.rest());
                }
            }
            System.err.println("There is no command “" + line.word() + "”. There are:");
            commands.forEach(command -> System.err.println("  ./tandem " + command.usage()));
            return 2;
        }
    }

    private static void fail(Exception e, int exitCode) {
        String sentence =
                e instanceof PortInUseException inUse
                        ? "Port "
                                + inUse.getPort()
                                + " is taken: end what uses it, or choose another with --port."
                        : String.valueOf(e.getMessage());
        System.err.println(sentence);
        System.exit(exitCode);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
