package school.tandem.training.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import school.tandem.training.Arrival;
import school.tandem.training.CheckInRefused;
import school.tandem.training.Refusal;
import school.tandem.ui.Pages;
import school.tandem.ui.Texts;

/** What a phone shows at a session's door. */
@Component
class DoorPages {

    private final Pages pages;

    DoorPages(Pages pages) {
        this.pages = pages;
    }

    /** The field for the code. */
    ResponseEntity<String> code(HttpServletRequest request, HttpStatus status, String typed) {
        return page(
                status,
                "c-code.jte",
                request,
                Map.of("bad", status != HttpStatus.OK, "typed", typed));
    }

    /**
     * The one thing that is to be said or done now.
     *
     * @param arrival null: nothing is known of that session
     * @param refused why the code was not taken; null: it was, or none was shown
     */
    ResponseEntity<String> standing(
            DoorAddress door,
            @Nullable Arrival arrival,
            HttpServletRequest request,
            @Nullable CheckInRefused refused) {
        if (arrival != null && arrival.state() != null) {
            return done(door, arrival, request);
        }
        if (arrival != null && arrival.waiting()) {
            return page(
                    HttpStatus.OK,
                    "c-wait.jte",
                    request,
                    Map.of("door", door.path(), "it", arrival));
        }
        if (arrival != null && arrival.elsewhere()) {
            return refused(door, Refusal.ELSEWHERE, "", request);
        }
        if (arrival == null || arrival.scan() == null) {
            return refused == null ? notScanned(door, request) : refused(door, refused, request);
        }
        return arrival.name() == null
                ? who(door, "", "", request)
                : page(
                        HttpStatus.OK,
                        "c-confirm.jte",
                        request,
                        Map.of("door", door.path(), "it", arrival, "phone", isPhone(request)));
    }

    /** Asks who they are; {@code badKey} says what is wrong with the address that they typed. */
    ResponseEntity<String> who(
            DoorAddress door, String email, String badKey, HttpServletRequest request) {
        return page(
                badKey.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                "c-who.jte",
                request,
                Map.of(
                        "door",
                        door.path(),
                        "email",
                        email,
                        "badKey",
                        badKey,
                        "signedIn",
                        request.getUserPrincipal() != null));
    }

    /** Why they are not checked in, and what to do. */
    ResponseEntity<String> refused(
            DoorAddress door, CheckInRefused refused, HttpServletRequest request) {
        var opensAt = refused.opensAt();
        return refused(
                door,
                refused.reason(),
                opensAt == null ? "" : Texts.here().moment(opensAt.toInstant(), opensAt.getZone()),
                request);
    }

    /** Sends the browser on to a page that may be opened again. */
    ResponseEntity<String> seeOther(
            String path, HttpServletRequest request, ResponseCookie... cookies) {
        var answer =
                ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create(request.getContextPath() + path));
        for (ResponseCookie cookie : cookies) {
            answer.header(HttpHeaders.SET_COOKIE, cookie.toString());
        }
        return answer.build();
    }

    private ResponseEntity<String> done(
            DoorAddress door, Arrival arrival, HttpServletRequest request) {
        return page(
                HttpStatus.OK,
                "c-done.jte",
                request,
                Map.of(
                        "door",
                        door.path(),
                        "it",
                        arrival,
                        "signedIn",
                        request.getUserPrincipal() != null));
    }

    private ResponseEntity<String> notScanned(DoorAddress door, HttpServletRequest request) {
        return request.getParameter("undone") == null
                ? refused(door, Refusal.NOT_SCANNED, "", request)
                : page(HttpStatus.OK, "c-undone.jte", request, Map.of());
    }

    private ResponseEntity<String> refused(
            DoorAddress door, Refusal reason, String opensAt, HttpServletRequest request) {
        return page(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "c-refused.jte",
                request,
                Map.of("door", door.path(), "reason", reason, "opensAt", opensAt));
    }

    private static boolean isPhone(HttpServletRequest request) {
        return phone(request) != null && request.getUserPrincipal() == null;
    }

    private static @Nullable String phone(HttpServletRequest request) {
        if (request.getCookies() != null) {
            for (var cookie : request.getCookies()) {
                if (cookie.getName().equals(CheckInPages.PHONE)) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }

    private ResponseEntity<String> page(
            HttpStatus status,
            String template,
            HttpServletRequest request,
            Map<String, Object> values) {
        return ResponseEntity.status(status)
                .header("Content-Security-Policy", Pages.POLICY_WITH_OWN_SCRIPT)
                .body(pages.render(template, request, values));
    }
}
