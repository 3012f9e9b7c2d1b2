package school.tandem.importing.reading;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/** Refuses an entry of a zip that turns out to be other than the zip says it is. */
final class BoundedStream extends FilterInputStream {

    private final ZipEntry entry;
    private final CRC32 sum = new CRC32();
    private long left;

    BoundedStream(InputStream in, ZipEntry entry) {
        super(in);
        this.entry = entry;
        this.left = entry.getSize();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        if (read > 0) {
            sum.update(bytes, offset, read);
            left -= read;
        }
        if (left < 0 || (read < 0 && left > 0)) {
            throw refused("importing.refused.lyingSize");
        }
        if (read < 0 && entry.getCrc() >= 0 && entry.getCrc() != sum.getValue()) {
            throw refused("importing.refused.damagedEntry");
        }
        return read;
    }

    /** Nothing is passed over uncounted. */
    @Override
    public long skip(long count) throws IOException {
        byte[] passed = new byte[(int) Math.min(count, 8192)];
        return Math.max(0, read(passed, 0, passed.length));
    }

    private Refused refused(String key) {
        return new Refused(key, Map.of("entry", ZipEntries.shortened(entry.getName())));
    }
}
