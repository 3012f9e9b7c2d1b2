package school.tandem.importing;

import school.tandem.importing.platforms.SaidColumns;

/**
 * An export of a platform to bring in whose columns somebody said.
 *
 * @param delivery the one file, and where it goes
 */
public record ExportRequest(ImportRequest delivery, SaidColumns columns) implements MappedRequest {

    @Override
    public ExportRequest once(boolean dry) {
        return new ExportRequest(
                new ImportRequest(
                        delivery.files(),
                        delivery.shownName(),
                        delivery.districtName(),
                        delivery.zone(),
                        delivery.sample(),
                        dry),
                columns);
    }
}
