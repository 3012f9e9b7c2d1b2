package school.tandem.importing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import school.tandem.roster.PersonId;
import school.tandem.training.AttendanceState;
import school.tandem.training.MeetingAttendance;
import school.tandem.training.MeetingVerdict;
import school.tandem.training.StaffMatch;
import school.tandem.training.StaffName;
import school.tandem.training.TrainingSession;
import school.tandem.ui.Actions;
import school.tandem.ui.Badge;
import school.tandem.ui.Choice;
import school.tandem.ui.DataTable;
import school.tandem.ui.FormDialog;
import school.tandem.ui.Texts;

/** The people of a meeting, who they are on the staff, and what that counts as. */
final class MeetingTable {

    private final Texts texts = Texts.here();
    private final MeetingChoices choices;
    private final TrainingSession session;
    private final Runnable changed;
    private final Map<PersonId, MeetingVerdict> verdicts;

    /**
     * @param changed once a person said who somebody is
     */
    MeetingTable(MeetingChoices choices, TrainingSession session, Runnable changed) {
        this.choices = choices;
        this.session = session;
        this.changed = changed;
        this.verdicts = MeetingAttendance.verdicts(session, choices.seen());
    }

    /** Each with those that it may be to choose from. */
    Component doubtful() {
        return table("importing.meeting.look", choices.doubtful(), this::candidates);
    }

    Component matched() {
        return table("importing.meeting.matched", choices.matched(), this::staff);
    }

    Component guests() {
        return table("importing.meeting.guests", choices.guests(), this::staff);
    }

    private interface Cell {
        Component of(StaffMatch match);
    }

    private Component table(String caption, List<StaffMatch> matches, Cell who) {
        DataTable table =
                new DataTable(
                        texts.get(caption),
                        List.of(
                                texts.get("importing.meeting.written"),
                                texts.get("importing.meeting.staff"),
                                texts.get("importing.meeting.minutes"),
                                texts.get("importing.meeting.counts"),
                                texts.get("importing.meeting.actions")));
        for (StaffMatch match : matches) {
            table.row(
                    written(match),
                    who.of(match),
                    DataTable.text(texts.number(minutes(match))),
                    counts(match),
                    DataTable.group(
                            Actions.inRow(
                                    texts.get("importing.meeting.change"), () -> choose(match))));
        }
        return table;
    }

    private static Component written(StaffMatch match) {
        Div written = new Div(new Span(match.person().name()), new Span(match.person().email()));
        written.addClassName("two-lines");
        return written;
    }

    private Component staff(StaffMatch match) {
        StaffName who = choices.who(match);
        return DataTable.text(who == null ? texts.get("importing.meeting.leaveOut") : who.shown());
    }

    private Component candidates(StaffMatch match) {
        List<Optional<StaffName>> all = new ArrayList<>();
        if (choices.isOpen(match)) {
            all.add(Optional.empty());
        }
        match.candidates().forEach(one -> all.add(Optional.of(one)));
        StaffName who = choices.who(match);
        if (who != null && !match.candidates().contains(who)) {
            all.add(Optional.of(who));
        }
        if (!choices.isOpen(match)) {
            all.add(Optional.empty());
        }
        return new Choice<>(
                texts.get("importing.meeting.who", "name", match.person().name()),
                all,
                one -> one.map(StaffName::shown).orElse(nobody(match)),
                Optional.ofNullable(who),
                one -> say(match, one.orElse(null)));
    }

    private String nobody(StaffMatch match) {
        return texts.get(
                choices.isOpen(match) ? "importing.meeting.notSaid" : "importing.meeting.leaveOut");
    }

    private void say(StaffMatch match, @org.jspecify.annotations.Nullable StaffName who) {
        choices.say(match, who);
        changed.run();
    }

    /** Of somebody on the staff at the session, of others in the meeting. */
    private long minutes(StaffMatch match) {
        StaffName who = choices.who(match);
        MeetingVerdict verdict = who == null ? null : verdicts.get(who.id());
        return verdict == null
                ? Math.round(match.person().presence().length(session.endsAt()).toSeconds() / 60.)
                : verdict.minutes();
    }

    private Component counts(StaffMatch match) {
        StaffName who = choices.who(match);
        MeetingVerdict verdict = who == null ? null : verdicts.get(who.id());
        if (verdict == null) {
            return DataTable.text("–");
        }
        AttendanceState state = verdict.state();
        return new Badge(
                texts.get("importing.meeting.state." + state.code()),
                state.counts() ? Badge.Tone.GOOD : Badge.Tone.LOW);
    }

    private void choose(StaffMatch match) {
        ComboBox<StaffName> who = new ComboBox<>(texts.get("importing.meeting.staff"));
        who.setItems(choices.staff());
        who.setItemLabelGenerator(MeetingTable::label);
        who.setClearButtonVisible(true);
        who.setHelperText(texts.get("importing.meeting.who.below"));
        StaffName now = choices.who(match);
        if (now != null) {
            who.setValue(now);
        }
        FormDialog dialog =
                new FormDialog(
                        texts.get("importing.meeting.who", "name", match.person().name()),
                        texts.get("importing.meeting.say"),
                        () -> say(match, who.getValue()));
        dialog.field("who", who);
        dialog.open();
    }

    private static String label(StaffName one) {
        return one.email().isEmpty() ? one.shown() : one.shown() + " · " + one.email();
    }
}
