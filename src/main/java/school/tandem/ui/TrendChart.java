package school.tandem.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A score over days with its range, the target line, and marked days. Scores from 0 to 100. */
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

    /** What the chart's element is told. */
    private record Drawing(
            List<Point> points, List<Mark> marks, Line line, String locale, String scoreName) {}

    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * @param description the same in words, for who can't see it
     */
    public TrendChart(List<Point> points, List<Mark> marks, Line line, String description) {
        Texts texts = Texts.here();
        var drawing =
                new Drawing(
                        points,
                        marks,
                        line,
                        texts.locale().toLanguageTag(),
                        texts.get("ui.trend.score"));
        getElement().setAttribute("role", "img").setAttribute("aria-label", description);
        getElement().setProperty("drawing", JSON.writeValueAsString(drawing));
    }
}
