package school.tandem.importing;

import static school.tandemdb.roster.Tables.CLASS_GROUP;
import static school.tandemdb.roster.Tables.COURSE;
import static school.tandemdb.roster.Tables.ENROLMENT;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import school.tandem.importing.PeopleMeant.NotFound;
import school.tandem.importing.platforms.Course;
import school.tandem.roster.ClassId;
import school.tandem.roster.PersonId;
import school.tandem.roster.intake.Reason;
import school.tandem.security.DistrictId;

/**
 * Which class an export means: by the id or the title of a class, or by the id, the title or the
 * code of its course; of several, the one where whoever is spoken of is enrolled. A course of a
 * platform may be several classes.
 */
final class ClassesMeant {

    /** Of those named by an export, so many must be in a class for it to be about that one. */
    private static final double NEARLY_ALL = .8;

    private final DSLContext dsl;
    private final DistrictId district;
    private final KnownAs knownAs;
    private final Map<String, Set<ClassId>> byId = new HashMap<>();
    private final Map<String, Set<ClassId>> byTitle = new HashMap<>();
    private final Map<String, Set<ClassId>> byCourse = new HashMap<>();
    private final Map<ClassId, Set<PersonId>> members = new HashMap<>();
    private final Map<ClassId, String> titles = new HashMap<>();

    /** One statement; members follow where a title alone does not tell. */
    ClassesMeant(DSLContext dsl, DistrictId district, KnownAs knownAs) {
        this.dsl = dsl;
        this.district = district;
        this.knownAs = knownAs;
        dsl.select(
                        CLASS_GROUP.ID,
                        CLASS_GROUP.EXTERNAL_ID,
                        CLASS_GROUP.TITLE,
                        COURSE.TITLE,
                        COURSE.EXTERNAL_ID,
                        COURSE.CODE)
                .from(CLASS_GROUP)
                .leftJoin(COURSE)
                .on(COURSE.DISTRICT_ID.eq(district))
                .and(COURSE.ID.eq(CLASS_GROUP.COURSE_ID))
                .where(CLASS_GROUP.DISTRICT_ID.eq(district))
                .and(CLASS_GROUP.WITHDRAWN_ON.isNull())
                .forEach(row -> {
                    titles.put(row.value1(), row.value3());
                    put(byId, row.value2(), row.value1());
                    put(byTitle, row.value3(), row.value1());
                    put(byCourse, row.value4(), row.value1());
                    put(byCourse, row.value5(), row.value1());
                    put(byCourse, row.value6(), row.value1());
                });
    }

    private static void put(
            Map<String, Set<ClassId>> by, @Nullable String word, ClassId classGroup) {
        if (word != null && !word.isBlank()) {
            by.computeIfAbsent(plain(word), plain -> new LinkedHashSet<>()).add(classGroup);
        }
    }

    /** The one class that is meant when somebody of it is spoken of. */
    ClassId find(Course course, PersonId member) throws NotFound {
        try {
            return among(all(course), member);
        } catch (NotFound unknown) {
            return ofSections(course, member).orElseThrow(() -> unknown);
        }
    }

    /** The first of several sections that a name lists where somebody is enrolled. */
    private Optional<ClassId> ofSections(Course course, PersonId member) {
        if (course.sections().size() < 2) {
            return Optional.empty();
        }
        Set<ClassId> several = new LinkedHashSet<>();
        for (String section : course.sections()) {
            if (course.title() != null) {
                several.addAll(candidates(plain(course.title() + " " + section)));
            }
            try {
                several.addAll(all(new Course(course.column(), null, null, null, section)));
            } catch (NotFound unknown) {
                // one of the others may be known
            }
        }
        load(several);
        return several.stream()
                .filter(one -> members.getOrDefault(one, Set.of()).contains(member))
                .findFirst();
    }

    /** Of several classes the one where somebody is enrolled. */
    ClassId among(Set<ClassId> several, PersonId member) throws NotFound {
        if (several.size() == 1) {
            return several.iterator().next();
        }
        load(several);
        Set<ClassId> theirs =
                several.stream()
                        .filter(one -> members.getOrDefault(one, Set.of()).contains(member))
                        .collect(Collectors.toSet());
        if (theirs.size() != 1) {
            throw new NotFound(Reason.AMBIGUOUS_CLASS);
        }
        return theirs.iterator().next();
    }

    /** All classes that a course can be. */
    Set<ClassId> all(Course course) throws NotFound {
        Optional<Long> decided =
                course.own() == null ? null : knownAs.find(KnownAs.Kind.CLASS, course.own());
        if (decided == null) {
            decided = byWords(course);
        }
        if (decided != null) {
            return Set.of(
                    new ClassId(decided.orElseThrow(() -> new NotFound(Reason.UNKNOWN_CLASS))));
        }
        for (String word : course.words()) {
            Set<ClassId> found = candidates(plain(word));
            if (!found.isEmpty()) {
                if (found.size() == 1 && course.own() != null) {
                    knownAs.learn(
                            KnownAs.Kind.CLASS, course.own(), found.iterator().next().value());
                }
                return found;
            }
        }
        throw new NotFound(course.shown().isEmpty() ? Reason.BLANK : Reason.UNKNOWN_CLASS);
    }

    /** What somebody decided of its names; null: nothing. */
    private @Nullable Optional<Long> byWords(Course course) {
        Optional<Long> whole = knownAs.find(KnownAs.Kind.CLASS, course.shown());
        if (whole != null) {
            return whole;
        }
        for (String word : course.words()) {
            Optional<Long> found = knownAs.find(KnownAs.Kind.CLASS, word);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private Set<ClassId> candidates(String plain) {
        for (Map<String, Set<ClassId>> by : List.of(byId, byTitle, byCourse)) {
            Set<ClassId> found = by.get(plain);
            if (found != null) {
                return found;
            }
        }
        return Set.of();
    }

    /** The classes where any of these people are enrolled. */
    Set<ClassId> of(Collection<PersonId> people) {
        return new HashSet<>(
                dsl.selectDistinct(ENROLMENT.CLASS_ID)
                        .from(ENROLMENT)
                        .where(ENROLMENT.DISTRICT_ID.eq(district))
                        .and(ENROLMENT.PERSON_ID.eq(DSL.any(people.toArray(PersonId[]::new))))
                        .and(ENROLMENT.WITHDRAWN_ON.isNull())
                        .fetch(ENROLMENT.CLASS_ID));
    }

    /**
     * The class where nearly all of these people are enrolled, and more than in any other: what an
     * export is about that names no class.
     *
     * @return nothing: there is none, or more than one
     */
    Optional<ClassId> commonTo(Set<PersonId> people) {
        var enrolled = DSL.countDistinct(ENROLMENT.PERSON_ID);
        var best =
                dsl.select(ENROLMENT.CLASS_ID, enrolled)
                        .from(ENROLMENT)
                        .where(ENROLMENT.DISTRICT_ID.eq(district))
                        .and(ENROLMENT.PERSON_ID.eq(DSL.any(people.toArray(PersonId[]::new))))
                        .and(ENROLMENT.ROLE.eq("student"))
                        .and(ENROLMENT.WITHDRAWN_ON.isNull())
                        .groupBy(ENROLMENT.CLASS_ID)
                        .having(enrolled.ge((int) Math.ceil(NEARLY_ALL * people.size())))
                        .orderBy(enrolled.desc())
                        .limit(2)
                        .fetch();
        boolean one = best.size() == 1 || best.size() == 2 && !tied(best.get(0), best.get(1));
        return one ? Optional.of(best.getFirst().value1()) : Optional.empty();
    }

    private static boolean tied(Record2<ClassId, Integer> one, Record2<ClassId, Integer> other) {
        return one.value2().equals(other.value2());
    }

    /** What a class is called. */
    String title(ClassId classGroup) {
        return titles.getOrDefault(classGroup, "");
    }

    private void load(Set<ClassId> classes) {
        Set<ClassId> missing =
                classes.stream()
                        .filter(one -> !members.containsKey(one))
                        .collect(Collectors.toSet());
        if (missing.isEmpty()) {
            return;
        }
        missing.forEach(one -> members.put(one, new HashSet<>()));
        dsl.select(ENROLMENT.CLASS_ID, ENROLMENT.PERSON_ID)
                .from(ENROLMENT)
                .where(ENROLMENT.DISTRICT_ID.eq(district), ENROLMENT.CLASS_ID.in(missing))
                .and(ENROLMENT.WITHDRAWN_ON.isNull())
                .forEach(row ->
                        members.computeIfAbsent(row.value1(), one -> new HashSet<>())
                                .add(row.value2()));
    }

    private static String plain(String word) {
        return word.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }
}
