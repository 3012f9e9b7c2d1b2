package school.tandem.roster.ui;

import com.vaadin.flow.component.grid.Grid;
import school.tandem.ui.Texts;

/** Short lists are as high as their rows; long ones scroll, and ask the database as they do. */
final class GridHeight {

    private static final int SHORT = 12;

    private GridHeight() {}

    static void fit(Grid<?> grid, int rows) {
        grid.addClassName("people-grid");
        grid.setClassName("long", rows > SHORT);
        grid.setAllRowsVisible(rows <= SHORT);
        grid.setEmptyStateText(Texts.here().get("roster.nothingFound"));
    }
}
