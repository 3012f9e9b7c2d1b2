package school.tandem.importing.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.shared.Registration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import school.tandem.importing.RunningImports.Running;
import school.tandem.ui.Actions;
import school.tandem.ui.Headline;
import school.tandem.ui.Texts;

/** How far an import is, asked for twice a second, with a way to stop it. */
class ProgressPanel extends Composite<Div> {

    private static final int ASK_EVERY_MS = 500;

    private final transient Running running;
    private final transient Runnable over;
    private final Element bar = new Element("progress");
    private transient @Nullable Registration asking;

    /**
     * @param over once it is over, whatever came of it
     */
    ProgressPanel(Running running, Runnable over) {
        this.running = running;
        this.over = over;
        Texts texts = Texts.here();
        bar.setAttribute("max", "1");
        bar.setAttribute("aria-label", texts.get("importing.progress"));
        Div actions =
                new Div(
                        Actions.secondary(
                                texts.get("importing.cancel"), running.progress()::cancel));
        actions.addClassName("actions");
        getContent()
                .add(
                        new Headline(
                                texts.get(
                                        running.isDryRun()
                                                ? "importing.looking"
                                                : "importing.running",
                                        "file",
                                        running.fileName()),
                                texts.get("importing.running.below")));
        getContent().addClassName("import-progress");
        getContent().getElement().appendChild(bar);
        getContent().add(actions);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().setPollInterval(ASK_EVERY_MS);
        asking = event.getUI().addPollListener(poll -> show());
        show();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        event.getUI().setPollInterval(-1);
        if (asking != null) {
            asking.remove();
        }
    }

    private void show() {
        bar.setAttribute("value", String.format(Locale.ROOT, "%.3f", running.progress().share()));
        if (running.isOver()) {
            over.run();
        }
    }
}
