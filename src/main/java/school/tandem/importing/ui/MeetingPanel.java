package school.tandem.importing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import school.tandem.importing.HeldText;
import school.tandem.importing.meetings.Meeting;
import school.tandem.importing.meetings.MeetingReport;
import school.tandem.roster.intake.Held;
import school.tandem.security.BadInput;
import school.tandem.training.MeetingAttendance;
import school.tandem.training.MeetingAttendance.Taken;
import school.tandem.training.TrainingSession;
import school.tandem.ui.Actions;
import school.tandem.ui.Choice;
import school.tandem.ui.DataTable;
import school.tandem.ui.Headline;
import school.tandem.ui.Notices;
import school.tandem.ui.Panel;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** A meeting's report, to be looked at: the doubtful first; then it marks people, or not. */
final class MeetingPanel extends Composite<Div> {

    private static final int HELD_SHOWN = 20;

    private final transient Texts texts = Texts.here();
    private final transient MeetingAttendance attendance;
    private final transient Place place;
    private final transient TrainingSession session;
    private final transient MeetingReport report;
    private final transient Runnable start;
    private transient MeetingChoices choices;

    MeetingPanel(
            MeetingAttendance attendance,
            Place place,
            TrainingSession session,
            MeetingReport report,
            Runnable start) {
        this.attendance = attendance;
        this.place = place;
        this.session = session;
        this.report = report;
        this.start = start;
        this.choices = choices(likeliest());
        show();
    }

    /** The meeting whose middle is nearest to the session's; else the first. */
    private int likeliest() {
        return IntStream.range(0, report.meetings().size())
                .boxed()
                .min(java.util.Comparator.comparing(at -> distance(report.meetings().get(at))))
                .orElse(0);
    }

    private long distance(Meeting meeting) {
        java.time.Instant begin = meeting.start();
        return begin == null
                ? Long.MAX_VALUE
                : Math.abs(java.time.Duration.between(begin, session.startsAt()).toSeconds());
    }

    private MeetingChoices choices(int at) {
        Meeting meeting =
                report.meetings().isEmpty()
                        ? new Meeting("", null, null, List.of())
                        : report.meetings().get(at);
        return new MeetingChoices(
                report, meeting, attendance.review(place.key(), meeting.people()));
    }

    private void show() {
        Div content = getContent();
        content.removeAll();
        content.add(headline(), actions());
        content.add(new Panel(texts.get("importing.meeting.rule"), rule()));
        MeetingTable table = new MeetingTable(choices, session, this::show);
        if (!choices.doubtful().isEmpty()) {
            content.add(
                    new Panel(
                            texts.get("importing.meeting.look"),
                            quiet("importing.meeting.look.below"),
                            table.doubtful()));
        }
        if (!report.held().isEmpty()) {
            content.add(held());
        }
        if (!choices.matched().isEmpty()) {
            content.add(new Panel(texts.get("importing.meeting.matched"), table.matched()));
        }
        if (!choices.guests().isEmpty()) {
            content.add(new Panel(texts.get("importing.meeting.guests"), table.guests()));
        }
    }

    private Headline headline() {
        int guests = choices.people() - choices.recognised() - choices.open();
        return new Headline(
                texts.get(
                        "importing.meeting.found",
                        "people",
                        choices.people(),
                        "matched",
                        choices.recognised(),
                        "look",
                        choices.open(),
                        "guests",
                        guests),
                texts.get(
                        "importing.meeting.found.below",
                        "brand",
                        report.format().brand(),
                        "file",
                        report.file(),
                        "rows",
                        report.rows(),
                        "held",
                        report.held().size()));
    }

    private Component actions() {
        Div actions = new Div();
        actions.addClassName("actions");
        if (choices.recognised() > 0) {
            actions.add(
                    Actions.primary(
                            texts.get(
                                    "importing.meeting.take",
                                    "count",
                                    MeetingAttendance.verdicts(session, choices.seen()).size()),
                            this::take));
        }
        actions.add(Actions.secondary(texts.get("importing.discard"), start));
        return actions;
    }

    private Component rule() {
        Div rule = new Div();
        rule.addClassName("stacked");
        if (report.meetings().size() > 1) {
            List<Integer> all = IntStream.range(0, report.meetings().size()).boxed().toList();
            NativeLabel which = new NativeLabel(texts.get("importing.meeting.which"));
            which.addClassName("stacked");
            which.add(
                    new Choice<>(
                            texts.get("importing.meeting.which"),
                            all,
                            this::shown,
                            report.meetings().indexOf(choices.meeting()),
                            at -> {
                                choices = choices(at);
                                show();
                            }));
            rule.add(which);
        }
        String otherTime = otherTime();
        if (otherTime != null) {
            Paragraph warning = new Paragraph(otherTime);
            warning.addClassName("problem");
            rule.add(warning);
        }
        rule.add(share(), overHand());
        return rule;
    }

    private Component share() {
        IntegerField share = new IntegerField(texts.get("importing.meeting.share"));
        share.setWidth("18rem");
        share.setMin(1);
        share.setMax(100);
        share.setValue(choices.share());
        share.addValueChangeListener(change -> {
            Integer percent = change.getValue();
            if (percent != null && percent >= 1 && percent <= 100) {
                choices.share(percent);
                show();
            }
        });
        return share;
    }

    private Component overHand() {
        Checkbox overHand = new Checkbox(texts.get("importing.meeting.overHand"));
        overHand.setValue(choices.overHand());
        overHand.addValueChangeListener(change -> choices.overHand(change.getValue()));
        return overHand;
    }

    private String shown(int at) {
        Meeting meeting = report.meetings().get(at);
        java.time.Instant begin = meeting.start();
        return texts.get(
                "importing.meeting.one",
                "title",
                meeting.title().isEmpty()
                        ? texts.get("importing.meeting.untitled", "number", at + 1)
                        : meeting.title(),
                "when",
                begin == null ? "" : texts.moment(begin, session.zone()),
                "people",
                meeting.people().size());
    }

    /**
     * A sentence where the meeting is none of the session's hours; null: it is, or nothing says.
     */
    private @Nullable String otherTime() {
        java.time.Instant begin = choices.meeting().start();
        java.time.Instant end = choices.meeting().end();
        if (begin == null
                || begin.isBefore(session.endsAt())
                        && (end == null || end.isAfter(session.startsAt()))) {
            return null;
        }
        return texts.get(
                "importing.meeting.otherTime",
                "meeting",
                texts.moment(begin, session.zone()),
                "session",
                texts.moment(session.startsAt(), session.zone()));
    }

    private Component held() {
        DataTable table =
                new DataTable(
                        texts.get("importing.heldRows"),
                        List.of(texts.get("importing.where"), texts.get("importing.why")));
        List<Held> first = report.held().stream().limit(HELD_SHOWN).toList();
        first.forEach(row ->
                table.row(
                        DataTable.text(
                                texts.get(
                                        "importing.line", "file", row.file(), "line", row.line())),
                        DataTable.text(HeldText.of(row))));
        return new Panel(
                texts.get("importing.heldRows"),
                new Paragraph(
                        texts.get(
                                "importing.heldRows.below",
                                "count",
                                report.held().size(),
                                "shown",
                                first.size())),
                new Anchor(
                        HeldCsv.download(report.held()::forEach),
                        texts.get("importing.heldRows.download")),
                table);
    }

    private Component quiet(String key) {
        Paragraph text = new Paragraph(texts.get(key));
        text.addClassName("quiet");
        return text;
    }

    private void take() {
        try {
            Taken taken = attendance.take(place.key(), session.id(), choices.seen());
            start.run();
            Notices.done(
                    texts.get(
                            "importing.meeting.taken",
                            "marked",
                            taken.marked(),
                            "kept",
                            taken.kept()),
                    () -> undo(taken));
        } catch (BadInput bad) {
            Notices.problem(texts.get(bad.textKey()));
        }
    }

    private void undo(Taken taken) {
        try {
            int undone = attendance.undo(place.key(), session.id(), taken.report());
            Notices.done(texts.get("importing.meeting.undone", "count", undone));
        } catch (BadInput bad) {
            Notices.problem(texts.get(bad.textKey()));
        }
    }
}
