package school.tandem.importing;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An invented bundle of any size, written without being held in memory. */
record LargeBundle(int schools, int classes, int students, int places, int work, int results) {

    private static final LocalDate START = LocalDate.of(2025, 8, 18);

    /** Writes one: {@code FILE SCHOOLS CLASSES STUDENTS PLACES WORK RESULTS}. */
    static void main(String[] args) throws IOException {
        int[] sizes = new int[6];
        for (int i = 0; i < 6; i++) {
            sizes[i] = Integer.parseInt(args[i + 1]);
        }
        new LargeBundle(sizes[0], sizes[1], sizes[2], sizes[3], sizes[4], sizes[5])
                .write(Path.of(args[0]));
    }

    /** Lines of a file. */
    private interface Lines {
        void to(Writer out) throws IOException;
    }

    void write(Path zip) throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            file(out, "manifest.csv", w -> w.write("propertyName,value\noneroster.version,1.1\n"));
            file(out, "orgs.csv", this::orgs);
            file(
                    out,
                    "academicSessions.csv",
                    w ->
                            w.write(
                                    "sourcedId,title,type,startDate,endDate\n"
                                            + "y,2025-26,schoolYear,2025-08-18,2026-06-12\n"));
            file(out, "users.csv", this::users);
            file(out, "courses.csv", w -> w.write("sourcedId,title,orgSourcedId\nk,Course,d\n"));
            file(out, "classes.csv", this::classes);
            file(out, "enrollments.csv", this::enrollments);
            file(out, "categories.csv", w -> w.write("sourcedId,title\nhw,Homework\nqz,Quiz\n"));
            file(out, "lineItems.csv", this::lineItems);
            file(out, "results.csv", this::results);
        }
    }

    private static void file(ZipOutputStream zip, String name, Lines lines) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Writer out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
        lines.to(out);
        out.flush();
        zip.closeEntry();
    }

    private void orgs(Writer out) throws IOException {
        out.write("sourcedId,name,type,parentSourcedId\nd,Large District,district,\n");
        for (int i = 0; i < schools; i++) {
            out.write("o%d,School %d,school,d\n".formatted(i, i));
        }
    }

    private void users(Writer out) throws IOException {
        out.write(
                "sourcedId,enabledUser,orgSourcedIds,role,username,givenName,familyName,email,grades\n");
        for (int i = 0; i < classes; i++) {
            out.write(
                    "t%d,true,o%d,teacher,t%d,Tea,Cher%d,t%d@l.example,\n"
                            .formatted(i, i % schools, i, i, i));
        }
        for (int i = 0; i < students; i++) {
            out.write(
                    "s%d,true,o%d,student,s%d,Stu,Dent%d,s%d@l.example,%02d\n"
                            .formatted(i, i % schools, i, i, i, 6 + i % 7));
        }
    }

    private void classes(Writer out) throws IOException {
        out.write(
                "sourcedId,title,grades,courseSourcedId,schoolSourcedId,termSourcedIds,subjects\n");
        for (int i = 0; i < classes; i++) {
            out.write("c%d,Class %d,,k,o%d,y,Subject %d\n".formatted(i, i, i % schools, i % 9));
        }
    }

    private void enrollments(Writer out) throws IOException {
        out.write(
                "sourcedId,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate\n");
        for (int i = 0; i < classes; i++) {
            out.write("et%d,c%d,o%d,t%d,teacher,true,,\n".formatted(i, i, i % schools, i));
        }
        for (int i = 0; i < places; i++) {
            int student = i % students;
            int schoolClass = classOf(student, i / students);
            out.write("e%d,c%d,,s%d,student,false,,\n".formatted(i, schoolClass, student));
        }
    }

    /** A student's n-th class, of their own school. */
    private int classOf(int student, int n) {
        int ofSchool = Math.max(1, classes / schools);
        int at = (student / schools + n * 7) % ofSchool;
        return (at * schools + student % schools) % classes;
    }

    private void lineItems(Writer out) throws IOException {
        out.write("sourcedId,title,assignDate,dueDate,classSourcedId,categorySourcedId\n");
        for (int i = 0; i < work; i++) {
            LocalDate on = START.plusDays(i / classes * 7L % 290);
            out.write(
                    "l%d,Work %d,%s,%s,c%d,%s\n"
                            .formatted(
                                    i,
                                    i,
                                    on,
                                    on.plusDays(7),
                                    i % classes,
                                    i % 3 == 0 ? "qz" : "hw"));
        }
    }

    /** The n-th hand-in of a student is of the n-th work of their first class. */
    private void results(Writer out) throws IOException {
        out.write("sourcedId,lineItemSourcedId,studentSourcedId,scoreStatus,score,scoreDate\n");
        for (int i = 0; i < results; i++) {
            int student = i % students;
            int item = (classOf(student, 0) + i / students * classes) % work;
            LocalDate on = START.plusDays(item / classes * 7L % 290 + 1 + student % 9);
            out.write("g%d,l%d,s%d,fully graded,7,%s\n".formatted(i, item, student, on));
        }
    }
}
