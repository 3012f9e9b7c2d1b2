package school.tandem.roster.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import school.tandem.roster.FirstSchool;
import school.tandem.roster.SampleSchool;
import school.tandem.roster.School;
import school.tandem.roster.Schools;
import school.tandem.security.Access;
import school.tandem.security.SchoolKey;
import school.tandem.ui.Actions;
import school.tandem.ui.CurrentPlace;
import school.tandem.ui.Headline;
import school.tandem.ui.Panel;
import school.tandem.ui.Texts;

/** The first run: the sample school, one's own data, or whom to ask for an invitation. */
@Route(CurrentPlace.WELCOME)
@PermitAll
class WelcomeView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Access access;
    private final transient Schools schools;
    private final transient FirstSchool first;
    private final transient ObjectProvider<SampleSchool> sample;

    WelcomeView(
            Access access,
            Schools schools,
            FirstSchool first,
            ObjectProvider<SampleSchool> sample) {
        this.access = access;
        this.schools = schools;
        this.first = first;
        this.sample = sample;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        List<School> mine = schools.mine();
        Texts texts = Texts.here();
        if (!first.mayStart()) {
            add(waiting(texts, mine));
            return;
        }
        add(new Headline(texts.get("roster.welcome"), texts.get("roster.welcome.below")));
        Div ways = new Div();
        ways.addClassName("welcome");
        if (access.who().operator() && sample.getIfAvailable() != null) {
            ways.add(samplePanel(texts, mine));
        }
        ways.add(ownData(texts, mine));
        add(ways);
    }

    @Override
    public String getPageTitle() {
        return Texts.here().get("roster.welcome.title");
    }

    private static Component waiting(Texts texts, List<School> mine) {
        if (mine.isEmpty()) {
            return new Headline(
                    texts.get("roster.welcome.noInvitation"),
                    texts.get("roster.welcome.noInvitation.below"));
        }
        Headline headline =
                new Headline(
                        texts.get("roster.welcome.member", "school", mine.getFirst().name()),
                        texts.get("roster.welcome.member.below"));
        return new Div(headline, Actions.primaryLink(texts.get("roster.welcome.open"), "/"));
    }

    private Component samplePanel(Texts texts, List<School> mine) {
        boolean loaded = mine.stream().anyMatch(School::sample);
        return new Panel(
                texts.get("roster.welcome.sample"),
                new Paragraph(texts.get("roster.welcome.sample.below")),
                Actions.primary(
                        texts.get(
                                loaded ? "roster.welcome.sample.open" : "roster.welcome.sample.do"),
                        () -> explore(mine)));
    }

    private void explore(List<School> mine) {
        SchoolKey key =
                mine.stream()
                        .filter(School::sample)
                        .map(School::key)
                        .findFirst()
                        .orElseGet(() -> sample.getObject().load());
        open(key);
    }

    private Component ownData(Texts texts, List<School> mine) {
        return new Panel(
                texts.get("roster.welcome.own"),
                new H3(texts.get("roster.welcome.bundle")),
                new Paragraph(texts.get("roster.welcome.bundle.below")),
                Actions.secondaryLink(texts.get("roster.welcome.bundle.do"), "imports"),
                new H3(texts.get("roster.welcome.name")),
                new Paragraph(texts.get("roster.welcome.name.below")),
                new FirstSchoolForm(first, mine, plan -> open(plan.school())));
    }

    private static void open(SchoolKey key) {
        UI.getCurrent().navigate("", QueryParameters.of("school", key.school().toString()));
    }
}
