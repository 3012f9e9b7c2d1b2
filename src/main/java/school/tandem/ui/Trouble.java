package school.tandem.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import jakarta.annotation.security.PermitAll;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import school.tandem.security.AccessDenied;
import school.tandem.security.NotHere;

/** What is shown instead of a screen that can't be. */
final class Trouble {

    private static final Logger LOG = LoggerFactory.getLogger(Trouble.class);

    private Trouble() {}

    /** Nothing is at this address, or nothing of theirs. */
    @PermitAll
    static class Nowhere extends Div implements HasErrorParameter<NotHere> {
        @Override
        public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotHere> parameter) {
            return say(this, "ui.trouble.nowhere", 404);
        }
    }

    /** No screen has this address. */
    @PermitAll
    static class NoScreen extends Div implements HasErrorParameter<NotFoundException> {
        @Override
        public int setErrorParameter(
                BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
            return say(this, "ui.trouble.nowhere", 404);
        }
    }

    /** Their role does not let them. */
    @PermitAll
    static class Denied extends Div implements HasErrorParameter<AccessDenied> {
        @Override
        public int setErrorParameter(
                BeforeEnterEvent event, ErrorParameter<AccessDenied> parameter) {
            return say(this, "ui.trouble.denied", 403);
        }
    }

    /** A mistake of ours: logged with a reference that the person can pass on. */
    @PermitAll
    static class Bug extends Div implements HasErrorParameter<Exception> {
        @Override
        public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
            String reference = logged(parameter.getException());
            Texts texts = Texts.here();
            add(
                    new Headline(
                            texts.get("ui.trouble.bug"),
                            texts.get("ui.trouble.bug.below", "reference", reference)));
            return 500;
        }
    }

    /** Logs a mistake of ours and gives the reference to find it by. */
    static String logged(Throwable mistake) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Reference {}", reference, mistake);
        return reference;
    }

    private static int say(Div screen, String key, int status) {
        Texts texts = Texts.here();
        screen.add(
                new Headline(texts.get(key), texts.get(key + ".below")),
                Actions.secondaryLink(texts.get("ui.home"), "/"));
        return status;
    }
}
