package school.tandem.adoption.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.CoursePractice;
import school.tandem.adoption.KaplanMeier.Step;
import school.tandem.adoption.Pace;
import school.tandem.adoption.Pace.AtRisk;
import school.tandem.adoption.Told;
import school.tandem.disclosure.Shown;
import school.tandem.ui.TableExport;

/**
 * What became of each course, as a file; its words are the same in every language. {@code hidden}
 * stands for what may not be told, an empty cell for what is not reached or not known.
 */
final class PracticeFile {

    private static final String HIDDEN = "hidden";

    private PracticeFile() {}

    static TableExport of(List<CoursePractice> courses) {
        List<String> header =
                new ArrayList<>(
                        List.of(
                                "course",
                                "trains",
                                "trained",
                                "had_it_before",
                                "practised_since",
                                "not_yet",
                                "not_followed",
                                "median_days",
                                "median_low",
                                "median_high",
                                "share_within_" + Pace.EARLY,
                                "share_low",
                                "share_high"));
        Pace.DAYS.forEach(day -> header.add("at_risk_day_" + day));
        return new TableExport(
                "training-to-practice",
                header,
                taker -> courses.forEach(one -> taker.accept(cells(one))));
    }

    private static List<String> cells(CoursePractice one) {
        List<String> cells =
                new ArrayList<>(
                        List.of(
                                one.course().title(),
                                one.course().trains().code(),
                                said(one.trained()),
                                said(one.before()),
                                said(one.practised()),
                                said(one.notYet()),
                                said(one.unfollowed())));
        Pace pace = one.pace();
        if (pace == null) {
            String none = one.practised().shown() instanceof Shown.Unknown ? "" : HIDDEN;
            while (cells.size() < 13 + Pace.DAYS.size()) {
                cells.add(none);
            }
            return cells;
        }
        cells.add(said(pace.half()));
        cells.add(said(pace.median().low()));
        cells.add(said(pace.median().high()));
        Step early = pace.early();
        cells.add(early == null ? "" : said(1 - early.share()));
        cells.add(early == null || early.isStart() ? "" : said(1 - early.high()));
        cells.add(early == null || early.isStart() ? "" : said(1 - early.low()));
        Pace.DAYS.forEach(day -> cells.add(said(pace.atRisk().get(day))));
        return cells;
    }

    private static String said(Told told) {
        if (told.count() != null) {
            return told.count().toString();
        }
        return switch (told.shown()) {
            case Shown.Under under -> "<" + said(under.bound());
            case Shown.Over over -> ">" + said(over.bound());
            default -> HIDDEN;
        };
    }

    private static String said(@Nullable AtRisk atRisk) {
        return atRisk == null || atRisk.people() == null ? HIDDEN : atRisk.people().toString();
    }

    private static String said(OptionalInt days) {
        return days.isPresent() ? Integer.toString(days.getAsInt()) : "";
    }

    private static String said(double share) {
        return String.format(Locale.ROOT, "%.3f", share);
    }
}
