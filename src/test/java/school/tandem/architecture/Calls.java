package school.tandem.architecture;

import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What a method calls, itself or by another one of its class. */
final class Calls {

    private Calls() {}

    static boolean reach(JavaCodeUnit unit, Predicate<JavaMethodCall> wanted) {
        return reach(unit, wanted, new HashSet<>());
    }

    private static boolean reach(
            JavaCodeUnit unit, Predicate<JavaMethodCall> wanted, Set<JavaCodeUnit> seen) {
        return seen.add(unit)
                && (unit.getMethodCallsFromSelf().stream().anyMatch(wanted)
                        || called(unit).stream().anyMatch(next -> reach(next, wanted, seen)));
    }

    private static List<JavaCodeUnit> called(JavaCodeUnit unit) {
        return unit.getAccessesFromSelf().stream()
                .filter(access -> access.getTargetOwner().equals(unit.getOwner()))
                .flatMap(access -> access.getTarget().resolveMember().stream())
                .filter(JavaCodeUnit.class::isInstance)
                .map(JavaCodeUnit.class::cast)
                .toList();
    }
}
