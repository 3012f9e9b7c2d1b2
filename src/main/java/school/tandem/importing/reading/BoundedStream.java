package school.tandem.importing.reading;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Refuses an entry of a zip that turns out longer than it says. */
final class BoundedStream extends FilterInputStream {

    private final String entry;
    private final long size;
    private long left;

    BoundedStream(InputStream in, long size, String entry) {
        super(in);
        this.size = size;
        this.left = size;
        this.entry = entry;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            took(1);
        }
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        if (read > 0) {
            took(read);
        }
        return read;
    }

    private void took(int count) {
        left -= count;
        if (size >= 0 && left < 0) {
            throw new Refused("importing.refused.lyingSize", Map.of("entry", entry));
        }
    }
}
