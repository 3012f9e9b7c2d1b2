package school.tandem.ui.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.header.HeaderWriter;

/**
 * The content policy of everything that is no Vaadin screen: no script at all. {@link ScriptNonces}
 * sets a wider one on the screens' own page before this is asked.
 */
class ContentPolicy implements HeaderWriter {

    static final String HEADER = "Content-Security-Policy";

    private static final String STRICT =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** A worker asks us for what its page asks for, by the policy of its own file. */
    private static final String WORKER = "default-src 'none'; connect-src 'self'";

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        if (!response.containsHeader(HEADER)) {
            boolean worker = request.getRequestURI().endsWith("-worker.js");
            response.setHeader(HEADER, worker ? WORKER : STRICT);
        }
    }
}
