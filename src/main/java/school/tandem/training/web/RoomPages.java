package school.tandem.training.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import school.tandem.roster.School;
import school.tandem.training.RoomList;
import school.tandem.training.SessionId;
import school.tandem.training.Sessions;
import school.tandem.training.TrainingSession;
import school.tandem.training.WallCode;
import school.tandem.training.WallCodes;
import school.tandem.ui.Pages;
import school.tandem.ui.QrCode;

/** What a trainer puts on the wall or on the table: the code that turns, and the printed sheet. */
@RestController
class RoomPages {

    /** Empty lines for those who come without being on the sheet. */
    private static final int EMPTY_LINES = 6;

    private final TrainingPlaces places;
    private final Sessions sessions;
    private final RoomList room;
    private final WallCodes codes;
    private final Pages pages;
    private final Clock clock;

    RoomPages(
            TrainingPlaces places,
            Sessions sessions,
            RoomList room,
            WallCodes codes,
            Pages pages,
            Clock clock) {
        this.places = places;
        this.sessions = sessions;
        this.room = room;
        this.codes = codes;
        this.pages = pages;
        this.clock = clock;
    }

    /** The code, as large as the wall; the page puts the next in its place when it turns. */
    @GetMapping(path = "/training/code", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> code(
            @RequestParam(name = "school", defaultValue = "") String schoolId,
            @RequestParam(name = "session", defaultValue = "") String sessionId,
            HttpServletRequest request) {
        School school = places.school(schoolId);
        SessionId id = TrainingPlaces.session(sessionId);
        WallCode now = codes.now(school.key(), id);
        String base = ServletUriComponentsBuilder.fromContextPath(request).toUriString();
        Map<String, Object> values = new HashMap<>();
        values.put("session", sessions.find(school.key(), id));
        values.put("typed", now.typed());
        values.put("address", base.replaceFirst("^https?://", "") + "/c");
        values.put("picture", QrCode.svg(base + now.path()));
        values.put(
                "seconds", (int) Duration.between(clock.instant(), now.turnsAt()).toSeconds() + 1);
        values.put("onlyHere", request.getServerName().matches("localhost|127\\..*|\\[?::1]?"));
        return ResponseEntity.ok()
                .header("Content-Security-Policy", Pages.POLICY_WITH_OWN_SCRIPT)
                .body(pages.render("c-wall.jte", request, values));
    }

    /** Who is expected, with a line to sign on. */
    @GetMapping(path = "/training/sheet", produces = MediaType.TEXT_HTML_VALUE)
    String sheet(
            @RequestParam(name = "school", defaultValue = "") String schoolId,
            @RequestParam(name = "session", defaultValue = "") String sessionId,
            HttpServletRequest request) {
        School school = places.school(schoolId);
        SessionId id = TrainingPlaces.session(sessionId);
        List<RoomList.Expected> expected = room.expected(school.key(), id);
        TrainingSession session = sessions.find(school.key(), id);
        return pages.render(
                "c-sheet.jte",
                request,
                Map.of(
                        "school",
                        school.name(),
                        "session",
                        session,
                        "expected",
                        expected,
                        "empty",
                        EMPTY_LINES));
    }
}
