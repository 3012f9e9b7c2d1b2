package school.tandem.importing.platforms;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * By what an export knows a class; everything that it says.
 *
 * @param column what the export calls the place where it says so; {@link #FILE}: only the name of
 *     its file does
 * @param own the platform's own id of the course
 * @param id the id of the school's own system (SIS), of the course or of the section
 * @param title of the course
 * @param section its name; one course of a platform may be several classes
 */
public record Course(
        String column,
        @Nullable String own,
        @Nullable String id,
        @Nullable String title,
        @Nullable String section) {

    /** Stands for a column where only the name of a file tells. */
    static final String FILE = "file";

    private static final Pattern LIST =
            Pattern.compile(",?\\s+(?:and|y|e|et|und|i)\\s+|\\s*[,;]\\s+");

    public Course {
        own = Who.given(own);
        id = Who.given(id);
        title = Who.given(title);
        section = Who.given(section);
    }

    /**
     * What a file is of that names no class in itself.
     *
     * @param naming what the name of such a file is like where it holds the course's, as its first
     *     group; else the whole name stands for it
     */
    public static Course ofFile(String name, Pattern naming) {
        Matcher named = naming.matcher(name);
        String title = named.matches() ? named.group(1) : name.replaceFirst("\\.[A-Za-z]+$", "");
        return new Course(FILE, null, null, title, null);
    }

    /** Whether the export itself names it, and not only its file. */
    public boolean isNamed() {
        return !column.equals(FILE);
    }

    /** Ids and names, the most certain first; the number of a section alone names no class. */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        if (id != null) {
            words.add(id);
        }
        if (title != null && section != null) {
            words.add(title + " " + section);
            words.add(title + " - " + section);
        }
        if (section != null && (title == null || section.matches(".*\\p{L}.*"))) {
            words.add(section);
        }
        if (title != null) {
            words.add(title);
        }
        return words;
    }

    /** The sections that its name may be a list of, such as {@code A, B, and C}. */
    public List<String> sections() {
        return section == null ? List.of() : List.of(LIST.split(section));
    }

    /** How a held row names it; empty: nothing is said. */
    public String shown() {
        if (title != null && section != null) {
            return title + " " + section;
        }
        for (String word : new String[] {title, section, id, own}) {
            if (word != null) {
                return word;
            }
        }
        return "";
    }
}
