package school.tandem.importing.reading;

import java.util.List;

/**
 * The files of a OneRoster bundle that Tandem reads, in the order in which they refer to each
 * other.
 */
public enum OneRosterKind {
    ORGS("orgs", List.of("name", "type"), List.of("identifier", "parentSourcedId")),
    SESSIONS(
            "academicSessions",
            List.of("title", "type", "startDate", "endDate"),
            List.of("parentSourcedId", "schoolYear")),
    USERS(
            "users",
            List.of("givenName", "familyName"),
            List.of(
                    "enabledUser",
                    "orgSourcedIds",
                    "role",
                    "username",
                    "userIds",
                    "userMasterIdentifier",
                    "middleName",
                    "identifier",
                    "email",
                    "sms",
                    "phone",
                    "agentSourcedIds",
                    "grades",
                    "password",
                    "primaryOrgSourcedId",
                    "preferredGivenName",
                    "preferredMiddleName",
                    "preferredFamilyName",
                    "pronouns")),
    ROLES(
            "roles",
            List.of("userSourcedId", "role", "orgSourcedId"),
            List.of("roleType", "beginDate", "endDate", "userProfileSourcedId")),
    COURSES(
            "courses",
            List.of("title"),
            List.of(
                    "schoolYearSourcedId",
                    "courseCode",
                    "grades",
                    "orgSourcedId",
                    "subjects",
                    "subjectCodes")),
    CLASSES(
            "classes",
            List.of("title", "schoolSourcedId"),
            List.of(
                    "grades",
                    "courseSourcedId",
                    "classCode",
                    "classType",
                    "location",
                    "termSourcedIds",
                    "subjects",
                    "subjectCodes",
                    "periods")),
    ENROLMENTS(
            "enrollments",
            List.of("classSourcedId", "userSourcedId", "role"),
            List.of("schoolSourcedId", "primary", "beginDate", "endDate")),
    /** Read only where the district keeps groups; birth dates and places are never. */
    DEMOGRAPHICS(
            "demographics",
            List.of(),
            List.of(
                    "sex",
                    "americanIndianOrAlaskaNative",
                    "asian",
                    "blackOrAfricanAmerican",
                    "nativeHawaiianOrOtherPacificIslander",
                    "white",
                    "demographicRaceTwoOrMoreRaces",
                    "hispanicOrLatinoEthnicity")),
    CATEGORIES("categories", List.of("title"), List.of("weight")),
    LINE_ITEMS(
            "lineItems",
            List.of("title", "classSourcedId"),
            List.of(
                    "description",
                    "assignDate",
                    "dueDate",
                    "categorySourcedId",
                    "gradingPeriodSourcedId",
                    "academicSessionSourcedId",
                    "schoolSourcedId",
                    "resultValueMin",
                    "resultValueMax")),
    RESULTS(
            "results",
            List.of("lineItemSourcedId", "studentSourcedId", "scoreStatus"),
            List.of(
                    "score",
                    "scoreDate",
                    "comment",
                    "classSourcedId",
                    "textScore",
                    "inProgress",
                    "incomplete",
                    "late",
                    "missing"));

    private final String fileName;
    private final List<String> required;
    private final List<String> optional;

    OneRosterKind(String fileName, List<String> required, List<String> optional) {
        this.fileName = fileName;
        this.required = required;
        this.optional = optional;
    }

    /** Its name in a bundle, without {@code .csv}. */
    public String fileName() {
        return fileName;
    }

    /** The columns without which no row of it can be read, besides {@code sourcedId}. */
    List<String> required() {
        return required;
    }

    List<String> optional() {
        return optional;
    }
}
