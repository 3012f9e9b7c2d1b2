package school.tandem.load.adoption;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How much is imported: a real school, a real district, or all schools of the state. */
enum Scale {
    SCHOOL(200_000),
    DISTRICT(10_000_000),
    STATE(20_000_000);

    private static final int SCHOOL_OF = 1000;

    private final long submissions;

    Scale(long submissions) {
        this.submissions = submissions;
    }

    static List<Scale> named(String name) {
        return name.equals("all")
                ? List.of(values())
                : List.of(valueOf(name.toUpperCase(Locale.ROOT)));
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    long submissions() {
        return submissions;
    }

    /** Those that it is made of, as the directory has them. */
    List<RealSchool> schools() throws IOException {
        List<RealSchool> all = RealSchool.all();
        return switch (this) {
            case SCHOOL ->
                    List.of(
                            all.stream()
                                    .min(
                                            Comparator.comparing((RealSchool school) ->
                                                            Math.abs(school.students() - SCHOOL_OF))
                                                    .thenComparing(RealSchool::id))
                                    .orElseThrow());
            case DISTRICT -> largestDistrict(all);
            case STATE -> all;
        };
    }

    private static List<RealSchool> largestDistrict(List<RealSchool> all) {
        Map<String, Integer> students =
                all.stream()
                        .collect(
                                Collectors.groupingBy(
                                        RealSchool::districtId,
                                        Collectors.summingInt(RealSchool::students)));
        String largest =
                students.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .orElseThrow()
                        .getKey();
        return all.stream().filter(school -> school.districtId().equals(largest)).toList();
    }
}
