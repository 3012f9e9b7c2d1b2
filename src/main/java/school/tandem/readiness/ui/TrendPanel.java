package school.tandem.readiness.ui;

import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import school.tandem.readiness.Assessment;
import school.tandem.readiness.Level;
import school.tandem.readiness.Model;
import school.tandem.readiness.Snapshot;
import school.tandem.readiness.Standing;
import school.tandem.roster.Plan;
import school.tandem.ui.Panel;
import school.tandem.ui.Texts;
import school.tandem.ui.TrendChart;
import school.tandem.ui.TrendChart.Line;
import school.tandem.ui.TrendChart.Mark;
import school.tandem.ui.TrendChart.Point;

/** Readiness over time: what each day's snapshot knew, and today live. */
final class TrendPanel {

    private TrendPanel() {}

    static Panel of(Standing standing, List<Snapshot> history) {
        Texts texts = Texts.here();
        Plan plan = standing.plan();
        if (plan == null || history.isEmpty()) {
            Paragraph none =
                    new Paragraph(
                            texts.get(
                                    plan == null
                                            ? "readiness.trend.noPlan"
                                            : "readiness.trend.tomorrow"));
            none.addClassName("quiet");
            return new Panel(texts.get("readiness.trend"), none);
        }
        List<Point> points = points(standing, history);
        return new Panel(
                texts.get("readiness.trend"),
                new TrendChart(
                        points,
                        marks(plan),
                        new Line(Level.READY_FROM, texts.get("ui.level." + Level.READY) + " 75"),
                        description(points)));
    }

    private static List<Point> points(Standing standing, List<Snapshot> history) {
        List<Snapshot> all = new ArrayList<>(history);
        all.add(live(standing));
        List<Point> points = new ArrayList<>();
        Snapshot before = null;
        for (Snapshot one : all) {
            points.add(
                    new Point(
                            one.day(),
                            one.score(),
                            one.low(),
                            one.high(),
                            one.knowsMoreThan(before)));
            before = one;
        }
        return points;
    }

    private static Snapshot live(Standing standing) {
        Assessment now = standing.assessment();
        return new Snapshot(
                standing.day(),
                Model.VERSION,
                now.level(),
                now.score().isEmpty() ? null : now.score().getAsDouble(),
                now.low(),
                now.high(),
                now.coverage(),
                false);
    }

    private static List<Mark> marks(Plan plan) {
        List<Mark> marks = new ArrayList<>();
        mark(marks, plan.firstTrainingOn(), "readiness.mark.training");
        mark(marks, plan.decisionOn(), "readiness.mark.decision");
        mark(marks, plan.moveOn(), "readiness.mark.move");
        return marks;
    }

    private static void mark(List<Mark> marks, @Nullable LocalDate day, String name) {
        if (day != null) {
            marks.add(new Mark(day, Texts.here().get(name)));
        }
    }

    private static String description(List<Point> points) {
        Texts texts = Texts.here();
        Point first = points.getFirst();
        Point last = points.getLast();
        return texts.get(
                "readiness.trend.words",
                "from",
                texts.date(first.day()),
                "before",
                score(first),
                "now",
                score(last));
    }

    private static String score(Point point) {
        Double score = point.score();
        return score == null
                ? Texts.here().get("ui.unknown")
                : Texts.here().number(Math.round(score));
    }
}
