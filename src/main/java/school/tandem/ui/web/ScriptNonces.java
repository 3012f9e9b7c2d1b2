package school.tandem.ui.web;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * Lets the screens' page run its own scripts and none that somebody smuggled in: each carries a
 * number used once. Flow still evaluates code that the server sends ({@code unsafe-eval}) and sets
 * styles on elements ({@code unsafe-inline} for styles only).
 */
@Component
class ScriptNonces implements VaadinServiceInitListener {

    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(ScriptNonces::guard);
    }

    private static void guard(IndexHtmlResponse page) {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        String nonce = Base64.getEncoder().encodeToString(bytes);
        page.getDocument().select("script").attr("nonce", nonce);
        page.getVaadinResponse()
                .setHeader(
                        ContentPolicy.HEADER,
                        "default-src 'self'; script-src 'self' 'unsafe-eval' 'nonce-"
                                + nonce
                                + "'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                                + " font-src 'self' data:; connect-src 'self'; form-action 'self';"
                                + " base-uri 'self'; object-src 'none'; frame-ancestors 'none'");
    }
}
