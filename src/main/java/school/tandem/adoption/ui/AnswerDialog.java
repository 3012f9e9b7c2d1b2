package school.tandem.adoption.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.HomeAccess;
import school.tandem.security.SchoolKey;
import school.tandem.ui.Choice;
import school.tandem.ui.FormDialog;
import school.tandem.ui.Notices;
import school.tandem.ui.Texts;

/** Types one family's answer, from paper or the telephone. */
@SpringComponent
class AnswerDialog {

    private enum Answer {
        UNKNOWN,
        YES,
        NO;

        @Nullable Boolean value() {
            return this == UNKNOWN ? null : Boolean.valueOf(this == YES);
        }
    }

    private final HomeAccess homes;

    AnswerDialog(HomeAccess homes) {
        this.homes = homes;
    }

    void open(SchoolKey key, Runnable then) {
        Texts texts = Texts.here();
        TextField student = new TextField(texts.get("adoption.answer.student"));
        student.setHelperText(texts.get("adoption.answer.student.hint"));
        Choice<Answer> device = choice("adoption.measure.device");
        Choice<Answer> connection = choice("adoption.measure.connection");
        FormDialog dialog =
                new FormDialog(
                        texts.get("adoption.answer"),
                        texts.get("adoption.answer.save"),
                        () -> {
                            homes.answer(
                                    key,
                                    student.getValue(),
                                    device.chosen().value(),
                                    connection.chosen().value());
                            then.run();
                            Notices.done(texts.get("adoption.answer.saved"));
                        });
        dialog.field("student", student);
        dialog.with(
                labelled("adoption.measure.device", device),
                labelled("adoption.measure.connection", connection));
        dialog.open();
    }

    private static Choice<Answer> choice(String label) {
        Texts texts = Texts.here();
        return new Choice<>(
                texts.get(label),
                List.of(Answer.values()),
                answer -> texts.get("adoption.answer." + answer.name().toLowerCase(Locale.ROOT)),
                Answer.UNKNOWN,
                chosen -> {});
    }

    private static Div labelled(String label, Choice<Answer> choice) {
        Div field = new Div(new Span(Texts.here().get(label)), choice);
        field.addClassName("two-lines");
        return field;
    }
}
