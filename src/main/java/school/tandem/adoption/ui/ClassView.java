package school.tandem.adoption.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.Answer;
import school.tandem.adoption.ClassHabits;
import school.tandem.adoption.ClassHabits.Student;
import school.tandem.adoption.Measure;
import school.tandem.roster.ClassId;
import school.tandem.roster.DepartmentId;
import school.tandem.security.NotHere;
import school.tandem.ui.Actions;
import school.tandem.ui.CurrentPlace;
import school.tandem.ui.DataTable;
import school.tandem.ui.Headline;
import school.tandem.ui.Panel;
import school.tandem.ui.Place;
import school.tandem.ui.Texts;

/** The students of a class who need a hand, by name, for whoever is to give it. */
@Route(ClassView.ROUTE)
@PermitAll
class ClassView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String ROUTE = "adoption/class";

    private final transient CurrentPlace current;
    private final transient ClassHabits classes;

    ClassView(CurrentPlace current, ClassHabits classes) {
        this.current = current;
        this.classes = classes;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        current.of(event)
                .ifPresent(place ->
                        show(
                                place,
                                classes.ofClass(place.key(), schoolClass(event.getLocation()))));
    }

    @Override
    public String getPageTitle() {
        return Texts.here().get("adoption.section.classes");
    }

    private static ClassId schoolClass(Location location) {
        String asked = location.getQueryParameters().getSingleParameter("class").orElse("");
        if (!asked.matches("[0-9]{1,18}")) {
            throw new NotHere("Class " + asked);
        }
        return new ClassId(Long.parseLong(asked));
    }

    private void show(Place place, ClassHabits.Page page) {
        Texts texts = Texts.here();
        removeAll();
        LocalDate to = page.coversTo();
        add(
                new Headline(
                        texts.get(
                                "adoption.hand.headline",
                                "count",
                                page.needAHand().size(),
                                "all",
                                page.students().size(),
                                "class",
                                page.title()),
                        to == null
                                ? texts.get("adoption.below.none")
                                : texts.get("adoption.hand.below", "day", texts.date(to))));
        add(new AdoptionTabs(place, AdoptionTabs.Tab.CLASSES), back(place, page.department()));
        if (!page.needAHand().isEmpty()) {
            add(panel("adoption.hand.need", page.needAHand()));
        }
        if (!page.unknown().isEmpty()) {
            add(panel("adoption.hand.unknown", page.unknown()));
        }
        Paragraph counted = new Paragraph(texts.get("adoption.hand.counted"));
        counted.addClassName("quiet");
        add(counted);
    }

    private static Div back(Place place, @Nullable DepartmentId of) {
        Texts texts = Texts.here();
        Div back =
                new Div(
                        Actions.secondaryLink(
                                texts.get("adoption.hand.back"),
                                of == null
                                        ? place.link(ClassesView.ROUTE)
                                        : place.link(
                                                ClassesView.ROUTE, "department", of.toString())));
        back.addClassName("actions");
        return back;
    }

    private static Panel panel(String heading, List<Student> students) {
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
