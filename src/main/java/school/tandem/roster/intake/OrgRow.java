package school.tandem.roster.intake;

import org.jspecify.annotations.Nullable;

/**
 * A district, a school or a department.
 *
 * @param identifier the number the authorities know it by, as given
 * @param parentId the org it belongs to; null: none named
 */
public record OrgRow(
        long line,
        boolean withdrawn,
        String id,
        String name,
        OrgKind kind,
        @Nullable String identifier,
        @Nullable String parentId)
        implements ImportedRow {}
