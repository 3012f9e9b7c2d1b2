package school.tandem.adoption.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import school.tandem.adoption.CoursePractice;
import school.tandem.adoption.KaplanMeier.Step;
import school.tandem.adoption.Pace;
import school.tandem.ui.Panel;
import school.tandem.ui.Texts;

/**
 * The share who have practised by each day after a training, as a step curve within its interval of
 * 95 %; as far as enough teachers are followed. Drawn in a square that stretches; its words stand
 * around it, so that they keep their size.
 */
final class PracticeCurve extends Composite<Div> {

    private static final int SIDE = 1000;
    private static final List<Integer> TICKS = List.of(0, 5, 10, 20, 40, 60, 90, 120, 180, 365);

    /** Nearer to each other than this part of the width, numbers would overlap on a phone. */
    private static final double APART = .09;

    private final Texts texts = Texts.here();
    private final Pace pace;
    private final int days;

    private PracticeCurve(CoursePractice course, Pace pace) {
        this.pace = pace;
        this.days = Math.max(1, pace.curveTo());
        getContent().addClassName("curve");
        getContent()
                .getElement()
                .setAttribute("role", "img")
                .setAttribute("aria-label", PracticeWords.sentence(course, pace));
        Div drawing = new Div(new Svg(svg()));
        drawing.addClassName("drawing");
        getContent().add(shares(), drawing, ticks());
    }

    /** Nothing where a course has no curve. */
    static Panel panel(CoursePractice course) {
        Texts texts = Texts.here();
        Panel panel =
                new Panel(texts.get("adoption.practice.curve", "course", course.course().title()));
        Pace pace = course.pace();
        if (pace != null) {
            Paragraph below =
                    new Paragraph(
                            texts.get("adoption.practice.curve.below", "people", pace.followed()));
            below.addClassName("quiet");
            panel.with(new PracticeCurve(course, pace), below);
        }
        return panel;
    }

    private Div shares() {
        Div shares =
                new Div(
                        new Span(texts.percent(1)),
                        new Span(texts.percent(.5)),
                        new Span(texts.percent(0)));
        shares.addClassName("shares");
        return shares;
    }

    private Div ticks() {
        Div ticks = new Div();
        ticks.addClassName("ticks");
        double last = -1;
        for (int day : TICKS) {
            double at = (double) day / days;
            if (at <= 1 && at - last >= APART) {
                Span tick = new Span(texts.number(day));
                tick.getStyle().set("left", String.format(Locale.ROOT, "%.2f%%", 100 * at));
                ticks.add(tick);
                last = at;
            }
        }
        return ticks;
    }

    private String svg() {
        List<String> line = new ArrayList<>(List.of(point(0, 0)));
        List<String> above = new ArrayList<>(List.of(point(0, 0)));
        List<String> below = new ArrayList<>(List.of(point(0, 0)));
        double done = 0;
        double most = 0;
        double least = 0;
        for (Step step : pace.curve()) {
            line.add(point(step.time(), done));
            above.add(point(step.time(), most));
            below.add(point(step.time(), least));
            done = 1 - step.share();
            most = 1 - step.low();
            least = 1 - step.high();
            line.add(point(step.time(), done));
            above.add(point(step.time(), most));
            below.add(point(step.time(), least));
        }
        line.add(point(days, done));
        above.add(point(days, most));
        below.add(point(days, least));
        above.addAll(below.reversed());
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 "
                + SIDE
                + " "
                + SIDE
                + "\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
                + "<polygon class=\"band\" points=\""
                + String.join(" ", above)
                + "\"/><line class=\"half\" x1=\"0\" x2=\"1000\" y1=\"500\" y2=\"500\"/>"
                + "<polyline class=\"share\" points=\""
                + String.join(" ", line)
                + "\"/></svg>";
    }

    private String point(int day, double share) {
        return String.format(
                Locale.ROOT, "%.1f,%.1f", (double) SIDE * day / days, SIDE * (1 - share));
    }
}
