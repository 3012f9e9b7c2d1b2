package school.tandem.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static school.tandemdb.roster.Tables.ORG;
import static school.tandemdb.security.Tables.DISTRICT;

import java.time.OffsetDateTime;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import school.tandem.Database;

@Tag("database")
class RowLevelSecurityTest {

    private static Database database;
    private static DistrictId north;
    private static DistrictId south;

    @BeforeAll
    static void twoDistrictsWithASchoolEach() {
        database = Database.fresh();
        north = district("North");
        south = district("South");
        database.inDistrict().write(north, () -> addSchool(north, "Lincoln"));
        database.inDistrict().write(south, () -> addSchool(south, "Roosevelt"));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void aTransactionSeesOnlyItsDistrict() {
        var names =
                database.inDistrict()
                        .read(
                                north,
                                () -> database.dsl().select(ORG.NAME).from(ORG).fetch(ORG.NAME));
        assertThat(names).containsExactly("Lincoln");
    }

    @Test
    void withoutATransactionNoRowIsSeen() {
        assertThat(database.dsl().fetchCount(ORG)).isZero();
    }

    @Test
    void aRowOfAnotherDistrictCannotBeWritten() {
        assertThatThrownBy(() ->
                        database.inDistrict().write(north, () -> addSchool(south, "Smuggled")))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("row-level security");
    }

    @Test
    void aNestedTransactionForAnotherDistrictFails() {
        assertThatThrownBy(() ->
                        database.inDistrict()
                                .read(
                                        north,
                                        () -> database.inDistrict().read(south, () -> "never")))
                .isInstanceOf(IllegalStateException.class);
    }

    private static DistrictId district(String name) {
        return database.dsl()
                .insertInto(DISTRICT)
                .set(DISTRICT.NAME, name)
                .set(DISTRICT.ZONE, "America/New_York")
                .set(DISTRICT.CREATED_AT, OffsetDateTime.parse("2026-09-01T00:00:00Z"))
                .returningResult(DISTRICT.ID)
                .fetchSingle(DISTRICT.ID);
    }

    private static void addSchool(DistrictId district, String name) {
        database.dsl()
                .insertInto(ORG)
                .set(ORG.DISTRICT_ID, district)
                .set(ORG.KIND, "school")
                .set(ORG.NAME, name)
                .set(ORG.SOURCE, "test")
                .set(ORG.EXTERNAL_ID, name)
                .execute();
    }
}
