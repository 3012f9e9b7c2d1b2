package school.tandem.importing.reading;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Counts how many letters beyond ASCII are UTF-8, and how many bytes can't be. */
final class Utf8Count {

    private final CharsetDecoder decoder =
            StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
    private final CharBuffer chars = CharBuffer.allocate(64 * 1024);
    private byte[] kept = new byte[0];
    private long good;
    private long bad;

    void count(byte[] more, int length) {
        ByteBuffer bytes = ByteBuffer.allocate(kept.length + length);
        bytes.put(kept).put(more, 0, length).flip();
        while (true) {
            chars.clear();
            CoderResult result = decoder.decode(bytes, chars, false);
            countDecoded();
            if (result.isUnderflow()) {
                break;
            }
            if (result.isError()) {
                bad++;
                bytes.position(bytes.position() + result.length());
            }
        }
        kept = new byte[bytes.remaining()];
        bytes.get(kept);
    }

    private void countDecoded() {
        char[] decoded = chars.array();
        for (int i = 0; i < chars.position(); i++) {
            if (decoded[i] > 0x7F) {
                good++;
            }
        }
    }

    boolean isUtf8() {
        long all = bad + (kept.length > 0 ? 1 : 0);
        return all == 0 || good > all;
    }
}
