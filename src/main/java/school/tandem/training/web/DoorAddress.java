package school.tandem.training.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.ResponseCookie;
import school.tandem.security.DistrictId;
import school.tandem.training.SessionId;

/** A session's door as addresses name it; cookies that belong to it are sent there alone. */
record DoorAddress(DistrictId district, SessionId session) {

    private static final Duration SCAN_KEPT = Duration.ofHours(1);

    /** Browsers keep no cookie longer. */
    private static final Duration PHONE_KEPT = Duration.ofDays(400);

    /** What no session can be called leads to none. */
    static DoorAddress of(String district, String session) {
        return new DoorAddress(new DistrictId(number(district)), new SessionId(number(session)));
    }

    String path() {
        return "/c/%s/%s".formatted(district, session);
    }

    /** Keeps what was scanned at this session. */
    ResponseCookie scan(String scan, HttpServletRequest request) {
        return cookie(CheckInPages.SCAN, scan, path(), request).maxAge(SCAN_KEPT).build();
    }

    /** Keeps, in the whole district, whose phone it is. */
    ResponseCookie phone(String token, HttpServletRequest request) {
        return cookie(CheckInPages.PHONE, token, "/c/" + district, request)
                .maxAge(PHONE_KEPT)
                .build();
    }

    /** Lets the phone forget whose it is. */
    ResponseCookie noPhone(HttpServletRequest request) {
        return cookie(CheckInPages.PHONE, "", "/c/" + district, request).maxAge(0).build();
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(
            String name, String value, String path, HttpServletRequest request) {
        return ResponseCookie.from(name, value)
                .path(request.getContextPath() + path)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax");
    }

    private static long number(String id) {
        return id.matches("\\d{1,18}") ? Long.parseLong(id) : 0;
    }
}
