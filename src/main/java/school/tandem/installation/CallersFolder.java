package school.tandem.installation;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * The folder in which somebody typed a command. The launcher changes to the folder of Tandem itself
 * and says in the system property {@code tandem.caller} where it came from.
 */
public final class CallersFolder {

    private CallersFolder() {}

    /**
     * A path as whoever typed it means it.
     *
     * @throws CannotStart where no path can be so
     */
    public static Path resolve(String typed) {
        try {
            return Path.of(System.getProperty("tandem.caller", "")).resolve(typed);
        } catch (InvalidPathException impossible) {
            throw new CannotStart("“" + typed + "” is no path that this machine can have.");
        }
    }
}
