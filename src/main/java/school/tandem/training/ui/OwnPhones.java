package school.tandem.training.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import school.tandem.training.KnownPhone;
import school.tandem.training.Phones;
import school.tandem.ui.Notices;
import school.tandem.ui.Panel;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/**
 * The phones that check in whoever looks, to be forgotten by themselves; nothing where none does.
 */
@SpringComponent
class OwnPhones {

    private final Phones phones;

    OwnPhones(Phones phones) {
        this.phones = phones;
    }

    Component build(Place place, Runnable again) {
        List<KnownPhone> own = phones.own(place.key());
        if (own.isEmpty()) {
            return new Div();
        }
        Texts texts = Texts.here();
        Paragraph below = new Paragraph(texts.get("training.phones.own.below"));
        below.addClassName("quiet");
        return new Panel(
                texts.get("training.phones.own"),
                below,
                PhonesTable.of(own, one -> forget(place, one, again)));
    }

    private void forget(Place place, KnownPhone one, Runnable again) {
        phones.forgetOwn(place.key(), one.id());
        again.run();
        Notices.done(Texts.here().get("training.phones.forgotten", "name", one.name()));
    }
}
