package school.tandem.importing.platforms;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The platforms whose exports can be read. */
public final class Platforms {

    private static final List<Platform> ALL =
            List.of(
                    new Canvas(),
                    new GoogleClassroom(),
                    new Schoology(),
                    new Moodle(),
                    new Caliper(),
                    new Xapi(),
                    new GradebookLists());

    private Platforms() {}

    /** The platform that all of these files are of; nothing: none, or of different ones. */
    public static Optional<Platform> of(List<ExportFile> files) {
        List<ExportFile> telling = files.stream().filter(file -> !file.isBlank()).toList();
        return telling.isEmpty()
                ? Optional.empty()
                : ALL.stream()
                        .filter(one ->
                                telling.stream().noneMatch(file -> one.format(file).isEmpty()))
                        .findFirst();
    }

    /** Whether a file is an export of one of them, or an empty page of one. */
    public static boolean knows(ExportFile file) {
        return file.isBlank() || ALL.stream().anyMatch(one -> !one.format(file).isEmpty());
    }

    /** Which formats of a platform these files are, each once, such as {@code canvas-gradebook}. */
    public static String formats(Platform platform, List<ExportFile> files) {
        Stream<String> formats =
                files.stream()
                        .filter(file -> !file.isBlank())
                        .map(platform::format)
                        .distinct()
                        .sorted();
        return String.join("+", formats.toList());
    }
}
