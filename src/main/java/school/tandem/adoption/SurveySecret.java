package school.tandem.adoption;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Locale;

/**
 * The secret of one family's link: 128 bits from the system's own source, written with digits and
 * letters that can be read off paper and typed.
 */
final class SurveySecret {

    static final int BITS = 128;

    /** In characters, of five bits each. */
    static final int LENGTH = 26;

    /** Digits and letters without those that are read for each other. */
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

    private static final SecureRandom RANDOM = new SecureRandom();

    private SurveySecret() {}

    static String make() {
        BigInteger secret = new BigInteger(BITS, RANDOM);
        char[] written = new char[LENGTH];
        for (int i = LENGTH - 1; i >= 0; i--) {
            written[i] = ALPHABET.charAt(secret.intValue() & 31);
            secret = secret.shiftRight(5);
        }
        return new String(written);
    }

    /** SHA-256 of a secret, however it was typed: found by this alone, nothing is compared. */
    static byte[] hash(String typed) {
        String plain =
                typed.toLowerCase(Locale.ROOT)
                        .replaceAll("[\\s-]", "")
                        .replace('o', '0')
                        .replace('i', '1')
                        .replace('l', '1');
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(plain.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
