package school.tandem.training;

import java.time.Instant;

/**
 * What the wall of a session shows now.
 *
 * @param path where a scan of it leads, below the address of this installation
 * @param typed what is typed by those who can't scan
 * @param turnsAt when the next one takes its place
 */
public record WallCode(String path, String typed, Instant turnsAt) {}
