package school.tandem.importing.platforms;

import java.time.ZoneId;
import java.util.List;

/** A learning platform whose exports can be read. */
public interface Platform {

    /** What its work and hand-ins are of, such as {@code canvas}; one word for all its formats. */
    String source();

    /** Which of its formats a file is, such as {@code canvas-gradebook}; empty: none of them. */
    String format(ExportFile file);

    /**
     * Opens a delivery, all of whose files are of this platform.
     *
     * @param zone of the school; its clocks say on which day a moment lies
     */
    PlatformReader open(List<ExportFile> files, ZoneId zone);
}
