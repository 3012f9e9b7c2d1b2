package school.tandem.roster.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import school.tandem.roster.Schools;
import school.tandem.security.Access;
import school.tandem.security.Audit;
import school.tandem.security.Permission;
import school.tandem.ui.DataTable;
import school.tandem.ui.Panel;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** The last entries of the audit trail, for administrators of the whole district. */
@SpringComponent
@Order(5)
class TrailSection implements SettingsSection {

    private static final int SHOWN = 50;

    private final Audit audit;
    private final Schools schools;
    private final Access access;

    TrailSection(Audit audit, Schools schools, Access access) {
        this.audit = audit;
        this.schools = schools;
        this.access = access;
    }

    @Override
    public boolean isShown(Place place) {
        return access.may(place.key().district(), Permission.INVITE);
    }

    @Override
    public Component build(Place place, Runnable reload) {
        Texts texts = Texts.here();
        ZoneId zone = schools.find(place.key()).zone();
        DataTable table =
                new DataTable(
                        texts.get("roster.trail"),
                        List.of(
                                texts.get("roster.trail.when"),
                                texts.get("roster.trail.who"),
                                texts.get("roster.trail.action"),
                                texts.get("roster.trail.facts")));
        for (Audit.Entry entry : audit.recent(place.key().district(), SHOWN)) {
            table.row(
                    DataTable.text(texts.moment(entry.at(), zone)),
                    DataTable.text(
                            Objects.requireNonNullElse(
                                    entry.who(), texts.get("roster.trail.installation"))),
                    DataTable.text(action(texts, entry.action())),
                    DataTable.text(facts(entry)));
        }
        return new Panel(
                texts.get("roster.trail"),
                new NativeDetails(texts.get("roster.trail.show", "count", SHOWN), table));
    }

    /** In words where this module knows them, else as it was recorded. */
    private static String action(Texts texts, String action) {
        String key = "roster.action." + action;
        return texts.has(key) ? texts.get(key) : action;
    }

    private static String facts(Audit.Entry entry) {
        String facts =
                entry.facts().entrySet().stream()
                        .map(fact -> fact.getKey() + " " + fact.getValue())
                        .collect(Collectors.joining(", "));
        String fields = String.join(", ", entry.fields());
        return facts.isEmpty() || fields.isEmpty() ? facts + fields : facts + "; " + fields;
    }
}
