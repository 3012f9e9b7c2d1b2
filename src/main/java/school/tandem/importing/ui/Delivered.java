package school.tandem.importing.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import school.tandem.importing.reading.RosterFormat;

/** The files that somebody uploaded, in a folder of their own until they are imported or not. */
final class Delivered {

    private static final String PASTED = "pasted.csv";

    private final Path folder;
    private final List<Path> files = new ArrayList<>();

    Delivered() {
        try {
            folder = Files.createTempDirectory("tandem-upload");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a file of this name goes; only the last part of the name counts. */
    Path place(String name) {
        String plain = name.replace('\\', '/');
        plain = plain.substring(plain.lastIndexOf('/') + 1).replaceAll("[\\p{Cntrl}:*?\"<>|]", "_");
        Path file = folder.resolve(plain.isBlank() || plain.startsWith(".") ? "file" : plain);
        if (!files.contains(file)) {
            files.add(file);
        }
        return file;
    }

    void paste(String text) {
        try {
            Files.writeString(place(PASTED), text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Path> files() {
        return files;
    }

    /** What they are called together. */
    String name() {
        return files.size() == 1
                ? files.getFirst().getFileName().toString()
                : String.join(
                        ", ",
                        files.stream()
                                .map(file -> file.getFileName().toString())
                                .limit(3)
                                .toList());
    }

    /** A single table rather than files of a roster. */
    boolean isList() {
        if (files.size() != 1) {
            return false;
        }
        String name = files.getFirst().getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".xlsx") || name.endsWith(".ods")) {
            return true;
        }
        return (name.endsWith(".csv") || name.endsWith(".txt") || name.endsWith(".tsv"))
                && !RosterFormat.isPart(files.getFirst());
    }

    void discard() {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException alreadyGone) {
            // nothing is left to remove
        }
    }
}
