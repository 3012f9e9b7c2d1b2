package school.tandem.importing.meetings;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a column of a report means, by the words that its header has in one of five languages. */
enum Column {
    NAME,
    FIRST_NAME,
    LAST_NAME,
    EMAIL,
    /** The name that they sign in with: an e-mail where that is missing. */
    SIGN_IN_NAME,
    JOINED,
    LEFT,
    DURATION,
    /** Whether they came or went at {@link #TIMESTAMP}. */
    ACTION,
    TIMESTAMP,
    GUEST,
    WAITING_ROOM,
    /** Which meeting it is. */
    MEETING,
    START,
    END;

    private static final int LONGEST = 80;

    private static final List<String> HOST =
            List.of("host", "anfitri", "gastgeber", "hote", "animateur", "organi");
    private static final List<String> CONSENTS =
            List.of("consent", "disclaimer", "einwilligung", "descargo", "isenc", "aviso", "avis");
    private static final List<String> EMAILS = List.of("mail", "correo", "courriel");
    private static final List<String> WAITING =
            List.of("waiting room", "sala de espera", "warteraum", "salle d attente");
    private static final List<String> TIMESTAMPS =
            List.of(
                    "timestamp",
                    "time stamp",
                    "marca de tiempo",
                    "marca temporal",
                    "marca de hora",
                    "zeitstempel",
                    "horodat",
                    "carimbo");
    private static final List<String> ACTIONS = List.of("action", "accion", "aktion", "acao");
    private static final List<String> DURATIONS =
            List.of(
                    "duration",
                    "duracion",
                    "dauer",
                    "duree",
                    "duracao",
                    "time in call",
                    "time in meeting",
                    "attendance time");
    private static final List<String> MEETINGS =
            List.of(
                    "topic",
                    "meeting id",
                    "meeting code",
                    "meeting title",
                    "tema",
                    "thema",
                    "sujet",
                    "topico",
                    "id de reunion",
                    "id de la reunion",
                    "codigo de reunion",
                    "codigo de la reunion",
                    "titulo de la reunion",
                    "besprechungs id",
                    "besprechungstitel",
                    "titel der besprechung",
                    "meetingtitel",
                    "titre de la reunion",
                    "code de reunion",
                    "titulo da reuniao",
                    "id da reuniao",
                    "codigo da reuniao");
    private static final List<String> LEAVING =
            List.of(
                    "leave",
                    "left",
                    "exit",
                    "last seen",
                    "salida",
                    "salir",
                    "salio",
                    "abandon",
                    "verlass",
                    "austritt",
                    "gegangen",
                    "depart",
                    "sortie",
                    "quitt",
                    "deconnexion",
                    "saida",
                    "sair",
                    "saiu");
    private static final List<String> JOINING =
            List.of(
                    "join",
                    "first seen",
                    "entrada",
                    "entrar",
                    "entro",
                    " union",
                    "unirse",
                    " unio",
                    "ingres",
                    "incorpor",
                    "acceso",
                    "beitritt",
                    "beigetreten",
                    "eintritt",
                    "teilnahme",
                    "arriv",
                    "entree",
                    "rejoi",
                    "connexion",
                    "participacao",
                    "participacion",
                    "participation");
    private static final List<String> STARTS =
            List.of("start", "inicio", "anfang", "beginn", "debut", "comienzo");
    private static final List<String> ENDS =
            List.of("end time", "endzeit", "ende", "fin", "termino", "fim", "meeting end");
    private static final Set<String> GUESTS =
            Set.of("guest", "invitado", "invitada", "gast", "invite", "convidado", "external");
    private static final Set<String> FIRST_NAMES =
            Set.of(
                    "first name",
                    "given name",
                    "forename",
                    "vorname",
                    "prenom",
                    "nombre de pila",
                    "primeiro nome",
                    "nome proprio");
    private static final Set<String> LAST_NAMES =
            Set.of(
                    "last name",
                    "surname",
                    "family name",
                    "nachname",
                    "familienname",
                    "nom de famille",
                    "apellido",
                    "apellidos",
                    "sobrenome",
                    "apelido",
                    "apelidos",
                    "ultimo nome");
    private static final Set<String> NAMES =
            Set.of(
                    "name",
                    "full name",
                    "display name",
                    "user name",
                    "participant",
                    "participant name",
                    "name of participant",
                    "attendee",
                    "attendee name",
                    "nombre",
                    "nombre completo",
                    "nombre del participante",
                    "nombre de usuario",
                    "participante",
                    "vollstandiger name",
                    "anzeigename",
                    "teilnehmer",
                    "teilnehmername",
                    "name des teilnehmers",
                    "nom",
                    "nom complet",
                    "nom et prenom",
                    "nom du participant",
                    "nome",
                    "nome completo",
                    "nome do participante");
    private static final Pattern ORIGINAL_NAME =
            Pattern.compile(
                    "(?:name|nombre|nom|nome|user name|nombre de usuario) .*(?:orig|ursprung).*");

    /** Addresses, moments and lengths are no headers: most cells are one of them. */
    private static final Pattern NO_HEADER = Pattern.compile("[^\\p{L}]*|.*(?:@|\\d\\d).*");

    private record Meaning(Column column, List<String> parts) {}

    private static final List<Meaning> MEANINGS =
            List.of(
                    new Meaning(EMAIL, EMAILS),
                    new Meaning(WAITING_ROOM, WAITING),
                    new Meaning(TIMESTAMP, TIMESTAMPS),
                    new Meaning(DURATION, DURATIONS),
                    new Meaning(ACTION, ACTIONS),
                    new Meaning(MEETING, MEETINGS),
                    new Meaning(LEFT, LEAVING),
                    new Meaning(JOINED, JOINING),
                    new Meaning(START, STARTS),
                    new Meaning(END, ENDS));

    /** What a header means; empty: nothing that counts. */
    static Optional<Column> of(String header) {
        if (header.length() > LONGEST || NO_HEADER.matcher(header).matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(meaning(Words.plain(header)));
    }

    /** Whether it is the first coming or the last going of possibly many. */
    static boolean isOverall(String header) {
        return Words.containsAny(
                Words.plain(header),
                List.of(
                        "first", "last", "primer", "primeir", "ultim", "erst", "letzt", "premi",
                        "derni"));
    }

    private static @Nullable Column meaning(String words) {
        if (NAMES.contains(words) || ORIGINAL_NAME.matcher(words).matches()) {
            return NAME;
        }
        if (FIRST_NAMES.contains(words)) {
            return FIRST_NAME;
        }
        if (LAST_NAMES.contains(words)) {
            return LAST_NAME;
        }
        if (GUESTS.contains(words)) {
            return GUEST;
        }
        if (Words.containsAny(words, HOST) || Words.containsAny(words, CONSENTS)) {
            return null;
        }
        if (words.contains("upn")) {
            return SIGN_IN_NAME;
        }
        return inWords(words);
    }

    private static @Nullable Column inWords(String words) {
        for (Meaning meaning : MEANINGS) {
            if (Words.containsAny(" " + words, meaning.parts())) {
                return meaning.column();
            }
        }
        return null;
    }
}
