package school.tandem.adoption.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.ArrayList;
import java.util.List;
import school.tandem.adoption.Measure;
import school.tandem.adoption.ui.AdoptionTabs.Tab;
import school.tandem.security.Access;
import school.tandem.security.Permission;
import school.tandem.ui.Headline;

/** The habits of students. */
@SpringComponent
class StudentHabits implements AdoptionSection {

    private static final List<Measure> MEASURES =
            List.of(Measure.OPENED, Measure.HANDED_IN, Measure.QUIZ, Measure.HAND_IN_RATE);

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
        if (SectionParts.isMissing(looked.now(), MEASURES)) {
            return parts.ask(looked.place(), tab());
        }
        List<Component> panels = new ArrayList<>();
        panels.add(parts.measures(looked, tab(), MEASURES));
        panels.add(SectionParts.byGrade(looked, MEASURES));
        panels.add(parts.byDepartment(looked, MEASURES));
        if (access.may(looked.place().key().district(), Permission.IMPORT)) {
            panels.add(meanings.build(looked.place().key().district(), looked.again()));
        }
        panels.add(SectionParts.counted(tab()));
        return panels;
    }
}
