package school.tandem.adoption.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.stream.Stream;
import school.tandem.adoption.Measure;
import school.tandem.ui.Texts;

/** How the figures of a panel are counted, beside them. */
final class How {

    private How() {}

    /** A text of the panel's own, then each measure's. */
    static Component of(String key, List<Measure> measures) {
        Texts texts = Texts.here();
        Stream<String> ofMeasures =
                measures.stream()
                        .map(measure ->
                                texts.get(
                                        "adoption.how.one",
                                        "measure",
                                        texts.get("adoption.measure." + measure.code()),
                                        "how",
                                        texts.get("adoption.how.measure." + measure.code())));
        Div content = new Div();
        content.addClassName("quiet");
        Stream.concat(Stream.of(texts.get(key)), ofMeasures)
                .forEach(text -> content.add(new Paragraph(text)));
        return new NativeDetails(texts.get("adoption.how"), content);
    }
}
