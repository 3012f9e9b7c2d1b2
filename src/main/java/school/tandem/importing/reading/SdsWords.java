package school.tandem.importing.reading;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import school.tandem.roster.intake.EnrolmentRole;
import school.tandem.roster.intake.OrgKind;
import school.tandem.roster.intake.PersonKind;
import school.tandem.roster.intake.PersonRole;
import school.tandem.roster.intake.SessionKind;
import school.tandem.roster.intake.StaffRole;

/** The words of School Data Sync's default lists, without case, blanks and signs. */
final class SdsWords {

    /** The source of all its rows, whatever the version: schools keep their ids as they move on. */
    static final String SOURCE = "sds";

    private static final Map<String, PersonRole> ROLES =
            all(
                    words(PersonRole.STUDENT, "student", "learner", "pupil"),
                    words(
                            PersonRole.staff(StaffRole.TEACHER),
                            "teacher",
                            "professor",
                            "lecturer",
                            "instructor",
                            "faculty",
                            "adjunct",
                            "chair",
                            "substitute"),
                    words(
                            PersonRole.staff(StaffRole.ADMINISTRATOR),
                            "principal",
                            "administrator",
                            "districtadministrator",
                            "siteadministrator",
                            "headteacher"),
                    words(
                            PersonRole.staff(StaffRole.IT),
                            "itadmin",
                            "itadministrator",
                            "systemadministrator"),
                    words(PersonRole.staff(StaffRole.COUNSELOR), "advisor", "adviser", "counselor"),
                    words(
                            PersonRole.staff(StaffRole.AIDE),
                            "aide",
                            "aid",
                            "paraprofessional",
                            "teacherassistant",
                            "teachingassistant",
                            "assistant"),
                    words(PersonRole.staff(StaffRole.PROCTOR), "proctor"),
                    words(
                            PersonRole.staff(StaffRole.OTHER),
                            "staff",
                            "officestaff",
                            "affiliate",
                            "researcher",
                            "occupationaltherapist",
                            "physicaltherapist",
                            "speechtherapist",
                            "visiontherapist",
                            "specialservices",
                            "nurse",
                            "coach",
                            "librarian"),
                    words(
                            PersonRole.OTHER,
                            "other",
                            "alumni",
                            "parent",
                            "guardian",
                            "relative",
                            "contact",
                            "doctor",
                            "child",
                            "none"));

    private static final Map<String, SessionKind> SESSIONS =
            all(
                    words(SessionKind.SCHOOL_YEAR, "schoolyear", "academicyear", "year"),
                    words(SessionKind.SEMESTER, "semester"),
                    words(
                            SessionKind.TERM,
                            "term",
                            "trimester",
                            "quarter",
                            "quinmester",
                            "session",
                            "summerterm",
                            "minterm",
                            "intersession",
                            "other"),
                    words(SessionKind.GRADING_PERIOD, "gradingperiod", "markingperiod"));

    /** What is a school wherever it stands. */
    private static final Set<String> SCHOOLS =
            Set.of("school", "college", "campus", "adulteducation");

    /** What is a school unless it has schools below it. */
    private static final Set<String> SCHOOLS_IF_LOWEST = Set.of("university", "academictrust");

    private static final Map<String, OrgKind> ORGS =
            all(
                    words(OrgKind.DISTRICT, "district", "localauthority"),
                    words(OrgKind.DEPARTMENT, "department"),
                    words(
                            OrgKind.OTHER,
                            "ministryofeducation",
                            "departmentofeducation",
                            "university",
                            "academictrust",
                            "region",
                            "division",
                            "local",
                            "municipality",
                            "province",
                            "state",
                            "national",
                            "program",
                            "researchcenter"));

    private SdsWords() {}

    /** What a person is; null: no word of the list. */
    static @Nullable PersonRole role(String word) {
        return ROLES.get(word);
    }

    /** What a person is in a class. */
    static EnrolmentRole inClass(PersonRole role) {
        if (role.kind() == PersonKind.STUDENT) {
            return EnrolmentRole.STUDENT;
        }
        return role.staffRole() == StaffRole.TEACHER ? EnrolmentRole.TEACHER : EnrolmentRole.OTHER;
    }

    static @Nullable SessionKind session(String word) {
        return SESSIONS.get(word);
    }

    /** Whether it is one wherever it stands. */
    static boolean isSchool(String word) {
        return SCHOOLS.contains(word);
    }

    /**
     * What an org is; null: no word of the list.
     *
     * @param lowest whether no school is below it
     */
    static @Nullable OrgKind org(String word, boolean lowest) {
        return isSchool(word) || lowest && SCHOOLS_IF_LOWEST.contains(word)
                ? OrgKind.SCHOOL
                : ORGS.get(word);
    }

    private static <T> Map<String, T> words(T meaning, String... words) {
        return Stream.of(words).collect(Collectors.toMap(Function.identity(), word -> meaning));
    }

    @SafeVarargs
    private static <T> Map<String, T> all(Map<String, T>... some) {
        return Stream.of(some)
                .flatMap(words -> words.entrySet().stream())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
