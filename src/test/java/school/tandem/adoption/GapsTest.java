package school.tandem.adoption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import school.tandem.disclosure.Deduction;
import school.tandem.disclosure.ShareDifference;
import school.tandem.disclosure.Shown;
import school.tandem.roster.StudentGroups;
import school.tandem.security.AccessDenied;
import school.tandem.security.NotHere;
import school.tandem.security.Role;

/**
 * Gaps between groups of the sample's students, and that nothing small can be worked out of them.
 */
@Tag("database")
@Tag("long")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GapsTest {

    private static final String[] RACES = {
        "white", "black", "asian", "hispanic", "two_or_more", "pacific", ""
    };

    private static SampleRoom room;

    @BeforeAll
    static void open() {
        room = SampleRoom.shared();
    }

    private static Gaps.Told told(Measure habit, @Nullable Group within) {
        return room.asInstallation(() -> room.bean(Gaps.class).of(room.key, habit, within));
    }

    @Test
    @Order(1)
    void aGapIsWhatAPlainQuestionSays() {
        Gap gap = gap(told(Measure.HANDED_IN, null), "device", "no");
        same(gap, "");
        String grade =
                room.rows("select min(grade) from roster.person where kind = 'student'")
                        .getFirst()
                        .get(0, String.class);
        Gaps.Told within = told(Measure.HANDED_IN, Group.grade(grade));
        within.gaps().stream()
                .filter(one -> one.group().kind().equals("device") && one.known() > 0)
                .forEach(one -> same(one, " and p.grade = '" + grade + "'"));
        assertThat(within.gaps()).noneMatch(one -> one.group().kind().equals("grade"));
    }

    private static void same(Gap gap, String also) {
        boolean merged = gap.orNotSaid();
        String of =
                "select count(*), count(*) filter (where p.id in (select student_id from"
                        + " adoption.submission where status = 'handed_in' and handed_in_on between '"
                        + SampleRoom.FROM
                        + "' and '"
                        + SampleRoom.TODAY
                        + "')) from roster.person p left join adoption.home_access h on h.student_id ="
                        + " p.id where p.id in (select person_id from roster.running where role ="
                        + " 'student' and from_on <= '"
                        + SampleRoom.TODAY
                        + "' and to_on > '"
                        + SampleRoom.TODAY
                        + "')"
                        + also;
        boolean restUnsaid = !merged && unsaidIsFew(of);
        var own = room.rows(of + " and (not h.device" + (merged ? " or h.device is null)" : ")"));
        var rest = room.rows(of + " and (h.device" + (restUnsaid ? " or h.device is null)" : ")"));
        long n = own.getFirst().get(0, Long.class);
        long yes = own.getFirst().get(1, Long.class);
        long restN = rest.getFirst().get(0, Long.class);
        long restYes = rest.getFirst().get(1, Long.class);
        assertThat(gap.known()).isEqualTo(n);
        assertThat(gap.restKnown()).isEqualTo(restN);
        if (gap.share() instanceof Shown.Share share) {
            assertThat(share.share()).isEqualTo((double) yes / n);
        }
        if (!gap.atLeast() && gap.apart() != null) {
            assertThat(gap.apart())
                    .isEqualTo(
                            ShareDifference.of(
                                    (double) yes / n, n, (double) restYes / restN, restN));
        }
    }

    private static boolean unsaidIsFew(String of) {
        long unsaid = room.rows(of + " and h.device is null").getFirst().get(0, Long.class);
        return unsaid < 10;
    }

    @Test
    @Order(1)
    void theWidestComesFirstAndIsNamedOnlyWhereChanceWouldNotMakeIt() {
        Gaps.Told told = told(Measure.HANDED_IN, null);
        assertThat(told.gaps())
                .extracting(Gap::width)
                .isSortedAccordingTo((a, b) -> b.compareTo(a));
        Gap widest = told.widest();
        if (widest != null) {
            assertThat(widest.isTold()).isTrue();
            assertThat(told.gaps().stream().filter(Gap::isTold))
                    .allMatch(gap -> gap.width() <= widest.width());
        }
        assertThat(told.gaps())
                .noneMatch(gap -> Set.of("sex", "race", "flag").contains(gap.group().kind()));
    }

    @Test
    @Order(1)
    void whatIsNoHabitOrNoGroupIsNotThere() {
        assertThatThrownBy(() -> told(Measure.DEVICE, null)).isInstanceOf(NotHere.class);
        assertThatThrownBy(() -> told(Measure.QUIZ, Group.grade("nowhere")))
                .isInstanceOf(NotHere.class);
        assertThatThrownBy(() -> told(Measure.QUIZ, Group.department(0)))
                .isInstanceOf(NotHere.class);
        assertThatThrownBy(() -> told(Measure.QUIZ, new Group("class", "1")))
                .isInstanceOf(NotHere.class);
    }

    @Test
    @Order(2)
    void groupsAreKeptOnlyByWhoeverMayAndFromThenOnCounted() {
        for (Role role : List.of(Role.IT, Role.TEACHER, Role.VIEWER, Role.ADMINISTRATOR)) {
            // An administrator of this school alone does not decide for the district.
            assertThatThrownBy(() ->
                            room.as(
                                    role,
                                    null,
                                    () -> {
                                        room.bean(StudentGroups.class).keep(room.key.district());
                                        return true;
                                    }))
                    .isInstanceOf(AccessDenied.class);
        }
        room.run(() -> room.bean(StudentGroups.class).keep(room.key.district()));
        assign(1);
        Gaps.Told told = told(Measure.HANDED_IN, null);
        Gap girls = gap(told, "sex", "female");
        assertThat(girls.known())
                .isEqualTo(
                        room.number(
                                "select count(*) from roster.student_group where key = 'female'"));
        assertThat(girls.restKnown())
                .isEqualTo(
                        room.number(
                                "select count(*) from roster.student_group where key = 'male'"));
        assertThat(gap(told, "flag", "iep").restKnown())
                .isEqualTo(
                        room.number(
                                        "select count(distinct person_id) from roster.running where"
                                                + " role = 'student'")
                                - gap(told, "flag", "iep").known());
        assertThat(
                        room.as(
                                Role.VIEWER,
                                null,
                                () ->
                                        room.bean(Gaps.class)
                                                .of(room.key, Measure.HANDED_IN, null)
                                                .gaps()))
                .isEqualTo(told.gaps());
    }

    /** Every screen of gaps, and the tables by grade and by department, in one attacker's hands. */
    @Test
    @Order(3)
    void noSmallGroupCanBeWorkedOutOfAllViewsTogether() {
        for (int seed = 1; seed <= 4; seed++) {
            assign(seed);
            for (String kind : List.of("race", "sex", "device")) {
                attack(kind);
            }
        }
    }

    private static void attack(String kind) {
        Measure habit = Measure.HANDED_IN;
        LocalDate today = LocalDate.parse(SampleRoom.TODAY);
        Map<Group, Figures> truth =
                room.asInstallation(() ->
                        room.bean(AdoptionFigures.class).habitsWithin(room.key, today, "grade"));
        Figures school =
                room.asInstallation(() -> room.bean(AdoptionFigures.class).of(room.key, today));
        Set<String> keys = new HashSet<>();
        truth.values()
                .forEach(figures ->
                        figures.byGroup().keySet().stream()
                                .filter(group -> group.kind().equals(kind))
                                .forEach(group -> keys.add(group.key())));
        Deduction deduction = new Deduction();
        Set<Object> known = new HashSet<>(Set.of("all"));
        Set<Object> groupTotals = new HashSet<>();
        Set<Object> gradeTotals = new HashSet<>();
        for (String key : keys) {
            Set<Object> line = new HashSet<>();
            truth.keySet().forEach(grade -> line.add(cell(key, grade)));
            deduction.sum(line, "g" + key);
            groupTotals.add("g" + key);
        }
        for (Group grade : truth.keySet()) {
            Set<Object> line = new HashSet<>();
            keys.forEach(key -> line.add(cell(key, grade)));
            deduction.sum(line, "p" + grade.key());
            gradeTotals.add("p" + grade.key());
        }
        deduction.sum(groupTotals, "all");
        deduction.sum(gradeTotals, "all");
        GroupShares.of(school, school.grades().keySet(), habit)
                .forEach((grade, shown) -> {
                    if (!(shown instanceof Shown.Hidden)) {
                        known.add("p" + grade.key());
                    }
                });
        publish(kind, keys, told(habit, null), "g%s"::formatted, deduction, known);
        for (Group grade : truth.keySet()) {
            if (!grade.key().isEmpty()) {
                publish(kind, keys, told(habit, grade), key -> cell(key, grade), deduction, known);
            }
        }
        int small = 0;
        for (String key : keys) {
            long all = 0;
            for (Map.Entry<Group, Figures> part : truth.entrySet()) {
                long people = part.getValue().of(new Group(kind, key), habit).all();
                all += people;
                if (people > 0 && people < 10) {
                    small++;
                    assertThat(deduction.determines(cell(key, part.getKey()), known))
                            .as(kind + " " + key + " in " + part.getKey())
                            .isFalse();
                }
            }
            if (all > 0 && all < 10) {
                assertThat(deduction.determines("g" + key, known)).as(kind + key).isFalse();
            }
        }
        if (kind.equals("race")) {
            assertThat(small).as("small cells that there were to find").isPositive();
        }
    }

    /** What a screen, or its file, tells of each group: its share of so many is its count. */
    private static void publish(
            String kind,
            Set<String> keys,
            Gaps.Told told,
            java.util.function.Function<String, Object> number,
            Deduction deduction,
            Set<Object> known) {
        Shown unsaid = told.notSaid().get(kind);
        boolean unsaidTold = unsaid != null && !(unsaid instanceof Shown.Hidden);
        if (unsaidTold && keys.contains("")) {
            known.add(number.apply(""));
        }
        for (Gap gap : told.gaps()) {
            if (!gap.group().kind().equals(kind)) {
                continue;
            }
            Set<Object> own = new HashSet<>(Set.of(number.apply(gap.group().key())));
            Set<Object> others = new HashSet<>();
            for (String key : keys) {
                if (!key.equals(gap.group().key()) && !key.isEmpty()) {
                    others.add(number.apply(key));
                }
            }
            if (keys.contains("") && !unsaidTold) {
                // Nothing of them stands alone: they are with the largest group.
                (gap.orNotSaid() ? own : others).add(number.apply(""));
            }
            if (!(gap.share() instanceof Shown.Hidden)) {
                Object sum = "told" + deduction.hashCode() + known.size() + own;
                deduction.sum(own, sum);
                known.add(sum);
            }
            if (!(gap.rest() instanceof Shown.Hidden)) {
                Object sum = "rest" + known.size() + others;
                deduction.sum(others, sum);
                known.add(sum);
            }
        }
    }

    private static Object cell(String key, Group grade) {
        return key + "/" + grade.key();
    }

    @Test
    @Order(4)
    void whatIsHiddenSaysNothingElseEither() {
        List<Gap> hidden = new ArrayList<>();
        for (Group grade : told(Measure.HANDED_IN, null).grades()) {
            told(Measure.HANDED_IN, grade).gaps().stream()
                    .filter(gap -> gap.share() instanceof Shown.Hidden)
                    .forEach(hidden::add);
        }
        assertThat(hidden)
                .isNotEmpty()
                .allMatch(gap -> gap.known() == 0 && gap.unknown() == 0)
                .allMatch(gap -> gap.restKnown() == 0 && gap.apart() == null);
    }

    @Test
    @Order(5)
    void whatIsKeptOfGroupsGoesWithTheChoice() {
        assertThat(room.number("select count(*) from roster.student_group")).isPositive();
        String counted =
                "select count(*) from adoption.figure where group_kind in ('sex', 'race', 'flag')";
        assertThat(room.number(counted)).isPositive();
        room.run(() -> room.bean(StudentGroups.class).forget(room.key.district()));
        assertThat(room.number("select count(*) from roster.student_group")).isZero();
        assertThat(room.number("select count(*) from roster.groups_kept")).isZero();
        assertThat(room.number(counted)).isZero();
        assertThat(told(Measure.HANDED_IN, null).gaps())
                .isNotEmpty()
                .noneMatch(gap -> Set.of("sex", "race", "flag").contains(gap.group().kind()));
        assertThat(
                        room.rows(
                                        "select action from security.audit_entry where action like"
                                                + " 'groups.%' order by id")
                                .getValues(0, String.class))
                .containsExactly("groups.keep", "groups.forget");
    }

    private static Gap gap(Gaps.Told told, String kind, String key) {
        return told.gaps().stream()
                .filter(gap -> gap.group().equals(new Group(kind, key)))
                .findFirst()
                .orElseThrow();
    }

    /** Groups of all sizes, some of a handful in a grade. */
    private static void assign(int seed) {
        room.execute("delete from roster.student_group");
        List<Long> students =
                room.rows("select id from roster.person where kind = 'student' order by id")
                        .getValues(0, Long.class);
        var random = new java.util.Random(seed);
        StringBuilder values = new StringBuilder();
        for (long student : students) {
            double at = random.nextDouble();
            int race = at < .5 ? 0 : at < .75 ? 1 : at < .88 ? 2 : at < .95 ? 3 : at < .985 ? 4 : 5;
            add(values, student, "race", random.nextDouble() < .01 * seed ? "" : RACES[race]);
            add(values, student, "sex", random.nextDouble() < .48 ? "male" : "female");
            if (random.nextDouble() < .12) {
                add(values, student, "flag", "iep");
            }
        }
        room.execute(
                "insert into roster.student_group (district_id, student_id, kind, key) values "
                        + values.substring(1));
        room.run(() ->
                room.bean(AdoptionFigures.class)
                        .refresh(room.key, LocalDate.parse(SampleRoom.TODAY)));
    }

    private static void add(StringBuilder values, long student, String kind, String key) {
        if (!key.isEmpty()) {
            values.append(",(")
                    .append(room.key.district().value())
                    .append(',')
                    .append(student)
                    .append(",'")
                    .append(kind)
                    .append("','")
                    .append(key)
                    .append("')");
        }
    }
}
