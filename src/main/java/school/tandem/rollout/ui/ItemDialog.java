package school.tandem.rollout.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.function.Consumer;
import school.tandem.rollout.Checklists;
import school.tandem.rollout.Item;
import school.tandem.rollout.ItemFields;
import school.tandem.rollout.ItemMoved;
import school.tandem.rollout.Phase;
import school.tandem.roster.PlanId;
import school.tandem.security.SchoolKey;
import school.tandem.ui.FormDialog;
import school.tandem.ui.Notices;
import school.tandem.ui.Texts;

/** Adds an item, or changes what one is. */
@SpringComponent
class ItemDialog {

    private final Checklists checklists;

    ItemDialog(Checklists checklists) {
        this.checklists = checklists;
    }

    void add(SchoolKey key, PlanId plan, Runnable then) {
        dialog(
                        Texts.here().get("rollout.item.add"),
                        new ItemFields(Phase.PREPARE, "", "", "", 10, 1, 1, false),
                        fields -> {
                            checklists.add(key, plan, fields);
                            then.run();
                        })
                .open();
    }

    void change(SchoolKey key, PlanId plan, Item item, Runnable then) {
        dialog(
                        item.title(),
                        new ItemFields(
                                item.phase(),
                                item.title(),
                                item.note(),
                                item.owner(),
                                item.daysBeforeMove(),
                                item.weight(),
                                item.likelyHours(),
                                item.gate()),
                        fields -> {
                            try {
                                checklists.change(key, plan, item, fields);
                                then.run();
                            } catch (ItemMoved moved) {
                                then.run();
                                Notices.problem(Texts.here().get("rollout.moved"));
                            }
                        })
                .open();
    }

    private static FormDialog dialog(String heading, ItemFields now, Consumer<ItemFields> save) {
        Texts texts = Texts.here();
        TextField title = new TextField(texts.get("rollout.item.title"), now.title(), "");
        TextArea note = new TextArea(texts.get("rollout.item.note"), now.note(), "");
        TextField owner = new TextField(texts.get("rollout.item.owner"), now.owner(), "");
        Select<Phase> phase = new Select<>();
        phase.setLabel(texts.get("rollout.phase"));
        phase.setItems(Phase.values());
        phase.setItemLabelGenerator(one -> texts.get("rollout.phase." + one.code()));
        phase.setValue(now.phase());
        IntegerField days = number("rollout.item.days", now.daysBeforeMove());
        days.setHelperText(texts.get("rollout.item.days.hint"));
        IntegerField weight = number("rollout.item.weight", now.weight());
        NumberField hours = new NumberField(texts.get("rollout.item.hours"));
        hours.setValue(now.likelyHours());
        Checkbox gate = new Checkbox(texts.get("rollout.gate.field"), now.gate());
        FormDialog dialog =
                new FormDialog(
                        heading,
                        texts.get("rollout.save"),
                        () ->
                                save.accept(
                                        new ItemFields(
                                                phase.getValue(),
                                                title.getValue(),
                                                note.getValue(),
                                                owner.getValue(),
                                                days.isEmpty() ? 1000 : days.getValue(),
                                                weight.isEmpty() ? 0 : weight.getValue(),
                                                hours.isEmpty() ? 0 : hours.getValue(),
                                                gate.getValue())));
        dialog.field("title", title);
        dialog.field("owner", owner);
        dialog.field("phase", phase);
        dialog.field("days", days);
        dialog.field("weight", weight);
        dialog.field("hours", hours);
        dialog.field("note", note);
        dialog.field("gate", gate);
        return dialog;
    }

    private static IntegerField number(String label, int now) {
        IntegerField field = new IntegerField(Texts.here().get(label));
        field.setValue(now);
        field.setStepButtonsVisible(true);
        return field;
    }
}
