package school.tandem.training.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import school.tandem.security.Access;
import school.tandem.security.Permission;
import school.tandem.training.CourseMatrix;
import school.tandem.training.CourseMatrix.Gap;
import school.tandem.training.CourseMatrix.Matrix;
import school.tandem.ui.Actions;
import school.tandem.ui.CurrentPlace;
import school.tandem.ui.DataTable;
import school.tandem.ui.Empty;
import school.tandem.ui.Headline;
import school.tandem.ui.Panel;
import school.tandem.ui.Place;
import school.tandem.ui.TableExport;
import school.tandem.ui.Texts;

/** Departments by courses; who misses what, for those who may know; the same as a file. */
@Route(MatrixView.ROUTE)
@PermitAll
class MatrixView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String ROUTE = "training/departments";

    private final transient CurrentPlace current;
    private final transient CourseMatrix matrix;
    private final transient RemindPanel remind;
    private final transient Access access;

    MatrixView(CurrentPlace current, CourseMatrix matrix, RemindPanel remind, Access access) {
        this.current = current;
        this.matrix = matrix;
        this.remind = remind;
        this.access = access;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        current.of(event).ifPresent(this::show);
    }

    @Override
    public String getPageTitle() {
        return Texts.here().get("training.matrix");
    }

    private void show(Place place) {
        Texts texts = Texts.here();
        removeAll();
        boolean names = access.may(place.key(), Permission.SEE_STAFF);
        Matrix all = matrix.of(place.key());
        List<Gap> gaps = names ? matrix.gaps(place.key()) : List.of();
        add(headline(all, gaps, names));
        Div actions =
                new Div(
                        Actions.secondaryLink(
                                texts.get("training.all"), place.link(TrainingView.ROUTE)));
        actions.addClassName("actions");
        add(actions);
        if (names) {
            TableExport file = CompletionsFile.of(matrix.lines(place.key()));
            actions.add(
                    new Anchor(file.csv(), texts.get("training.export.csv")),
                    new Anchor(file.xlsx(), texts.get("training.export.xlsx")));
        }
        add(
                all.departments().isEmpty()
                        ? new Empty(texts.get("training.matrix.none"))
                        : MatrixPanel.of(place, all));
        if (!gaps.isEmpty()) {
            Panel who = new Panel(texts.get("training.matrix.who"));
            if (access.may(place.key(), Permission.MANAGE_TRAINING)) {
                who.with(remind.build(place, () -> show(place)));
            }
            add(who.with(people(gaps)));
        }
    }

    private static Headline headline(Matrix all, List<Gap> gaps, boolean names) {
        Texts texts = Texts.here();
        return new Headline(
                names
                        ? texts.get("training.matrix.headline", "people", gaps.size())
                        : texts.get("training.matrix.headline.figures"),
                texts.get(
                        "training.matrix.below",
                        "courses",
                        all.courses().size(),
                        "departments",
                        all.departments().size()));
    }

    private static Component people(List<Gap> gaps) {
        Texts texts = Texts.here();
        DataTable table =
                new DataTable(
                        texts.get("training.matrix.who"),
                        List.of(
                                texts.get("training.name"),
                                texts.get("training.department"),
                                texts.get("training.missing")));
        gaps.forEach(gap ->
                table.row(
                        DataTable.text(gap.name()),
                        DataTable.text(gap.department() == null ? "" : gap.department()),
                        DataTable.text(String.join(", ", gap.courses()))));
        return table;
    }
}
