package school.tandem.importing;

/** A table to bring in whose columns somebody said. */
public sealed interface MappedRequest permits ListRequest, ExportRequest {

    /**
     * The same, once more.
     *
     * @param dry find out what would change, and change nothing; false: do it
     */
    MappedRequest once(boolean dry);
}
