package school.tandem.ui;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Renders the plain pages: templates compiled at build time, no session of Vaadin's. */
@Component
public class Pages {

    /**
     * The content policy of a plain page that may run a script of ours, from a file, and let it ask
     * us; to be set as {@code Content-Security-Policy}.
     */
    public static final String POLICY_WITH_OWN_SCRIPT =
            "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self';"
                    + " img-src 'self' data:; font-src 'self'; form-action 'self';"
                    + " base-uri 'none'; frame-ancestors 'none'";

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    /** A page of this template, with {@code texts} and {@code csrf} besides what is given. */
    public String render(String template, HttpServletRequest request, Map<String, Object> values) {
        return render(template, Texts.here(), request, values);
    }

    /** The same in a language that was chosen. */
    public String render(
            String template, Texts texts, HttpServletRequest request, Map<String, Object> values) {
        Map<String, Object> model = new HashMap<>(values);
        model.put("texts", texts);
        model.put("csrf", request.getAttribute("_csrf") instanceof CsrfToken csrf ? csrf : null);
        var output = new StringOutput();
        engine.render(template, model, output);
        return output.toString();
    }
}
