package school.tandem.importing.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Finds out how a file's text is written: by its mark, by the zeros of UTF-16, as UTF-8 where all
 * of it is valid, else as Windows-1252. Reads the file once, and digests it on the way.
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

    private Encoding() {}

    static Found of(BundleFile file, MessageDigest digest) throws IOException {
        try (InputStream in = file.open()) {
            byte[] buffer = new byte[64 * 1024];
            int length = in.readNBytes(buffer, 0, buffer.length);
            Found byStart = byStart(buffer, Math.min(length, SAMPLE));
            CharsetDecoder utf8 =
                    StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
            CharBuffer chars = CharBuffer.allocate(buffer.length + 16);
            int kept = 0;
            boolean valid = true;
            while (length > 0) {
                digest.update(buffer, kept, length);
                if (valid) {
                    ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, kept + length);
                    chars.clear();
                    valid = !utf8.decode(bytes, chars, false).isError();
                    kept = valid ? bytes.remaining() : 0;
                    System.arraycopy(buffer, bytes.position(), buffer, 0, kept);
                }
                length = in.read(buffer, kept, buffer.length - kept);
            }
            if (byStart != null) {
                return byStart;
            }
            return new Found(valid && kept == 0 ? StandardCharsets.UTF_8 : WINDOWS, 0);
        }
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
