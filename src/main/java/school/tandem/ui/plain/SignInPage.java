package school.tandem.ui.plain;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import school.tandem.security.Accounts;
import school.tandem.ui.Pages;

/** The page to sign in on. Spring Security answers its form. */
@RestController
class SignInPage {

    /** What Spring Security calls differently from us. */
    private static final Map<String, String> PARAMETERS = Map.of("wrong", "error", "out", "logout");

    private final Pages pages;
    private final Accounts accounts;

    SignInPage(Pages pages, Accounts accounts) {
        this.pages = pages;
        this.accounts = accounts;
    }

    @GetMapping(path = "/sign-in", produces = MediaType.TEXT_HTML_VALUE)
    String show(HttpServletRequest request) {
        String said = accounts.exist() ? said(request) : "ui.signIn.nobody";
        return pages.render("sign-in.jte", request, Map.of("said", said));
    }

    private static String said(HttpServletRequest request) {
        return Stream.of("wrong", "slow", "again", "out")
                .filter(word -> request.getParameter(PARAMETERS.getOrDefault(word, word)) != null)
                .findFirst()
                .map("ui.signIn."::concat)
                .orElse("");
    }
}
