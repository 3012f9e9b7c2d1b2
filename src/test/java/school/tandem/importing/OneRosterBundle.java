package school.tandem.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * An invented OneRoster bundle of one district with two schools, to be spoilt on purpose and
 * written in any way. Rows are counted from 0 with the header, so that row 1 stands on line 2.
 */
final class OneRosterBundle {

    private final Map<String, List<List<String>>> tables = new LinkedHashMap<>();
    private final Map<String, String> raw = new LinkedHashMap<>();
    private Charset charset = StandardCharsets.UTF_8;
    private byte[] mark = {};
    private String lineEnd = "\n";
    private String separator = ",";
    private String folder = "";
    private boolean quoted;
    private UnaryOperator<byte[]> damage = UnaryOperator.identity();

    private OneRosterBundle() {}

    static OneRosterBundle of11() {
        OneRosterBundle b = new OneRosterBundle();
        b.common("1.1");
        b.table(
                "users.csv",
                "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password",
                "t1,,,true,north,teacher,tara,,Tara,Iñíguez,,,tara@north.example,,,,,Geheim1!",
                "t2,,,true,north,teacher,theo,,Theo,Kline,,,theo@north.example,,,,,",
                "t3,,,true,south,teacher,tess,,Tess,Ford,,,tess@south.example,,,,,",
                "a1,,,true,\"north,south\",administrator,ada,,Ada,Reyes,,,ada@north.example,,,,,",
                "s1,,,true,north,student,s1,,Ana,Sol,,,s1@north.example,,,p1,09,Geheim2!",
                "s2,,,true,north,student,s2,,Ben,Wu,,,s2@north.example,,,,09,",
                "s3,,,true,north,student,s3,,Cy,Ode,,,,,,,10,",
                "s4,,,false,south,student,s4,,Dee,Paz,,,,,,,10,",
                "s5,,,true,south,student,s5,,Eli,Mora,,,,,,,11,",
                "s6,,,true,south,student,s6,,Flo,Diaz,,,,,,,11,",
                "p1,,,true,north,parent,pia,,Pia,Sol,,,pia@home.example,555,555,,,");
        return b;
    }

    static OneRosterBundle of12() {
        OneRosterBundle b = new OneRosterBundle();
        b.common("1.2");
        b.table(
                "users.csv",
                "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,resourceSourcedIds,preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns",
                "t1,,,true,tara,,Tara,Iñíguez,,,tara@north.example,,,,,Geheim1!,,,,,,north,",
                "t2,,,true,theo,,Theo,Kline,,,theo@north.example,,,,,,,,,,,,",
                "t3,,,true,tess,,Tess,Ford,,,tess@south.example,,,,,,,,,,,south,",
                "a1,,,true,ada,,Ada,Reyes,,,ada@north.example,,,,,,,,,,,north,",
                "s1,,,true,s1,,Ana,Sol,,,s1@north.example,,,p1,09,Geheim2!,,,,,,north,",
                "s2,,,true,s2,,Ben,Wu,,,s2@north.example,,,,09,,,,,,,north,",
                "s3,,,true,s3,,Cy,Ode,,,,,,,10,,,,,,,north,",
                "s4,,,false,s4,,Dee,Paz,,,,,,,10,,,,,,,south,",
                "s5,,,true,s5,,Eli,Mora,,,,,,,11,,,,,,,south,",
                "s6,,,true,s6,,Flo,Diaz,,,,,,,11,,,,,,,,",
                "p1,,,true,pia,,Pia,Sol,,,pia@home.example,555,555,,,,,,,,,,");
        b.table(
                "roles.csv",
                "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId",
                "r-t1,,,t1,primary,teacher,2025-08-01,,north,",
                "r-t2,,,t2,primary,teacher,,,north,",
                "r-t2b,,,t2,secondary,aide,,,south,",
                "r-t3,,,t3,primary,teacher,,,south,",
                "r-a1,,,a1,primary,siteAdministrator,,,north,",
                "r-a1b,,,a1,secondary,siteAdministrator,,,south,",
                "r-s1,,,s1,primary,student,,,north,",
                "r-s2,,,s2,primary,student,,,north,",
                "r-s3,,,s3,primary,student,,,north,",
                "r-s4,,,s4,primary,student,,,south,",
                "r-s5,,,s5,primary,student,,,south,",
                "r-s6,,,s6,primary,student,,,south,",
                "r-p1,,,p1,primary,parent,,,north,");
        b.tables.get("results.csv").getFirst().addAll(List.of("inProgress", "late", "missing"));
        b.tables.get("results.csv").stream()
                .skip(1)
                .forEach(row -> row.addAll(List.of("false", "", "")));
        return b;
    }

    private void common(String version) {
        table(
                "manifest.csv",
                "propertyName,value",
                "manifest.version,1.0",
                "oneroster.version," + version,
                "file.orgs,bulk",
                "file.academicSessions,bulk",
                "file.users,bulk",
                "file.roles,bulk",
                "file.courses,bulk",
                "file.classes,bulk",
                "file.enrollments,bulk",
                "file.categories,bulk",
                "file.lineItems,bulk",
                "file.results,bulk");
        table(
                "orgs.csv",
                "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId",
                "d,,,Two Rivers,district,,",
                "north,,,North School,school,N1,d",
                "south,,,South School,school,S1,d");
        table(
                "academicSessions.csv",
                "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear",
                "y26,,,2025-26,schoolYear,2025-08-18,2026-06-12,,2026",
                "f25,,,Fall,semester,2025-08-18,2026-01-16,y26,2026",
                "p26,,,Spring,semester,2026-01-19,2026-06-12,y26,2026");
        table(
                "courses.csv",
                "sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes",
                "alg,,,y26,Algebra,ALG,09,d,Maths,",
                "bio,,,y26,Biology,BIO,10,d,Science,");
        table(
                "classes.csv",
                "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods",
                "c1,,,Algebra 1,09,alg,A1,scheduled,,north,\"f25,p26\",Maths,,",
                "c2,,,Biology 1,10,bio,B1,scheduled,,north,y26,Science,,",
                "c3,,,Biology 2,10,bio,B2,scheduled,,south,y26,Science,,");
        table(
                "enrollments.csv",
                "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate",
                "e1,,,c1,north,t1,teacher,true,,",
                "e2,,,c2,north,t2,teacher,true,,",
                "e3,,,c3,south,t3,teacher,true,,",
                "e4,,,c1,north,s1,student,false,2025-08-18,2026-06-12",
                "e5,,,c1,north,s2,student,false,,",
                "e6,,,c2,north,s3,student,false,,",
                "e7,,,c2,north,s1,student,false,,2026-01-10",
                "e8,,,c3,south,s4,student,false,,",
                "e9,,,c3,south,s5,student,false,,",
                "e10,,,c3,south,s6,student,false,,");
        table(
                "categories.csv",
                "sourcedId,status,dateLastModified,title",
                "hw,,,Homework",
                "qz,,,Quizzes");
        table(
                "lineItems.csv",
                "sourcedId,status,dateLastModified,title,description,assignDate,dueDate,classSourcedId,categorySourcedId,gradingPeriodSourcedId,resultValueMin,resultValueMax",
                "l1,,,Sums,,2025-09-01,2025-09-08,c1,hw,f25,0,10",
                "l2,,,Sums quiz,,2025-09-10,2025-09-10,c1,qz,f25,0,10",
                "l3,,,Cells,,2025-09-02,2025-09-09,c2,hw,f25,0,10",
                "l4,,,Cells,,2025-09-02,2025-09-09,c3,hw,f25,0,10");
        table(
                "results.csv",
                "sourcedId,status,dateLastModified,lineItemSourcedId,studentSourcedId,scoreStatus,score,scoreDate,comment",
                "g1,,,l1,s1,fully graded,9,2025-09-07,",
                "g2,,,l1,s2,submitted,,2025-09-08,",
                "g3,,,l2,s1,partially graded,5,2025-09-10,",
                "g4,,,l2,s2,exempt,,,",
                "g5,,,l3,s3,fully graded,8,2025-09-09,",
                "g6,,,l4,s4,not submitted,,,",
                "g7,,,l4,s5,fully graded,7,,",
                "g8,,,l4,s6,fully graded,6,2025-09-08,");
    }

    OneRosterBundle table(String name, String... lines) {
        List<List<String>> rows = new ArrayList<>();
        for (String line : lines) {
            rows.add(split(line));
        }
        tables.put(name, rows);
        return this;
    }

    private static List<String> split(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean inside = false;
        for (char c : (line + ",").toCharArray()) {
            if (c == '"') {
                inside = !inside;
            } else if (c == ',' && !inside) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        return cells;
    }

    List<String> names() {
        return List.copyOf(tables.keySet());
    }

    List<List<String>> rows(String file) {
        return tables.get(file);
    }

    /** Rows below the header. */
    long count(String file) {
        return tables.get(file).size() - 1L;
    }

    OneRosterBundle set(String file, int row, String column, String value) {
        tables.get(file).get(row).set(tables.get(file).getFirst().indexOf(column), value);
        return this;
    }

    OneRosterBundle setAll(String file, String column, String value) {
        for (int row = 1; row < tables.get(file).size(); row++) {
            set(file, row, column, value);
        }
        return this;
    }

    /** Adds a copy of a row at the end. */
    OneRosterBundle repeat(String file, int row) {
        tables.get(file).add(new ArrayList<>(tables.get(file).get(row)));
        return this;
    }

    int last(String file) {
        return tables.get(file).size() - 1;
    }

    OneRosterBundle removeRow(String file, int row) {
        tables.get(file).remove(row);
        return this;
    }

    OneRosterBundle remove(String file) {
        tables.remove(file);
        return this;
    }

    OneRosterBundle rename(String file, String to) {
        Map<String, List<List<String>>> renamed = new LinkedHashMap<>();
        tables.forEach((name, rows) -> renamed.put(name.equals(file) ? to : name, rows));
        tables.clear();
        tables.putAll(renamed);
        return this;
    }

    OneRosterBundle renameColumn(String file, String column, String to) {
        List<String> header = tables.get(file).getFirst();
        header.set(header.indexOf(column), to);
        return this;
    }

    OneRosterBundle removeColumn(String file, String column) {
        int at = tables.get(file).getFirst().indexOf(column);
        tables.get(file).forEach(row -> row.remove(at));
        return this;
    }

    /** Puts the columns of all files in the opposite order. */
    OneRosterBundle turnColumns() {
        tables.forEach((name, rows) -> {
            if (!name.equals("manifest.csv")) {
                rows.replaceAll(row -> new ArrayList<>(row.reversed()));
            }
        });
        return this;
    }

    OneRosterBundle addColumn(String file, int at, String name, String value) {
        List<List<String>> rows = tables.get(file);
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).add(at, i == 0 ? name : value);
        }
        return this;
    }

    OneRosterBundle in(Charset charset, int... mark) {
        this.charset = charset;
        this.mark = new byte[mark.length];
        for (int i = 0; i < mark.length; i++) {
            this.mark[i] = (byte) mark[i];
        }
        return this;
    }

    OneRosterBundle endingLinesWith(String lineEnd) {
        this.lineEnd = lineEnd;
        return this;
    }

    OneRosterBundle separatedBy(String separator) {
        this.separator = separator;
        return this;
    }

    OneRosterBundle inFolder(String folder) {
        this.folder = folder;
        return this;
    }

    OneRosterBundle allQuoted() {
        this.quoted = true;
        return this;
    }

    /** Writes a file's lines exactly so, whatever {@link #rows} says. */
    OneRosterBundle raw(String file, String... lines) {
        raw.put(file, String.join("\n", lines) + "\n");
        return this;
    }

    /** Writes a byte instead of some text, once. */
    OneRosterBundle damage(String file, String text, byte instead) {
        damage =
                bytes -> {
                    byte[] searched = text.getBytes(charset);
                    for (int i = 0; i + searched.length <= bytes.length; i++) {
                        if (Arrays.equals(
                                bytes, i, i + searched.length, searched, 0, searched.length)) {
                            var out = new ByteArrayOutputStream();
                            out.write(bytes, 0, i);
                            out.write(instead);
                            out.write(
                                    bytes, i + searched.length, bytes.length - i - searched.length);
                            return out.toByteArray();
                        }
                    }
                    return bytes;
                };
        return this;
    }

    byte[] bytes(String file) {
        if (raw.containsKey(file)) {
            return raw.get(file).getBytes(charset);
        }
        String text =
                tables.get(file).stream()
                        .map(row ->
                                row.stream().map(this::cell).collect(Collectors.joining(separator)))
                        .collect(Collectors.joining(lineEnd, "", lineEnd));
        var out = new ByteArrayOutputStream();
        out.writeBytes(mark);
        out.writeBytes(text.getBytes(charset));
        return damage.apply(out.toByteArray());
    }

    private String cell(String value) {
        boolean needed =
                value.contains(separator)
                        || value.contains("\"")
                        || value.contains("\n")
                        || value.contains("\r");
        return quoted || needed ? "\"" + value.replace("\"", "\"\"") + "\"" : value;
    }

    Path zip(Path folder) {
        Path zip = folder.resolve("bundle.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String name : tables.keySet()) {
                entry(out, this.folder + name, bytes(name));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return zip;
    }

    static void entry(ZipOutputStream out, String name, byte[] bytes) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(bytes);
        out.closeEntry();
    }

    Path folder(Path parent) {
        Path target = parent.resolve("export").resolve(folder);
        try {
            Files.createDirectories(target);
            for (String name : tables.keySet()) {
                try (OutputStream out = Files.newOutputStream(target.resolve(name))) {
                    out.write(bytes(name));
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return parent.resolve("export");
    }
}
