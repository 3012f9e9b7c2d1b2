package school.tandem.adoption.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import school.tandem.adoption.Answer;
import school.tandem.adoption.ClassHabits.Student;
import school.tandem.adoption.Measure;
import school.tandem.ui.DataTable;
import school.tandem.ui.Panel;
import school.tandem.ui.Texts;

/** Students of a class by name, with what is missing or not known of each. */
final class HandTable {

    private HandTable() {}

    static Panel of(String heading, List<Student> students) {
        Texts texts = Texts.here();
        DataTable table =
                new DataTable(
                        texts.get(heading),
                        List.of(
                                texts.get("adoption.people.name"),
                                texts.get("adoption.hand.missing"),
                                texts.get("adoption.hand.notKnown"),
                                texts.get("adoption.measure.device"),
                                texts.get("adoption.hand.last")));
        for (Student one : students) {
            LocalDate last = one.handedInOn();
            table.row(
                    DataTable.text(one.name()),
                    DataTable.text(habits(one, Answer.NO)),
                    DataTable.text(habits(one, Answer.UNKNOWN)),
                    DataTable.text(texts.get("adoption.answer." + one.of(Measure.DEVICE).code())),
                    DataTable.text(
                            last == null
                                    ? texts.get("adoption.hand.last.none")
                                    : texts.date(last)));
        }
        return new Panel(texts.get(heading), table);
    }

    /** The habits of which this is known, such as “Handed in, Quiz”. */
    private static String habits(Student one, Answer answer) {
        Texts texts = Texts.here();
        return one.habits(answer).stream()
                .map(measure -> texts.get("adoption.column." + measure.code()))
                .collect(Collectors.joining(", "));
    }
}
