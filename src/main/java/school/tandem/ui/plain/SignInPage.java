package school.tandem.ui.plain;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import school.tandem.security.Accounts;

/** The page to sign in on. Spring Security answers its form. */
@RestController
class SignInPage {

    private final Pages pages;
    private final Accounts accounts;

    SignInPage(Pages pages, Accounts accounts) {
        this.pages = pages;
        this.accounts = accounts;
    }

    @GetMapping(path = "/sign-in", produces = MediaType.TEXT_HTML_VALUE)
    String show(HttpServletRequest request) {
        String said =
                request.getParameter("error") != null
                        ? "ui.signIn.wrong"
                        : request.getParameter("slow") != null
                                ? "ui.signIn.slow"
                                : request.getParameter("logout") != null
                                        ? "ui.signIn.out"
                                        : accounts.exist() ? "" : "ui.signIn.nobody";
        return pages.render("sign-in.jte", request, Map.of("said", said));
    }
}
