package school.tandem.importing.platforms;

import java.util.Set;

/** The student as whom teachers try a course out. */
final class CanvasTestStudent {

    private static final Set<String> NAMES =
            Set.of("student test", "test student", "estudiante de prueba", "prueba estudiante de");

    private CanvasTestStudent() {}

    /** Whether it is meant; no system of a school knows it. */
    static boolean is(Who who) {
        String name = who.name();
        return who.id() == null
                && name != null
                && NAMES.contains(
                        name.toLowerCase(java.util.Locale.ROOT)
                                .replace(",", " ")
                                .strip()
                                .replaceAll("\\s+", " "));
    }
}
