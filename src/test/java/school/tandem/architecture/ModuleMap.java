package school.tandem.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which module a class belongs to: the first package below the base. */
record ModuleMap(String base) {

    Optional<String> moduleOf(JavaClass type) {
        String inside = type.getPackageName() + ".";
        if (!inside.startsWith(base + ".") || inside.length() == base.length() + 1) {
            return Optional.empty();
        }
        return Optional.of(
                inside.substring(base.length() + 1, inside.indexOf('.', base.length() + 1)));
    }

    /** Whether it stands in the {@code ui} package inside a module. */
    boolean isScreen(JavaClass type) {
        return moduleOf(type)
                .map(module -> base + "." + module + ".ui")
                .filter(ui -> (type.getPackageName() + ".").startsWith(ui + "."))
                .isPresent();
    }

    /** From each module to those that its classes name. */
    Map<String, Set<String>> arrows(JavaClasses classes) {
        Map<String, Set<String>> arrows = new TreeMap<>();
        for (JavaClass type : classes) {
            moduleOf(type)
                    .ifPresent(module -> {
                        Set<String> known = arrows.computeIfAbsent(module, key -> new TreeSet<>());
                        type.getDirectDependenciesFromSelf().stream()
                                .flatMap(arrow -> moduleOf(arrow.getTargetClass()).stream())
                                .filter(target -> !target.equals(module))
                                .forEach(known::add);
                    });
        }
        return arrows;
    }
}
