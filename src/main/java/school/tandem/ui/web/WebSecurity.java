package school.tandem.ui.web;

import com.vaadin.flow.spring.security.RequestUtil;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer.AuthorizedUrl;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import school.tandem.security.Access;
import school.tandem.ui.KeptNames;

/** Which address needs a sign-in, and the headers that every answer carries. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class WebSecurity {

    /** What can be opened without signing in. */
    static final String[] OPEN = {
        "/sign-in",
        "/set-up/*",
        "/join/*",
        "/calendar/*",
        "/plain.css",
        "/c",
        "/c/**",
        "/h/*/*",
        "/check-in.js",
        "/room-list.js",
        "/room-list-worker.js",
        "/tandem.css",
        "/favicon.svg",
        "/fonts/*",
        "/aura/**",
        "/error"
    };

    /** Where somebody who checks in goes to sign in first, and comes back from. */
    static final String SIGN_IN_AT_A_DOOR = "/c/*/*/sign-in";

    @Bean
    SecurityFilterChain web(HttpSecurity http, SignInLimit limit, RequestUtil flow, Access access)
            throws Exception {
        return http.authorizeHttpRequests(requests ->
                        requests.requestMatchers(SIGN_IN_AT_A_DOOR)
                                .authenticated()
                                .requestMatchers(OPEN)
                                .permitAll())
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin ->
                                vaadin.loginView("/sign-in")
                                        .enableCsrfConfiguration(false)
                                        // What is nowhere is told so by a screen, with a 404.
                                        .anyRequest(AuthorizedUrl::authenticated))
                // Flow has a secret of its own; the sign-in form, which it would leave out, has
                // ours.
                // Checking in needs no session to keep one in: its cookies are not sent from other
                // sites, and what it sends must have been scanned. A family's link keeps nothing in
                // the browser at all, and what is sent there holds the link's secret.
                .csrf(csrf ->
                        csrf.ignoringRequestMatchers(flow::isFrameworkInternalRequest)
                                .ignoringRequestMatchers("/c", "/c/**", "/h/*/*"))
                .exceptionHandling(WebSecurity::sayThatTheSignInPageWasOpenTooLong)
                .logout(out ->
                        out.addLogoutHandler(
                                (request, response, who) -> KeptNames.forget(request, response)))
                .addFilterBefore(limit, UsernamePasswordAuthenticationFilter.class)
                .headers(headers ->
                        headers.addHeaderWriter(new ContentPolicy())
                                .addHeaderWriter((request, response) ->
                                        KeptNames.forgetUnlessFor(
                                                access::whoOrNobody, request, response))
                                .referrerPolicy(r -> r.policy(ReferrerPolicy.SAME_ORIGIN))
                                .permissionsPolicyHeader(
                                        p -> p.policy("camera=(), microphone=(), geolocation=()")))
                .build();
    }

    private static void sayThatTheSignInPageWasOpenTooLong(
            ExceptionHandlingConfigurer<HttpSecurity> mistakes) {
        mistakes.defaultAccessDeniedHandlerFor(
                        (request, response, denied) ->
                                response.sendRedirect(request.getContextPath() + "/sign-in?again"),
                        PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/sign-in"))
                .defaultAccessDeniedHandlerFor(
                        new AccessDeniedHandlerImpl(), AnyRequestMatcher.INSTANCE);
    }
}
