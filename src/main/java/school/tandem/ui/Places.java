package school.tandem.ui;

import java.util.List;
import school.tandem.security.SchoolKey;

/** Where somebody can be: filled in by the module that knows the schools. */
public interface Places {

    /** The schools of whoever looks, by name. */
    List<SchoolChoice> schools();

    /** The plans of a school, the one that a screen opens with first. */
    List<PlanChoice> plans(SchoolKey school);
}
