package school.tandem.adoption.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import school.tandem.ui.Headline;

/** A section of adoption: the sentence that opens it, and what stands below the tabs. */
interface AdoptionSection {

    AdoptionTabs.Tab tab();

    Headline headline(Looked looked);

    List<Component> build(Looked looked);
}
