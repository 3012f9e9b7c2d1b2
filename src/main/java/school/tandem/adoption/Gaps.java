package school.tandem.adoption;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.tandem.disclosure.Shown;
import school.tandem.roster.Departments;
import school.tandem.roster.Schools;
import school.tandem.security.Access;
import school.tandem.security.DistrictTransactions;
import school.tandem.security.NotHere;
import school.tandem.security.Permission;
import school.tandem.security.SchoolKey;

/** How far groups of students lie apart in a habit, as of today. */
@Component
public class Gaps {

    private static final List<String> KINDS =
            List.of("device", "connection", "newcomer", "grade", "sex", "race");
    private static final Set<String> READ =
            Set.of(
                    "school",
                    "grade",
                    "department",
                    "device",
                    "connection",
                    "newcomer",
                    "sex",
                    "race",
                    "flag");

    /**
     * All gaps in a habit.
     *
     * @param gaps the widest first; hidden ones last
     * @param notSaid by kind of group, of what share of the students it is not known
     * @param grades the grades that can be asked for
     * @param departments the departments that can be asked for, by name
     * @param isHidden whether the grade or department that was asked for is too small to be told
     */
    public record Told(
            LocalDate day,
            @Nullable LocalDate coversTo,
            List<Gap> gaps,
            Map<String, Shown> notSaid,
            List<Group> grades,
            Map<Group, String> departments,
            boolean isHidden) {

        /** The widest that chance alone would not make; null: there is none. */
        public @Nullable Gap widest() {
            return gaps.stream().filter(Gap::isTold).findFirst().orElse(null);
        }
    }

    private final AdoptionFigures figures;
    private final Departments departments;
    private final Schools schools;
    private final Access access;
    private final DistrictTransactions inDistrict;

    Gaps(
            AdoptionFigures figures,
            Departments departments,
            Schools schools,
            Access access,
            DistrictTransactions inDistrict) {
        this.figures = figures;
        this.departments = departments;
        this.schools = schools;
        this.access = access;
        this.inDistrict = inDistrict;
    }

    /**
     * The gaps in one habit.
     *
     * @param within the grade or department whose students alone are looked at; null: the school
     * @throws NotHere if there is no such grade or department, or the measure is no habit
     */
    public Told of(SchoolKey key, Measure habit, @Nullable Group within) {
        access.require(key, Permission.SEE_FIGURES);
        if (!Measure.habits().contains(habit)) {
            throw new NotHere("Gaps in " + habit.code());
        }
        return inDistrict.read(
                key.district(),
                () -> {
                    LocalDate today = schools.today(schools.find(key));
                    Figures school = figures.ofKinds(key, today, READ);
                    Map<Group, String> names = new LinkedHashMap<>();
                    departments
                            .names(key)
                            .forEach((id, name) -> names.put(Group.department(id.value()), name));
                    Map<Group, Figures> parts =
                            within == null
                                    ? Map.of()
                                    : figures.habitsWithin(key, today, within.kind());
                    return told(school, names, habit, within, parts);
                });
    }

    private static Told told(
            Figures school,
            Map<Group, String> names,
            Measure habit,
            @Nullable Group within,
            Map<Group, Figures> parts) {
        Set<Group> siblings = siblings(school, names, within);
        if (within != null && (within.key().isEmpty() || !siblings.contains(within))) {
            throw new NotHere("Group " + within.kind() + " " + within.key());
        }
        Set<Group> hiddenParts =
                within == null ? Set.of() : GroupShares.hidden(school, siblings, habit);
        List<Gap> gaps = new ArrayList<>();
        Map<String, Shown> notSaid = new LinkedHashMap<>();
        for (String kind : kinds(school, within)) {
            GapDivision division = new GapDivision(kind, habit, school);
            if (within == null) {
                division.everywhere();
            } else {
                division.within(within, parts, hiddenParts);
            }
            List<Gap> some = division.gaps();
            if (!some.isEmpty()) {
                gaps.addAll(some);
                notSaid.put(kind, division.notSaid());
            }
        }
        gaps.sort(
                Comparator.comparingDouble(Gap::width)
                        .reversed()
                        .thenComparing(gap -> gap.share() instanceof Shown.Hidden));
        return new Told(
                school.day(),
                school.coversTo(),
                List.copyOf(gaps),
                notSaid,
                List.copyOf(school.grades().keySet()),
                names,
                within != null && hiddenParts.contains(within));
    }

    private static Set<Group> siblings(
            Figures school, Map<Group, String> names, @Nullable Group within) {
        return within == null || within.kind().equals("department")
                ? names.keySet()
                : within.kind().equals("grade") ? school.grades().keySet() : Set.of();
    }

    /** What divides; each flag on its own. */
    private static List<String> kinds(Figures school, @Nullable Group within) {
        Set<String> kinds = new LinkedHashSet<>(KINDS);
        school.byGroup().keySet().stream()
                .filter(group -> group.kind().equals("flag"))
                .map(group -> "flag:" + group.key())
                .sorted()
                .forEach(kinds::add);
        if (within != null && within.kind().equals("grade")) {
            kinds.remove("grade");
        }
        return List.copyOf(kinds);
    }
}
