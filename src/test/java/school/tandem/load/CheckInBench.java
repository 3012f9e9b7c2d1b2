package school.tandem.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import school.tandem.training.WallCodeOf;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./tandem bench checkin}: 850 teachers, each with a phone that is remembered, scan the code
 * of one session within ten seconds and confirm. What each of them was told goes to a journal. Then
 * the application is killed, started again, and what it has stored is compared with the journal;
 * last, plain JDBC clients insert as many rows at the same pace.
 */
public final class CheckInBench {

    private static final int PEOPLE = 850;
    private static final int WARM_UP_SESSIONS = 3;
    private static final int AT_A_TIME = 4;
    private static final long WITHIN_MS = 10_000;
    private static final int PLAIN_CLIENTS = 10;
    private static final byte[] SECRET = new byte[32];
    private static final Pattern SCAN = Pattern.compile("name=\"scan\" value=\"([^\"]+)\"");

    private final Path data = Files.createTempDirectory("tandem-bench");
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(30)).build();
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final List<Long> arrivals = arrivals();

    private CheckInBench() throws IOException {}

    public static void main(String[] args) throws Exception {
        new CheckInBench().run();
    }

    /** What somebody was told, and how long each step took, in milliseconds. */
    private record Told(long person, boolean accepted, double scan, double confirm, double all) {}

    private void run() throws Exception {
        try {
            List<Told> told;
            Made made;
            try (Running server = new Running()) {
                made = new Made(database());
                warmUp(server, made);
                told = checkInAll(server, made.measured(), made.people(), true);
                server.kill();
            }
            writeJournal(told);
            try (Running _ = new Running()) {
                compare(told, made);
                report(told, insertAll(made));
            }
        } finally {
            clear(data);
        }
    }

    /**
     * A few at a time, as on the days before: what is measured is not the first use after a start.
     */
    private void warmUp(Running server, Made made) throws Exception {
        for (long session : made.warmUp()) {
            try (ExecutorService few = Executors.newFixedThreadPool(AT_A_TIME)) {
                List<Callable<Told>> all = new ArrayList<>();
                made.people()
                        .forEach(person -> all.add(() -> checkIn(server.url, session, person)));
                for (Future<Told> one : few.invokeAll(all)) {
                    one.get();
                }
            }
        }
    }

    private List<Told> checkInAll(Running server, long session, List<Long> people, boolean measured)
            throws Exception {
        long begin = System.nanoTime();
        ConcurrentLinkedQueue<Told> told = new ConcurrentLinkedQueue<>();
        List<Future<?>> all = new ArrayList<>();
        try (ExecutorService phones = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < people.size(); i++) {
                long person = people.get(i);
                long at = arrivals.get(i);
                all.add(
                        phones.submit(() -> {
                            waitUntil(begin, at);
                            return told.add(checkIn(server.url, session, person));
                        }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        if (measured) {
            put("lastAnswerAfterSeconds", (System.nanoTime() - begin) / 1e9);
        }
        return List.copyOf(told);
    }

    private Told checkIn(String url, long session, long person) throws Exception {
        String door = url + "/c/1/" + session;
        String phone = "tandem-phone=" + token(person);
        long begin = System.nanoTime();
        HttpResponse<String> scanned =
                client.send(
                        HttpRequest.newBuilder(
                                        URI.create(
                                                door + "/" + WallCodeOf.at(SECRET, Instant.now())))
                                .header("Cookie", phone)
                                .build(),
                        BodyHandlers.ofString());
        double scan = since(begin);
        Matcher found = SCAN.matcher(scanned.body());
        if (!found.find()) {
            return new Told(person, false, scan, 0, 0);
        }
        long tap = System.nanoTime();
        HttpResponse<String> confirmed =
                client.send(
                        HttpRequest.newBuilder(URI.create(door))
                                .header("Cookie", phone)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("scan=" + found.group(1)))
                                .build(),
                        BodyHandlers.ofString());
        double confirm = since(tap);
        HttpResponse<String> read =
                client.send(
                        HttpRequest.newBuilder(URI.create(door)).header("Cookie", phone).build(),
                        BodyHandlers.ofString());
        double all = since(tap);
        boolean accepted =
                confirmed.statusCode() == 303 && read.body().contains("You are checked in");
        return new Told(person, accepted, scan, confirm, all);
    }

    /** What the journal says is stored, once and for all who were told so. */
    private void compare(List<Told> told, Made made) throws SQLException {
        Map<Long, Integer> stored = new HashMap<>();
        try (Connection database = database();
                PreparedStatement question =
                        database.prepareStatement(
                                "select person_id from training.attendance where district_id = 1"
                                        + " and session_id = ?")) {
            question.setLong(1, made.measured());
            try (ResultSet rows = question.executeQuery()) {
                while (rows.next()) {
                    stored.merge(rows.getLong(1), 1, Integer::sum);
                }
            }
        }
        List<Long> accepted = told.stream().filter(Told::accepted).map(Told::person).toList();
        figures.put("people", PEOPLE);
        figures.put("accepted", accepted.size());
        figures.put("lost", accepted.stream().filter(one -> !stored.containsKey(one)).count());
        figures.put(
                "doubled",
                stored.values().stream().filter(times -> times > 1).count()
                        + accepted.size()
                        - accepted.stream().distinct().count());
    }

    /** As many rows by clients that do nothing else, at the same pace; how long each took. */
    private List<Double> insertAll(Made made) throws Exception {
        BlockingQueue<Connection> clients = new ArrayBlockingQueue<>(PLAIN_CLIENTS);
        for (int i = 0; i < PLAIN_CLIENTS; i++) {
            clients.add(database());
        }
        ConcurrentLinkedQueue<Double> times = new ConcurrentLinkedQueue<>();
        List<Future<?>> all = new ArrayList<>();
        long begin = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < PEOPLE; i++) {
                long person = made.people().get(i);
                long at = arrivals.get(i);
                all.add(
                        threads.submit(() -> {
                            waitUntil(begin, at);
                            return times.add(insert(clients, made.bare(), person));
                        }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        for (Connection one : clients) {
            one.close();
        }
        return List.copyOf(times);
    }

    private static double insert(BlockingQueue<Connection> clients, long session, long person)
            throws Exception {
        long begin = System.nanoTime();
        Connection one = clients.take();
        try (PreparedStatement insert =
                one.prepareStatement(
                        "insert into training.attendance (district_id, session_id, person_id,"
                                + " state, via, at) values (1, ?, ?, 'present', 'scan', now())")) {
            insert.setLong(1, session);
            insert.setLong(2, person);
            insert.executeUpdate();
        } finally {
            clients.add(one);
        }
        return since(begin);
    }

    private void report(List<Told> told, List<Double> bare) throws IOException {
        put("p50Ms", quantile(told.stream().map(Told::all).toList(), .5));
        put("p99Ms", quantile(told.stream().map(Told::all).toList(), .99));
        put("scanP50Ms", quantile(told.stream().map(Told::scan).toList(), .5));
        put("scanP99Ms", quantile(told.stream().map(Told::scan).toList(), .99));
        put("confirmP50Ms", quantile(told.stream().map(Told::confirm).toList(), .5));
        put("confirmP99Ms", quantile(told.stream().map(Told::confirm).toList(), .99));
        put("bareInsertP50Ms", quantile(bare, .5));
        put("bareInsertP99Ms", quantile(bare, .99));
        put("timeOverBareInserts", sum(told.stream().map(Told::confirm).toList()) / sum(bare));
        figures.forEach((name, value) -> System.out.printf("%-24s %s%n", name, value));
        write("checkin.json", JsonMapper.shared().writeValueAsString(figures));
    }

    private static void writeJournal(List<Told> told) throws IOException {
        StringBuilder lines = new StringBuilder("person,accepted,scan_ms,confirm_ms,all_ms\n");
        told.forEach(one ->
                lines.append(
                        "%d,%b,%.1f,%.1f,%.1f%n"
                                .formatted(
                                        one.person(),
                                        one.accepted(),
                                        one.scan(),
                                        one.confirm(),
                                        one.all())));
        write("checkin-journal.csv", lines.toString());
    }

    private static void write(String name, String text) throws IOException {
        Path file = Path.of("target/bench", name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** When each of them comes, in milliseconds; the last one in time to be through by the end. */
    private static List<Long> arrivals() {
        Random random = new Random(850);
        return Stream.generate(() -> random.nextLong(WITHIN_MS - 1000)).limit(PEOPLE).toList();
    }

    private static void waitUntil(long begin, long milliseconds) throws InterruptedException {
        long left = milliseconds - (System.nanoTime() - begin) / 1_000_000;
        if (left > 0) {
            Thread.sleep(left);
        }
    }

    private static double since(long begin) {
        return (System.nanoTime() - begin) / 1e6;
    }

    private void put(String name, double value) {
        figures.put(name, Math.round(value * 10) / 10.0);
    }

    private static double sum(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sum();
    }

    private static double quantile(List<Double> values, double share) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    private static String token(long person) {
        return "phone-of-" + person;
    }

    private Connection database() throws SQLException {
        try {
            int port =
                    JsonMapper.shared()
                            .readTree(Files.readString(data.resolve("running.json")))
                            .get("databasePort")
                            .intValue();
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + port + "/tandem",
                    "tandem_owner",
                    Files.readString(data.resolve("secret")).strip());
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    private static void clear(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** A school of 850 with their phones, and three sessions that have just begun. */
    private record Made(List<Long> people, List<Long> warmUp, long measured, long bare) {

        Made(Connection database) throws SQLException {
            this(people(database), sessions(database), session(database), session(database));
            database.close();
        }

        private static List<Long> people(Connection database) throws SQLException {
            run(
                    database,
                    "insert into security.district (name, zone, created_at)"
                            + " values ('Bench', 'America/New_York', now())");
            run(
                    database,
                    "insert into roster.org (district_id, kind, name, source, external_id)"
                            + " values (1, 'school', 'Bench', 'bench', '1')");
            run(
                    database,
                    "insert into training.course (district_id, title, minutes, required_for)"
                            + " values (1, 'Online quizzes', 60, '{teacher}')");
            run(
                    database,
                    "insert into roster.person (district_id, kind, staff_role, given_name,"
                            + " family_name, source, external_id) select 1, 'staff', 'teacher',"
                            + " 'T' || i, 'Family' || i, 'bench', i::text"
                            + " from generate_series(1, "
                            + PEOPLE
                            + ") i");
            run(
                    database,
                    "insert into roster.person_school (district_id, person_id, school_id)"
                            + " select 1, id, (select min(id) from roster.org) from roster.person");
            List<Long> people = ids(database, "select id from roster.person order by id");
            long session = session(database);
            try (PreparedStatement phone =
                    database.prepareStatement(
                            "insert into training.phone (district_id, token_hash, school_id,"
                                    + " session_id, email, person_id, scanned_at, via, asked_at,"
                                    + " confirmed_at) values (1, ?, (select min(id) from"
                                    + " roster.org), ?, 'x@school.example', ?, now(), 'scan',"
                                    + " now(), now())")) {
                for (long person : people) {
                    phone.setString(1, WallCodeOf.hash(token(person)));
                    phone.setLong(2, session);
                    phone.setLong(3, person);
                    phone.addBatch();
                }
                phone.executeBatch();
            }
            run(database, "select app_analyze('roster'), app_analyze('training')");
            return people;
        }

        private static List<Long> sessions(Connection database) throws SQLException {
            List<Long> sessions = new ArrayList<>();
            for (int i = 0; i < WARM_UP_SESSIONS; i++) {
                sessions.add(session(database));
            }
            return sessions;
        }

        private static long session(Connection database) throws SQLException {
            long id;
            try (PreparedStatement insert =
                    database.prepareStatement(
                            "insert into training.session (district_id, course_id, school_id,"
                                    + " starts_at, minutes, place) values (1, (select min(id) from"
                                    + " training.course), (select min(id) from roster.org), ?, 120,"
                                    + " 'Gym') returning id")) {
                insert.setTimestamp(1, Timestamp.from(Instant.now()));
                try (ResultSet row = insert.executeQuery()) {
                    row.next();
                    id = row.getLong(1);
                }
            }
            try (PreparedStatement secret =
                    database.prepareStatement(
                            "insert into training.check_in (district_id, session_id, secret)"
                                    + " values (1, ?, ?)")) {
                secret.setLong(1, id);
                secret.setBytes(2, SECRET);
                secret.executeUpdate();
            }
            return id;
        }

        private static List<Long> ids(Connection database, String question) throws SQLException {
            List<Long> ids = new ArrayList<>();
            try (PreparedStatement asked = database.prepareStatement(question);
                    ResultSet rows = asked.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
            return ids;
        }

        private static void run(Connection database, String statement) throws SQLException {
            try (PreparedStatement one = database.prepareStatement(statement)) {
                one.execute();
            }
        }
    }

    /** One {@code ./tandem run}, ready to be asked. */
    private final class Running implements AutoCloseable {

        private final Process process;
        private String url = "";

        Running() throws IOException {
            process =
                    new ProcessBuilder("./tandem", "run", "--port", "0", "--data", data.toString())
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            BufferedReader out = process.inputReader();
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("Tandem is ready")) {
                    url = Arrays.stream(line.split(" ")).reduce("", (before, word) -> word);
                    break;
                }
            }
            if (url.isEmpty()) {
                throw new IOException("./tandem run ended without being ready");
            }
        }

        /**
         * As a power cut would; the launcher has become the application, so this is its process.
         */
        void kill() throws InterruptedException {
            process.destroyForcibly();
            process.waitFor();
        }

        @Override
        public void close() throws InterruptedException {
            process.destroy();
            process.waitFor();
        }
    }
}
