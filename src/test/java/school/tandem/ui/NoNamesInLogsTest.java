package school.tandem.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static school.tandemdb.roster.Tables.PERSON;
import static school.tandemdb.security.Tables.AUDIT_ENTRY;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import school.tandem.Server;
import school.tandem.importing.ImportProgress;
import school.tandem.importing.ImportReport;
import school.tandem.importing.ImportRequest;
import school.tandem.importing.Imports;
import school.tandem.security.Access;
import school.tandem.security.DistrictTransactions;

/** A log is read by people who have no business with a student's name. */
class NoNamesInLogsTest {

    private static final Path BUNDLE = Path.of("src/test/resources/import/edfi-v1p1");
    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);

    private static Server server;
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeAll
    static void start() {
        server = Server.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void listen() {
        log.start();
        ROOT.addAppender(log);
    }

    @AfterEach
    void listenNoMore() {
        ROOT.detachAppender(log);
    }

    @Test
    void anImportWithBadRowsNamesNobodyAndLeavesOneEntry(@TempDir Path folder) throws IOException {
        ImportReport report = run(withBadRows(folder));
        assertThat(report.held().count()).isGreaterThan(1);
        assertThat(said()).doesNotContainIgnoringCase("Zebulon", "Quixote");
        var entries =
                server.database()
                        .asOwner()
                        .select(AUDIT_ENTRY.FACTS)
                        .from(AUDIT_ENTRY)
                        .where(AUDIT_ENTRY.ACTION.eq("import.run"))
                        .fetch(it -> it.value1().data());
        assertThat(entries)
                .singleElement()
                .asString()
                .contains("digest")
                .doesNotContainIgnoringCase("Zebulon");
    }

    @Test
    void aMistakeOfOursNamesNobody(@TempDir Path folder) throws IOException {
        var district = run(withBadRows(folder)).district();
        Throwable mistake =
                catchThrowable(() ->
                        server.bean(DistrictTransactions.class)
                                .write(
                                        district,
                                        () -> {
                                            server.bean(DSLContext.class)
                                                    .update(PERSON)
                                                    .set(PERSON.KIND, "other")
                                                    .set(PERSON.GIVEN_NAME, "Zebulon")
                                                    .set(PERSON.STAFF_ROLE, (String) null)
                                                    .execute();
                                        }));
        assertThat(mistake).isNotNull();
        String reference = Trouble.logged(mistake);
        assertThat(said())
                .contains(reference, "person_other_has_no_name")
                .doesNotContainIgnoringCase("Zebulon", "Archer");
    }

    /** Rows on their way in stand in tables that row-level security does not hide the values of. */
    @Test
    void aMistakeWithARowOnItsWayInNamesNobody() {
        DSLContext dsl = server.bean(DSLContext.class);
        var stage = DSL.table(DSL.name("stage_of_a_mistake"));
        Throwable mistake =
                catchThrowable(() ->
                        dsl.transaction(nested -> {
                            nested.dsl()
                                    .createTemporaryTable(stage)
                                    .column("name", SQLDataType.CLOB)
                                    .column("grade", SQLDataType.CLOB.nullable(false))
                                    .execute();
                            nested.dsl()
                                    .insertInto(stage, DSL.field(DSL.name("name"), String.class))
                                    .values("Zebulon")
                                    .execute();
                        }));
        assertThat(mistake).isNotNull();
        Trouble.logged(mistake);
        assertThat(said()).contains("null value in column").doesNotContain("Zebulon");
    }

    private static ImportReport run(Path folder) {
        return server.bean(Access.class)
                .asInstallation(() ->
                        server.bean(Imports.class)
                                .run(
                                        new ImportRequest(
                                                List.of(folder),
                                                "bundle",
                                                null,
                                                null,
                                                false,
                                                false),
                                        new ImportProgress()));
    }

    /** The bundle with a student who is there twice, one without a role, and one in no school. */
    private static Path withBadRows(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(BUNDLE)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        Path users = folder.resolve("users.csv");
        String rows = Files.readString(users);
        Files.writeString(
                users,
                rows.stripTrailing()
                        + "\n604863,,,true,255901001,student,z1,,Zebulon,Quixote,,,z1@school.example,,,,09,"
                        + "\n900001,,,true,255901001,,z2,,Zebulon,Quixote,,,z2@school.example,,,,09,"
                        + "\n900002,,,true,nowhere,student,z3,,Zebulon,Quixote,,,z3@school.example,,,,09,\n");
        return folder;
    }

    private String said() {
        StringBuilder said = new StringBuilder();
        for (ILoggingEvent event : List.copyOf(log.list)) {
            said.append(event.getFormattedMessage()).append('\n');
            if (event.getThrowableProxy() != null) {
                said.append(ThrowableProxyUtil.asString(event.getThrowableProxy())).append('\n');
            }
        }
        return said.toString();
    }
}
