package school.tandem.importing;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.intake.Did;
import school.tandem.importing.reading.Headers;

/** The words, in English and Spanish, by which lists say what somebody did, or did not do. */
final class ActivityWords {

    /**
     * What a word says.
     *
     * @param done false: it says that this was not done
     */
    record Word(Did did, boolean done) {}

    private static final Map<String, Word> WORDS = words();

    /** They say something only where the column itself asks who was there. */
    private static final Map<String, Word> ANSWERS = answers();

    private static final Pattern ATTENDANCE =
            Pattern.compile(
                    ".*attend(ed|ance)(status|code)?|.*asisten(cia|te)|asistio|(was)?present|presente");

    private final boolean answers;

    private ActivityWords(boolean answers) {
        this.answers = answers;
    }

    /** Those that may stand in a column of this header. */
    static ActivityWords below(String header) {
        return new ActivityWords(ATTENDANCE.matcher(plain(header)).matches());
    }

    /** What a word says; null: it is none of them. */
    @Nullable Word find(String said) {
        Word word = WORDS.get(plain(said));
        return word == null && answers ? ANSWERS.get(plain(said)) : word;
    }

    private static Map<String, Word> words() {
        Map<String, Word> all = new HashMap<>();
        put(
                all,
                new Word(Did.OPENED, true),
                "opened",
                "viewed",
                "read",
                "page view",
                "page viewed",
                "viewed page",
                "opened work",
                "opened assignment",
                "viewed assignment",
                "assignment viewed",
                "visited",
                "abierto",
                "abierta",
                "abrió",
                "visto",
                "vista",
                "vio",
                "leído",
                "leída",
                "leyó",
                "visitó",
                "visualizado",
                "visualizada",
                "vista de página",
                "página vista");
        put(
                all,
                new Word(Did.OPENED, false),
                "not opened",
                "not viewed",
                "not read",
                "did not open",
                "no abierto",
                "no abierta",
                "no abrió",
                "no visto",
                "no vista",
                "sin abrir",
                "sin leer");
        put(
                all,
                new Word(Did.HANDED_IN, true),
                "handed in",
                "handed in late",
                "submitted",
                "submitted late",
                "submitted work",
                "submitted assignment",
                "assignment submitted",
                "turned in",
                "turned in late",
                "submission",
                "completed assignment",
                "entregado",
                "entregada",
                "entregó",
                "entrega",
                "entregado tarde",
                "entregada tarde",
                "tarea entregada",
                "envió",
                "enviado",
                "enviada");
        put(
                all,
                new Word(Did.HANDED_IN, false),
                "not handed in",
                "not submitted",
                "not turned in",
                "did not submit",
                "did not hand in",
                "no entregado",
                "no entregada",
                "no entregó",
                "sin entregar");
        put(
                all,
                new Word(Did.QUIZ, true),
                "quiz",
                "test",
                "exam",
                "took quiz",
                "took a quiz",
                "took test",
                "took a test",
                "quiz taken",
                "test taken",
                "exam taken",
                "quiz submitted",
                "submitted quiz",
                "quiz completed",
                "completed quiz",
                "quiz attempt",
                "prueba",
                "examen",
                "cuestionario",
                "hizo una prueba",
                "hizo un examen",
                "hizo un cuestionario",
                "prueba hecha",
                "examen hecho",
                "cuestionario hecho",
                "prueba entregada",
                "cuestionario entregado");
        put(
                all,
                new Word(Did.QUIZ, false),
                "quiz not taken",
                "test not taken",
                "did not take quiz",
                "did not take a quiz",
                "no quiz",
                "prueba no hecha",
                "no hizo la prueba",
                "no hizo el cuestionario",
                "no hizo el examen");
        put(
                all,
                new Word(Did.ATTENDED, true),
                "attended",
                "attended online",
                "attended class",
                "attended late",
                "present",
                "present online",
                "present remote",
                "present remotely",
                "present virtual",
                "present late",
                "remote present",
                "virtual present",
                "joined",
                "joined late",
                "joined online",
                "late",
                "arrived late",
                "tardy",
                "tardy excused",
                "tardy unexcused",
                "excused tardy",
                "unexcused tardy",
                "partially attended",
                "left early",
                "asistió",
                "asistió tarde",
                "asistió en línea",
                "presente",
                "presente en línea",
                "presente remoto",
                "presente virtual",
                "presente a distancia",
                "conectado",
                "conectada",
                "se conectó",
                "se unió",
                "tarde",
                "tardanza",
                "retraso",
                "retardo",
                "retrasado",
                "retrasada",
                "llegó tarde",
                "atraso");
        put(
                all,
                new Word(Did.ATTENDED, false),
                "absent",
                "absence",
                "absent excused",
                "absent unexcused",
                "excused",
                "excused absence",
                "excused absent",
                "unexcused",
                "unexcused absence",
                "unexcused absent",
                "remote absent",
                "did not attend",
                "did not join",
                "not attended",
                "not present",
                "no show",
                "in person",
                "present in person",
                "on site",
                "present on site",
                "ausente",
                "ausencia",
                "ausencia justificada",
                "ausencia injustificada",
                "ausente justificado",
                "ausente justificada",
                "falta",
                "falta justificada",
                "falta injustificada",
                "faltó",
                "justificado",
                "justificada",
                "inasistencia",
                "inasistente",
                "no asistió",
                "no presente",
                "no se conectó",
                "no se presentó",
                "presencial",
                "en persona");
        put(
                all,
                new Word(Did.TOOK_ATTENDANCE, true),
                "took attendance",
                "attendance taken",
                "took roll",
                "took register",
                "took the register",
                "called roll",
                "recorded attendance",
                "attendance recorded",
                "pasó lista",
                "tomó asistencia",
                "tomó la asistencia",
                "asistencia tomada",
                "lista pasada",
                "registró asistencia",
                "registró la asistencia",
                "asistencia registrada");
        put(
                all,
                new Word(Did.TOOK_ATTENDANCE, false),
                "did not take attendance",
                "attendance not taken",
                "attendance missing",
                "no pasó lista",
                "no tomó asistencia",
                "asistencia no tomada");
        put(
                all,
                new Word(Did.SET_WORK, true),
                "set work",
                "work set",
                "set assignment",
                "set an assignment",
                "assigned",
                "assigned work",
                "work assigned",
                "gave work",
                "gave assignment",
                "gave an assignment",
                "created assignment",
                "assignment created",
                "published assignment",
                "assignment published",
                "posted assignment",
                "assignment posted",
                "asignó",
                "asignado",
                "asignada",
                "asignó tarea",
                "asignó una tarea",
                "asignó trabajo",
                "tarea asignada",
                "puso tarea",
                "puso una tarea",
                "publicó tarea",
                "publicó una tarea",
                "tarea publicada",
                "creó tarea",
                "creó una tarea",
                "tarea creada");
        put(
                all,
                new Word(Did.SET_WORK, false),
                "did not set work",
                "no work set",
                "no asignó",
                "no asignó tarea",
                "no puso tarea");
        put(
                all,
                new Word(Did.GAVE_QUIZ, true),
                "gave quiz",
                "gave a quiz",
                "gave test",
                "gave a test",
                "gave exam",
                "gave an exam",
                "quiz given",
                "test given",
                "set quiz",
                "set a quiz",
                "set a test",
                "assigned quiz",
                "assigned a quiz",
                "quiz assigned",
                "created quiz",
                "quiz created",
                "published quiz",
                "quiz published",
                "puso prueba",
                "puso una prueba",
                "puso un examen",
                "puso un cuestionario",
                "asignó una prueba",
                "asignó un examen",
                "asignó un cuestionario",
                "prueba asignada",
                "examen asignado",
                "cuestionario asignado",
                "cuestionario creado",
                "publicó una prueba",
                "publicó un cuestionario");
        put(
                all,
                new Word(Did.GAVE_QUIZ, false),
                "did not give a quiz",
                "no quiz given",
                "no puso una prueba",
                "no puso un examen",
                "no puso un cuestionario");
        return Map.copyOf(all);
    }

    /** Letters such as A and P stand for other things at other schools. */
    private static Map<String, Word> answers() {
        Map<String, Word> all = new HashMap<>();
        put(all, new Word(Did.ATTENDED, true), "yes", "y", "true", "1", "sí", "s");
        put(all, new Word(Did.ATTENDED, false), "no", "n", "false", "0");
        return Map.copyOf(all);
    }

    private static void put(Map<String, Word> all, Word word, String... names) {
        for (String name : names) {
            all.put(plain(name), word);
        }
    }

    private static String plain(String said) {
        return Headers.plain(
                Normalizer.normalize(said, Normalizer.Form.NFD).replaceAll("\\p{M}", ""));
    }
}
