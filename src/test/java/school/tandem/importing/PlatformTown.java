package school.tandem.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static school.tandemdb.adoption.Tables.COVERAGE;
import static school.tandemdb.roster.Tables.CLASS_GROUP;
import static school.tandemdb.roster.Tables.PERSON;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import school.tandem.Server;
import school.tandem.roster.PersonId;
import school.tandem.roster.Schools;
import school.tandem.security.Access;
import school.tandem.security.DistrictId;
import school.tandem.security.Districts;
import school.tandem.security.SchoolKey;

/** A school in a district of its own, with five students and a teacher, for exports to be about. */
final class PlatformTown {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static final String STUDENTS =
            """
            Student ID,Name,E-mail,Class
            1,Ana Sol,ana@elm.example,Algebra; English I
            2,Ben Wu,ben@elm.example,Algebra
            3,Cy Ode,,Algebra; Biology
            4,Dee Ray,,Algebra
            5,Dee Ray,,Biology
            """;

    private static final String STAFF =
            """
            Staff ID,Name,E-mail,Role,Class
            t1,Ida Poe,ida@elm.example,Teacher,Algebra; Biology; English I
            """;

    private final Server server;
    private final String name = "Platforms " + NUMBER.incrementAndGet();
    private final SchoolKey school;

    PlatformTown(Server server, Path folder) throws IOException {
        this.server = server;
        school =
                server.bean(Access.class)
                        .asInstallation(() -> {
                            var district =
                                    server.bean(Districts.class)
                                            .create(name, ZoneId.of("America/New_York"), false);
                            return server.bean(Schools.class).create(district.id(), "Elm").key();
                        });
        bring(ListKind.STUDENTS, folder.resolve("students.csv"), STUDENTS);
        bring(ListKind.STAFF, folder.resolve("staff.csv"), STAFF);
    }

    private void bring(ListKind kind, Path file, String text) throws IOException {
        ImportReport report = Trial.list(server, school, kind, Files.writeString(file, text));
        assertThat(report.held().count()).as(kind.code()).isZero();
    }

    DistrictId district() {
        return school.district();
    }

    SchoolKey school() {
        return school;
    }

    ImportReport take(Path... files) {
        return take(name, false, files);
    }

    ImportReport dryRun(Path... files) {
        return take(name, true, files);
    }

    ImportReport take(String district, Path file) {
        return take(district, false, file);
    }

    ImportRequest request(boolean dryRun, Path... files) {
        return request(name, dryRun, files);
    }

    private static ImportRequest request(String district, boolean dryRun, Path... files) {
        String shown = files[0].getFileName().toString();
        return new ImportRequest(List.of(files), shown, district, null, false, dryRun);
    }

    private ImportReport take(String district, boolean dryRun, Path... files) {
        var request = request(district, dryRun, files);
        return server.bean(Access.class)
                .asInstallation(() ->
                        server.bean(PlatformImports.class).run(request, new ImportProgress()));
    }

    void asInstallation(Consumer<WhoIsMeant> work) {
        server.bean(Access.class)
                .asInstallation(() -> {
                    work.accept(server.bean(WhoIsMeant.class));
                    return true;
                });
    }

    void undo() {
        server.bean(Access.class)
                .asInstallation(() -> {
                    server.bean(Imports.class).undoLast(district());
                    return true;
                });
    }

    /** The id that the list of students gave somebody. */
    String studentId(PersonId id) {
        String external =
                server.database()
                        .asOwner()
                        .select(PERSON.EXTERNAL_ID)
                        .from(PERSON)
                        .where(PERSON.DISTRICT_ID.eq(district()), PERSON.ID.eq(id))
                        .fetchSingle()
                        .value1();
        return external.substring(external.indexOf(':') + 1);
    }

    /** Up to when classes are covered, by their titles. */
    Map<String, String> coveredTo() {
        Map<String, String> covered = new TreeMap<>();
        server.database()
                .asOwner()
                .select(CLASS_GROUP.TITLE, COVERAGE.COVERS_TO)
                .from(COVERAGE)
                .join(CLASS_GROUP)
                .on(CLASS_GROUP.DISTRICT_ID.eq(COVERAGE.DISTRICT_ID))
                .and(CLASS_GROUP.ID.eq(COVERAGE.CLASS_ID))
                .where(COVERAGE.DISTRICT_ID.eq(district()))
                .forEach(row -> covered.put(row.value1(), row.value2().toString()));
        return covered;
    }
}
