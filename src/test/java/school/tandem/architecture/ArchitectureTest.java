package school.tandem.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static school.tandem.architecture.Imported.OURS;
import static school.tandem.architecture.Imported.WRONG;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;
import school.tandem.Application;
import school.wrong.WrongApplication;

/** Holds the plan of the house, and proves of each rule that it can fail. */
class ArchitectureTest {

    private static final String BASE = "school.tandem";

    /** Who may know whom, beside {@link #KNOWN_BY_ALL}; whoever is missing here knows no one. */
    private static final Map<String, Set<String>> ARROWS =
            Map.ofEntries(
                    Map.entry("training", Set.of("roster")),
                    Map.entry("adoption", Set.of("roster", "training")),
                    Map.entry("rollout", Set.of("roster")),
                    Map.entry("partnership", Set.of("roster")),
                    Map.entry("occasions", Set.of("roster")),
                    Map.entry(
                            "readiness",
                            Set.of(
                                    "roster",
                                    "training",
                                    "adoption",
                                    "rollout",
                                    "partnership",
                                    "occasions",
                                    "installation")),
                    Map.entry("board", Set.of("readiness", "rollout")),
                    Map.entry(
                            "importing", Set.of("roster", "training", "adoption", "installation")),
                    // Stands on top and is known by no one: plays a school through every door.
                    Map.entry(
                            "sample",
                            Set.of(
                                    "roster",
                                    "training",
                                    "adoption",
                                    "rollout",
                                    "importing",
                                    "readiness")));

    private static final Set<String> KNOWN_BY_ALL = Set.of("security", "disclosure", "ui");
    private static final Map<String, Set<String>> LEAVES =
            Map.of(
                    "security", Set.of(),
                    "disclosure", Set.of(),
                    "ui", Set.of("security", "disclosure"),
                    "installation", Set.of("security"));

    private static final ImportOption ALSO_TESTS = location -> true;
    private static final int LINES_OF_A_SCREEN = 150;

    /** Screens that are longer for now. */
    private static final Set<String> LONGER = Set.of("CourseView", "RolloutView", "ImportsView");

    @Test
    void modulesAreUsedThroughTheirFaces() {
        ApplicationModules.of(Application.class).verify();
    }

    @Test
    void aModuleThatReachesIntoAnotherIsReported() {
        assertThatThrownBy(() -> ApplicationModules.of(WrongApplication.class, ALSO_TESTS).verify())
                .isInstanceOf(Violations.class)
                .hasMessageContaining("readiness");
    }

    @Test
    void arrowsAreThoseOfThePlanAndNoneOther() {
        assertThat(strangeArrows(BASE, OURS)).isEmpty();
    }

    @Test
    void anArrowBackIsReported() {
        assertThat(strangeArrows("school.wrong", WRONG)).contains("training -> readiness");
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                rule(
                        "readsForeignTables",
                        Rules::tablesAreReadByTheirModuleAlone,
                        "training.ForeignTables"),
                rule(
                        "writesForeignTables",
                        Rules::tablesAreWrittenByTheirModuleAlone,
                        "training.ForeignWrites"),
                rule(
                        "mergesIntoForeignTables",
                        Rules::tablesAreWrittenByTheirModuleAlone,
                        "training.ForeignMerge"),
                rule("screenWithAQuery", Rules::screensKnowNoDatabase, "training.ui.QueryingView"),
                rule(
                        "screenNamedFromElsewhere",
                        Rules::screensAreReachedByTheirAddressOnly,
                        "training.KnowsAScreen"),
                rule(
                        "jooqInPublic",
                        Rules::publicSignaturesHaveNoTypeOfTheDatabase,
                        "training.LeaksARow"),
                rule("today", Rules::noRuleAsksForToday, "training.AsksForToday"),
                rule("oldDate", Rules::datesAreThoseOfJavaTime, "training.OldDate"),
                rule(
                        "fieldInjection",
                        Rules::nothingIsInjectedIntoFields,
                        "training.FieldInjection"),
                rule("logger", Rules::loggersAreConstants, "training.LoggerPerObject"),
                rule("emptyName", Rules::namesSayWhatAThingIs, "training.CourseManager"),
                rule("notNullMarked", Rules::everyPackageIsNullMarked, "unmarked.Unmarked"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void theProductKeepsTheRule(String name, Function<Rules, ArchRule> rule, String wrong) {
        rule.apply(Rules.of(BASE)).check(OURS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void theRuleReportsWhatBreaksIt(String name, Function<Rules, ArchRule> rule, String wrong) {
        JavaClass broken = WRONG.get("school.wrong." + wrong);
        assertThatThrownBy(() -> rule.apply(Rules.of("school.wrong")).check(WRONG))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(broken.getPackageName());
        assertThat(rule.apply(Rules.of("school.wrong")).evaluate(WRONG).getFailureReport())
                .satisfies(report ->
                        assertThat(report.getDetails())
                                .anyMatch(line ->
                                        line.contains(broken.getSimpleName())
                                                || line.equals(broken.getPackageName())));
    }

    @Test
    void screensAreShort() throws IOException {
        assertThat(longScreens(Path.of("src/main/java"), LINES_OF_A_SCREEN)).isSubsetOf(LONGER);
    }

    @Test
    void aLongScreenIsReported() throws IOException {
        assertThat(longScreens(Path.of("src/main/java"), 10)).contains("ReadinessView");
    }

    private static List<String> longScreens(Path sources, int lines) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(it -> it.toString().endsWith("View.java")).toList()) {
                if (Files.readAllLines(file).size() > lines) {
                    found.add(file.getFileName().toString().replace(".java", ""));
                }
            }
        }
        return found;
    }

    private static List<String> strangeArrows(String base, JavaClasses classes) {
        List<String> strange = new ArrayList<>();
        new ModuleMap(base)
                .arrows(classes)
                .forEach((from, targets) ->
                        targets.stream()
                                .filter(to -> !isAllowed(from, to))
                                .forEach(to -> strange.add(from + " -> " + to)));
        return strange;
    }

    private static boolean isAllowed(String from, String to) {
        return LEAVES.containsKey(from)
                ? LEAVES.get(from).contains(to)
                : KNOWN_BY_ALL.contains(to) || ARROWS.getOrDefault(from, Set.of()).contains(to);
    }

    private static Arguments rule(String name, Function<Rules, ArchRule> rule, String wrong) {
        return Arguments.of(name, rule, wrong);
    }
}
