package school.tandem.ui.plain;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import school.tandem.security.Accounts;
import school.tandem.security.BadInput;
import school.tandem.security.LinkSpent;
import school.tandem.security.SetUp;
import school.tandem.ui.Pages;

/** The two pages where somebody chooses a first password: the set-up link and an invitation. */
@RestController
class FirstPasswordPages {

    private final Pages pages;
    private final Accounts accounts;
    private final SetUp setUp;

    FirstPasswordPages(Pages pages, Accounts accounts, SetUp setUp) {
        this.pages = pages;
        this.accounts = accounts;
        this.setUp = setUp;
    }

    @GetMapping(path = "/set-up/{token}", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> setUp(@PathVariable String token, HttpServletRequest request) {
        return setUp.isOpen(token)
                ? ResponseEntity.ok(form("set-up.jte", request, "", "", "", ""))
                : spent(request);
    }

    @PostMapping(path = "/set-up/{token}", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> setUp(
            @PathVariable String token,
            @RequestParam String name,
            @RequestParam String email,
            @RequestParam String password,
            HttpServletRequest request) {
        return answer(
                "set-up.jte",
                name,
                email,
                request,
                password,
                () -> {
                    accounts.setUp(token, name, email, password);
                    return email.strip().toLowerCase(java.util.Locale.ROOT);
                });
    }

    @GetMapping(path = "/join/{token}", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> join(@PathVariable String token, HttpServletRequest request) {
        return setUp.isInvitationOpen(token)
                ? ResponseEntity.ok(form("join.jte", request, "", "", "", ""))
                : spent(request);
    }

    @PostMapping(path = "/join/{token}", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> join(
            @PathVariable String token, @RequestParam String password, HttpServletRequest request) {
        return answer(
                "join.jte", "", "", request, password, () -> accounts.accept(token, password));
    }

    /** Does it, signs them in and goes on to the first screen; or shows the form again. */
    private ResponseEntity<String> answer(
            String template,
            String name,
            String email,
            HttpServletRequest request,
            String password,
            Supplier<String> work) {
        try {
            signIn(request, work.get(), password);
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .header("Location", request.getContextPath() + "/")
                    .build();
        } catch (BadInput bad) {
            return ResponseEntity.unprocessableContent()
                    .body(form(template, request, name, email, bad.field(), bad.textKey()));
        } catch (LinkSpent spent) {
            return spent(request);
        }
    }

    /**
     * Somebody who was invited a second time keeps their old password and signs in with it. The
     * session gets another name, since somebody else may have chosen the old one.
     */
    private static void signIn(HttpServletRequest request, String email, String password) {
        try {
            request.login(email, password);
            request.getSession();
            request.changeSessionId();
        } catch (ServletException notWithThisPassword) {
            request.getSession();
        }
    }

    private String form(
            String template,
            HttpServletRequest request,
            String name,
            String email,
            String badField,
            String badKey) {
        return pages.render(
                template,
                request,
                Map.of("name", name, "email", email, "badField", badField, "badKey", badKey));
    }

    private ResponseEntity<String> spent(HttpServletRequest request) {
        return ResponseEntity.status(HttpStatus.GONE)
                .body(pages.render("spent.jte", request, Map.of()));
    }
}
