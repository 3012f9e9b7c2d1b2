package school.tandem.adoption.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import school.tandem.adoption.Measure;
import school.tandem.adoption.ui.AdoptionTabs.Tab;
import school.tandem.ui.Headline;

/** What teachers do online. */
@SpringComponent
class TeacherHabits implements AdoptionSection {

    private static final List<Measure> MEASURES =
            List.of(Measure.ATTENDANCE, Measure.ASSIGNMENTS, Measure.QUIZZES);

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
        if (SectionParts.isMissing(looked.now(), MEASURES)) {
            return parts.ask(looked.place(), tab());
        }
        return List.of(
                parts.measures(looked, tab(), MEASURES),
                parts.byDepartment(looked, MEASURES),
                SectionParts.counted(tab()));
    }
}
