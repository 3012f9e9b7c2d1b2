/**
 * The invented sample school: a believable school of a district of its own, loaded on request and
 * removable in one click. Its files are made up, deterministic for a day, and go in through the
 * same doors as everybody's; its history is written by the code that runs every night.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "security",
            "roster",
            "roster :: intake",
            "training",
            "adoption",
            "adoption :: intake",
            "rollout",
            "importing",
            "readiness",
            "ui"
        })
package school.tandem.sample;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
