package school.tandem.importing;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import school.tandem.installation.CallersFolder;
import school.tandem.installation.CannotStart;

/** What was typed after {@code ./tandem import}. */
record ImportArguments(
        List<Path> files,
        boolean dryRun,
        boolean json,
        @Nullable String district,
        @Nullable String school,
        @Nullable ZoneId zone) {

    static final String USAGE =
            "import FILE... [--dry-run] [--json] [--district NAME] [--school SOURCED_ID]"
                    + " [--zone ZONE] [--data DIR]";

    /**
     * @throws CannotStart with a sentence where it can't be meant
     */
    static ImportArguments of(List<String> typed) {
        List<Path> files = new ArrayList<>();
        boolean dryRun = false;
        boolean json = false;
        String district = null;
        String school = null;
        ZoneId zone = null;
        for (Iterator<String> arguments = typed.iterator(); arguments.hasNext(); ) {
            String argument = arguments.next();
            switch (argument) {
                case "--dry-run" -> dryRun = true;
                case "--json" -> json = true;
                case "--district" -> district = value(argument, arguments);
                case "--school" -> school = value(argument, arguments);
                case "--zone" -> zone = zone(value(argument, arguments));
                default -> files.add(file(argument));
            }
        }
        if (files.isEmpty()) {
            throw new CannotStart("Name a file or folder to import.");
        }
        return new ImportArguments(List.copyOf(files), dryRun, json, district, school, zone);
    }

    ImportRequest request() {
        Path name = files.getFirst().toAbsolutePath().normalize().getFileName();
        return new ImportRequest(files, String.valueOf(name), district, zone, false, dryRun);
    }

    private static String value(String option, Iterator<String> arguments) {
        String value = arguments.hasNext() ? arguments.next() : "";
        if (value.isBlank() || value.startsWith("--")) {
            throw new CannotStart("The option " + option + " needs a value.");
        }
        return value;
    }

    private static Path file(String argument) {
        if (argument.startsWith("-")) {
            throw new CannotStart("There is no option " + argument + ".");
        }
        if (argument.isBlank()) {
            throw new CannotStart("Name a file or folder to import.");
        }
        return CallersFolder.resolve(argument);
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new CannotStart(
                    "There is no time zone “" + name + "”; use a name such as America/New_York.");
        }
    }
}
