package school.tandem.ui;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import school.tandem.security.SignedIn;

/**
 * Whose names a browser keeps for places without a network. A browser in which somebody else signs
 * in, or its user signs out, is told to forget all that it keeps.
 */
public final class KeptNames {

    private static final String COOKIE = "tandem-keeps";
    private static final Duration LONGEST = Duration.ofDays(30);

    private KeptNames() {}

    /** Says that the browser of this account may keep the page that is answered. */
    public static void keepFor(
            SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        set(String.valueOf(who.account()), LONGEST, request, response);
    }

    /**
     * Lets the browser forget, if it keeps anything and not for whoever is signed in; as long as
     * nobody is, it keeps that.
     */
    public static void forgetUnlessFor(
            Supplier<@Nullable SignedIn> who,
            HttpServletRequest request,
            HttpServletResponse response) {
        String kept = kept(request);
        if (kept != null) {
            SignedIn now = who.get();
            if (now != null && !kept.equals(String.valueOf(now.account()))) {
                forget(request, response);
            }
        }
    }

    /** Lets the browser forget what it keeps. */
    public static void forget(HttpServletRequest request, HttpServletResponse response) {
        if (kept(request) != null) {
            response.setHeader("Clear-Site-Data", "\"storage\"");
            set("", Duration.ZERO, request, response);
        }
    }

    private static @Nullable String kept(HttpServletRequest request) {
        Cookie[] cookies = Objects.requireNonNullElse(request.getCookies(), new Cookie[0]);
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst()
                .orElse(null);
    }

    private static void set(
            String value,
            Duration longest,
            HttpServletRequest request,
            HttpServletResponse response) {
        ResponseCookie cookie =
                ResponseCookie.from(COOKIE, value)
                        .path(request.getContextPath() + "/")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(longest)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
