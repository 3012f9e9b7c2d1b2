package school.tandem.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static school.tandem.importing.OneRosterBundle.of11;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;
import school.tandem.Browser;
import school.tandem.Server;
import school.tandem.security.Access;
import school.tandem.security.Districts;
import school.tandem.security.SetUp;

/** What no school sends is refused early, with a sentence, and leaves nothing behind. */
@Tag("database")
@Tag("long")
class RefusalsTest {

    private static Server server;

    @TempDir Path folder;
    private Trial trial;

    @BeforeAll
    static void start() {
        server = Server.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void begin() {
        trial = new Trial(server);
    }

    @Test
    void anEntryThatLeadsOutOfItsFolder() throws IOException {
        for (String name :
                List.of(
                        "../users.csv",
                        "a/../../users.csv",
                        "/etc/users.csv",
                        "C:\\users.csv",
                        "..\\users.csv")) {
            assertRefused(zip(name, "x"), "leads out of its folder", "sale de su carpeta");
        }
        assertThat(folder.getParent().resolve("users.csv")).doesNotExist();
    }

    @Test
    void aDistrictOfOthersIsNotMadeASecondTime() {
        server.bean(Access.class)
                .asInstallation(() ->
                        server.bean(Districts.class)
                                .create("Two Rivers", ZoneId.of("America/New_York"), false));
        Browser.on(server)
                .post(
                        server.bean(SetUp.class).link("").orElseThrow(),
                        Map.of(
                                "name", "Ada",
                                "email", "ada@others.example",
                                "password", "a long enough one"));
        var user = server.bean(UserDetailsService.class).loadUserByUsername("ada@others.example");
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(
                                user, null, user.getAuthorities()));
        try {
            ImportReport report =
                    server.bean(Imports.class)
                            .run(
                                    new ImportRequest(
                                            List.of(of11().zip(folder)),
                                            "bundle.zip",
                                            null,
                                            ZoneId.of("America/New_York"),
                                            false,
                                            false),
                                    new ImportProgress());
            assertThat(report.refused()).contains("Two Rivers", "no administrator of it");
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    @Test
    void anArchiveInTheArchive() throws IOException {
        assertRefused(zip("inner.ZIP", "x"), "another archive", "otro archivo");
        assertRefused(zip("users.csv.gz", "x"), "another archive", "otro archivo");
    }

    @Test
    void aHundredThousandEntries() throws IOException {
        Path zip = folder.resolve("many.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (int i = 0; i < 100_000; i++) {
                OneRosterBundle.entry(out, "f" + i + ".csv", new byte[0]);
            }
        }
        assertRefused(zip, "more than 1,000 files", "más de 1");
    }

    @Test
    void anEntryThatUnpacksToMuchMoreThanItsSize() throws IOException {
        Path zip = folder.resolve("bomb.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new java.util.zip.ZipEntry("users.csv"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 100; i++) {
                out.write(zeros);
            }
        }
        assertRefused(zip, "two hundred times", "doscientas veces");
    }

    @Test
    void anEntryThatIsLongerOrShorterThanItSays() throws IOException {
        for (int lie : new int[] {-20, 20}) {
            Path zip = of11().zip(folder);
            byte[] bytes = Files.readAllBytes(zip);
            int entry = lastIndexOf(bytes, "PK\1\2".getBytes(UTF_8));
            ByteBuffer directory = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            directory.putInt(entry + 24, directory.getInt(entry + 24) + lie);
            Files.write(zip, bytes);
            assertRefused(zip, "than it says", "de lo que dice");
        }
    }

    @Test
    void anEntryWhoseBytesWereDamaged() throws IOException {
        Path zip = of11().zip(folder);
        byte[] bytes = Files.readAllBytes(zip);
        int entry = lastIndexOf(bytes, "PK\1\2".getBytes(UTF_8));
        bytes[entry + 16] ^= 1;
        Files.write(zip, bytes);
        assertRefused(zip, "is damaged", "está dañada");
    }

    @Test
    void anEncryptedZip() throws IOException {
        Path zip = of11().zip(folder);
        byte[] bytes = Files.readAllBytes(zip);
        for (int i = 0; i + 4 < bytes.length; i++) {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
                bytes[i + 8] |= 1;
            } else if (bytes[i] == 'P'
                    && bytes[i + 1] == 'K'
                    && bytes[i + 2] == 3
                    && bytes[i + 3] == 4) {
                bytes[i + 6] |= 1;
            }
        }
        Files.write(zip, bytes);
        assertRefused(zip, "encrypted", "cifrado");
    }

    @Test
    void aZipThatIsCutOffOrNone() throws IOException {
        byte[] bytes = Files.readAllBytes(of11().zip(folder));
        Path cut = folder.resolve("cut.zip");
        Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));
        assertRefused(cut, "is no zip that can be opened", "no es un zip");
        Path none = folder.resolve("none.zip");
        Files.writeString(none, "sourcedId,name");
        assertRefused(none, "is no zip that can be opened", "no es un zip");
    }

    @Test
    void nothingAtAll() throws IOException {
        Path zip = folder.resolve("empty.zip");
        try (OutputStream out = Files.newOutputStream(zip)) {
            out.write(new byte[] {'P', 'K', 5, 6});
            out.write(new byte[18]);
        }
        assertRefused(zip, "There is no file in empty.zip", "No hay ningún archivo en empty.zip");
        Path nobody = Files.createDirectory(folder.resolve("nobody"));
        assertRefused(nobody, "There is no file in nobody", "No hay ningún archivo en nobody");
        assertRefused(folder.resolve("missing.zip"), "There is no file", "No existe");
    }

    @Test
    void whatCannotBeRead() throws IOException {
        assertRefused(Path.of("/dev/null"), "can't be read", "no se puede leer");
        Path loop = folder.resolve("users.csv");
        Files.createSymbolicLink(loop, loop);
        assertRefused(loop, "There is no file", "No existe");
    }

    @Test
    void filesOfAnotherKind() throws IOException {
        Path text = folder.resolve("letter.txt");
        Files.writeString(text, "Dear all");
        assertRefused(text, "None of the files is one of OneRoster", "Ninguno de los archivos");
        Path picture = folder.resolve("users.csv");
        byte[] noise = new byte[200_000];
        new java.util.Random(1).nextBytes(noise);
        Files.write(picture, noise);
        assertRefused(picture, "has no column", "no tiene");
        Files.write(picture, new byte[0]);
        assertRefused(picture, "has no column", "no tiene");
    }

    @Test
    void twoFilesOfOneKind() throws IOException {
        Path zip = folder.resolve("twice.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            OneRosterBundle.entry(out, "a/users.csv", of11().bytes("users.csv"));
            OneRosterBundle.entry(out, "b/users.csv", of11().bytes("users.csv"));
        }
        assertRefused(zip, "a/users.csv and b/users.csv", "a/users.csv");
    }

    @Test
    void aColumnThatEveryRowNeedsIsMissing() {
        Path zip = of11().removeColumn("users.csv", "sourcedId").zip(folder);
        assertRefused(zip, "users.csv has no column “sourcedId”", "sourcedId");
    }

    @Test
    void aLineOfAGigabyte() throws IOException {
        Path export = of11().folder(folder);
        Path endless = export.resolve("categories.csv");
        Files.writeString(endless, "sourcedId,title\nhw,");
        try (var file = new RandomAccessFile(endless.toFile(), "rw")) {
            file.setLength(1L << 30);
        }
        long start = System.nanoTime();
        assertRefused(export, "does not end where it should", "no acaba");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aLineOfSomeMegabytes() throws IOException {
        Path export = of11().folder(folder);
        Files.writeString(
                export.resolve("categories.csv"), "sourcedId,title\nhw," + "x".repeat(6_000_000));
        assertRefused(export, "does not end where it should", "no acaba");
    }

    @Test
    void whatOperatingSystemsLeaveBehindIsNoTrouble() throws IOException {
        Path zip = folder.resolve("mac.zip");
        OneRosterBundle bundle = of11();
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new java.util.zip.ZipEntry("export/"));
            for (String name : bundle.names()) {
                OneRosterBundle.entry(out, "export/" + name, bundle.bytes(name));
                OneRosterBundle.entry(out, "__MACOSX/export/._" + name, new byte[] {0, 5, 22, 7});
            }
            OneRosterBundle.entry(out, "export/.DS_Store", new byte[] {0});
            OneRosterBundle.entry(out, "export/Thumbs.db", new byte[] {0});
        }
        ImportReport report = trial.take(zip);
        assertThat(report.exitCode()).isZero();
        assertThat(report.skipped()).isEmpty();
    }

    @Test
    void aZipWithFoldersByBackslashAndOldLettersIsTaken() throws IOException {
        Path zip = folder.resolve("old.zip");
        OneRosterBundle bundle = of11();
        try (var out =
                new ZipOutputStream(
                        Files.newOutputStream(zip), java.nio.charset.StandardCharsets.ISO_8859_1)) {
            for (String name : bundle.names()) {
                OneRosterBundle.entry(out, "año 2026\\" + name, bundle.bytes(name));
            }
        }
        assertThat(trial.take(zip).exitCode()).isZero();
    }

    private Path zip(String entry, String text) throws IOException {
        Path zip = folder.resolve("made.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            OneRosterBundle.entry(out, "orgs.csv", of11().bytes("orgs.csv"));
            OneRosterBundle.entry(out, entry, text.getBytes(UTF_8));
        }
        return zip;
    }

    private void assertRefused(Path path, String english, String spanish) {
        int before = server.bean(Districts.class).all().size();
        try {
            LocaleContextHolder.setLocale(Locale.ENGLISH);
            ImportReport report = trial.take(path);
            assertThat(report.refused()).contains(english);
            assertThat(report.exitCode()).isEqualTo(2);
            assertThat(report.files()).isEmpty();
            LocaleContextHolder.setLocale(Locale.forLanguageTag("es"));
            assertThat(trial.take(path).refused()).contains(spanish);
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
        assertThat(server.bean(Districts.class).all()).hasSize(before);
    }

    private static int lastIndexOf(byte[] bytes, byte[] searched) {
        for (int i = bytes.length - searched.length; i >= 0; i--) {
            if (Arrays.equals(bytes, i, i + searched.length, searched, 0, searched.length)) {
                return i;
            }
        }
        throw new IllegalArgumentException("Not there");
    }
}
