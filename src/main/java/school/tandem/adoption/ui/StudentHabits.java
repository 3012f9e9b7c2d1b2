package school.tandem.adoption.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import school.tandem.adoption.Measure;
import school.tandem.adoption.Week;
import school.tandem.adoption.ui.AdoptionTabs.Tab;
import school.tandem.security.Access;
import school.tandem.security.Permission;
import school.tandem.ui.Headline;

/** The habits of students. */
@SpringComponent
class StudentHabits implements AdoptionSection {

    private final SectionParts parts;
    private final MeaningsPanel meanings;
    private final Access access;

    StudentHabits(SectionParts parts, MeaningsPanel meanings, Access access) {
        this.parts = parts;
        this.meanings = meanings;
        this.access = access;
    }

    @Override
    public Tab tab() {
        return Tab.STUDENTS;
    }

    @Override
    public Headline headline(Looked looked) {
        return SectionParts.headline(looked, tab(), Measure.HANDED_IN);
    }

    @Override
    public List<Component> build(Looked looked) {
        List<Measure> habits = Measure.habits();
        List<Measure> work = List.of(Measure.HAND_IN_RATE, Measure.ON_TIME);
        List<Measure> all = Stream.concat(habits.stream(), work.stream()).toList();
        if (SectionParts.isMissing(looked.now(), all)) {
            return parts.ask(looked.place(), tab());
        }
        List<Component> panels = new ArrayList<>();
        panels.add(Filters.of(looked));
        panels.add(parts.measures(looked, all));
        panels.add(new WeeksPanel(OverTime.of(looked), "weeks", Week::inWindow, habits).panel());
        panels.add(new FunnelPanel(looked).panel(habits));
        panels.add(SectionParts.byGrade(looked, all));
        panels.add(SectionParts.byDepartment(looked, all));
        List<Measure> everyHabit =
                Stream.concat(habits.stream(), Stream.of(Measure.ALL_HABITS)).toList();
        panels.add(FirstTimePanel.of(looked, everyHabit));
        if (access.may(looked.place().key().district(), Permission.IMPORT)) {
            panels.add(meanings.build(looked.place().key().district(), looked.again()));
        }
        return panels;
    }
}
