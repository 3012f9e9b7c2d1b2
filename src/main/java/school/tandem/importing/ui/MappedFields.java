package school.tandem.importing.ui;

import com.vaadin.flow.component.Component;
import school.tandem.importing.MappedRequest;
import school.tandem.importing.reading.Refused;

/** The part of the panel that says what the columns of a table mean. */
interface MappedFields {

    Component build();

    /**
     * What was said, to be looked at first.
     *
     * @throws Refused where the table can't be read so
     */
    MappedRequest request();
}
