package school.tandem.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.HashMap;
import java.util.Map;
import school.tandem.security.BadInput;

/** Fields and the one button that takes them; what can't be taken is said at its field. */
public class Form extends Composite<Div> {

    private final Map<String, HasValidation> fields = new HashMap<>();
    private final Div inputs = new Div();
    private final Div actions = new Div();
    private final Paragraph problem = new Paragraph();
    private final Runnable work;

    /**
     * @param submit what the button says
     * @param work what it does; a {@link BadInput} of it is shown
     */
    public Form(String submit, Runnable work) {
        this.work = work;
        inputs.addClassName("inputs");
        actions.addClassName("actions");
        actions.add(Actions.primary(submit, this::submit));
        problem.addClassName("problem");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        getContent().addClassName("form");
        getContent().add(inputs, problem, actions);
    }

    /**
     * Adds a field.
     *
     * @param name what {@link BadInput#field} calls it
     */
    public <C extends Component & HasValidation> C field(String name, C field) {
        fields.put(name, field);
        inputs.add(field);
        return field;
    }

    /** Adds something between the fields that nothing can be wrong with. */
    public Form with(Component... more) {
        inputs.add(more);
        return this;
    }

    /** Adds to the right of the button. */
    public Form withAction(Component... more) {
        actions.add(more);
        return this;
    }

    private void submit() {
        fields.values().forEach(field -> field.setInvalid(false));
        problem.setVisible(false);
        try {
            work.run();
        } catch (BadInput bad) {
            say(bad);
        }
    }

    private void say(BadInput bad) {
        String sentence = Texts.here().get(bad.textKey());
        HasValidation field = fields.get(bad.field());
        if (field == null) {
            problem.setText(sentence);
            problem.setVisible(true);
        } else {
            field.setErrorMessage(sentence);
            field.setInvalid(true);
            if (field instanceof com.vaadin.flow.component.Focusable<?> focusable) {
                focusable.focus();
            }
        }
    }
}
