package school.tandem.adoption;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Three schools as awkward as real ones: calendars of their own, terms inside years and side by
 * side, places with and without dates, twice in the same class, in two schools, late and gone.
 */
final class InventedDistrict {

    private static final String[][] SESSIONS = {
        {"y1", "schoolYear", "2026-08-17", "2027-06-12", ""},
        {"y1s1", "semester", "2026-08-17", "2026-12-19", "y1"},
        {"y1s2", "semester", "2027-01-11", "2027-06-12", "y1"},
        {"y2", "schoolYear", "2026-09-07", "2027-06-26", ""},
        {"y2t1", "term", "2026-09-07", "2026-11-28", "y2"},
        {"y2t2", "term", "2026-11-30", "2027-03-06", "y2"},
        {"y2t3", "term", "2027-03-08", "2027-06-26", "y2"},
        {"y2g1", "gradingPeriod", "2026-10-19", "2026-12-05", "y2t1"},
    };

    private final Random random = new Random(4711);

    void write(Path folder) {
        List<String> users = new ArrayList<>();
        List<String> classes = new ArrayList<>();
        List<String> enrolments = new ArrayList<>();
        List<String> items = new ArrayList<>();
        List<String> results = new ArrayList<>();
        String[] schools = {"north", "south", "bare"};
        for (String school : schools) {
            for (int t = 0; t < 12; t++) {
                users.add(
                        school + "-t" + t + ",true," + school + ",teacher,Tea," + school + t + ",");
            }
            for (int s = 0; s < 90; s++) {
                users.add(
                        school
                                + "-s"
                                + s
                                + ",true,"
                                + school
                                + ",student,Stu,"
                                + school
                                + s
                                + ","
                                + (9 + s % 4));
            }
            for (int c = 0; c < 14; c++) {
                String id = school + "-c" + c;
                classes.add(id + ",Class " + id + "," + school + ",course," + terms(school, c));
                enrol(school, id, c, enrolments);
                work(school, id, items, results);
            }
        }
        // A student of the north who also takes a class in the south.
        enrolments.add("both,south-c3,south,north-s5,student,,");
        write(
                folder,
                "orgs",
                "sourcedId,name,type,parentSourcedId",
                List.of(
                        "d,Awkward district,district,",
                        "north,North,school,d",
                        "south,South,school,d",
                        "bare,Bare,school,d"));
        List<String> sessions = new ArrayList<>();
        for (String[] s : SESSIONS) {
            sessions.add(
                    s[0] + "," + s[0] + "," + s[1] + "," + s[2] + "," + s[3] + "," + s[4]
                            + ",2027");
        }
        write(
                folder,
                "academicSessions",
                "sourcedId,title,type,startDate,endDate,parentSourcedId,schoolYear",
                sessions);
        write(
                folder,
                "users",
                "sourcedId,enabledUser,orgSourcedIds,role,givenName,familyName,grades",
                users);
        write(folder, "courses", "sourcedId,title,orgSourcedId", List.of("course,Course,d"));
        write(
                folder,
                "classes",
                "sourcedId,title,schoolSourcedId,courseSourcedId,termSourcedIds",
                classes);
        write(
                folder,
                "enrollments",
                "sourcedId,classSourcedId,schoolSourcedId,userSourcedId,role,beginDate,endDate",
                enrolments);
        write(folder, "categories", "sourcedId,title", List.of("w,Homework", "q,Quiz"));
        write(
                folder,
                "lineItems",
                "sourcedId,title,assignDate,dueDate,classSourcedId,categorySourcedId",
                items);
        write(
                folder,
                "results",
                "sourcedId,lineItemSourcedId,studentSourcedId,scoreStatus,scoreDate,late,missing,inProgress",
                results);
    }

    /** Several terms in one cell would need quotes: each class names one, or one twice nested. */
    private static String terms(String school, int c) {
        if (school.equals("north")) {
            return List.of("y1", "y1s1", "y1s2", "y1;y1s2").get(c % 4);
        }
        return school.equals("south")
                ? List.of("y2t1", "y2g1;y2t1", "y2", "y2t2").get(c % 4)
                : "y2";
    }

    private void enrol(String school, String id, int c, List<String> enrolments) {
        enrolments.add(
                row("e-" + id + "-t", id, school, school + "-t" + c % 11, "teacher", "", ""));
        if (c % 3 == 0) {
            enrolments.add(
                    row(
                            "e-" + id + "-u",
                            id,
                            school,
                            school + "-t" + (c + 5) % 11,
                            "teacher",
                            "2026-10-12",
                            ""));
        }
        for (int s = 0; s < 90; s++) {
            if (random.nextInt(4) > 0) {
                continue;
            }
            String who = school + "-s" + s;
            String begins = random.nextInt(3) == 0 ? day("2026-08-20", 110) : "";
            String ends = random.nextInt(5) == 0 ? day("2026-10-20", 60) : "";
            enrolments.add(row("e-" + id + "-" + s, id, school, who, "student", begins, ends));
            if (random.nextInt(8) == 0) {
                enrolments.add(
                        row("f-" + id + "-" + s, id, school, who, "student", "2026-10-01", ""));
            }
        }
    }

    private void work(String school, String id, List<String> items, List<String> results) {
        for (int w = 0; w < 8; w++) {
            String item = id + "-w" + w;
            LocalDate set = LocalDate.parse(day("2026-09-01", 85));
            String assigned = random.nextInt(4) == 0 ? "" : set.toString();
            String due =
                    random.nextInt(6) == 0 && !assigned.isEmpty()
                            ? ""
                            : set.plusDays(random.nextInt(9)).toString();
            items.add(
                    item
                            + ",Work,"
                            + assigned
                            + ","
                            + due
                            + ","
                            + id
                            + ","
                            + List.of("w", "q", "w", "").get(random.nextInt(4)));
            for (int s = 0; s < 90; s++) {
                if (random.nextInt(12) == 0) {
                    String status =
                            List.of(
                                            "fully graded",
                                            "submitted",
                                            "partially graded",
                                            "not submitted",
                                            "exempt")
                                    .get(random.nextInt(5));
                    results.add(
                            "r-"
                                    + item
                                    + "-"
                                    + s
                                    + ","
                                    + item
                                    + ","
                                    + school
                                    + "-s"
                                    + s
                                    + ","
                                    + status
                                    + ","
                                    + set.plusDays(random.nextInt(14))
                                    + ","
                                    + List.of("", "true", "false").get(random.nextInt(3))
                                    + ","
                                    + List.of("", "", "false", "true").get(random.nextInt(4))
                                    + ","
                                    + List.of("", "", "false", "true").get(random.nextInt(4)));
                }
            }
        }
    }

    private String day(String from, int within) {
        return LocalDate.parse(from).plusDays(random.nextInt(within)).toString();
    }

    private static String row(String... cells) {
        return String.join(",", cells);
    }

    private static void write(Path folder, String name, String header, List<String> rows) {
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve(name + ".csv"), header + "\n" + String.join("\n", rows) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
