package school.tandem.adoption.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import school.tandem.adoption.Asked;
import school.tandem.adoption.FamilyAnswer;
import school.tandem.adoption.SurveyAnswers;
import school.tandem.security.DistrictId;
import school.tandem.ui.Pages;
import school.tandem.ui.Texts;

/**
 * What a family's link opens: two questions, in the browser's language or the other one. Keeps no
 * cookie and begins no session. What was answered is not shown again, since a slip may be lost.
 */
@RestController
class SurveyPages {

    static final String PATH = "/h/{district}/{secret}";

    private final SurveyAnswers answers;
    private final Pages pages;

    SurveyPages(SurveyAnswers answers, Pages pages) {
        this.answers = answers;
        this.pages = pages;
    }

    /** The questions; after they were answered ({@code ?thanks}), what the answer is for. */
    @GetMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> show(
            @PathVariable String district,
            @PathVariable String secret,
            HttpServletRequest request) {
        Optional<Asked> asked = answers.find(district(district), secret);
        if (asked.isEmpty()) {
            return ended(request);
        }
        boolean thanks = request.getParameter("thanks") != null && asked.get().answered();
        Map<String, Object> values = new HashMap<>();
        values.put("asked", asked.get());
        values.put("here", here(district, secret));
        if (!thanks) {
            values.put("device", "");
            values.put("connection", "");
            values.put("bad", false);
        }
        return page(HttpStatus.OK, thanks ? "h-thanks.jte" : "h-questions.jte", values, request);
    }

    /** Keeps the answers; a question that none of its answers was chosen for is asked again. */
    @PostMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> answer(
            @PathVariable String district,
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String device,
            @RequestParam(defaultValue = "") String connection,
            HttpServletRequest request) {
        Optional<FamilyAnswer> first = FamilyAnswer.ofCode(device);
        Optional<FamilyAnswer> second = FamilyAnswer.ofCode(connection);
        DistrictId id = district(district);
        if (first.isEmpty() || second.isEmpty()) {
            return answers.find(id, secret)
                    .map(asked ->
                            page(
                                    HttpStatus.UNPROCESSABLE_CONTENT,
                                    "h-questions.jte",
                                    Map.of(
                                            "asked", asked,
                                            "here", here(district, secret),
                                            "device", device,
                                            "connection", connection,
                                            "bad", true),
                                    request))
                    .orElseGet(() -> ended(request));
        }
        return answers.answer(id, secret, first.get(), second.get())
                .map(kept -> thank(district, secret, request))
                .orElseGet(() -> ended(request));
    }

    private static ResponseEntity<String> thank(
            String district, String secret, HttpServletRequest request) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(
                        URI.create(
                                "%s%s?thanks&lang=%s"
                                        .formatted(
                                                request.getContextPath(),
                                                here(district, secret),
                                                texts(request).locale().getLanguage())))
                .build();
    }

    /** One sentence, whatever is wrong with the link. */
    private ResponseEntity<String> ended(HttpServletRequest request) {
        return page(HttpStatus.GONE, "h-ended.jte", Map.of(), request);
    }

    private ResponseEntity<String> page(
            HttpStatus status,
            String template,
            Map<String, Object> values,
            HttpServletRequest request) {
        Texts texts = texts(request);
        Map<String, Object> all = new HashMap<>(values);
        all.put("other", texts.locale().getLanguage().equals("es") ? "en" : "es");
        return ResponseEntity.status(status)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex, nofollow")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .body(pages.render(template, texts, request, all));
    }

    /** The language that was switched to, else the browser's. */
    private static Texts texts(HttpServletRequest request) {
        String chosen = String.valueOf(request.getParameter("lang"));
        return Texts.LANGUAGES.stream()
                .filter(language -> language.getLanguage().equals(chosen))
                .findFirst()
                .map(Texts::of)
                .orElseGet(Texts::here);
    }

    private static String here(String district, String secret) {
        return "/h/%s/%s"
                .formatted(district.replaceAll("\\D", ""), secret.replaceAll("[^0-9A-Za-z-]", ""));
    }

    /** What no district can be called is none. */
    private static DistrictId district(String number) {
        return new DistrictId(number.matches("\\d{1,18}") ? Long.parseLong(number) : 0);
    }
}
