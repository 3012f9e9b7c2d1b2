package school.tandem.adoption;

import static school.tandemdb.roster.Tables.STUDENT_GROUP;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import school.tandem.adoption.Places.Person;
import school.tandem.roster.GroupKind;
import school.tandem.roster.PersonId;
import school.tandem.security.SchoolKey;

/** The groups by which equity gaps are told: of each kind a student is in one, flags aside. */
final class StudentDivisions {

    private final Map<PersonId, List<Group>> kept = new HashMap<>();
    private final boolean sexes;
    private final boolean races;

    private StudentDivisions(Map<PersonId, List<Group>> kept) {
        this.kept.putAll(kept);
        this.sexes = anyOf(GroupKind.SEX);
        this.races = anyOf(GroupKind.RACE);
    }

    /** Those alone that no list says; nothing is asked. */
    static StudentDivisions withoutLists() {
        return new StudentDivisions(Map.of());
    }

    /** One statement. */
    static StudentDivisions of(DSLContext dsl, SchoolKey key, Places places) {
        Map<PersonId, List<Group>> kept = new HashMap<>();
        dsl.select(STUDENT_GROUP.STUDENT_ID, STUDENT_GROUP.KIND, STUDENT_GROUP.KEY)
                .from(STUDENT_GROUP)
                .where(STUDENT_GROUP.DISTRICT_ID.eq(key.district()))
                .and(STUDENT_GROUP.STUDENT_ID.in(places.idsOf("student")))
                .forEach(row ->
                        kept.computeIfAbsent(row.value1(), student -> new ArrayList<>())
                                .add(new Group(row.value2(), row.value3())));
        return new StudentDivisions(kept);
    }

    List<Group> of(Person student, Home home) {
        List<Group> groups = new ArrayList<>();
        groups.add(new Group("device", word(home.device())));
        groups.add(new Group("connection", word(home.connection())));
        groups.add(new Group("newcomer", word(student.joinedLater())));
        List<Group> own = kept.getOrDefault(student.id(), List.of());
        groups.addAll(own);
        if (sexes && none(own, GroupKind.SEX)) {
            groups.add(new Group(GroupKind.SEX.code(), ""));
        }
        if (races && none(own, GroupKind.RACE)) {
            groups.add(new Group(GroupKind.RACE.code(), ""));
        }
        return groups;
    }

    private boolean anyOf(GroupKind kind) {
        return kept.values().stream().anyMatch(groups -> !none(groups, kind));
    }

    private static boolean none(List<Group> groups, GroupKind kind) {
        return groups.stream().noneMatch(group -> group.kind().equals(kind.code()));
    }

    private static String word(@Nullable Boolean said) {
        return said == null ? "" : said ? "yes" : "no";
    }
}
