package school.tandem.ui;

import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import school.tandem.security.Access;

/** Chooses the language of a screen: the person's, else the browser's. */
@Component
class Languages implements I18NProvider, VaadinServiceInitListener {

    private final transient Access access;

    Languages(Access access) {
        this.access = access;
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return Texts.LANGUAGES;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... parameters) {
        return Texts.of(locale).get(key, parameters);
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource()
                .addUIInitListener(init -> {
                    var who = access.whoOrNobody();
                    if (who != null && who.locale() != null) {
                        init.getUI().setLocale(Locale.forLanguageTag(who.locale()));
                    }
                });
    }
}
