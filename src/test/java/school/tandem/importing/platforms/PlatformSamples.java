package school.tandem.importing.platforms;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Exports of each platform in each of its formats, as their documentation has them. */
enum PlatformSamples {
    CANVAS_GRADEBOOK(new Canvas(), "canvas-gradebook", of("canvas/gradebook.csv")),
    CANVAS_SPANISH_GRADEBOOK(new Canvas(), "canvas-gradebook", of("canvas/gradebook-es.csv")),
    CANVAS_SUBMISSION(new Canvas(), "canvas-submissions", of("canvas/submission.json")),
    CANVAS_SUBMISSIONS(new Canvas(), "canvas-submissions", of("canvas/submissions.json")),
    CANVAS_LINES(new Canvas(), "canvas-submissions", of("canvas/submissions.jsonl")),
    CANVAS_GROUPS(new Canvas(), "canvas-submissions", of("canvas/grouped.json")),
    CANVAS_ASSIGNMENTS(new Canvas(), "canvas-assignments", of("canvas/assignments.json")),
    CANVAS_COURSES(new Canvas(), "canvas-courses", of("canvas/courses.json")),
    CANVAS_SECTIONS(new Canvas(), "canvas-sections", of("canvas/sections.json")),
    CANVAS_USERS(new Canvas(), "canvas-users", of("canvas/users.json")),
    CANVAS_ENROLMENTS(new Canvas(), "canvas-enrollments", of("canvas/enrollments.json")),
    CANVAS_ALL(
            new Canvas(),
            "canvas-assignments+canvas-courses+canvas-enrollments+canvas-gradebook+canvas-sections"
                    + "+canvas-submissions+canvas-users",
            of(
                    "canvas/gradebook.csv",
                    "canvas/submissions.json",
                    "canvas/grouped.json",
                    "canvas/assignments.json",
                    "canvas/courses.json",
                    "canvas/sections.json",
                    "canvas/users.json",
                    "canvas/enrollments.json")),
    CLASSROOM_PAGES(
            new GoogleClassroom(),
            "google-classroom",
            Map.of(
                    "courses.json",
                    """
                    {"courses": [
                      {"id": "101", "name": "Algebra", "section": "Period 1", "room": "12", "ownerId": "900",
                       "courseState": "ACTIVE", "alternateLink": "https://classroom.google.com/c/MTAx",
                       "aliases": ["d:alg-1"]},
                      {"id": "102", "name": "Biology", "ownerId": "900", "courseState": "ARCHIVED"}],
                     "nextPageToken": "x"}
                    """,
                    "students.json",
                    """
                    {"students": [
                      {"courseId": "101", "userId": "7", "profile": {"id": "7", "emailAddress": "ana@elm.example",
                       "name": {"givenName": "Ana", "familyName": "Sol", "fullName": "Ana Sol"}}},
                      {"courseId": "101", "userId": "8", "profile": {"id": "8",
                       "name": {"givenName": "Cy", "familyName": "Ode"}}}]}
                    """,
                    "teachers.json",
                    """
                    {"teachers": [{"courseId": "101", "userId": "900", "profile": {"id": "900",
                      "emailAddress": "ida@elm.example", "name": {"fullName": "Ida Poe"}}}]}
                    """,
                    "work.json",
                    """
                    {"courseWork": [
                      {"courseId": "101", "id": "55", "title": "Essay", "workType": "ASSIGNMENT", "state": "PUBLISHED",
                       "creationTime": "2026-09-01T02:30:00Z", "dueDate": {"year": 2026, "month": 9, "day": 18},
                       "dueTime": {"hours": 3, "minutes": 59}},
                      {"courseId": "101", "id": "56", "title": "Check", "workType": "ASSIGNMENT", "state": "PUBLISHED",
                       "scheduledTime": "2026-09-03T12:00:00.5Z", "creationTime": "2026-09-01T12:00:00Z",
                       "materials": [{"form": {"formUrl": "https://docs.google.com/forms/d/e/1", "title": "Check"}}]},
                      {"courseId": "101", "id": "57", "title": "Later", "workType": "SHORT_ANSWER_QUESTION", "state": "DRAFT"}]}
                    """,
                    "submissions.json",
                    """
                    {"studentSubmissions": [
                      {"courseId": "101", "courseWorkId": "55", "id": "a", "userId": "7", "state": "RETURNED",
                       "updateTime": "2026-09-30T10:00:00Z", "late": true, "assignedGrade": 9,
                       "submissionHistory": [
                        {"stateHistory": {"state": "CREATED", "stateTimestamp": "2026-09-10T14:00:00.123456789Z", "actorUserId": "7"}},
                        {"stateHistory": {"state": "TURNED_IN", "stateTimestamp": "2026-09-17T02:00:00Z", "actorUserId": "7"}},
                        {"gradeHistory": {"pointsEarned": 9, "gradeTimestamp": "2026-09-20T10:00:00Z", "actorUserId": "900"}},
                        {"stateHistory": {"state": "RETURNED", "stateTimestamp": "2026-09-20T10:00:00Z", "actorUserId": "900"}}]},
                      {"courseId": "101", "courseWorkId": "55", "id": "b", "userId": "8", "state": "NEW"}]}
                    """)),
    CLASSROOM_LINES(
            new GoogleClassroom(),
            "google-classroom",
            Map.of(
                    "all.jsonl",
                    """
                    {"id": "101", "name": "Algebra", "courseState": "ACTIVE"}
                    {"courseId": "101", "userId": "7", "profile": {"id": "7", "emailAddress": "ana@elm.example"}}
                    {"courseId": "101", "id": "55", "title": "Essay", "workType": "ASSIGNMENT"}
                    {"courseId": "101", "courseWorkId": "55", "userId": "7", "state": "TURNED_IN"}
                    {"courseId": "101", "id": "m1", "text": "Welcome", "state": "PUBLISHED"}
                    """)),
    CLASSROOM_USAGE(
            new GoogleClassroom(),
            "google-classroom-usage",
            Map.of(
                    "usage.csv",
                    """
                    email,asOfDate,importDate,numberOfPosts,lastInteractionTime,lastLoginTime,name,monthDay,nameDate

                    ana@elm.example,2026-09-17 00:00:00,2026-09-20 10:00:00,2,2026-09-17 02:00:00,2026-09-17 01:00:00,ana,09/17,ana 09/17

                    ben@elm.example,2026-09-17 00:00:00,2026-09-20 10:00:00,0,,2026-09-17 01:00:00,ben,09/17,ben 09/17
                    """)),
    CLASSROOM_USAGE_REPORTS(
            new GoogleClassroom(),
            "google-classroom-usage",
            Map.of(
                    "usage.json",
                    """
                    {"kind": "admin#reports#usageReports", "usageReports": [
                      {"date": "2026-09-17", "entity": {"type": "USER", "userEmail": "ana@elm.example", "profileId": "7"},
                       "parameters": [{"name": "classroom:role", "stringValue": "student"},
                        {"name": "classroom:timestamp_last_interaction", "datetimeValue": "2026-09-17T14:00:00.000Z"}]},
                      {"date": "2026-09-17", "entity": {"userEmail": "ida@elm.example"},
                       "parameters": [{"name": "classroom:role", "stringValue": "teacher"},
                        {"name": "classroom:timestamp_last_interaction", "datetimeValue": "2026-09-17T14:00:00.000Z"}]},
                      {"date": "2026-09-17", "entity": {"userEmail": "ben@elm.example"},
                       "parameters": [{"name": "classroom:timestamp_last_interaction", "datetimeValue": "1970-01-01T00:00:00.000Z"}]}]}
                    """)),
    CLASSROOM_GRADEBOOK(
            new GoogleClassroom(),
            "google-classroom-gradebook",
            Map.of(
                    "Algebra - Grades.csv",
                    """
                    Last Name,First Name,Email Address,Essay,Check,Overall grade
                    Date,,,2026-09-26,No due date,
                    Points,,,100,10,
                    Class Average,,,90,8,85
                    Sol,Ana,ana@elm.example,90,,90
                    Wu,Ben,ben@elm.example,0,8,80
                    """)),
    SCHOOLOGY_USAGE(
            new Schoology(),
            "schoology-usage",
            Map.of(
                    "usage.csv",
                    """
                    role_name,username,email,schoology_user_id,unique_user_id,action_type,item_type,item_id,item_name,course_name,course_code,section_name,last_event_timestamp,event_count,last_name,first_name,item_parent_type,section_id,section_school_code,section_code
                    Student,ana,ana@elm.example,501,1,CREATE,SESSION,,,,,,2026-09-17 01:00:00.097,1,Sol,Ana,USER,,,
                    Student,ana,ana@elm.example,501,1,READ,ASSIGNMENT,88,Essay,Algebra,,Section 1,2026-09-17 02:00:00.097,3,Sol,Ana,COURSE,9,,
                    Student,ana,ana@elm.example,501,1,SUBMIT,ASSIGNMENT,88,Essay,Algebra,,Section 1,2026-09-17 15:00:00.097,1,Sol,Ana,COURSE,9,,
                    Student,ana,ana@elm.example,501,1,SUBMIT,ASSESSMENT,89,Check,Algebra,,Section 1,2026-09-18 15:00:00,1,Sol,Ana,COURSE,9,,
                    Student,ana,ana@elm.example,501,1,SUBMIT,TEST_QUIZ,90,Check,Algebra,,Section 1,09/19/2026 15:00,1,Sol,Ana,COURSE,9,,
                    Student,ana,ana@elm.example,501,1,SUBMIT,DISCUSSION,91,Talk,Algebra,,Section 1,2026-09-20 1:00:01 PM,1,Sol,Ana,COURSE,9,,
                    Student,ana,ana@elm.example,501,1,READ,DISCUSSION,92,Chess,,,,2026-09-21 15:00:00,1,Sol,Ana,GROUP,,,
                    Teacher,ida,ida@elm.example,600,t1,CREATE,ASSIGNMENT,88,Essay,Algebra,,Section 1,2026-09-16 15:00:00,1,Poe,Ida,COURSE,9,,
                    Teacher,ida,ida@elm.example,600,t1,CREATE,ASSESSMENT,89,Check,Algebra,,Section 1,2026-09-16 15:00:00,1,Poe,Ida,COURSE,9,,
                    Teacher,ida,ida@elm.example,600,t1,CREATE,COURSE_ATTENDANCE,93,,Algebra,,Section 1,2026-09-16 15:00:00,1,Poe,Ida,COURSE,9,,
                    Teacher,ida,ida@elm.example,600,t1,READ,ASSIGNMENT,88,Essay,Algebra,,Section 1,2026-09-16 15:00:00,1,Poe,Ida,COURSE,9,,
                    System Admin,root,root@elm.example,1,,CREATE,ASSIGNMENT,94,Poem,Algebra,,Section 1,2026-09-16 15:00:00,1,Ent,Ada,COURSE,9,,
                    Student,ana,ana@elm.example,501,1,TELEPORT,ASSIGNMENT,88,Essay,Algebra,,Section 1,2026-09-17 02:00:00.097,3,Sol,Ana,COURSE,9,,
                    Student,ana,ana@elm.example,501,1,READ,ASSIGNMENT,88,Essay,Algebra,,Section 1,yesterday,3,Sol,Ana,COURSE,9,,
                    Student,ana,ana@elm.example,501,1,,ASSIGNMENT,88,Essay,Algebra,,Section 1,2026-09-17 02:00:00.097,3,Sol,Ana,COURSE,9,,
                    """)),
    SCHOOLOGY_GRADES(
            new Schoology(),
            "schoology-grades",
            Map.of(
                    "grades.csv",
                    """
                    Unique User ID,First Name,Last Name,Email,Course Name,Course Code,Department Code,Section Name,Section Code,Assignment Title,Assignment Due Date,Max Points,Grade,Grading Category,Username,Accommodations Offered/Received,Collected,Count in Grade
                    1,Ana,Sol,ana@elm.example,Algebra,ALG,,Section 1,,Essay,2026-09-18 23:59:00,10,9,Homework,ana,False,False,True
                    2,Ben,Wu,ben@elm.example,Algebra,ALG,,Section 1,,Essay,2026-09-18 23:59:00,10,,Homework,ben,False,False,True
                    3,Cy,Ode,,Algebra,ALG,,Section 1,,Essay,,10,Missing,Homework,cy,False,False,True
                    1,Ana,Sol,ana@elm.example,Algebra,ALG,,Section 1,,Unit 1,,10,Excused,Tests,ana,False,False,True
                    2,Ben,Wu,ben@elm.example,Algebra,ALG,,Section 1,,Unit 1,,10,0,Tests,ben,False,True,True
                    3,Cy,Ode,,Algebra,ALG,,Section 1,,Unit 1,,10,0,Tests,cy,False,False,True
                    """)),
    SCHOOLOGY_GRADEBOOK(
            new Schoology(),
            "schoology-gradebook",
            Map.of(
                    "Algebra - Section 1 Gradebook.csv",
                    """
                    First Name,Last Name,Unique User ID,Overall,Essay (Max Points: 10),Unit 1 Test (Max Points: 20),Comments
                    Ana,Sol,1,A,9,Excused,Well done
                    Ben,Wu,2,B,,Missing,
                    """)),
    MOODLE_LOGS(
            new Moodle(),
            "moodle-logs",
            Map.of(
                    "logs.csv",
                    """
                    Time,User full name,Affected user,Event context,Component,Event name,Description,Origin,IP address
                    "14/09/20, 14:05",Ana Sol,-,Assignment: Essay,Assignment,Course module viewed,"The user with id '5' viewed the 'assign' activity with course module id '12'.",web,10.0.0.1
                    "14/09/20, 14:06",Ana Sol,-,Assignment: Essay,Assignment,A submission has been submitted.,"The user with id '5' has submitted the submission with id '3' for the assignment with course module id '12'.",web,10.0.0.1
                    "14/09/20, 14:07",-,-,Quiz: One,Quiz,Quiz attempt submitted,"The user with id '6' has submitted the attempt with id '9' for the quiz with course module id '13'.",web,10.0.0.1
                    "14/09/20, 14:08",Ida Poe,Ana Sol,Course: Algebra,System,Course viewed,"The user with id '2' viewed the course with id '7'.",web,10.0.0.1
                    """)),
    MOODLE_COMPLETION(
            new Moodle(),
            "moodle-completion",
            Map.of(
                    "progress.alg1.csv",
                    """
                    "","Email address","Essay","","Quiz 1",""
                    "Ana Sol","ana@elm.example","Completed","2026-09-14 14:05:00","Not completed",""
                    "Ben Wu","ben@elm.example","Not completed","","Completed","Monday, 14 September 2026, 2:05 PM"
                    """)),
    MOODLE_GRADEBOOK(
            new Moodle(),
            "moodle-gradebook",
            Map.of(
                    "ALG1 Grades.csv",
                    """
                    "First name",Surname,"ID number","Email address","Assignment: Essay (Real)","Quiz: One (Real)","Course total (Real)","Last downloaded from this course"
                    Ana,Sol,1,ana@elm.example,85.00,-,85.00,1789000000
                    Ben,Wu,,ben@elm.example,0.00,12,12.00,1789000000
                    """)),
    MOODLE_QUIZ(
            new Moodle(),
            "moodle-quiz",
            Map.of(
                    "ALG1-Fractions-grades.csv",
                    """
                    "Last name","First name","Email address",State,"Started on",Completed,"Time taken",Grade/10.00,"Q. 1 /10.00"
                    Sol,Ana,ana@elm.example,Finished,"14 September 2026  2:05 PM","14 September 2026  2:15 PM","10 mins",8.00,8.00
                    Wu,Ben,ben@elm.example,"In progress","14 September 2026  2:05 PM",-,-,-,-
                    """)),
    MOODLE_ASSIGNMENT(
            new Moodle(),
            "moodle-assignment",
            Map.of(
                    "Grades-ALG1-Essay-42.csv",
                    """
                    Identifier,"Full name","Email address",Status,Grade,"Maximum grade","Last modified (submission)","Feedback comments"
                    "Participant 11","Ana Sol",ana@elm.example,"Submitted for grading",85.00,100.00,"Monday, 14 September 2026, 2:05 PM",
                    "Participant 12","Ben Wu",ben@elm.example,"No submission",,100.00,-,
                    """)),
    CALIPER(
            new Caliper(),
            "caliper",
            Map.of(
                    "events.jsonl",
                    """
                    {"id": "1", "type": "AssignableEvent", "actor": {"id": "https://elm.example/users/5", "type": "Person"}, "action": "Submitted", "object": {"id": "x", "type": "AssignableDigitalResource"}, "eventTime": "2026-09-14T14:00:00.000Z", "group": {"id": "g", "name": "Algebra"}}
                    {"sensor": "s", "data": [{"id": "2", "type": "ViewEvent", "actor": "https://elm.example/users/5", "action": "Viewed", "object": {"type": "Page"}, "eventTime": "2026-09-14T14:00:00.000Z"}]}
                    {"id": "3", "type": "ResourceManagementEvent", "actor": {"id": "mailto:ida@elm.example"}, "action": "Created", "object": {"type": "Assessment"}, "eventTime": "2026-09-14T14:00:00.000Z", "membership": {"roles": ["Instructor"]}}
                    """)),
    XAPI(
            new Xapi(),
            "xapi",
            Map.of(
                    "statements.json",
                    """
                    {"statements": [
                    {"id": "1", "actor": {"mbox": "mailto:ana@elm.example"}, "verb": {"id": "http://adlnet.gov/expapi/verbs/submitted"}, "object": {"id": "x"}, "timestamp": "2026-09-14T14:00:00Z"},
                    {"id": "2", "actor": {"account": {"homePage": "https://elm.example", "name": "1"}}, "verb": {"id": "http://adlnet.gov/expapi/verbs/completed"}, "object": {"definition": {"type": "http://adlnet.gov/expapi/activities/assessment"}}, "timestamp": "2026-09-14T14:00:00Z"},
                    {"id": "3", "actor": {"mbox": "mailto:ana@elm.example"}, "verb": {"id": "http://adlnet.gov/expapi/verbs/voided"}, "object": {"objectType": "StatementRef", "id": "1"}, "timestamp": "2026-09-14T14:00:00Z"}], "more": ""}
                    """)),
    GRADEBOOK_LISTS(
            new GradebookLists(),
            "gradebook-assignments+gradebook-submissions",
            Map.of(
                    "assignments.csv",
                    """
                    Class Name, Assignment Name, Assignment Description, Due Date, Due Time
                    Algebra, Essay, Write, about sums, and so on., 2026-09-18, 23:59:59.000
                    Biology, Essay, Write., 2026-09-19, 14:00:00.000
                    """,
                    "submissions.csv",
                    """
                    Assignment Name, Student Name, Date, Late, Status, Grade
                    Essay, Ana Sol, 2026-09-17, no, returned, 97
                    Essay, Ben Wu, 2026-09-18, no, draft, null
                    Essay, Cy Ode, null, no, not started, null
                    Essay, Dee Ray, null, no, returned, null
                    Essay, Eve Lee, 2026-09-18, no, returned 97
                    """));

    private final Platform platform;
    private final String format;
    private final Map<String, String> files;

    PlatformSamples(Platform platform, String format, Map<String, String> files) {
        this.platform = platform;
        this.format = format;
        Map<String, String> inOrder = new LinkedHashMap<>();
        files.keySet().stream().sorted().forEach(name -> inOrder.put(name, files.get(name)));
        this.files = inOrder;
    }

    /** Files of {@code src/test/resources/import}, by their names. */
    private static Map<String, String> of(String... paths) {
        Map<String, String> files = new LinkedHashMap<>();
        for (String path : paths) {
            try (InputStream in = PlatformSamples.class.getResourceAsStream("/import/" + path)) {
                byte[] bytes = Objects.requireNonNull(in, path).readAllBytes();
                files.put(
                        path.substring(path.lastIndexOf('/') + 1),
                        new String(bytes, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    Platform platform() {
        return platform;
    }

    String format() {
        return format;
    }

    List<ExportFile> files() {
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        files.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return PlatformMutations.files(bytes);
    }

    PlatformMutations mutations() {
        return new PlatformMutations(platform, files);
    }
}
