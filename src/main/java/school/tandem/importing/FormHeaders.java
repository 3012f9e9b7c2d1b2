package school.tandem.importing;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the headers of what Google Forms and Microsoft Forms give out: whole questions, and beside
 * them columns of the form's own about whoever filled it in, who is seldom the student.
 */
final class FormHeaders {

    private static final Pattern WHEN =
            Pattern.compile("timestamp|marca temporal|completion time|hora de finalizacion");

    private static final Pattern OF_THE_FORM =
            Pattern.compile(
                    "id|name|nombre|email|e mail|email address|username|nombre de usuario"
                            + "|correo electronico|direccion de correo electronico"
                            + "|start time|hora de inicio|last modified time"
                            + "|hora de la ultima modificacion|score|puntuacion");

    private static final Pattern STUDENT =
            Pattern.compile(
                    "\\b(students?|child|childs|childrens?|pupils?|alumn[oa]s?|estudiantes?|hij[oa]s?"
                            + "|nin[oa]s?)\\b");

    private static final Pattern NUMBER =
            Pattern.compile(
                    "\\b(id|ids|number|code|matricula|numero|codigo|identificador|identificacion)\\b");

    private static final Pattern EMAIL = Pattern.compile("\\b(e ?mail|correo)\\b");
    private static final Pattern FAMILY_NAME =
            Pattern.compile("\\b(last name|family name|surname|apellidos?)\\b");
    private static final Pattern GIVEN_NAME =
            Pattern.compile("\\b(first name|given name|nombre de pila)\\b");
    private static final Pattern NAME = Pattern.compile("\\b(name|nombre)\\b");

    private static final Pattern DEVICE =
            Pattern.compile(
                    "\\b(devices?|computers?|laptops?|tablets?|chromebooks?|ipads?|dispositivos?"
                            + "|ordenador(es)?|computador(a|as|es)?|portatil(es)?|tabletas?)\\b");
    private static final Pattern CONNECTION =
            Pattern.compile(
                    "\\b(internet|connections?|wi ?fi|broadband|video calls?|conexion(es)?"
                            + "|banda ancha|videollamadas?)\\b");

    private static final Set<String> NOBODY =
            Set.of("anonymous", "anonimo", "anónimo", "anónima", "anonima");

    private FormHeaders() {}

    /** Where a form's own columns stand that must not be taken for the student's. */
    static Predicate<Integer> ofTheForm(List<String> headers) {
        List<String> plain = headers.stream().map(FormHeaders::plain).toList();
        boolean microsoft =
                plain.contains("completion time") || plain.contains("hora de finalizacion");
        boolean asksWho = plain.stream().anyMatch(FormHeaders::asksWho);
        return at -> {
            String header = plain.get(at);
            boolean number =
                    microsoft
                            && (header.equals("id")
                                    || header.startsWith("start time")
                                    || header.startsWith("hora de inicio"));
            return hasMoment(plain) && (number || asksWho && OF_THE_FORM.matcher(header).matches());
        };
    }

    /** What questions ask for, where the headers are a form's; else only the two about home. */
    static Map<ListField, Integer> questions(List<String> headers) {
        List<String> plain = headers.stream().map(FormHeaders::plain).toList();
        Map<ListField, Integer> found = new EnumMap<>(ListField.class);
        for (int at = 0; at < plain.size(); at++) {
            ListField field = question(plain.get(at), hasMoment(plain));
            if (field != null) {
                found.putIfAbsent(field, at);
            }
        }
        return found;
    }

    /** An e-mail address; null where a form says that nobody had to give one. */
    static @Nullable String address(@Nullable String given) {
        return given == null || NOBODY.contains(given) ? null : given;
    }

    private static @Nullable ListField question(String header, boolean form) {
        if (form && WHEN.matcher(header).lookingAt()) {
            return ListField.ANSWERED_ON;
        }
        if (form && asksWho(header)) {
            return who(header);
        }
        int device = at(DEVICE, header);
        int connection = at(CONNECTION, header);
        boolean isQuestion = header.contains(" ");
        if (!isQuestion || device == connection) {
            return null;
        }
        return device < connection ? ListField.DEVICE : ListField.CONNECTION;
    }

    private static boolean asksWho(String header) {
        return STUDENT.matcher(header).find()
                && who(header) != null
                && at(DEVICE, header) == at(CONNECTION, header);
    }

    private static @Nullable ListField who(String header) {
        if (NUMBER.matcher(header).find()) {
            return ListField.ID;
        }
        if (EMAIL.matcher(header).find()) {
            return ListField.EMAIL;
        }
        if (FAMILY_NAME.matcher(header).find()
                && !NAME.matcher(header.replace("last name", "").replace("family name", ""))
                        .find()) {
            return ListField.FAMILY_NAME;
        }
        if (GIVEN_NAME.matcher(header).find()) {
            return ListField.GIVEN_NAME;
        }
        return NAME.matcher(header).find() ? ListField.NAME : null;
    }

    /** Whether these are the headers of what a form gives out. */
    static boolean isForm(List<String> headers) {
        return hasMoment(headers.stream().map(FormHeaders::plain).toList());
    }

    private static boolean hasMoment(List<String> plain) {
        return plain.stream().anyMatch(header -> WHEN.matcher(header).lookingAt());
    }

    /** Where a word of these stands first; past the end where none does. */
    private static int at(Pattern words, String header) {
        var found = words.matcher(header);
        return found.find() ? found.start() : Integer.MAX_VALUE;
    }

    /** In lower case, without accents and signs. */
    private static String plain(String header) {
        return Normalizer.normalize(header.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}|['’]", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
