package school.tandem.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.temporal.TemporalAccessor;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules of the house that a machine can hold, for the classes below one base package. */
record Rules(ModuleMap modules) {

    private static final Pattern EMPTY_WORDS =
            Pattern.compile("Util|Utils|Helper|Common|Manager|Impl|Abstract[A-Z]");

    static Rules of(String base) {
        return new Rules(new ModuleMap(base));
    }

    ArchRule tablesAreReadByTheirModuleAlone() {
        return ours().should(TableOwnership.nameOnlyTablesOfTheirModule(modules));
    }

    ArchRule tablesAreWrittenByTheirModuleAlone() {
        return ours().should(TableOwnership.writeOnlyTablesOfTheirModule(modules));
    }

    ArchRule screensKnowNoDatabase() {
        return noClasses()
                .that(areScreensOrTheShell())
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("org.jooq..", "school.tandemdb..", "java.sql.."));
    }

    ArchRule screensAreReachedByTheirAddressOnly() {
        return ours().should(nameNoScreenOfAnotherModule());
    }

    /** But in an intake: its staging and merging is made of tables and columns, and shared. */
    ArchRule publicSignaturesHaveNoTypeOfTheDatabase() {
        return classes()
                .that()
                .arePublic()
                .and()
                .resideOutsideOfPackage("..intake..")
                .and(describe("belong to a module", type -> modules.moduleOf(type).isPresent()))
                .should(haveNoJooqTypeInPublicMethods());
    }

    ArchRule noRuleAsksForToday() {
        return ours().should(askNoClockButOneGiven());
    }

    ArchRule datesAreThoseOfJavaTime() {
        return noClasses()
                .that(are())
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.util\\.(Date|Calendar|GregorianCalendar)"
                                + "|java\\.text\\.(SimpleDateFormat|DateFormat)"
                                + "|java\\.sql\\.(Date|Timestamp)");
    }

    ArchRule nothingIsInjectedIntoFields() {
        return noFields()
                .that()
                .areDeclaredInClassesThat(are())
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .orShould()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .orShould()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("jakarta.annotation.Resource");
    }

    ArchRule loggersAreConstants() {
        return fields().that()
                .areDeclaredInClassesThat(are())
                .and()
                .haveRawType("org.slf4j.Logger")
                .should()
                .bePrivate()
                .andShould()
                .beStatic()
                .andShould()
                .beFinal();
    }

    ArchRule namesSayWhatAThingIs() {
        return ours().should(haveNoEmptyWordInTheirName());
    }

    ArchRule everyPackageIsNullMarked() {
        return ours().should(
                        new ArchCondition<>("stand in a package that is @NullMarked") {
                            @Override
                            public void check(JavaClass type, ConditionEvents events) {
                                if (!type.getPackage()
                                        .isAnnotatedWith("org.jspecify.annotations.NullMarked")) {
                                    violated(events, type, type.getPackageName());
                                }
                            }
                        });
    }

    private com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction ours() {
        return classes().that(are());
    }

    private DescribedPredicate<JavaClass> are() {
        return resideInAnyPackage(modules.base() + "..");
    }

    private DescribedPredicate<JavaClass> areScreensOrTheShell() {
        return describe(
                "are screens or the shell",
                type ->
                        modules.isScreen(type)
                                || modules.moduleOf(type).filter("ui"::equals).isPresent());
    }

    private ArchCondition<JavaClass> nameNoScreenOfAnotherModule() {
        return new ArchCondition<>("name no screen from outside of its package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(it -> modules.isScreen(it.getTargetClass()))
                        .filter(it ->
                                !modules.isScreen(type)
                                        || !modules.moduleOf(type)
                                                .equals(modules.moduleOf(it.getTargetClass())))
                        .forEach(it -> violated(events, type, it.getDescription()));
            }
        };
    }

    private static ArchCondition<JavaClass> haveNoJooqTypeInPublicMethods() {
        return new ArchCondition<>("have no jOOQ type in a public method") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Stream.concat(type.getMethods().stream(), type.getConstructors().stream())
                        .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(unit -> signature(unit).anyMatch(Rules::isJooq))
                        .forEach(unit -> violated(events, type, unit.getFullName()));
            }
        };
    }

    private static Stream<JavaClass> signature(JavaCodeUnit unit) {
        return Stream.concat(
                unit.getReturnType().getAllInvolvedRawTypes().stream(),
                unit.getParameterTypes().stream()
                        .flatMap(parameter -> parameter.getAllInvolvedRawTypes().stream()));
    }

    private static boolean isJooq(JavaClass type) {
        return type.getPackageName().startsWith("org.jooq")
                || type.getPackageName().startsWith("school.tandemdb");
    }

    private ArchCondition<JavaClass> askNoClockButOneGiven() {
        return new ArchCondition<>("ask no clock but one that they were given") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getMethodCallsFromSelf().stream()
                        .filter(Rules::asksForNow)
                        .forEach(call -> violated(events, type, call.getDescription()));
            }
        };
    }

    private static boolean asksForNow(JavaMethodCall call) {
        MethodCallTarget target = call.getTarget();
        boolean now =
                target.getName().equals("now")
                        && target.getOwner().isAssignableTo(TemporalAccessor.class)
                        && target.getRawParameterTypes().stream()
                                .noneMatch(type -> type.isEquivalentTo(java.time.Clock.class));
        boolean millis =
                target.getOwner().isEquivalentTo(System.class)
                        && target.getName().equals("currentTimeMillis");
        return now || millis;
    }

    private ArchCondition<JavaClass> haveNoEmptyWordInTheirName() {
        Set<String> packages = Set.of("util", "utils", "helper", "common", "manager", "impl");
        return new ArchCondition<>("have a name that says what they are") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean emptyWord = EMPTY_WORDS.matcher(type.getSimpleName()).find();
                boolean emptyPackage =
                        Stream.of(type.getPackageName().split("\\.")).anyMatch(packages::contains);
                if (emptyWord || emptyPackage) {
                    violated(events, type, type.getName());
                }
            }
        };
    }

    private static void violated(ConditionEvents events, JavaClass type, String what) {
        events.add(SimpleConditionEvent.violated(type, what));
    }
}
