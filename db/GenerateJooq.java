import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.LambdaConverter;
import org.jooq.meta.jaxb.SchemaMappingType;
import org.jooq.meta.jaxb.Target;

/**
 * Generates the jOOQ classes from the migrations, against a PostgreSQL of its own; does nothing
 * while neither the migrations nor this file changed since the last time.
 */
public class GenerateJooq {

    private static final List<String> SCHEMAS =
            List.of(
                    "security",
                    "roster",
                    "training",
                    "adoption",
                    "rollout",
                    "readiness",
                    "importing");

    /**
     * Columns that carry a typed id: the type, then the columns as a regular expression over
     * schema.table.column.
     */
    private static final List<Map.Entry<String, String>> TYPED_IDS =
            List.of(
                    Map.entry("security.DistrictId", ".*\\.district_id|security\\.district\\.id"),
                    Map.entry("security.SchoolId", ".*\\.school_id|roster\\.org\\.id"),
                    Map.entry(
                            "security.AccountId",
                            ".*\\.account_id|security\\.account\\.id|.*\\.(logged|confirmed|changed|booked|recorded|decided)_by"),
                    Map.entry(
                            "roster.PersonId",
                            "(?!.*membership).*\\.(person|student)_id|roster\\.person\\.id"),
                    Map.entry("roster.DepartmentId", ".*\\.department_id|roster\\.department\\.id"),
                    Map.entry("roster.ClassId", ".*\\.class_id|roster\\.class_group\\.id"),
                    Map.entry("roster.PlanId", ".*\\.plan_id|roster\\.plan\\.id"),
                    Map.entry(
                            "training.CourseId",
                            "training\\..*\\.course_id|training\\.course\\.id"),
                    Map.entry(
                            "training.SessionId",
                            "training\\..*\\.session_id|training\\.session\\.id"),
                    Map.entry(
                            "training.LearningId",
                            "training\\..*\\.learning_id|training\\.external_learning\\.id"),
                    Map.entry(
                            "training.MeetingReportId",
                            "training\\..*\\.report_id|training\\.meeting_report\\.id"),
                    Map.entry(
                            "adoption.AssignmentId",
                            "adoption\\..*\\.assignment_id|adoption\\.assignment\\.id"),
                    Map.entry("rollout.ItemId", "rollout\\..*\\.item_id|rollout\\.item\\.id"));

    public static void main(String[] args) throws Exception {
        Path db = Path.of(args[0]);
        Path target = Path.of(args[1]);
        Path stamp = target.resolve(".migrations");
        String digest = digest(db);
        if (Files.exists(stamp) && Files.readString(stamp).equals(digest)) {
            return;
        }
        clear(target);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            migrate(postgres, db.resolve("migration"));
            generate(postgres, target);
        }
        Files.writeString(stamp, digest);
    }

    private static void migrate(EmbeddedPostgres postgres, Path migrations) throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create role tandem_app");
        }
        Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .locations("filesystem:" + migrations)
                .placeholders(Map.of("app_role", "tandem_app"))
                .load()
                .migrate();
    }

    private static void generate(EmbeddedPostgres postgres, Path target) throws Exception {
        var database =
                new Database()
                        .withName("org.jooq.meta.postgres.PostgresDatabase")
                        .withExcludes(".*\\.app_(distribute|protect)")
                        .withSchemata(
                                SCHEMAS.stream()
                                        .map(name -> new SchemaMappingType().withInputSchema(name))
                                        .toList())
                        .withForcedTypes(TYPED_IDS.stream().map(GenerateJooq::typedId).toList());
        GenerationTool.generate(
                new Configuration()
                        .withJdbc(
                                new Jdbc()
                                        .withUrl(postgres.getJdbcUrl("postgres", "postgres"))
                                        .withUser("postgres"))
                        .withGenerator(
                                new Generator()
                                        .withDatabase(database)
                                        .withGenerate(
                                                new Generate()
                                                        .withRecords(true)
                                                        .withJavaTimeTypes(true)
                                                        .withGlobalObjectReferences(true))
                                        .withTarget(
                                                new Target()
                                                        .withPackageName("school.tandemdb")
                                                        .withDirectory(target.toString()))));
    }

    private static ForcedType typedId(Map.Entry<String, String> entry) {
        String type = "school.tandem." + entry.getKey();
        return new ForcedType()
                .withUserType(type)
                .withLambdaConverter(
                        new LambdaConverter().withFrom(type + "::new").withTo(type + "::value"))
                .withIncludeExpression(entry.getValue());
    }

    private static String digest(Path db) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (Stream<Path> files = Files.list(db.resolve("migration"))) {
            for (Path file : files.sorted().toList()) {
                digest.update(Files.readAllBytes(file));
            }
        }
        digest.update(Files.readAllBytes(db.resolve("GenerateJooq.java")));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(folder);
    }
}
