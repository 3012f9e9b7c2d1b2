package school.tandem.load.adoption;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What PostgreSQL alone needs for the rows of an import: {@code COPY} of the same rows, ids found
 * already, into tables with the same primary and foreign keys and nothing else.
 */
final class PlainCopy {

    /** Of each file of the bundle; where a foreign key points to, in brackets. */
    private record Plain(String schema, String table, List<String> references) {
        String from() {
            return schema + "." + table;
        }

        String to() {
            return "bench." + table;
        }
    }

    private static final List<Plain> TABLES =
            List.of(
                    new Plain("roster", "org", List.of()),
                    new Plain("roster", "academic_session", List.of("school_id>org")),
                    new Plain("roster", "person", List.of()),
                    new Plain("roster", "course", List.of()),
                    new Plain(
                            "roster", "class_group", List.of("school_id>org", "course_id>course")),
                    new Plain(
                            "roster",
                            "enrolment",
                            List.of("class_id>class_group", "person_id>person")),
                    new Plain("adoption", "category", List.of()),
                    new Plain(
                            "adoption",
                            "assignment",
                            List.of("class_id>class_group", "category_id>category")),
                    new Plain(
                            "adoption",
                            "submission",
                            List.of("assignment_id>assignment", "student_id>person")));

    private final BenchDatabase database;
    private final Path folder;

    PlainCopy(BenchDatabase database, Path folder) {
        this.database = database;
        this.folder = folder;
    }

    /** In seconds. */
    double seconds() throws Exception {
        database.execute("create schema bench");
        List<Path> files = new ArrayList<>();
        for (Plain one : TABLES) {
            Path file = folder.resolve(one.table() + ".copy");
            database.copyOut("copy (select * from " + one.from() + ") to stdout", file);
            files.add(file);
            create(one);
        }
        database.checkpoint();
        double took = Times.once(() -> copyAll(files));
        database.execute("drop schema bench cascade");
        for (Path file : files) {
            Files.delete(file);
        }
        return took / 1000;
    }

    private void copyAll(List<Path> files) throws SQLException, IOException {
        for (int i = 0; i < files.size(); i++) {
            database.copyIn("copy " + TABLES.get(i).to() + " from stdin", files.get(i));
        }
    }

    private void create(Plain one) throws SQLException {
        String key = one.table().equals("submission") ? "assignment_id, student_id" : "id";
        database.execute(
                "create table " + one.to() + " (like " + one.from() + ")",
                "alter table " + one.to() + " add primary key (district_id, " + key + ")");
        for (String reference : one.references()) {
            String[] parts = reference.split(">", -1);
            database.execute(
                    "alter table %s add foreign key (district_id, %s) references bench.%s (district_id, id)"
                            .formatted(one.to(), parts[0], parts[1]));
        }
    }
}
