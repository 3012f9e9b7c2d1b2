package school.tandem.adoption.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.Answer;
import school.tandem.adoption.HomeAccess;
import school.tandem.adoption.PersonBehind;
import school.tandem.adoption.Via;
import school.tandem.security.SchoolKey;
import school.tandem.ui.Choice;
import school.tandem.ui.FormDialog;
import school.tandem.ui.Notices;
import school.tandem.ui.Texts;

/** Types one family's answer, from paper or the telephone. */
@SpringComponent
class AnswerDialog {

    /** Keeps what was typed. */
    private interface Keeper {
        void keep(@Nullable Boolean device, @Nullable Boolean connection, Via via);
    }

    private final HomeAccess homes;

    AnswerDialog(HomeAccess homes) {
        this.homes = homes;
    }

    /** For an answer that names its student by an id or an e-mail address. */
    void open(SchoolKey key, Runnable then) {
        Texts texts = Texts.here();
        TextField student = new TextField(texts.get("adoption.answer.student"));
        student.setHelperText(texts.get("adoption.answer.student.hint"));
        FormDialog dialog =
                ask(
                        texts.get("adoption.answer"),
                        (device, connection, via) ->
                                homes.answer(key, student.getValue(), device, connection, via),
                        then);
        dialog.field("student", student);
        dialog.open();
    }

    /** For a student chosen from a list. */
    void open(SchoolKey key, PersonBehind student, Runnable then) {
        ask(
                        student.name(),
                        (device, connection, via) ->
                                homes.answer(key, student.id(), device, connection, via),
                        then)
                .open();
    }

    private FormDialog ask(String title, Keeper keep, Runnable then) {
        Texts texts = Texts.here();
        Choice<Answer> device = choice("adoption.measure.device");
        Choice<Answer> connection = choice("adoption.measure.connection");
        Choice<Via> via =
                new Choice<>(
                        texts.get("adoption.survey.way"),
                        List.of(Via.PAPER, Via.PHONE),
                        way -> texts.get("adoption.via." + way.code()),
                        Via.PAPER,
                        chosen -> {});
        FormDialog dialog =
                new FormDialog(
                        title,
                        texts.get("adoption.answer.save"),
                        () -> {
                            keep.keep(
                                    device.chosen().said(),
                                    connection.chosen().said(),
                                    via.chosen());
                            then.run();
                            Notices.done(texts.get("adoption.answer.saved"));
                        });
        Paragraph counts = new Paragraph(texts.get("adoption.answer.counts"));
        counts.addClassName("quiet");
        dialog.with(
                labelled("adoption.measure.device", device),
                labelled("adoption.measure.connection", connection),
                labelled("adoption.survey.way", via),
                counts);
        return dialog;
    }

    private static Choice<Answer> choice(String label) {
        Texts texts = Texts.here();
        return new Choice<>(
                texts.get(label),
                List.of(Answer.UNKNOWN, Answer.YES, Answer.NO),
                answer -> texts.get("adoption.answer." + answer.code()),
                Answer.UNKNOWN,
                chosen -> {});
    }

    private static Div labelled(String label, Choice<?> choice) {
        Div field = new Div(new Span(Texts.here().get(label)), choice);
        field.addClassName("two-lines");
        return field;
    }
}
