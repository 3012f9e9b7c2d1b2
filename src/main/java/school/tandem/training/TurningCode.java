package school.tandem.training;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The code on the wall of one session: six characters that turn every half minute and come from a
 * secret of the session. The code before the present one is taken too, so that nobody who scans it
 * as it turns is sent back. Knows no database and no clock.
 */
final class TurningCode {

    /** How a code stands to a moment. */
    enum Fit {
        VALID,
        /** It was on this wall in the last two hours. */
        EXPIRED,
        WRONG
    }

    static final int LENGTH = 6;
    static final Duration TURNS = Duration.ofSeconds(30);

    /** How many codes back an old one is still known as such. */
    private static final int REMEMBERED = 240;

    /** Digits and letters without those that are read for each other. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final byte[] secret;

    TurningCode(byte[] secret) {
        this.secret = secret.clone();
    }

    String at(Instant moment) {
        return ofWindow(window(moment));
    }

    /** When the code of that moment gives way to the next one. */
    static Instant turnsAt(Instant moment) {
        return Instant.ofEpochSecond((window(moment) + 1) * TURNS.toSeconds());
    }

    Fit fit(String typed, Instant moment) {
        String code = plain(typed);
        long now = window(moment);
        for (int back = 0; back <= REMEMBERED; back++) {
            if (same(code, ofWindow(now - back))) {
                return back <= 1 ? Fit.VALID : Fit.EXPIRED;
            }
        }
        return Fit.WRONG;
    }

    /** Proves that words were written here: nobody without the secret can make it. */
    String seal(String words) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(mac(("seal " + words).getBytes(StandardCharsets.UTF_8)))
                .substring(0, 27);
    }

    boolean isSeal(String seal, String words) {
        return same(seal, seal(words));
    }

    /** As it stands on the wall, however it was typed. */
    static String plain(String typed) {
        return typed.strip()
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    private String ofWindow(long window) {
        ByteBuffer hash = ByteBuffer.wrap(mac(ByteBuffer.allocate(8).putLong(window).array()));
        long bits = hash.getLong();
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt((int) (bits & 31)));
            bits >>>= 5;
        }
        return code.toString();
    }

    private static long window(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), TURNS.toSeconds());
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] mac(byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
