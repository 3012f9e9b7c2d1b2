package school.tandem.training.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.spring.annotation.SpringComponent;
import school.tandem.training.Reach;
import school.tandem.training.Reminders;
import school.tandem.training.Reminders.Outlook;
import school.tandem.training.Reminders.Sent;
import school.tandem.ui.Actions;
import school.tandem.ui.Copyable;
import school.tandem.ui.Notices;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** Reminds whoever misses something by e-mail; without a mail server, gives their addresses. */
@SpringComponent
class RemindPanel {

    private final Reminders reminders;

    RemindPanel(Reminders reminders) {
        this.reminders = reminders;
    }

    Component build(Place place, Runnable reload) {
        Texts texts = Texts.here();
        Outlook outlook = reminders.outlook(place.key());
        Div panel = new Div();
        panel.addClassName("remind");
        panel.add(new Paragraph(said(outlook)));
        if (outlook.reach() == Reach.SENDS && outlook.people() > 0) {
            Div actions =
                    new Div(
                            Actions.primary(
                                    texts.get("training.remind", "people", outlook.people()),
                                    () -> remind(place, reload)));
            actions.addClassName("actions");
            panel.add(actions);
        } else if (outlook.reach() == Reach.NO_SERVER && !outlook.addresses().isEmpty()) {
            panel.add(
                    new Copyable(
                            texts.get("training.remind.addresses"),
                            String.join(", ", outlook.addresses())));
        }
        return panel;
    }

    private static String said(Outlook outlook) {
        Texts texts = Texts.here();
        return texts.get(
                "training.remind." + outlook.reach().code(),
                "people",
                outlook.people(),
                "reminded",
                outlook.reminded(),
                "unreachable",
                outlook.unreachable());
    }

    private void remind(Place place, Runnable reload) {
        Sent sent = reminders.remind(place.key());
        reload.run();
        Notices.done(
                Texts.here().get("training.reminded", "people", sent.people()),
                () -> {
                    reminders.takeBack(place.key(), sent);
                    reload.run();
                });
    }
}
