package school.tandem.roster.ui;

import com.vaadin.flow.component.grid.Grid;
import school.tandem.ui.Texts;

/** How a grid fits its rows and its window. */
final class GridLook {

    private static final int SHORT = 12;

    private GridLook() {}

    /** Short lists are as high as their rows; long ones scroll, and ask the database as they do. */
    static void fit(Grid<?> grid, int rows) {
        grid.addClassName("people-grid");
        grid.setClassName("long", rows > SHORT);
        grid.setAllRowsVisible(rows <= SHORT);
        grid.setEmptyStateText(Texts.here().get("roster.nothingFound"));
    }

    /** On a phone only the first column is left: it has to say, and offer, everything. */
    static void foldOnPhone(Grid<?> grid) {
        grid.getElement()
                .executeJs(
                        """
                        const phone = matchMedia('(max-width: 760px)');
                        const fold = () => [...this.querySelectorAll('vaadin-grid-column')]
                            .slice(1).forEach(column => column.hidden = phone.matches);
                        fold();
                        phone.addEventListener('change', fold);
                        """);
    }
}
