package school.tandem.ui.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Slows down who guesses passwords: ten tries in five minutes for an e-mail from one address, and a
 * hundred from that address for all e-mails, since a school shares one. Thirty for an e-mail in
 * all: where a request comes from can be many places, or made up.
 */
@Component
class SignInLimit extends OncePerRequestFilter {

    private static final Duration WHILE = Duration.ofMinutes(5);
    private static final int TRIES_FOR_AN_EMAIL = 10;
    private static final int TRIES_FOR_AN_EMAIL_FROM_ANYWHERE = 30;
    private static final int TRIES_FROM_AN_ADDRESS = 100;

    private final Cache<String, Bucket> buckets =
            Caffeine.newBuilder().expireAfterAccess(WHILE).maximumSize(100_000).build();

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isSignIn(request) && !mayTry(request)) {
            response.sendRedirect(request.getContextPath() + "/sign-in?slow");
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean isSignIn(HttpServletRequest request) {
        return request.getMethod().equals("POST") && request.getServletPath().equals("/sign-in");
    }

    private boolean mayTry(HttpServletRequest request) {
        String from = request.getRemoteAddr();
        String email =
                String.valueOf(request.getParameter("username")).strip().toLowerCase(Locale.ROOT);
        return tryOnce(from, TRIES_FROM_AN_ADDRESS)
                && tryOnce(from + " " + email, TRIES_FOR_AN_EMAIL)
                && tryOnce(email, TRIES_FOR_AN_EMAIL_FROM_ANYWHERE);
    }

    private boolean tryOnce(String who, int tries) {
        return buckets.get(
                        who,
                        key ->
                                Bucket.builder()
                                        .addLimit(limit ->
                                                limit.capacity(tries).refillGreedy(tries, WHILE))
                                        .build())
                .tryConsume(1);
    }

    /** Only in the security chain, not for every request once more. */
    @Component
    static class NotByItself {
        @Bean
        FilterRegistrationBean<SignInLimit> signInLimitRegistration(SignInLimit limit) {
            var registration = new FilterRegistrationBean<>(limit);
            registration.setEnabled(false);
            return registration;
        }
    }
}
