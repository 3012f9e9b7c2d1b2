package school.tandem.adoption.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import school.tandem.adoption.Answer;
import school.tandem.adoption.ClassHabits.Student;
import school.tandem.adoption.Measure;
import school.tandem.ui.Panel;
import school.tandem.ui.TableExport;
import school.tandem.ui.Texts;

/** Students of a class by name, with what is missing or not known of each. */
final class HandTable {

    private static final String FILE = "adoption-class";

    private HandTable() {}

    /**
     * @param again reads them anew for a file, which is recorded as any reading is
     */
    static Panel of(String heading, List<Student> students, Supplier<List<Student>> again) {
        Texts texts = Texts.here();
        String caption = texts.get(heading);
        List<String> columns =
                List.of(
                        texts.get("adoption.people.name"),
                        texts.get("adoption.hand.missing"),
                        texts.get("adoption.hand.notKnown"),
                        texts.get("adoption.measure.device"),
                        texts.get("adoption.hand.last"));
        return new Panel(
                caption,
                new Files(FILE, caption, columns, rows(texts, students)).table(),
                Files.links(
                        new TableExport(
                                FILE, columns, taker -> rows(texts, again.get()).forEach(taker)),
                        caption));
    }

    private static List<List<String>> rows(Texts texts, List<Student> students) {
        return students.stream().map(one -> row(texts, one)).toList();
    }

    private static List<String> row(Texts texts, Student one) {
        LocalDate last = one.handedInOn();
        return List.of(
                one.name(),
                habits(texts, one, Answer.NO),
                habits(texts, one, Answer.UNKNOWN),
                texts.get("adoption.answer." + one.of(Measure.DEVICE).code()),
                last == null ? texts.get("adoption.hand.last.none") : texts.date(last));
    }

    /** The habits of which this is known, such as “Handed in, Quiz”. */
    private static String habits(Texts texts, Student one, Answer answer) {
        return one.habits(answer).stream()
                .map(measure -> texts.get("adoption.column." + measure.code()))
                .map(name -> name.replace("\u00AD", ""))
                .collect(Collectors.joining(", "));
    }
}
