package school.tandem.importing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import school.tandem.importing.Imports;
import school.tandem.importing.Runs;
import school.tandem.importing.Runs.Run;
import school.tandem.roster.Schools;
import school.tandem.roster.intake.UndoRefused;
import school.tandem.security.DistrictId;
import school.tandem.ui.Actions;
import school.tandem.ui.Badge;
import school.tandem.ui.Badge.Tone;
import school.tandem.ui.DataTable;
import school.tandem.ui.Notices;
import school.tandem.ui.Panel;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** What was imported so far; the last one can be taken back. */
@SpringComponent
class PastImports {

    private static final int SHOWN = 20;

    private final Runs runs;
    private final Imports imports;
    private final Schools schools;

    PastImports(Runs runs, Imports imports, Schools schools) {
        this.runs = runs;
        this.imports = imports;
        this.schools = schools;
    }

    Panel build(Place place, Runnable reload) {
        Texts texts = Texts.here();
        DistrictId district = place.key().district();
        List<Run> recent = runs.recent(district, SHOWN);
        if (recent.isEmpty()) {
            Paragraph none = new Paragraph(texts.get("importing.past.none"));
            none.addClassName("quiet");
            return new Panel(texts.get("importing.past"), none);
        }
        ZoneId zone = schools.find(place.key()).zone();
        DataTable table =
                new DataTable(
                        texts.get("importing.past"),
                        List.of(
                                texts.get("importing.file"),
                                texts.get("importing.when"),
                                texts.get("importing.result"),
                                texts.get("importing.actions")));
        boolean last = true;
        for (Run run : recent) {
            boolean stands = run.undoneAt() == null && run.outcome().equals("imported");
            table.row(
                    DataTable.text(run.fileName()),
                    DataTable.text(texts.moment(run.startedAt(), zone)),
                    result(run),
                    actions(district, run, stands && last, reload));
            last = last && !stands;
        }
        return new Panel(texts.get("importing.past"), table);
    }

    private static Component result(Run run) {
        Texts texts = Texts.here();
        if (run.undoneAt() != null) {
            return new Badge(texts.get("importing.undone"), Tone.QUIET);
        }
        String refused = run.refused();
        if (refused != null) {
            return DataTable.text(refused);
        }
        Runs.Counts rows = run.counts();
        return DataTable.text(
                texts.get(
                        "importing.counts",
                        "read",
                        rows.added() + rows.changed() + rows.unchanged() + rows.held(),
                        "added",
                        rows.added(),
                        "changed",
                        rows.changed(),
                        "unchanged",
                        rows.unchanged(),
                        "withdrawn",
                        rows.withdrawn(),
                        "held",
                        rows.held()));
    }

    private Component actions(DistrictId district, Run run, boolean undoable, Runnable reload) {
        Texts texts = Texts.here();
        List<Component> actions = new ArrayList<>();
        if (run.counts().held() > 0) {
            actions.add(
                    new Anchor(
                            HeldCsv.download(taker -> runs.held(district, run.id(), taker)),
                            texts.get("importing.heldRows.download")));
        }
        if (undoable) {
            actions.add(Actions.inRow(texts.get("importing.undo"), () -> undo(district, reload)));
        }
        return DataTable.group(actions.toArray(Component[]::new));
    }

    private void undo(DistrictId district, Runnable reload) {
        Texts texts = Texts.here();
        try {
            imports.undoLast(district);
            reload.run();
            Notices.done(texts.get("importing.undo.done"));
        } catch (UndoRefused refused) {
            String what = "importing.undo.table." + refused.table();
            Notices.problem(
                    texts.get(
                            "importing.undo.refused",
                            "what",
                            texts.get(texts.has(what) ? what : "importing.undo.table.other")));
        }
    }
}
