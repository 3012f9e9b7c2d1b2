package school.tandem.roster;

import school.tandem.security.DistrictId;
import school.tandem.security.SchoolKey;

/**
 * The invented school that can be looked at before one's own: loaded on request, removed in one
 * click. Offered by whoever knows all modules' rows, since the roster does not.
 */
public interface SampleSchool {

    /** Loads it, unless it is there; whoever asks becomes an administrator of its district. */
    SchoolKey load();

    /** Removes the sample's district with all its rows; refuses a district that is no sample. */
    void remove(DistrictId district);
}
