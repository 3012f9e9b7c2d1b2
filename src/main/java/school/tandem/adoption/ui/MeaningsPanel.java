package school.tandem.adoption.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import school.tandem.adoption.intake.CategoryMeanings;
import school.tandem.adoption.intake.CategoryMeanings.Category;
import school.tandem.adoption.intake.CategoryMeanings.Kind;
import school.tandem.security.DistrictId;
import school.tandem.ui.Choice;
import school.tandem.ui.DataTable;
import school.tandem.ui.Notices;
import school.tandem.ui.Panel;
import school.tandem.ui.Texts;

/** What the categories of imported work count as, to be put right by who knows them. */
@SpringComponent
class MeaningsPanel {

    private final CategoryMeanings meanings;

    MeaningsPanel(CategoryMeanings meanings) {
        this.meanings = meanings;
    }

    /** Closed at first: all work is counted only for who opens it. */
    Component build(DistrictId district, Runnable reload) {
        if (!meanings.areThere(district)) {
            return new Div();
        }
        Texts texts = Texts.here();
        NativeDetails details = new NativeDetails(texts.get("adoption.meaning.show"));
        details.addToggleListener(toggled -> {
            if (details.isOpen() && details.getContent() == null) {
                details.setContent(
                        new Div(
                                new Paragraph(texts.get("adoption.meaning.below")),
                                table(district, reload)));
            }
        });
        return new Panel(texts.get("adoption.meaning"), details);
    }

    private DataTable table(DistrictId district, Runnable reload) {
        Texts texts = Texts.here();
        DataTable table =
                new DataTable(
                        texts.get("adoption.meaning"),
                        List.of(
                                texts.get("adoption.meaning.category"),
                                texts.get("adoption.meaning.work"),
                                texts.get("adoption.meaning.kind")));
        for (Category one : meanings.of(district)) {
            table.row(
                    DataTable.text(one.title()),
                    DataTable.text(texts.number(one.work())),
                    new Choice<>(
                            texts.get("adoption.meaning.of", "title", one.title()),
                            List.of(Kind.values()),
                            MeaningsPanel::name,
                            one.kind(),
                            kind -> say(district, one, kind, reload)));
        }
        return table;
    }

    private void say(DistrictId district, Category category, Kind kind, Runnable reload) {
        meanings.say(district, category.title(), kind);
        reload.run();
        Notices.done(
                Texts.here()
                        .get(
                                "adoption.meaning.said",
                                "title",
                                category.title(),
                                "kind",
                                name(kind)),
                () -> {
                    meanings.say(district, category.title(), category.kind());
                    reload.run();
                });
    }

    private static String name(Kind kind) {
        return Texts.here().get("adoption.meaning.kind." + kind.code());
    }
}
