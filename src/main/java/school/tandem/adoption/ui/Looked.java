package school.tandem.adoption.ui;

import school.tandem.adoption.Figures;
import school.tandem.ui.Place;

/**
 * What somebody looks at.
 *
 * @param now the figures of today
 * @param again shows the same anew, once something was changed
 */
record Looked(Place place, Figures now, Runnable again) {}
