package school.tandem.roster.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import school.tandem.roster.Plan;
import school.tandem.roster.Plans;
import school.tandem.security.Access;
import school.tandem.security.BadInput;
import school.tandem.security.Permission;
import school.tandem.ui.Actions;
import school.tandem.ui.DataTable;
import school.tandem.ui.DayField;
import school.tandem.ui.Empty;
import school.tandem.ui.FormDialog;
import school.tandem.ui.Notices;
import school.tandem.ui.Panel;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** The school's plans with their three dates. */
@SpringComponent
@Order(1)
class PlansSection implements SettingsSection {

    private final Plans plans;
    private final Access access;

    PlansSection(Plans plans, Access access) {
        this.plans = plans;
        this.access = access;
    }

    @Override
    public boolean isShown(Place place) {
        return access.may(place.key(), Permission.EDIT_PLAN);
    }

    @Override
    public Component build(Place place, Runnable reload) {
        Texts texts = Texts.here();
        List<Plan> all = plans.of(place.key());
        Div actions = new Div(Actions.primary(texts.get("roster.plan.make"), () -> make(place)));
        actions.addClassName("actions");
        return new Panel(
                texts.get("roster.plans"),
                all.isEmpty()
                        ? new Empty(texts.get("roster.plans.empty"))
                        : table(place, all, reload),
                actions);
    }

    private DataTable table(Place place, List<Plan> all, Runnable reload) {
        Texts texts = Texts.here();
        DataTable table =
                new DataTable(
                        texts.get("roster.plans"),
                        List.of(
                                texts.get("roster.plan.name"),
                                texts.get("roster.plan.firstTraining"),
                                texts.get("roster.plan.decision"),
                                texts.get("roster.plan.move"),
                                texts.get("roster.actions")));
        for (Plan plan : all) {
            table.row(
                    DataTable.text(plan.name()),
                    DataTable.text(shown(plan.firstTrainingOn())),
                    DataTable.text(shown(plan.decisionOn())),
                    DataTable.text(shown(plan.moveOn())),
                    DataTable.group(
                            Actions.inRow(
                                    texts.get("roster.change"), () -> change(place, plan, reload)),
                            Actions.inRow(
                                    texts.get("roster.plan.archive"),
                                    () -> archive(place, plan, reload))));
        }
        return table;
    }

    private void make(Place place) {
        dialog(
                        Texts.here().get("roster.plan.make"),
                        null,
                        fields -> {
                            Plan made = plans.make(place.key(), fields);
                            UI.getCurrent()
                                    .navigate(
                                            SettingsView.ROUTE,
                                            com.vaadin.flow.router.QueryParameters.of(
                                                            "school",
                                                            place.key().school().toString())
                                                    .merging("plan", made.id().toString()));
                        })
                .open();
    }

    private void change(Place place, Plan plan, Runnable reload) {
        dialog(
                        plan.name(),
                        plan,
                        fields -> {
                            plans.change(place.key(), plan.id(), fields);
                            reload.run();
                        })
                .open();
    }

    private void archive(Place place, Plan plan, Runnable reload) {
        plans.archive(place.key(), plan.id());
        reload.run();
        Notices.done(
                Texts.here().get("roster.plan.archived", "name", plan.name()),
                () -> {
                    plans.giveBack(place.key(), plan.id());
                    reload.run();
                });
    }

    private static FormDialog dialog(
            String title, @Nullable Plan plan, Consumer<Plans.Fields> save) {
        Texts texts = Texts.here();
        TextField name = new TextField(texts.get("roster.plan.name"));
        name.setValue(plan == null ? texts.get("roster.plan.default") : plan.name());
        DayField first = day("firstTraining", plan == null ? null : plan.firstTrainingOn());
        DayField decision = day("decision", plan == null ? null : plan.decisionOn());
        DayField move = day("move", plan == null ? null : plan.moveOn());
        FormDialog dialog =
                new FormDialog(
                        title,
                        texts.get("roster.save"),
                        () ->
                                save.accept(
                                        new Plans.Fields(
                                                name.getValue(),
                                                first.getValue(),
                                                decision.getValue(),
                                                required(move.getValue(), "moveOn"))));
        dialog.field("name", name);
        dialog.field("firstTrainingOn", first);
        dialog.field("decisionOn", decision);
        dialog.field("moveOn", move);
        return dialog;
    }

    static LocalDate required(@Nullable LocalDate day, String field) {
        if (day == null) {
            throw new BadInput(field, "roster.bad.day");
        }
        return day;
    }

    private static DayField day(String which, @Nullable LocalDate chosen) {
        DayField field = new DayField(Texts.here().get("roster.plan." + which));
        field.setHelperText(Texts.here().get("roster.plan." + which + ".hint"));
        field.setValue(chosen);
        return field;
    }

    private static String shown(@Nullable LocalDate day) {
        return day == null ? Texts.here().get("roster.plan.notSet") : Texts.here().date(day);
    }
}
