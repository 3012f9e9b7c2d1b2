package school.tandem.ui;

import school.tandem.security.Permission;

/**
 * A way from the navigation to a screen; a module offers it as a bean.
 *
 * @param order place from the top, counted over all modules
 * @param textKey what it is called
 * @param manage whether it stands below, among what is looked after rather than read
 * @param needs who is shown it
 */
public record NavEntry(int order, String route, String textKey, boolean manage, Permission needs) {}
