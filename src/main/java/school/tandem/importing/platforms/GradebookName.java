package school.tandem.importing.platforms;

import java.util.Locale;
import java.util.regex.Pattern;

/** What the name of a gradebook's file says of its course, where no column does. */
final class GradebookName {

    private static final Pattern OTHERS =
            Pattern.compile(
                    "(?iu)\\.[a-z0-9]{2,4}$"
                            + "|\\b(?:schoology|classroom|grade ?book|grades|export(?:ed)?|calificaciones)\\b"
                            + "|\\(\\d+\\)|\\d{4}-\\d{2}-\\d{2}|\\d{6,}");

    private GradebookName() {}

    /** A dash parts the course from its section. */
    static Course course(String fileName) {
        String words = OTHERS.matcher(fileName.replace('_', ' ')).replaceAll(" ");
        String name = words.replaceAll("\\s+", " ").replaceAll("^[\\s-]+|[\\s-]+$", "");
        int dash = name.indexOf(" - ");
        return dash < 0
                ? new Course(Course.FILE, null, null, name, null)
                : new Course(
                        Course.FILE,
                        null,
                        null,
                        name.substring(0, dash),
                        name.substring(dash + 3).toLowerCase(Locale.ROOT));
    }
}
