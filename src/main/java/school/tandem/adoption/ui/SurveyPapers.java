package school.tandem.adoption.ui;

import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.spring.annotation.SpringComponent;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import school.tandem.adoption.Surveys;
import school.tandem.ui.Pages;
import school.tandem.ui.TableExport;
import school.tandem.ui.Texts;

/** What is printed or sent for a survey: slips with a code each, the list of links, the form. */
@SpringComponent
class SurveyPapers {

    private static final List<Texts> LANGUAGES = Texts.LANGUAGES.stream().map(Texts::of).toList();

    private final Pages pages;

    SurveyPapers(Pages pages) {
        this.pages = pages;
    }

    /** A page to print, in all languages; nothing on it is of a student. */
    DownloadHandler form(String school) {
        return page("h-form.jte", Map.of("school", school));
    }

    /** A page to print and cut, with a slip for each link. */
    DownloadHandler slips(String school, List<Surveys.Link> links) {
        return page("h-slips.jte", Map.of("school", school, "base", base(), "links", links));
    }

    /** For mail merge; its words are the same in every language. */
    static TableExport list(List<Surveys.Link> links) {
        String base = base();
        return new TableExport(
                "survey-links",
                List.of("student_id", "name", "grade", "email", "link"),
                taker ->
                        links.forEach(link ->
                                taker.accept(
                                        List.of(
                                                link.studentId(),
                                                link.name(),
                                                link.grade(),
                                                link.email(),
                                                base + link.path()))));
    }

    private DownloadHandler page(String template, Map<String, Object> values) {
        Texts texts = Texts.here();
        Map<String, Object> all = new HashMap<>(values);
        all.put("languages", LANGUAGES);
        return event -> {
            HttpServletRequest request =
                    ((VaadinServletRequest) event.getRequest()).getHttpServletRequest();
            event.setContentType("text/html;charset=utf-8");
            event.getResponse().setHeader("Cache-Control", "no-store");
            event.getOutputStream()
                    .write(
                            pages.render(template, texts, request, all)
                                    .getBytes(StandardCharsets.UTF_8));
        };
    }

    private static String base() {
        return ServletUriComponentsBuilder.fromContextPath(
                        VaadinServletRequest.getCurrent().getHttpServletRequest())
                .build()
                .toUriString();
    }
}
