package school.tandem.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.Locale;
import school.tandem.security.Access;
import school.tandem.security.Accounts;

/** Who has signed in, their language, and the way out. */
@SpringComponent
@UIScope
class PersonMenu extends NativeDetails {

    PersonMenu(Access access, Accounts accounts, AuthenticationContext authentication) {
        addClassName("person");
        Texts texts = Texts.here();
        setSummaryText(access.who().name());
        var items = new com.vaadin.flow.component.html.Div(new Span(access.who().email()));
        items.addClassName("items");
        for (Locale language : Texts.LANGUAGES) {
            if (!language.getLanguage().equals(texts.locale().getLanguage())) {
                items.add(
                        Actions.inRow(
                                Texts.of(language).get("ui.inThisLanguage"),
                                () -> {
                                    accounts.chooseLocale(language);
                                    UI.getCurrent().getSession().setLocale(language);
                                    UI.getCurrent().getPage().reload();
                                }));
            }
        }
        items.add(Actions.inRow(texts.get("ui.signOut"), authentication::logout));
        setContent(items);
    }
}
