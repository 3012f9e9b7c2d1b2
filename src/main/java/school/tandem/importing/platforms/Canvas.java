package school.tandem.importing.platforms;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import school.tandem.importing.reading.Refused;

/** Canvas: gradebooks as teachers download them, and objects as its interface returns them. */
final class Canvas implements Platform {

    static final String SOURCE = "canvas";

    @Override
    public String source() {
        return SOURCE;
    }

    @Override
    public String format(ExportFile file) {
        CanvasKind kind = kind(file);
        return kind == null ? "" : kind.format();
    }

    private static @Nullable CanvasKind kind(ExportFile file) {
        String said = file.saidFormat(SOURCE);
        if (said != null) {
            return CanvasKind.called(said);
        }
        if (file.isJson()) {
            return CanvasKind.ofHead(file.head());
        }
        if (file.hasHeaders("assignment", "userCount", "submissionPercent")) {
            return CanvasKind.SUMMARY;
        }
        return CanvasGradebook.isOne(file) ? CanvasKind.GRADEBOOK : null;
    }

    /**
     * @throws Refused where a file counts hand-ins without saying whose they are
     */
    @Override
    public PlatformReader open(List<ExportFile> files, ZoneId zone) {
        for (ExportFile file : files) {
            if (kind(file) == CanvasKind.SUMMARY) {
                throw new Refused("importing.refused.nobodys", Map.of("file", file.name()));
            }
        }
        return new CanvasReader(files, zone);
    }
}
