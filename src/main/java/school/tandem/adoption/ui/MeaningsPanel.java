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
                                table(district, meanings.of(district), reload)));
            }
        });
        return new Panel(texts.get("adoption.meaning"), details);
    }

    private Component table(DistrictId district, List<Category> categories, Runnable reload) {
        Texts texts = Texts.here();
        Files files = files(categories);
        DataTable table = new DataTable(files.caption(), files.columns());
        for (Category one : categories) {
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
        return new Div(table, files.links());
    }

    static Files files(List<Category> categories) {
        Texts texts = Texts.here();
        return new Files(
                "work-categories",
                texts.get("adoption.meaning"),
                List.of(
                        texts.get("adoption.meaning.category"),
                        texts.get("adoption.meaning.work"),
                        texts.get("adoption.meaning.kind")),
                categories.stream()
                        .map(one ->
                                List.of(one.title(), texts.number(one.work()), name(one.kind())))
                        .toList());
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
