package school.tandem.adoption.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.SourcesOfData.Overlap;
import school.tandem.adoption.SourcesOfData.Quality;
import school.tandem.adoption.SourcesOfData.Source;
import school.tandem.ui.Panel;
import school.tandem.ui.Texts;

/** What each source of adoption tells, and what not to mistake for a fact. */
final class SourcePanels {

    private SourcePanels() {}

    static Component sources(Quality quality) {
        Texts texts = Texts.here();
        String title = texts.get("adoption.sources.title");
        List<List<String>> rows = new ArrayList<>();
        for (Source source : quality.sources()) {
            rows.add(
                    List.of(
                            name(source.name()),
                            speaksOf(source),
                            texts.number(source.classes()),
                            source.measures().stream()
                                    .map(measure -> texts.get("adoption.measure." + measure.code()))
                                    .collect(Collectors.joining(", ")),
                            texts.number(source.work()),
                            texts.number(source.handIns()),
                            texts.number(source.days()),
                            students(source.students()),
                            texts.number(source.silentDays().size())));
        }
        List<String> columns =
                List.of(
                        texts.get("adoption.sources.source"),
                        texts.get("adoption.sources.speaks"),
                        texts.get("adoption.sources.classes"),
                        texts.get("adoption.sources.reports"),
                        texts.get("adoption.sources.work"),
                        texts.get("adoption.sources.handIns"),
                        texts.get("adoption.sources.days"),
                        texts.get("adoption.sources.students"),
                        texts.get("adoption.sources.silent"));
        Files files = new Files("adoption-sources", title, columns, rows);
        return new Panel(title, files.table(), files.links());
    }

    static Component careful(Quality quality) {
        Texts texts = Texts.here();
        Panel panel = new Panel(texts.get("adoption.sources.careful"));
        if (quality.silentDays().isEmpty()) {
            panel.with(new Paragraph(texts.get("adoption.sources.everyDay")));
        } else {
            String days = days(quality.silentDays());
            panel.with(
                    new Paragraph(
                            texts.get(
                                    "adoption.sources.silentDays",
                                    "count",
                                    quality.silentDays().size(),
                                    "days",
                                    days)));
        }
        quality.sources().stream()
                .filter(Source::isInterrupted)
                .forEach(source -> panel.with(new Paragraph(interrupted(source))));
        Overlap overlap = quality.overlap();
        if (overlap != null) {
            panel.with(
                    new Paragraph(
                            texts.get(
                                    "adoption.sources.overlap",
                                    "both",
                                    students(overlap.seenByBoth()))),
                    new Paragraph(
                            texts.get(
                                    "adoption.sources.disagree",
                                    "students",
                                    students(overlap.disagreed()))));
        }
        return panel;
    }

    private static String speaksOf(Source source) {
        Texts texts = Texts.here();
        LocalDate from = source.coversFrom();
        LocalDate to = source.coversTo();
        if (to == null) {
            return texts.get("adoption.sources.noDay");
        }
        String days =
                from == null
                        ? texts.get("adoption.sources.upTo", "day", texts.date(to))
                        : texts.get(
                                "adoption.sources.fromTo",
                                "from",
                                texts.date(from),
                                "to",
                                texts.date(to));
        return source.isStale()
                ? texts.get("adoption.sources.old", "days", days, "ago", source.daysAgo())
                : days;
    }

    private static String interrupted(Source source) {
        return Texts.here()
                .get(
                        "adoption.sources.interrupted",
                        "name",
                        name(source.name()),
                        "days",
                        days(source.silentDays()));
    }

    private static String days(List<LocalDate> days) {
        return days.stream().map(Texts.here()::date).collect(Collectors.joining(", "));
    }

    private static String students(@Nullable Long students) {
        Texts texts = Texts.here();
        return students == null ? texts.get("adoption.sources.few") : texts.number(students);
    }

    /** What people call a source; of one that has no text, its own word. */
    static String name(String source) {
        Texts texts = Texts.here();
        return switch (source) {
            case "oneroster",
                    "list",
                    "activity-list",
                    "hand",
                    "sds",
                    "canvas",
                    "canvas-sis",
                    "google-classroom",
                    "schoology",
                    "moodle",
                    "caliper",
                    "xapi",
                    "gradebook-lists" ->
                    texts.get("adoption.source." + source);
            default -> source;
        };
    }
}
