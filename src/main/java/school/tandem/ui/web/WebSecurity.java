package school.tandem.ui.web;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Which address needs a sign-in, and the headers that every answer carries. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class WebSecurity {

    /** What can be opened without signing in. */
    static final String[] OPEN = {
        "/sign-in",
        "/set-up/*",
        "/join/*",
        "/plain.css",
        "/tandem.css",
        "/favicon.svg",
        "/fonts/*",
        "/aura/**",
        "/error"
    };

    @Bean
    SecurityFilterChain web(HttpSecurity http, SignInLimit limit) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(OPEN).permitAll())
                .with(VaadinSecurityConfigurer.vaadin(), vaadin -> vaadin.loginView("/sign-in"))
                .addFilterBefore(limit, UsernamePasswordAuthenticationFilter.class)
                .headers(headers ->
                        headers.addHeaderWriter(new ContentPolicy())
                                .referrerPolicy(r -> r.policy(ReferrerPolicy.SAME_ORIGIN))
                                .permissionsPolicyHeader(
                                        p -> p.policy("camera=(), microphone=(), geolocation=()")))
                .build();
    }
}
