package school.tandem.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.dialog.Dialog;

/** A form over the screen; it closes once its fields were taken. */
public class FormDialog extends Dialog {

    private final Form form;

    /**
     * @param title what is being done
     * @param submit what the button says
     * @param work what it does; a {@link school.tandem.security.BadInput} of it is shown and keeps
     *     the dialog open
     */
    public FormDialog(String title, String submit, Runnable work) {
        form =
                new Form(
                        submit,
                        () -> {
                            work.run();
                            close();
                        });
        form.withAction(Actions.secondary(Texts.here().get("ui.cancel"), this::close));
        setHeaderTitle(title);
        addClassName("form-dialog");
        add(form);
    }

    /** Adds a field, as {@link Form#field} does. */
    public <C extends Component & HasValidation> C field(String name, C field) {
        return form.field(name, field);
    }

    /** Adds something between the fields. */
    public FormDialog with(Component... more) {
        form.with(more);
        return this;
    }

    /** Adds a button beside the others. */
    public FormDialog withAction(Component... more) {
        form.withAction(more);
        return this;
    }
}
