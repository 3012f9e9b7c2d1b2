package school.tandem.ui.plain;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import school.tandem.ui.Texts;

/** Renders the plain pages: templates compiled at build time, no script, no session of Vaadin's. */
@Component
class Pages {

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    /** A page of this template, with {@code texts} and {@code csrf} besides what is given. */
    String render(String template, HttpServletRequest request, Map<String, Object> values) {
        Map<String, Object> model = new HashMap<>(values);
        model.put("texts", Texts.here());
        model.put("csrf", request.getAttribute("_csrf") instanceof CsrfToken csrf ? csrf : null);
        var output = new StringOutput();
        engine.render(template, model, output);
        return output.toString();
    }
}
