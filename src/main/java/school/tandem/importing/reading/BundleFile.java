package school.tandem.importing.reading;

import java.io.IOException;
import java.io.InputStream;

/**
 * One file of a delivery.
 *
 * @param name as the user knows it, without folders
 * @param size bytes, unpacked; -1: not said
 */
public record BundleFile(String name, long size, Opening opening) {

    /** Opens it anew, from its beginning. */
    @FunctionalInterface
    public interface Opening {
        InputStream open() throws IOException;
    }

    InputStream open() throws IOException {
        return opening.open();
    }
}
