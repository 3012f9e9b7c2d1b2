package school.tandem.load.adoption;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import school.tandem.roster.Calendars;
import school.tandem.roster.SchoolCalendar.Window;
import school.tandem.security.DistrictId;
import school.tandem.security.SchoolId;
import school.tandem.security.SchoolKey;
import tools.jackson.databind.json.JsonMapper;

/** Measures what an import has left in a data directory: {@code DATA FOLDER RESULT all|screens}. */
final class Measures {

    /** Whose screens are asked for. */
    private static final int SCHOOLS = 5;

    private static final String LARGEST =
            """
            select district_id, school_id from adoption.figure
            where group_kind = 'school' and indicator = 'handed_in'
            order by yes + no + unknown desc, school_id limit ?
            """;

    private Measures() {}

    public static void main(String[] args) throws Exception {
        Path data = Path.of(args[0]);
        Path folder = Path.of(args[1]);
        boolean all = args[3].equals("all");
        Map<String, Object> figures = new LinkedHashMap<>();
        try (var context = OwnJvm.server(data);
                var database = new BenchDatabase(context.getEnvironment())) {
            if (all) {
                figures.put("copySeconds", new PlainCopy(database, folder).seconds());
            }
            List<SchoolKey> schools = largest(database);
            new ScreenTimes(context, database, schools).measure(figures);
            if (all) {
                SchoolKey school = schools.getFirst();
                new StateQuestion(
                                database,
                                folder,
                                school.district().value(),
                                window(context, school))
                        .measure(figures);
            }
            new LateHandIns(context, database, folder, schools.getFirst()).measure(figures);
        }
        Files.writeString(Path.of(args[2]), JsonMapper.shared().writeValueAsString(figures));
        System.exit(0);
    }

    private static List<SchoolKey> largest(BenchDatabase database) throws Exception {
        return database.rows(LARGEST, SCHOOLS).stream()
                .map(row ->
                        new SchoolKey(
                                new DistrictId((Long) row.get(0)), new SchoolId((Long) row.get(1))))
                .toList();
    }

    private static Window window(ApplicationContext context, SchoolKey school) {
        return context.getBean(Calendars.class)
                .of(school)
                .window(GeneratedBundle.TODAY)
                .orElseThrow();
    }
}
