package school.tandem.security;

/** A district of this installation. */
public record DistrictId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
