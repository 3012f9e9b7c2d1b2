/**
 * What every screen is made of: the shell with its slots, the sentence on top, range bars, notices,
 * the chart, texts in the reader's language, and the plain pages before sign-in. Knows who asks,
 * and nothing of what is shown.
 *
 * <p>A module fills the shell through beans: {@link school.tandem.ui.NavEntry} for the navigation
 * and one {@link school.tandem.ui.Places} for the schools and plans to choose from.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"security", "disclosure"})
package school.tandem.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
