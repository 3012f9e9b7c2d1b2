package school.tandem.training.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import school.tandem.security.Access;
import school.tandem.security.BadInput;
import school.tandem.security.SchoolKey;
import school.tandem.training.RoomList;
import school.tandem.training.SessionId;
import school.tandem.training.Sessions;
import school.tandem.training.Tick;
import school.tandem.training.Ticks;
import school.tandem.training.TrainingSession;
import school.tandem.ui.KeptNames;
import school.tandem.ui.Pages;
import school.tandem.ui.Texts;

/**
 * A trainer's list of a room, for places without a network: an ordinary form, which a script keeps
 * on the phone and sends tick by tick.
 */
@RestController
class ListPages {

    static final String PATH = "/training/list";

    private final TrainingPlaces places;
    private final Sessions sessions;
    private final RoomList room;
    private final Ticks ticks;
    private final Access access;
    private final Pages pages;
    private final Clock clock;

    ListPages(
            TrainingPlaces places,
            Sessions sessions,
            RoomList room,
            Ticks ticks,
            Access access,
            Pages pages,
            Clock clock) {
        this.places = places;
        this.sessions = sessions;
        this.room = room;
        this.ticks = ticks;
        this.access = access;
        this.pages = pages;
        this.clock = clock;
    }

    /** Everybody who is expected, to be ticked; of a closed session no name any more. */
    @GetMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> list(
            @RequestParam(name = "school", defaultValue = "") String school,
            @RequestParam(name = "session", defaultValue = "") String session,
            HttpServletRequest request,
            HttpServletResponse response) {
        SchoolKey key = places.school(school).key();
        String page = page(key, TrainingPlaces.session(session), List.of(), "", request);
        KeptNames.keepFor(access.who(), request, response);
        return answer(HttpStatus.OK, page);
    }

    /**
     * The form of a phone that runs no script: everybody on it who is ticked, and those who not.
     */
    @PostMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> save(
            @RequestParam(name = "school", defaultValue = "") String school,
            @RequestParam(name = "session", defaultValue = "") String session,
            @RequestParam(defaultValue = "") Set<String> here,
            @RequestParam(defaultValue = "") Set<String> listed,
            @RequestParam(defaultValue = "") Set<String> before,
            @RequestParam(defaultValue = "") String name,
            HttpServletRequest request) {
        SchoolKey key = places.school(school).key();
        SessionId id = TrainingPlaces.session(session);
        Set<String> changed = new HashSet<>(listed);
        changed.removeIf(one -> here.contains(one) == before.contains(one));
        List<Tick> said = new ArrayList<>();
        changed.forEach(one -> said.add(SentTick.of(one, here.contains(one), clock.instant())));
        if (!name.isBlank()) {
            said.add(new Tick(UUID.randomUUID(), clock.instant(), true, null, name.strip()));
        }
        Ticks.Taken taken = ticks.take(key, id, said);
        if (!taken.unknown().isEmpty()) {
            return answer(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    page(key, id, taken.unknown(), name.strip(), request));
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(
                        URI.create(
                                "%s%s?school=%s&session=%s"
                                        .formatted(
                                                request.getContextPath(), PATH, key.school(), id)))
                .build();
    }

    /** Ticks that a script sends, once they can be; what is answered need not be sent again. */
    @PostMapping(path = PATH + "/ticks", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> take(
            @RequestParam(name = "school", defaultValue = "") String school,
            @RequestParam(name = "session", defaultValue = "") String session,
            @RequestParam(defaultValue = "") List<String> tick) {
        SchoolKey key = places.school(school).key();
        try {
            List<Tick> sent = SentTick.all(tick, clock.instant());
            return ResponseEntity.ok(ticks.take(key, TrainingPlaces.session(session), sent));
        } catch (BadInput bad) {
            return ResponseEntity.status(HttpStatus.CONFLICT)
                    .body(Map.of("said", Texts.here().get(bad.textKey())));
        }
    }

    private String page(
            SchoolKey key,
            SessionId id,
            List<UUID> unknown,
            String typed,
            HttpServletRequest request) {
        List<RoomList.Line> lines = room.lines(key, id);
        TrainingSession session = sessions.find(key, id);
        boolean open = session.closedAt() == null && !session.cancelled();
        Map<String, Object> values = new HashMap<>();
        values.put("session", session);
        values.put("open", open);
        values.put("lines", open ? lines : List.of());
        values.put("account", String.valueOf(access.who().account()));
        values.put("here", "%s?school=%s&session=%s".formatted(PATH, key.school(), id));
        values.put("school", key.school().toString());
        values.put("typed", typed);
        values.put("bad", !unknown.isEmpty());
        return pages.render("c-list.jte", request, values);
    }

    private static ResponseEntity<String> answer(HttpStatus status, String page) {
        return ResponseEntity.status(status)
                .header("Content-Security-Policy", Pages.POLICY_WITH_OWN_SCRIPT)
                .body(page);
    }
}
