package school.tandem.rollout.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import school.tandem.rollout.Checklist;
import school.tandem.rollout.Checklist.Rehearsal;
import school.tandem.rollout.Checklists;
import school.tandem.roster.PlanId;
import school.tandem.security.Access;
import school.tandem.security.Permission;
import school.tandem.ui.Actions;
import school.tandem.ui.Badge;
import school.tandem.ui.Badge.Tone;
import school.tandem.ui.DataTable;
import school.tandem.ui.DayField;
import school.tandem.ui.FormDialog;
import school.tandem.ui.Notices;
import school.tandem.ui.Panel;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** The rehearsal days of a plan. */
@SpringComponent
class RehearsalsPanel {

    private final Checklists checklists;
    private final Access access;

    RehearsalsPanel(Checklists checklists, Access access) {
        this.checklists = checklists;
        this.access = access;
    }

    Component build(Place place, Checklist checklist, Runnable reload) {
        Texts texts = Texts.here();
        Panel panel = new Panel(texts.get("rollout.rehearsals"));
        boolean edits = access.may(place.key(), Permission.EDIT_PLAN);
        if (checklist.rehearsals().isEmpty()) {
            panel.with(new Paragraph(texts.get("rollout.rehearsals.none")));
        } else {
            panel.with(table(place, checklist, edits, reload));
        }
        if (edits) {
            Div actions =
                    new Div(
                            Actions.secondary(
                                    texts.get("rollout.rehearse"),
                                    () -> record(place, checklist.plan().id(), reload)));
            actions.addClassName("actions");
            panel.with(actions);
        }
        return panel;
    }

    private DataTable table(Place place, Checklist checklist, boolean edits, Runnable reload) {
        Texts texts = Texts.here();
        DataTable table =
                new DataTable(
                        texts.get("rollout.rehearsals"),
                        List.of(
                                texts.get("rollout.rehearsal.day"),
                                texts.get("rollout.rehearsal.result"),
                                texts.get("rollout.rehearsal.note"),
                                texts.get("rollout.actions")));
        for (Rehearsal rehearsal : checklist.rehearsals()) {
            table.row(
                    DataTable.text(texts.date(rehearsal.heldOn())),
                    rehearsal.passed()
                            ? new Badge(texts.get("rollout.rehearsal.passed"), Tone.GOOD)
                            : new Badge(texts.get("rollout.rehearsal.failed"), Tone.LOW),
                    DataTable.text(rehearsal.note()),
                    edits
                            ? Actions.inRow(
                                    texts.get("rollout.rehearsal.forget"),
                                    () -> forget(place, checklist.plan().id(), rehearsal, reload))
                            : DataTable.text(""));
        }
        return table;
    }

    private void record(Place place, PlanId plan, Runnable reload) {
        Texts texts = Texts.here();
        DayField day = new DayField(texts.get("rollout.rehearsal.day"));
        Checkbox passed = new Checkbox(texts.get("rollout.rehearsal.passed.field"));
        TextArea note = new TextArea(texts.get("rollout.rehearsal.note"));
        FormDialog dialog =
                new FormDialog(
                        texts.get("rollout.rehearse"),
                        texts.get("rollout.save"),
                        () -> {
                            checklists.rehearse(
                                    place.key(),
                                    plan,
                                    day.getValue(),
                                    passed.getValue(),
                                    note.getValue());
                            reload.run();
                        });
        dialog.field("day", day);
        dialog.field("note", note);
        dialog.with(passed);
        dialog.open();
    }

    private void forget(Place place, PlanId plan, Rehearsal rehearsal, Runnable reload) {
        checklists.forgetRehearsal(place.key(), plan, rehearsal.heldOn());
        reload.run();
        Notices.done(
                Texts.here().get("rollout.rehearsal.forgotten"),
                () -> {
                    checklists.rehearse(
                            place.key(),
                            plan,
                            rehearsal.heldOn(),
                            rehearsal.passed(),
                            rehearsal.note());
                    reload.run();
                });
    }
}
