package school.tandem.training.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.LocalDate;
import java.util.List;
import school.tandem.roster.Plan;
import school.tandem.roster.Plans;
import school.tandem.training.BeforeAndAfter;
import school.tandem.training.BeforeAndAfter.Side;
import school.tandem.training.BeforeAndAfter.Sides;
import school.tandem.ui.DataTable;
import school.tandem.ui.Panel;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** How much training took place before the decision, and how much after it. */
@SpringComponent
class SidesPanel {

    private final Plans plans;
    private final BeforeAndAfter sides;

    SidesPanel(Plans plans, BeforeAndAfter sides) {
        this.plans = plans;
        this.sides = sides;
    }

    /** Nothing, where no plan says when the decision falls. */
    List<Component> build(Place place) {
        Plan plan = plans.shownAt(place);
        LocalDate decision = plan == null ? null : plan.decisionOn();
        return decision == null ? List.of() : List.of(panel(place, decision));
    }

    private Component panel(Place place, LocalDate decision) {
        Texts texts = Texts.here();
        Sides both = sides.of(place.key(), decision);
        String heading = texts.get("training.sides");
        DataTable table =
                new DataTable(
                        heading,
                        List.of(
                                texts.get("training.when"),
                                texts.get("training.sessions"),
                                texts.get("training.people"),
                                texts.get("training.hours")));
        row(table, "training.sides.before", both.before());
        row(table, "training.sides.after", both.after());
        return new Panel(
                heading,
                new Paragraph(texts.get("training.sides.below", "day", texts.date(decision))),
                table);
    }

    private static void row(DataTable table, String name, Side side) {
        Texts texts = Texts.here();
        table.row(
                DataTable.text(texts.get(name)),
                DataTable.text(texts.number(side.sessions())),
                DataTable.text(texts.number(side.people())),
                DataTable.text(texts.decimal(side.minutes() / 60.0)));
    }
}
