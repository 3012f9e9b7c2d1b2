package school.tandem.roster.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.springframework.core.annotation.Order;
import school.tandem.roster.ClassSummary;
import school.tandem.roster.Classes;
import school.tandem.roster.Departments;
import school.tandem.security.Access;
import school.tandem.security.Permission;
import school.tandem.ui.Actions;
import school.tandem.ui.Empty;
import school.tandem.ui.FormDialog;
import school.tandem.ui.Panel;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** The classes, page by page, with their teachers and how many are in them today. */
@SpringComponent
@Order(2)
class ClassesSection implements PeopleSection {

    private static final String ACTION =
            """
            <button type="button" class="button in-row" aria-label="${item.who}" @click="${change}">${item.change}</button>
            """;

    private final Classes classes;
    private final Departments departments;
    private final Access access;

    ClassesSection(Classes classes, Departments departments, Access access) {
        this.classes = classes;
        this.departments = departments;
        this.access = access;
    }

    @Override
    public String name() {
        return "classes";
    }

    @Override
    public boolean isShown(Place place) {
        return access.may(place.key(), Permission.SEE_STAFF);
    }

    @Override
    public Component build(Place place, Location location, Consumer<Location> reload) {
        Texts texts = Texts.here();
        int all = classes.count(place.key(), "");
        if (all == 0) {
            return access.may(place.key(), Permission.IMPORT)
                    ? new Empty(
                            texts.get("roster.classes.empty"),
                            Actions.primaryLink(
                                    texts.get("roster.bringFile"), place.link("imports")))
                    : new Empty(texts.get("roster.classes.empty"));
        }
        var text = new AtomicReference<>(PeopleSection.parameter(location, "q"));
        Grid<ClassSummary> grid = grid(place, text);
        GridLook.fit(grid, all);
        Div actions = new Div(search(place, text, grid));
        actions.addClassName("actions");
        return new Panel(texts.get("roster.section.classes"), actions, grid);
    }

    private Grid<ClassSummary> grid(Place place, AtomicReference<String> text) {
        Texts texts = Texts.here();
        boolean counts = access.may(place.key(), Permission.IMPORT);
        boolean changes = access.may(place.key(), Permission.EDIT_ROSTER);
        Grid<ClassSummary> grid = new Grid<>();
        grid.setPageSize(50);
        grid.addColumn(title(texts, place, grid, counts, changes))
                .setHeader(texts.get("roster.class"))
                .setWidth("12rem")
                .setFlexGrow(2);
        grid.addColumn(one -> String.join(", ", one.teachers()))
                .setHeader(texts.get("roster.classes.teachers"))
                .setWidth("11rem")
                .setFlexGrow(2);
        if (counts) {
            grid.addColumn(one -> shown(texts, one))
                    .setHeader(texts.get("roster.classes.students"))
                    .setWidth("9rem")
                    .setFlexGrow(0);
        }
        if (changes) {
            grid.addColumn(withAction(ACTION, place, grid))
                    .setHeader(texts.get("roster.actions"))
                    .setWidth("9rem")
                    .setFlexGrow(0);
        }
        GridLook.foldOnPhone(grid);
        grid.setItems(
                query ->
                        classes
                                .page(place.key(), text.get(), query.getOffset(), query.getLimit())
                                .stream(),
                query -> classes.count(place.key(), text.get()));
        return grid;
    }

    /** Says all of a row where there is room for no other column. */
    private LitRenderer<ClassSummary> title(
            Texts texts, Place place, Grid<ClassSummary> grid, boolean counts, boolean changes) {
        return withAction(
                        """
                        <div class="two-lines"><b>${item.title}</b><span>${item.department}</span></div>
                        <div class="on-phone"><span>${item.teachers}</span><span>${item.students}</span>
                        """
                                + (changes ? ACTION : "")
                                + "</div>",
                        place,
                        grid)
                .withProperty("title", ClassSummary::title)
                .withProperty("department", one -> Objects.requireNonNullElse(one.department(), ""))
                .withProperty("teachers", one -> String.join(", ", one.teachers()))
                .withProperty("students", one -> counts ? shown(texts, one) : "");
    }

    private LitRenderer<ClassSummary> withAction(
            String template, Place place, Grid<ClassSummary> grid) {
        Texts texts = Texts.here();
        return LitRenderer.<ClassSummary>of(template)
                .withProperty("change", one -> texts.get("roster.department"))
                .withProperty(
                        "who", one -> texts.get("roster.classes.department", "title", one.title()))
                .withFunction("change", one -> change(place, one, grid));
    }

    private void change(Place place, ClassSummary one, Grid<ClassSummary> grid) {
        Texts texts = Texts.here();
        var department = new DepartmentField(departments.of(place.key()), one.department());
        FormDialog dialog =
                new FormDialog(
                        texts.get("roster.classes.department", "title", one.title()),
                        texts.get("roster.save"),
                        () -> {
                            classes.setDepartment(place.key(), one.id(), department.getValue());
                            grid.getDataProvider().refreshAll();
                        });
        dialog.field("name", department);
        dialog.open();
    }

    private static TextField search(
            Place place, AtomicReference<String> text, Grid<ClassSummary> grid) {
        TextField search = new TextField();
        search.setPlaceholder(Texts.here().get("roster.classes.search"));
        search.setAriaLabel(Texts.here().get("roster.classes.search"));
        search.setClearButtonVisible(true);
        search.setValue(text.get());
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(typed -> {
            text.set(typed.getValue());
            grid.getDataProvider().refreshAll();
            UI.getCurrent()
                    .getPage()
                    .getHistory()
                    .replaceState(
                            null,
                            place.link(
                                    PeopleView.ROUTE,
                                    PeopleView.SHOW,
                                    "classes",
                                    "q",
                                    typed.getValue()));
        });
        return search;
    }

    private static String shown(Texts texts, ClassSummary one) {
        Integer students = one.students();
        return students == null ? "" : texts.number(students);
    }
}
