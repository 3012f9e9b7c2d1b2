package school.tandem.training.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import school.tandem.security.BadInput;
import school.tandem.training.Arrival;
import school.tandem.training.CheckIn;
import school.tandem.training.CheckInRefused;
import school.tandem.training.Phones;

/**
 * Checking in on one's own phone: scan, confirm once, read that it worked. What was scanned and
 * whose phone it is stand in two cookies; a session begins only where somebody signs in.
 */
@RestController
class CheckInPages {

    /** The cookie of what was scanned at a session, until its holder has confirmed. */
    static final String SCAN = "tandem-scan";

    /** The cookie of whose phone it is, once a trainer has confirmed that. */
    static final String PHONE = "tandem-phone";

    private static final Pattern TYPED =
            Pattern.compile("\\s*(\\d{1,18})\\W+(\\d{1,18})\\W+([0-9A-Za-z]{6})\\s*");

    private final CheckIn checkIn;
    private final Phones phones;
    private final DoorPages pages;

    CheckInPages(CheckIn checkIn, Phones phones, DoorPages pages) {
        this.checkIn = checkIn;
        this.phones = phones;
        this.pages = pages;
    }

    @GetMapping(path = "/c", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> askForCode(HttpServletRequest request) {
        return pages.code(request, HttpStatus.OK, "");
    }

    @PostMapping(path = "/c", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> typed(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request) {
        Matcher typed = TYPED.matcher(code);
        return typed.matches()
                ? pages.seeOther(
                        "/c/%s/%s/%s?typed"
                                .formatted(typed.group(1), typed.group(2), typed.group(3)),
                        request)
                : pages.code(request, HttpStatus.UNPROCESSABLE_CONTENT, code);
    }

    /** Where the code on the wall leads. */
    @GetMapping(path = "/c/{district}/{session}/{code}", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> scan(
            @PathVariable String district,
            @PathVariable String session,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String typed,
            @CookieValue(name = PHONE, required = false) @Nullable String phone,
            @CookieValue(name = SCAN, required = false) @Nullable String kept,
            HttpServletRequest request) {
        DoorAddress door = DoorAddress.of(district, session);
        try {
            CheckIn.Scanned scanned =
                    checkIn.scan(door.district(), door.session(), code, typed != null, phone);
            ResponseEntity<String> page = pages.standing(door, scanned.arrival(), request, null);
            return ResponseEntity.status(page.getStatusCode())
                    .headers(page.getHeaders())
                    .header(HttpHeaders.SET_COOKIE, door.scan(scanned.kept(), request).toString())
                    .body(page.getBody());
        } catch (CheckInRefused refused) {
            return pages.standing(door, arrivalIfAny(door, phone, kept), request, refused);
        }
    }

    /** How whoever opens it stands there. */
    @GetMapping(path = "/c/{district}/{session}", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> show(
            @PathVariable String district,
            @PathVariable String session,
            @CookieValue(name = PHONE, required = false) @Nullable String phone,
            @CookieValue(name = SCAN, required = false) @Nullable String kept,
            HttpServletRequest request) {
        DoorAddress door = DoorAddress.of(district, session);
        try {
            return pages.standing(door, arrival(door, phone, kept), request, null);
        } catch (CheckInRefused refused) {
            return pages.refused(door, refused, request);
        }
    }

    @PostMapping(path = "/c/{district}/{session}", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> confirm(
            @PathVariable String district,
            @PathVariable String session,
            @RequestParam(defaultValue = "") String scan,
            @RequestParam(defaultValue = "false") boolean add,
            @RequestParam(defaultValue = "false") boolean later,
            @CookieValue(name = PHONE, required = false) @Nullable String phone,
            HttpServletRequest request) {
        DoorAddress door = DoorAddress.of(district, session);
        try {
            checkIn.confirm(door.district(), door.session(), phone, scan, add, later);
            return pages.seeOther(door.path(), request);
        } catch (CheckInRefused refused) {
            return pages.refused(door, refused, request);
        }
    }

    @PostMapping(path = "/c/{district}/{session}/undo", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> undo(
            @PathVariable String district,
            @PathVariable String session,
            @CookieValue(name = PHONE, required = false) @Nullable String phone,
            HttpServletRequest request) {
        DoorAddress door = DoorAddress.of(district, session);
        try {
            checkIn.undo(door.district(), door.session(), phone);
            return pages.seeOther(door.path() + "?undone", request);
        } catch (CheckInRefused refused) {
            return pages.refused(door, refused, request);
        }
    }

    /** Whoever has no account says once who they are; a trainer confirms it. */
    @PostMapping(path = "/c/{district}/{session}/me", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> ask(
            @PathVariable String district,
            @PathVariable String session,
            @RequestParam(defaultValue = "") String email,
            @CookieValue(name = SCAN, required = false) @Nullable String kept,
            HttpServletRequest request) {
        DoorAddress door = DoorAddress.of(district, session);
        try {
            String token = phones.ask(door.district(), door.session(), kept, email);
            return pages.seeOther(door.path(), request, door.phone(token, request));
        } catch (BadInput bad) {
            return pages.who(door, email, bad.textKey(), request);
        } catch (CheckInRefused refused) {
            return pages.refused(door, refused, request);
        }
    }

    /** It is somebody else's phone, or was. */
    @PostMapping(path = "/c/{district}/{session}/forget", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> forget(
            @PathVariable String district,
            @PathVariable String session,
            @CookieValue(name = PHONE, defaultValue = "") String phone,
            HttpServletRequest request) {
        DoorAddress door = DoorAddress.of(district, session);
        phones.forget(door.district(), phone);
        return pages.seeOther(door.path(), request, door.noPhone(request));
    }

    /** Asks for a sign-in, which leads back here. */
    @GetMapping("/c/{district}/{session}/sign-in")
    ResponseEntity<String> signedIn(
            @PathVariable String district,
            @PathVariable String session,
            HttpServletRequest request) {
        return pages.seeOther(DoorAddress.of(district, session).path(), request);
    }

    private Arrival arrival(DoorAddress door, @Nullable String phone, @Nullable String kept) {
        return checkIn.arrival(door.district(), door.session(), phone, kept);
    }

    private @Nullable Arrival arrivalIfAny(
            DoorAddress door, @Nullable String phone, @Nullable String kept) {
        try {
            return arrival(door, phone, kept);
        } catch (CheckInRefused nowhere) {
            return null;
        }
    }
}
