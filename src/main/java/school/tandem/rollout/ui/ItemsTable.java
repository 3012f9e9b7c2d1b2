package school.tandem.rollout.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import school.tandem.rollout.Checklist;
import school.tandem.rollout.Checklists;
import school.tandem.rollout.Item;
import school.tandem.rollout.ItemMoved;
import school.tandem.rollout.ItemState;
import school.tandem.security.Access;
import school.tandem.security.Permission;
import school.tandem.ui.Actions;
import school.tandem.ui.Badge;
import school.tandem.ui.Badge.Tone;
import school.tandem.ui.Choice;
import school.tandem.ui.DataTable;
import school.tandem.ui.FormDialog;
import school.tandem.ui.Notices;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** The items of one phase, each with its state to choose. */
@SpringComponent
class ItemsTable {

    private final Checklists checklists;
    private final ItemDialog dialog;
    private final Access access;

    ItemsTable(Checklists checklists, ItemDialog dialog, Access access) {
        this.checklists = checklists;
        this.dialog = dialog;
        this.access = access;
    }

    DataTable build(
            Place place,
            Checklist checklist,
            String caption,
            List<Item> items,
            LocalDate today,
            Runnable reload) {
        Texts texts = Texts.here();
        boolean edits = access.may(place.key(), Permission.EDIT_CHECKLIST);
        List<String> columns =
                new ArrayList<>(
                        List.of(
                                texts.get("rollout.item"),
                                texts.get("rollout.item.owner"),
                                texts.get("rollout.item.due"),
                                texts.get("rollout.state")));
        if (edits) {
            columns.add(texts.get("rollout.actions"));
        }
        DataTable table = new DataTable(caption, columns);
        table.addClassName("items");
        for (Item item : items) {
            List<Component> cells =
                    new ArrayList<>(
                            List.of(
                                    name(item),
                                    DataTable.text(
                                            item.owner().isEmpty()
                                                    ? texts.get("rollout.item.nobody")
                                                    : item.owner()),
                                    due(item, today),
                                    edits
                                            ? choice(place, checklist, item, reload)
                                            : badge(item.state())));
            if (edits) {
                cells.add(change(place, checklist, item, reload));
            }
            table.row(cells.toArray(Component[]::new));
        }
        return table;
    }

    private static Component name(Item item) {
        Texts texts = Texts.here();
        Div name = new Div(new Span(item.title()));
        if (item.gate()) {
            Span mark = new Span("◆ ");
            mark.getElement().setAttribute("role", "img");
            mark.getElement().setAttribute("aria-label", texts.get("rollout.gate"));
            name = new Div(new Div(mark, new Span(item.title())));
        }
        String more = item.stateReason().isEmpty() ? item.note() : item.stateReason();
        if (!more.isEmpty()) {
            name.add(new Span(more));
        }
        name.addClassName("two-lines");
        return name;
    }

    private static Component due(Item item, LocalDate today) {
        Texts texts = Texts.here();
        Span day = new Span(texts.shortDate(item.dueOn()));
        return item.isLate(today)
                ? DataTable.group(day, new Badge(texts.get("rollout.item.late"), Tone.LOW))
                : day;
    }

    private static Badge badge(ItemState state) {
        Tone tone =
                switch (state) {
                    case DONE -> Tone.GOOD;
                    case BLOCKED -> Tone.LOW;
                    case UNDER_WAY -> Tone.MIDDLING;
                    case OPEN -> Tone.QUIET;
                };
        return new Badge(Texts.here().get("rollout.state." + state.code()), tone);
    }

    private Component choice(Place place, Checklist checklist, Item item, Runnable reload) {
        Texts texts = Texts.here();
        Choice<ItemState> choice =
                new Choice<>(
                        texts.get("rollout.state.of", "title", item.title()),
                        List.of(ItemState.values()),
                        state -> texts.get("rollout.state." + state.code()),
                        item.state(),
                        chosen -> {
                            if (chosen == ItemState.BLOCKED) {
                                askWhy(place, checklist, item, reload);
                            } else {
                                set(place, checklist, item, chosen, "", reload);
                            }
                        });
        choice.addClassNames("state", item.state().code());
        return choice;
    }

    private void askWhy(Place place, Checklist checklist, Item item, Runnable reload) {
        Texts texts = Texts.here();
        TextField reason = new TextField(texts.get("rollout.reason"));
        reason.setHelperText(texts.get("rollout.reason.hint"));
        FormDialog dialog =
                new FormDialog(
                        texts.get("rollout.blocked.why", "title", item.title()),
                        texts.get("rollout.save"),
                        () ->
                                set(
                                        place,
                                        checklist,
                                        item,
                                        ItemState.BLOCKED,
                                        reason.getValue(),
                                        reload));
        dialog.field("reason", reason);
        dialog.addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                reload.run();
            }
        });
        dialog.open();
    }

    private void set(
            Place place,
            Checklist checklist,
            Item item,
            ItemState state,
            String reason,
            Runnable reload) {
        Texts texts = Texts.here();
        try {
            checklists.setState(place.key(), checklist.plan().id(), item, state, reason);
        } catch (ItemMoved moved) {
            reload.run();
            Notices.problem(texts.get("rollout.moved"));
            return;
        }
        reload.run();
        Notices.done(
                texts.get(
                        "rollout.state.changed",
                        "title",
                        item.title(),
                        "state",
                        texts.get("rollout.state." + state.code() + ".lower")),
                () -> takeBack(place, checklist, item, reload));
    }

    private void takeBack(Place place, Checklist checklist, Item before, Runnable reload) {
        try {
            checklists.setState(
                    place.key(),
                    checklist.plan().id(),
                    before.changedOnce(),
                    before.state(),
                    before.stateReason());
        } catch (ItemMoved moved) {
            Notices.problem(Texts.here().get("rollout.moved"));
        }
        reload.run();
    }

    private Component change(Place place, Checklist checklist, Item item, Runnable reload) {
        Texts texts = Texts.here();
        var button =
                Actions.inRow(
                        texts.get("rollout.change"),
                        () -> dialog.change(place.key(), checklist.plan().id(), item, reload));
        button.getElement()
                .setAttribute(
                        "aria-label", texts.get("rollout.change.what", "title", item.title()));
        return button;
    }
}
