package school.tandem.importing.reading;

import java.io.IOException;
import java.io.InputStream;

/**
 * One file of a delivery.
 *
 * @param path where it is in the delivery, folders parted by slashes
 * @param size bytes, unpacked; -1: not said
 */
public record BundleFile(String path, long size, Opening opening) {

    /** Opens it anew, from its beginning. */
    @FunctionalInterface
    public interface Opening {
        InputStream open() throws IOException;
    }

    /** What the user knows it by, without folders. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    InputStream open() throws IOException {
        return opening.open();
    }
}
