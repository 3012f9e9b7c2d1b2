package school.tandem.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static school.tandem.architecture.Imported.OURS;
import static school.tandem.architecture.Imported.WRONG;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Services authorise, not only routes: a public method that is told a school, a district or a plan
 * asks {@code Access} itself, in its own class, or stands here with the reason why it need not.
 */
class ServicesAuthoriseTest {

    private static final Set<String> PLACES =
            Set.of(
                    "school.tandem.security.SchoolKey",
                    "school.tandem.security.DistrictId",
                    "school.tandem.roster.PlanId",
                    "school.tandem.roster.Plan",
                    "school.tandem.roster.School");

    /** By class and method: why it asks nobody. */
    private static final Map<String, String> REASONS =
            Map.ofEntries(
                    Map.entry("Access.may", "it is what is asked"),
                    Map.entry("Access.personIn", "it is what is asked"),
                    Map.entry("Access.require", "it is what is asked"),
                    Map.entry(
                            "AdoptionFigures.refresh",
                            "keeps sums, tells nothing; part of an import or of the night"),
                    Map.entry(
                            "AdoptionFigures.refreshTouched",
                            "keeps sums, tells nothing; part of an import"),
                    Map.entry(
                            "AdoptionFigures.refreshIfNewDay",
                            "keeps sums, tells nothing; the night's"),
                    Map.entry("AdoptionIntake.begin", "part of an import, which has asked"),
                    Map.entry("AdoptionIntake.workOf", "part of an import, which has asked"),
                    Map.entry(
                            "AdoptionIntake.sumAfterRoster", "part of an import, which has asked"),
                    Map.entry("AdoptionIntake.undo", "part of an import's undo, which has asked"),
                    Map.entry(
                            "AdoptionFigures.touched",
                            "which schools an import touched, for the import"),
                    Map.entry(
                            "AdoptionIntake.sumAfterUndo",
                            "part of an import's undo, which has asked"),
                    Map.entry("ClassHabits.maySee", "only says what a reader may ask for"),
                    Map.entry("ClassHabits.maySeeAll", "only says what a reader may ask for"),
                    Map.entry("DistrictHabits.maySee", "only says what a reader may ask for"),
                    Map.entry("RosterIntake.keepsGroups", "part of an import, which has asked"),
                    Map.entry("PeopleBehind.mayRead", "only says what a reader may ask for"),
                    Map.entry("Audit.record", "part of a change, whose service has asked"),
                    Map.entry(
                            "Calendars.of",
                            "days of a school, which name nobody; part of other answers"),
                    Map.entry("CheckIn.scan", "asks for the code on the wall, not for an account"),
                    Map.entry("CheckIn.arrival", "tells the holder of a phone of themselves"),
                    Map.entry(
                            "CheckIn.confirm", "asks for what was scanned, and whose phone it is"),
                    Map.entry("CheckIn.undo", "takes back what the same phone said"),
                    Map.entry("Phones.ask", "asks for what was scanned; a trainer decides"),
                    Map.entry("Phones.forget", "asks for what the phone alone keeps"),
                    Map.entry(
                            "DistrictTransactions.once",
                            "asks in a transaction for whoever has asked"),
                    Map.entry(
                            "DistrictTransactions.read",
                            "opens a transaction for whoever has asked"),
                    Map.entry(
                            "DistrictTransactions.write",
                            "opens a transaction for whoever has asked"),
                    Map.entry("Districts.find", "a district's name and zone; for other services"),
                    Map.entry(
                            "Districts.joinSample",
                            "asks whether it is an operator, who has no role yet"),
                    Map.entry(
                            "Feeds.read",
                            "a calendar program has no account; the address is the secret"),
                    Map.entry("SurveyAnswers.find", "asks for a link's secret, not an account"),
                    Map.entry("SurveyAnswers.answer", "asks for a link's secret, not an account"),
                    Map.entry("HomeAccessIntake.take", "part of an import, which has asked"),
                    Map.entry("RosterIntake.begin", "part of an import, which has asked"),
                    Map.entry("RosterIntake.undo", "part of an import's undo, which has asked"),
                    Map.entry("RunningImports.keyOf", "only makes a key"),
                    Map.entry("Schools.of", "for jobs and other modules, says its description"),
                    Map.entry("Schools.today", "a date"),
                    Map.entry(
                            "Snapshots.catchUp", "the night's; Schools.find and Readiness.of ask"),
                    Map.entry("Snapshots.fill", "the night's; Schools.find and Readiness.of ask"));

    @Test
    void whoeverIsToldAPlaceAsksWhetherItIsTheirs() {
        Set<String> silent = new TreeSet<>(silent(OURS));
        silent.removeAll(REASONS.keySet());
        assertThat(silent).isEmpty();
    }

    @Test
    void noReasonIsKeptForWhatAsks() {
        assertThat(silent(OURS)).containsAll(REASONS.keySet());
    }

    @Test
    void aMethodThatAsksNobodyIsFound() {
        assertThat(silent(WRONG)).containsExactly("OpenDoor.rename");
    }

    private static Set<String> silent(JavaClasses classes) {
        Set<String> silent = new TreeSet<>();
        for (JavaClass type : classes) {
            boolean isService =
                    type.isAnnotatedWith("org.springframework.stereotype.Component")
                            && type.getModifiers().contains(JavaModifier.PUBLIC)
                            && !type.getPackageName().contains(".ui");
            if (isService) {
                type.getMethods().stream()
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(ServicesAuthoriseTest::isToldAPlace)
                        .filter(method -> !Calls.reach(method, ServicesAuthoriseTest::asks))
                        .forEach(method ->
                                silent.add(type.getSimpleName() + "." + method.getName()));
            }
        }
        return silent;
    }

    private static boolean isToldAPlace(JavaMethod method) {
        return method.getRawParameterTypes().stream()
                .anyMatch(type -> PLACES.contains(type.getName()));
    }

    private static boolean asks(JavaMethodCall call) {
        return call.getTargetOwner().getName().equals("school.tandem.security.Access")
                && call.getName().startsWith("require");
    }
}
