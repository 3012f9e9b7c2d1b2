package school.tandem.load.adoption;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.context.ApplicationContext;
import school.tandem.adoption.Measure;
import school.tandem.importing.ImportProgress;
import school.tandem.importing.ImportReport;
import school.tandem.importing.ImportRequest;
import school.tandem.importing.Imports;
import school.tandem.readiness.Dashboard;
import school.tandem.security.Access;
import school.tandem.security.SchoolKey;

/**
 * One late hand-in at a time: imported from a bundle of its own, until the dashboard counts one
 * more student who hands in.
 */
final class LateHandIns {

    private static final int WARM_UP = 3;
    private static final int TIMES = 9;

    /** Those who have handed nothing in within the window, with work that they still owe. */
    private static final String OWED =
            """
            select distinct on (s.student_id) s.external_id, a.external_id, p.external_id
            from roster.running r
            join adoption.assignment a on a.district_id = r.district_id and a.class_id = r.class_id
            join adoption.submission s on s.district_id = r.district_id and s.assignment_id = a.id
                 and s.student_id = r.person_id
            join roster.person p on p.district_id = r.district_id and p.id = r.person_id
            where r.district_id = ? and r.school_id = ? and r.role = 'student'
              and s.status = 'not_handed_in'
              and not exists (select from adoption.student_day d
                              where d.district_id = r.district_id and d.student_id = r.person_id
                                and d.day > cast(? as date) - 42)
            order by s.student_id
            limit ?
            """;

    private final ApplicationContext context;
    private final BenchDatabase database;
    private final Path folder;
    private final SchoolKey school;

    LateHandIns(ApplicationContext context, BenchDatabase database, Path folder, SchoolKey school) {
        this.context = context;
        this.database = database;
        this.folder = folder;
        this.school = school;
    }

    void measure(Map<String, Object> figures) throws Exception {
        List<List<Object>> owed =
                database.rows(
                        OWED,
                        school.district().value(),
                        school.school().value(),
                        GeneratedBundle.TODAY.toString(),
                        WARM_UP + TIMES);
        Times times = new Times();
        for (int i = 0; i < owed.size(); i++) {
            Path zip = write(owed.get(i));
            long before = handedIn();
            double took =
                    Times.once(() -> {
                        bring(zip);
                        requireOneMore(before);
                    });
            if (i >= WARM_UP) {
                times.add(took);
            }
        }
        figures.put("lateHandInMs", times.median());
        figures.put("lateHandInMaxMs", times.quantile(1));
    }

    private void bring(Path zip) {
        var request =
                new ImportRequest(
                        List.of(zip),
                        "late.zip",
                        GeneratedBundle.DISTRICT,
                        OwnJvm.ZONE,
                        false,
                        false);
        ImportReport report =
                context.getBean(Access.class)
                        .asInstallation(() ->
                                context.getBean(Imports.class).run(request, new ImportProgress()));
        if (report.exitCode() != 0 || report.total().changed() != 1) {
            throw new IllegalStateException("The late hand-in was not taken: " + report);
        }
    }

    private void requireOneMore(long before) {
        if (handedIn() != before + 1) {
            throw new IllegalStateException("The dashboard does not show the late hand-in");
        }
    }

    private long handedIn() {
        return context.getBean(Access.class)
                .asInstallation(() ->
                        context.getBean(Dashboard.class)
                                .of(school, null)
                                .standing()
                                .adoption()
                                .ofSchool(Measure.HANDED_IN)
                                .yes());
    }

    private Path write(List<Object> owed) throws IOException {
        Path zip = folder.resolve("late.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            entry(
                    out,
                    "manifest.csv",
                    "propertyName,value\noneroster.version,1.1\nfile.results,delta\n");
            entry(
                    out,
                    "results.csv",
                    "sourcedId,status,dateLastModified,lineItemSourcedId,studentSourcedId,"
                            + "scoreStatus,score,scoreDate\n%s,active,%sT20:00:00Z,%s,%s,submitted,,%s\n"
                                    .formatted(
                                            owed.get(0),
                                            GeneratedBundle.TODAY,
                                            owed.get(1),
                                            owed.get(2),
                                            GeneratedBundle.TODAY));
        }
        return zip;
    }

    private static void entry(ZipOutputStream out, String name, String text) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
    }
}
