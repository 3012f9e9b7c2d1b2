package school.tandem.adoption.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import school.tandem.adoption.PersonBehind;
import school.tandem.ui.TableExport;
import school.tandem.ui.Texts;

/** People by name, with their grade or department. */
class PeopleGrid extends Grid<PersonBehind> {

    /** As many rows as are shown without scrolling. */
    private static final int SHORT = 12;

    private final transient Texts texts = Texts.here();

    PeopleGrid(List<PersonBehind> people) {
        addColumn(
                        LitRenderer.<PersonBehind>of(
                                        """
                                        <div class="two-lines"><b>${item.name}</b><span>${item.where}</span></div>
                                        """)
                                .withProperty("name", PersonBehind::name)
                                .withProperty("where", this::where))
                .setHeader(texts.get("adoption.people.name"));
        setItems(people);
        addClassName("people-grid");
        setClassName("long", people.size() > SHORT);
        setAllRowsVisible(people.size() <= SHORT);
    }

    void addAction(String name, Consumer<PersonBehind> action) {
        addColumn(
                        LitRenderer.<PersonBehind>of(
                                        """
                                        <button type="button" class="button in-row" aria-label="${item.action + ': ' + item.name}" @click="${act}">${item.action}</button>
                                        """)
                                .withProperty("action", one -> name)
                                .withProperty("name", PersonBehind::name)
                                .withFunction("act", action::accept))
                .setHeader(texts.get("adoption.people.actions"))
                .setWidth("10rem")
                .setFlexGrow(0);
    }

    /**
     * The same as a file.
     *
     * @param again reads them anew for it, which is recorded as any reading is
     */
    TableExport export(Supplier<List<PersonBehind>> again) {
        return new TableExport(
                "adoption-people",
                List.of(texts.get("adoption.people.name"), texts.get("adoption.people.where")),
                taker -> again.get().forEach(one -> taker.accept(List.of(one.name(), where(one)))));
    }

    private String where(PersonBehind one) {
        String grade = one.grade();
        return grade == null
                ? Objects.requireNonNullElse(one.department(), "")
                : texts.get("adoption.people.grade", "grade", grade);
    }
}
