package school.tandem.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static school.tandem.architecture.Imported.OURS;
import static school.tandem.architecture.Imported.WRONG;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * A public method that changes a district's rows writes to the trail, or stands here with why not.
 */
class CommandsAreRecordedTest {

    /** By class and method: why it leaves no entry. */
    private static final Map<String, String> REASONS =
            Map.ofEntries(
                    Map.entry("AdoptionFigures.forget", "drops sums, which are made anew"),
                    Map.entry("AdoptionFigures.refresh", "sums of what was recorded already"),
                    Map.entry(
                            "AdoptionFigures.refreshTouched", "sums of what was recorded already"),
                    Map.entry(
                            "AdoptionFigures.refreshIfNewDay", "sums of what was recorded already"),
                    Map.entry("AdoptionWeeks.of", "keeps sums of what was recorded already"),
                    Map.entry("Bookings.settle", "offers that time has ended; taking was recorded"),
                    Map.entry("CheckIn.confirm", "the row of the check-in says who, when and how"),
                    Map.entry(
                            "Phones.ask",
                            "changes nothing until a trainer confirms it, which is recorded"),
                    Map.entry("Phones.forget", "a phone is nobody's again; what it did stays"),
                    Map.entry("Imports.run", "Runs records it, with the file's digest and counts"),
                    Map.entry(
                            "PlatformImports.run",
                            "Runs records it, with the files' digest and counts"),
                    Map.entry(
                            "ListImports.run",
                            "Runs records it, with the file's digest and counts"),
                    Map.entry("Snapshots.catchUp", "the night's, of what was recorded already"),
                    Map.entry("SourcesOfData.of", "keeps sums of what was recorded already"),
                    Map.entry("Snapshots.fill", "the night's, of what was recorded already"));

    @Test
    void changesAreRecorded() {
        Set<String> silent = new TreeSet<>(silent(OURS));
        silent.removeAll(REASONS.keySet());
        assertThat(silent).isEmpty();
    }

    @Test
    void noReasonIsKeptForWhatIsRecorded() {
        assertThat(silent(OURS)).containsAll(REASONS.keySet());
    }

    @Test
    void aChangeWithoutAnEntryIsFound() {
        assertThat(silent(WRONG)).containsExactly("SilentChange.rename");
    }

    private static Set<String> silent(JavaClasses classes) {
        Set<String> silent = new TreeSet<>();
        for (JavaClass type : classes) {
            if (type.isAnnotatedWith("org.springframework.stereotype.Component")) {
                type.getMethods().stream()
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(method -> Calls.reach(method, CommandsAreRecordedTest::changes))
                        .filter(method -> !Calls.reach(method, CommandsAreRecordedTest::records))
                        .forEach(method ->
                                silent.add(type.getSimpleName() + "." + method.getName()));
            }
        }
        return silent;
    }

    private static boolean changes(JavaMethodCall call) {
        return call.getTargetOwner().getName().equals("school.tandem.security.DistrictTransactions")
                && call.getName().equals("write");
    }

    private static boolean records(JavaMethodCall call) {
        return call.getTargetOwner().getName().equals("school.tandem.security.Audit")
                && call.getName().equals("record");
    }
}
