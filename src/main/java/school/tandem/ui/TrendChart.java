package school.tandem.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Lines over days with their ranges, a target, marked days and shaded ones; from 0 to 100. */
@Tag("tandem-trend")
@NpmPackage(value = "echarts", version = "6.1.0")
@JsModule("./tandem/tandem-trend.ts")
public class TrendChart extends Component {

    /**
     * A day's value.
     *
     * @param score null: could not be said
     * @param fresh whether the line starts anew here, because more was known than the day before
     */
    public record Point(
            LocalDate day, @Nullable Double score, double low, double high, boolean fresh) {}

    /** A day with a name, such as the decision. */
    public record Mark(LocalDate day, String name) {}

    /** A level worth a line across, such as Ready at 75. */
    public record Line(double score, String name) {}

    /** A line with its name; where a score is null, it has a gap. */
    public record Series(String name, List<Point> points) {}

    /** Days that are no dip but a break, shaded; {@code until} no longer belongs to it. */
    public record Shade(LocalDate from, LocalDate until) {}

    /** What the chart's element is told. */
    private record Drawing(
            List<Series> lines,
            List<Mark> marks,
            List<Shade> shades,
            String shadeName,
            @Nullable Line level,
            String unit,
            String locale) {}

    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * One line, scores from 0 to 100.
     *
     * @param description the same in words, for who can't see it
     */
    public TrendChart(List<Point> points, List<Mark> marks, Line line, String description) {
        this(
                List.of(new Series(Texts.here().get("ui.trend.score"), points)),
                marks,
                List.of(),
                line,
                "",
                description);
    }

    /**
     * Several lines of shares in per cent.
     *
     * @param description the same in words, for who can't see it
     */
    public TrendChart(
            List<Series> lines, List<Mark> marks, List<Shade> shades, String description) {
        this(lines, marks, shades, null, " %", description);
    }

    private TrendChart(
            List<Series> lines,
            List<Mark> marks,
            List<Shade> shades,
            @Nullable Line level,
            String unit,
            String description) {
        Texts texts = Texts.here();
        var drawing =
                new Drawing(
                        lines,
                        marks,
                        shades,
                        texts.get("ui.trend.noSchool"),
                        level,
                        unit,
                        texts.locale().toLanguageTag());
        getElement().setAttribute("role", "img").setAttribute("aria-label", description);
        getElement().setProperty("drawing", JSON.writeValueAsString(drawing));
    }
}
