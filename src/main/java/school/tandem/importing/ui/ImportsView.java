package school.tandem.importing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import school.tandem.importing.ImportProgress;
import school.tandem.importing.ImportReport;
import school.tandem.importing.MappedRequest;
import school.tandem.importing.RunningImports;
import school.tandem.importing.RunningImports.Running;
import school.tandem.importing.WhoIsMeant;
import school.tandem.importing.reading.CalendarFile;
import school.tandem.importing.reading.Refused;
import school.tandem.roster.School;
import school.tandem.roster.Schools;
import school.tandem.security.Access;
import school.tandem.security.DistrictId;
import school.tandem.security.Permission;
import school.tandem.ui.CurrentPlace;
import school.tandem.ui.Headline;
import school.tandem.ui.Notices;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** Brings files in: shows first what they would change, then does it, and takes it back. */
@Route(ImportsView.ROUTE)
@PermitAll
class ImportsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String ROUTE = "imports";

    private final transient CurrentPlace current;
    private final transient Access access;
    private final transient WaysIn ways;
    private final transient WhoIsMeant meant;
    private final transient RunningImports running;
    private final transient Schools schools;
    private final transient PastImports past;
    private final transient MappingPanel.Maker mapping;
    private transient @Nullable Place place;
    private transient @Nullable Delivered delivered;

    ImportsView(
            CurrentPlace current,
            Access access,
            WaysIn ways,
            WhoIsMeant meant,
            RunningImports running,
            Schools schools,
            PastImports past,
            MappingPanel.Maker mapping) {
        this.current = current;
        this.access = access;
        this.ways = ways;
        this.meant = meant;
        this.running = running;
        this.schools = schools;
        this.past = past;
        this.mapping = mapping;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        place = current.ifAny(event).orElse(null);
        if (place != null) {
            access.require(place.key().district(), Permission.IMPORT);
        } else if (!access.who().operator()) {
            event.forwardTo(CurrentPlace.WELCOME);
            return;
        }
        running.find(key()).ifPresentOrElse(this::showRunning, this::showStart);
    }

    @Override
    public String getPageTitle() {
        return Texts.here().get("importing.nav");
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (running.find(key()).filter(one -> !one.isOver()).isEmpty()) {
            discard();
        }
    }

    private String key() {
        return RunningImports.keyOf(place == null ? null : place.key().district());
    }

    private void showStart() {
        discard();
        removeAll();
        Texts texts = Texts.here();
        add(new Headline(texts.get("importing.headline"), texts.get("importing.headline.below")));
        Delivered fresh = new Delivered();
        delivered = fresh;
        add(new UploadPanel(fresh, place != null, () -> look(fresh)).panel());
        if (place != null) {
            add(past.build(place, this::showStart));
        }
    }

    /** Finds out what was uploaded. */
    private void look(Delivered here) {
        Place at = place;
        if (at != null && CalendarFile.isOne(here.name())) {
            bringHolidays(at, here.files().getFirst());
        } else if (at != null && ways.isToMap(at, here)) {
            showMapping(at, here);
        } else {
            start(here, true, ways.work(at, here, null, true));
        }
    }

    private void showMapping(Place at, Delivered here) {
        try {
            Component panel =
                    mapping.panel(
                            at,
                            here,
                            request -> start(here, true, ways.work(request)),
                            this::showStart);
            removeAll();
            add(
                    new Headline(
                            Texts.here().get("importing.map.headline", "file", here.name()),
                            Texts.here().get("importing.map.below")));
            add(panel);
        } catch (Refused refused) {
            showStart();
            Notices.problem(Texts.here().get(refused.textKey(), refused.arguments()));
        }
    }

    private void bringHolidays(Place at, Path file) {
        try {
            String done = ways.bringHolidays(at, file);
            showStart();
            Notices.done(done);
        } catch (Refused refused) {
            showStart();
            Notices.problem(Texts.here().get(refused.textKey(), refused.arguments()));
        }
    }

    private void start(
            Delivered here, boolean dryRun, Function<ImportProgress, ImportReport> work) {
        running.forget(key());
        Running one = running.start(key(), here.name(), dryRun, work);
        showRunning(one);
    }

    private void showRunning(Running one) {
        removeAll();
        add(
                new ProgressPanel(
                        one,
                        () -> {
                            running.forget(key());
                            over(one);
                        }));
    }

    private void over(Running one) {
        if (one.trouble().isPresent()) {
            showStart();
            Notices.problem(Texts.here().get(one.trouble().get()));
            return;
        }
        ImportReport report = one.report().orElseThrow();
        Delivered here = delivered;
        if (report.refused() != null) {
            showStart();
            Notices.problem(report.refused());
        } else if (one.isDryRun() && here != null) {
            showDifference(here, report);
        } else if (one.isDryRun()) {
            showStart();
        } else {
            showDone(report);
        }
    }

    private void showDifference(Delivered here, ImportReport report) {
        removeAll();
        add(
                new ReportPanel(report)
                        .asking(
                                MeantPanel.of(
                                        meant,
                                        report,
                                        () -> {
                                            report.held().close();
                                            start(here, true, again(here, null, true));
                                        }))
                        .anew(ways.wasSaid(here, report) ? () -> sayAnew(here, report) : null)
                        .difference(
                                district -> start(here, false, again(here, district, false)),
                                () -> {
                                    report.held().close();
                                    showStart();
                                }));
    }

    private Function<ImportProgress, ImportReport> again(
            Delivered here, @Nullable String district, boolean dryRun) {
        MappedRequest mapped = mapping.last(here);
        return mapped == null
                ? ways.work(place, here, district, dryRun)
                : ways.work(mapped.once(dryRun));
    }

    private void sayAnew(Delivered here, ImportReport report) {
        Place at = place;
        if (at != null) {
            report.held().close();
            showMapping(at, here);
        }
    }

    private void showDone(ImportReport report) {
        discard();
        DistrictId district = report.district();
        boolean first = place == null;
        if (first && district != null && report.held().count() == 0) {
            open(district);
            Notices.done(ReportPanel.sentence(report, "importing.did"));
            return;
        }
        removeAll();
        add(
                new ReportPanel(report)
                        .done(
                                () -> {
                                    if (district != null) {
                                        open(district);
                                    }
                                },
                                this::showStart));
    }

    private void open(DistrictId district) {
        List<School> there = schools.of(district);
        QueryParameters where =
                there.isEmpty()
                        ? QueryParameters.empty()
                        : QueryParameters.of("school", there.getFirst().key().school().toString());
        UI.getCurrent().navigate("", where);
    }

    private void discard() {
        if (delivered != null) {
            delivered.discard();
            delivered = null;
        }
    }
}
