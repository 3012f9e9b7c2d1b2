package school.tandem.ui;

import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;
import school.tandem.security.AccessDenied;
import school.tandem.security.BadInput;
import school.tandem.security.NotHere;

/** What becomes of an exception that a click ends in: a sentence, never a silent nothing. */
@Component
class Mistakes implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource()
                .addSessionInitListener(init -> init.getSession().setErrorHandler(Mistakes::say));
    }

    private static void say(ErrorEvent error) {
        Texts texts = Texts.here();
        String sentence =
                switch (error.getThrowable()) {
                    case BadInput bad -> texts.get(bad.textKey());
                    case NotHere gone -> texts.get("ui.trouble.nowhere");
                    case AccessDenied denied -> texts.get("ui.trouble.denied");
                    default ->
                            texts.get("ui.trouble.bug")
                                    + " "
                                    + texts.get(
                                            "ui.trouble.bug.below",
                                            "reference",
                                            Trouble.logged(error.getThrowable()));
                };
        error.getComponent()
                .flatMap(com.vaadin.flow.component.Component::getUI)
                .ifPresentOrElse(
                        ui -> ui.accessSynchronously(() -> Notices.problem(sentence)), () -> {});
    }
}
