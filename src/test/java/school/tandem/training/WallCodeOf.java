package school.tandem.training;

import java.time.Instant;

/** What a wall shows, for those who made the secret themselves. */
public final class WallCodeOf {

    private WallCodeOf() {}

    public static String at(byte[] secret, Instant moment) {
        return new TurningCode(secret).at(moment);
    }

    /** What is stored of what a phone keeps. */
    public static String hash(String token) {
        return Phones.hash(token);
    }
}
