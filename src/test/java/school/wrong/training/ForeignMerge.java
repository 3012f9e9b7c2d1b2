package school.wrong.training;

import java.util.List;
import school.tandem.roster.intake.Merge;

class ForeignMerge {
    Merge.Target target() {
        return new Merge.Target("roster", "person", List.of(), false);
    }
}
