package school.tandem.adoption.ui;

import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import school.tandem.adoption.Measure;
import school.tandem.adoption.Week;
import school.tandem.disclosure.Shown;
import school.tandem.roster.Plan;
import school.tandem.ui.Panel;
import school.tandem.ui.Texts;

/** How many had done each habit for the first time by each week, and all before the decision. */
final class FirstTimePanel {

    private FirstTimePanel() {}

    static Panel of(Looked looked, List<Measure> measures) {
        Panel panel = new WeeksPanel(OverTime.of(looked), "first", Week::inYear, measures).panel();
        Paragraph before = new Paragraph(beforeDecision(looked));
        before.addClassName("key-figure");
        return panel.with(before);
    }

    private static String beforeDecision(Looked looked) {
        Texts texts = Texts.here();
        Plan plan = looked.plan();
        LocalDate decision = plan == null ? null : plan.decisionOn();
        if (decision == null) {
            return texts.get("adoption.before.noDecision");
        }
        Optional<Week> week = looked.history().before(decision);
        if (week.isEmpty()) {
            return texts.get("adoption.before.noWeek", "decision", texts.date(decision));
        }
        Shown shown = looked.share(week.get().inYear(), Measure.ALL_HABITS);
        return texts.get(
                shown instanceof Shown.Unknown
                        ? "adoption.before.unknown"
                        : shown instanceof Shown.Hidden
                                ? "adoption.before.hidden"
                                : "adoption.before",
                "share",
                Shares.words(
                        shown, week.get().inYear().of(looked.asked().group(), Measure.ALL_HABITS)),
                "decision",
                texts.date(decision),
                "day",
                texts.date(week.get().of().day()));
    }
}
