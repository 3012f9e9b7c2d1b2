package school.tandem.adoption.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.ArrayList;
import java.util.List;
import school.tandem.adoption.Measure;
import school.tandem.adoption.Week;
import school.tandem.adoption.ui.AdoptionTabs.Tab;
import school.tandem.ui.Headline;

/** What teachers do online. */
@SpringComponent
class TeacherHabits implements AdoptionSection {

    private final SectionParts parts;

    TeacherHabits(SectionParts parts) {
        this.parts = parts;
    }

    @Override
    public Tab tab() {
        return Tab.TEACHERS;
    }

    @Override
    public Headline headline(Looked looked) {
        return SectionParts.headline(looked, tab(), Measure.ASSIGNMENTS);
    }

    @Override
    public List<Component> build(Looked looked) {
        List<Measure> practice = Measure.practice();
        if (SectionParts.isMissing(looked.now(), practice)) {
            return parts.ask(looked.place(), tab());
        }
        List<Measure> all = new ArrayList<>(practice);
        all.add(Measure.SET_ONLINE);
        return List.of(
                Filters.of(looked),
                parts.measures(looked, all),
                new WeeksPanel(OverTime.of(looked), "weeks", Week::inWindow, all).panel(),
                SectionParts.byDepartment(looked, all),
                new WeeksPanel(OverTime.of(looked), "first", Week::inYear, practice).panel());
    }
}
