package school.tandem.installation;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The folder that holds everything a school has entered. One process at a time holds its lock, for
 * as long as it lives: the system lets go of it even after a kill -9.
 */
final class DataDirectory {

    /**
     * What the holder of the lock tells others.
     *
     * @param url where it answers in a browser; empty: it is a command, not the server
     */
    record Running(long pid, int databasePort, String url) {}

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path folder;
    private @Nullable FileLock lock;

    DataDirectory(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(this.folder);
        } catch (IOException e) {
            throw new CannotStart(
                    "The data folder " + this.folder + " can't be made: " + e.getMessage(), e);
        }
    }

    Path resolve(String name) {
        return folder.resolve(name);
    }

    @Override
    public String toString() {
        return folder.toString();
    }

    /** Takes the lock if nobody has it. */
    boolean tryLock() {
        try {
            FileChannel channel =
                    FileChannel.open(
                            folder.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            lock = channel.tryLock();
            if (lock == null) {
                channel.close();
            } else {
                Files.deleteIfExists(folder.resolve("running.json"));
            }
            return lock != null;
        } catch (IOException e) {
            throw new CannotStart("The data folder " + folder + " can't be locked: " + e, e);
        }
    }

    /** Tells others how to reach what runs here; they see all of it or nothing. */
    void announce(int databasePort, String url) {
        try {
            Path draft = folder.resolve("running.json.new");
            var running = new Running(ProcessHandle.current().pid(), databasePort, url);
            Files.writeString(draft, JSON.writeValueAsString(running));
            Files.move(
                    draft,
                    folder.resolve("running.json"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new CannotStart("The data folder " + folder + " can't be written: " + e, e);
        }
    }

    /** What the holder of the lock has told; empty while it is still starting. */
    Optional<Running> running() {
        Path file = folder.resolve("running.json");
        try {
            return Files.exists(file)
                    ? Optional.of(JSON.readValue(Files.readString(file), Running.class))
                    : Optional.empty();
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    void release() {
        try {
            Files.deleteIfExists(folder.resolve("running.json"));
            if (lock != null) {
                lock.acquiredBy().close();
            }
        } catch (IOException e) {
            throw new CannotStart("The data folder " + folder + " can't be let go: " + e, e);
        }
    }

    /** The password of the database's roles, made once and readable by this user alone. */
    String secret() {
        Path file = folder.resolve("secret");
        try {
            if (!Files.exists(file)) {
                byte[] bytes = new byte[24];
                new SecureRandom().nextBytes(bytes);
                Path draft = folder.resolve("secret.new");
                Files.deleteIfExists(draft);
                Files.createFile(
                        draft,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
                Files.writeString(draft, HexFormat.of().formatHex(bytes));
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new CannotStart("The file " + file + " can't be used: " + e.getMessage(), e);
        }
    }
}
