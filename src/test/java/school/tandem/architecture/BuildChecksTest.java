package school.tandem.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Proves that the checks of the build fail on what they are for, by running the build's own goals,
 * as pom.xml configures them, on a small project that is wrong.
 */
class BuildChecksTest {

    private static final Path HERE = Path.of("").toAbsolutePath();

    @TempDir Path project;

    @Test
    void theCompilerRefusesNullsPlainSqlAndWhatErrorProneKnows() throws Exception {
        write(
                "src/main/java/wrong/package-info.java",
                """
                @org.jspecify.annotations.NullMarked
                package wrong;
                """);
        write(
                "src/main/java/wrong/Wrong.java",
                """
                package wrong;

                import org.jooq.DSLContext;
                import org.jspecify.annotations.Nullable;

                class Wrong {
                    int length(@Nullable String text) {
                        return text.length();
                    }

                    void query(DSLContext dsl, String name) {
                        dsl.fetch("select * from person where name = '" + name + "'");
                    }

                    boolean same(int[] one, int[] other) {
                        return one.equals(other);
                    }
                }
                """);
        assertThat(build("compiler:compile@default-compile"))
                .contains("[NullAway]", "[PlainSQLMatcher]", "[ArrayEquals]")
                .contains("COMPILATION ERROR");
    }

    @Test
    void unformattedCodeIsRefused() throws Exception {
        write("src/main/java/wrong/Untidy.java", "package wrong;\nclass Untidy{int a ;}\n");
        assertThat(build("spotless:check")).contains("format violations").contains("Untidy.java");
    }

    @Test
    void aTooOldJdkIsRefusedInOneLine() throws Exception {
        pom = pom.replace("<version>[25,)</version>", "<version>[99,)</version>");
        assertThat(build("enforcer:enforce@java")).contains("Tandem builds with JDK 25 or newer");
    }

    private String pom = Files.readString(HERE.resolve("pom.xml"));

    BuildChecksTest() throws IOException {}

    /** Runs one goal, which has to fail, and gives what it says. */
    private String build(String goal) throws Exception {
        Files.writeString(project.resolve("pom.xml"), pom);
        copy("mvnw", "mvnw.cmd", ".mvn/jvm.config", ".mvn/wrapper/maven-wrapper.properties");
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        List<String> command = new ArrayList<>();
        command.add(project.resolve(windows ? "mvnw.cmd" : "mvnw").toString());
        command.addAll(List.of("-B", "-o", goal));
        Stream.of("maven.repo.local")
                .filter(name -> System.getProperty(name) != null)
                .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.directory(project.toFile()).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isNotZero();
        return said;
    }

    private void copy(String... files) throws IOException {
        for (String file : files) {
            Path target = project.resolve(file);
            Files.createDirectories(target.getParent());
            Files.copy(HERE.resolve(file), target);
        }
    }

    private void write(String file, String text) throws IOException {
        Path target = project.resolve(file);
        Files.createDirectories(target.getParent());
        Files.writeString(target, text);
    }
}
