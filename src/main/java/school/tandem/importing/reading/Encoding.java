package school.tandem.importing.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;

/**
 * Finds out how a file's text is written: by its mark, by the zeros of UTF-16, as UTF-8 where more
 * of its letters are UTF-8 than not, else as Windows-1252. Reads the file once, and digests it on
 * the way.
 */
final class Encoding {

    /**
     * What was found.
     *
     * @param mark how many bytes to skip at the start
     */
    record Found(Charset charset, int mark) {}

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int SAMPLE = 4096;
    private static final long LONGEST_LINE = 16L << 20;

    /** What stands for bytes that are no text: a code point that Unicode gives to nobody. */
    static final String NO_TEXT = "\uFDD0";

    private Encoding() {}

    /**
     * Reads the whole file.
     *
     * @throws Refused as soon as a line turns out to be longer than any should be
     */
    static Found of(BundleFile file, MessageDigest digest) throws IOException {
        try (InputStream in = file.open()) {
            byte[] buffer = new byte[64 * 1024];
            int length = in.readNBytes(buffer, 0, buffer.length);
            Found byStart = byStart(buffer, Math.min(length, SAMPLE));
            var text = new Utf8Count();
            long sinceLineEnd = 0;
            while (length > 0) {
                digest.update(buffer, 0, length);
                sinceLineEnd = sinceLineEnd(buffer, length, sinceLineEnd);
                if (sinceLineEnd > LONGEST_LINE) {
                    throw new Refused(
                            "importing.refused.endlessRecord", Map.of("file", file.name()));
                }
                if (byStart == null) {
                    text.count(buffer, length);
                }
                length = in.read(buffer, 0, buffer.length);
            }
            return byStart != null
                    ? byStart
                    : new Found(text.isUtf8() ? StandardCharsets.UTF_8 : WINDOWS, 0);
        }
    }

    private static long sinceLineEnd(byte[] bytes, int length, long before) {
        for (int i = length - 1; i >= 0; i--) {
            if (bytes[i] == '\n' || bytes[i] == '\r') {
                return length - 1 - i;
            }
        }
        return before + length;
    }

    private static @org.jspecify.annotations.Nullable Found byStart(byte[] bytes, int length) {
        if (length >= 3 && at(bytes, 0) == 0xEF && at(bytes, 1) == 0xBB && at(bytes, 2) == 0xBF) {
            return new Found(StandardCharsets.UTF_8, 3);
        }
        if (length >= 2 && at(bytes, 0) == 0xFF && at(bytes, 1) == 0xFE) {
            return new Found(StandardCharsets.UTF_16LE, 2);
        }
        if (length >= 2 && at(bytes, 0) == 0xFE && at(bytes, 1) == 0xFF) {
            return new Found(StandardCharsets.UTF_16BE, 2);
        }
        int even = 0;
        int odd = 0;
        for (int i = 0; i + 1 < length; i += 2) {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }
        int pairs = length / 2;
        if (pairs > 4 && odd > pairs * 0.4 && even < pairs * 0.1) {
            return new Found(StandardCharsets.UTF_16LE, 0);
        }
        if (pairs > 4 && even > pairs * 0.4 && odd < pairs * 0.1) {
            return new Found(StandardCharsets.UTF_16BE, 0);
        }
        return null;
    }

    private static int at(byte[] bytes, int index) {
        return bytes[index] & 0xFF;
    }
}
