package school.tandem.importing.platforms;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By what an export knows somebody; everything that it says, blank or null where it says nothing.
 *
 * @param column what the export calls the place where it says so, for whom it can't be found
 * @param own the platform's own id; what it means is learnt where another file says both
 * @param id the id of the school's own system (SIS)
 * @param login the name to sign in with
 * @param name the whole name, in either order
 */
public record Who(
        String column,
        @Nullable String own,
        @Nullable String id,
        @Nullable String email,
        @Nullable String login,
        @Nullable String name) {

    public Who {
        own = given(own);
        id = given(id);
        email = given(email);
        login = given(login);
        name = given(name);
    }

    /** Somebody of whom only the platform's own id is said. */
    public static Who own(String column, @Nullable String own) {
        return new Who(column, own, null, null, null, null);
    }

    /** Ids, login and address, in the order in which they are trusted. */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        for (String word : new String[] {id, email, login}) {
            if (word != null) {
                words.add(word);
            }
        }
        return words;
    }

    /** How a held row names them; empty: nothing is said. */
    public String shown() {
        for (String word : new String[] {name, email, login, id, own}) {
            if (word != null) {
                return word;
            }
        }
        return "";
    }

    static @Nullable String given(@Nullable String word) {
        if (word == null) {
            return null;
        }
        String plain = word.replace("\0", "").strip();
        return plain.isEmpty() ? null : plain;
    }
}
