package school.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class PostgresVersionTest {

    /** The build runs this twice; without it, the second run could silently be one more of 18. */
    @Test
    void theServerIsOfTheVersionThatThisRunIsAbout() {
        int wanted = Integer.getInteger("tandem.test.postgres.major", 18);
        try (Database database = Database.fresh()) {
            int major =
                    database.asOwner()
                            .connectionResult(it -> it.getMetaData().getDatabaseMajorVersion());
            assertThat(major).isEqualTo(wanted);
        }
    }
}
