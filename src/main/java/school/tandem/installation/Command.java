package school.tandem.installation;

import java.util.List;

/** A command of {@code ./tandem} that works on the data without a browser. */
public interface Command {

    /** The word that calls it. */
    String name();

    /** One line that says how it is called. */
    String usage();

    /**
     * Runs it. Its answer goes to standard output, everything else to standard error.
     *
     * @return the exit code
     */
    int run(List<String> arguments);
}
