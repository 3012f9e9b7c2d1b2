package school.tandem.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import school.tandem.security.BadInput;

class EvidenceTest {

    @Test
    void aPhotoIsWrittenAnewAtMost2000PixelsWide() throws Exception {
        Evidence evidence = Evidence.of(image("jpg", 3000, 1500));
        assertThat(evidence.mediaType()).isEqualTo("image/jpeg");
        BufferedImage kept = ImageIO.read(new ByteArrayInputStream(evidence.bytes()));
        assertThat(kept.getWidth()).isEqualTo(2000);
        assertThat(kept.getHeight()).isEqualTo(1000);
    }

    @Test
    void aSmallPngStaysAsSmallAndBecomesAJpeg() throws Exception {
        Evidence evidence = Evidence.of(image("png", 40, 30));
        BufferedImage kept = ImageIO.read(new ByteArrayInputStream(evidence.bytes()));
        assertThat(kept.getWidth()).isEqualTo(40);
        assertThat(evidence.mediaType()).isEqualTo("image/jpeg");
    }

    @Test
    void whatACameraAddsIsGoneAndThePhotoStandsUpright() throws Exception {
        Evidence evidence = Evidence.of(turned(image("jpg", 60, 40)));
        BufferedImage kept = ImageIO.read(new ByteArrayInputStream(evidence.bytes()));
        assertThat(kept.getWidth()).as("turned by a quarter").isEqualTo(40);
        assertThat(new String(evidence.bytes(), StandardCharsets.ISO_8859_1))
                .doesNotContain("Exif", "SECRETPLACE");
    }

    @Test
    void aPdfIsKeptAsItIs() throws Exception {
        byte[] file = pdf(new PDDocument());
        assertThat(Evidence.of(file).bytes()).isEqualTo(file);
    }

    @Test
    void aLockedPdfIsRefused() throws Exception {
        PDDocument document = new PDDocument();
        document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
        byte[] file = pdf(document);
        assertThatThrownBy(() -> Evidence.of(file)).satisfies(is("evidence.locked"));
    }

    @Test
    void aPdfThatRunsSomethingIsRefused() throws Exception {
        PDDocument document = new PDDocument();
        document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
        byte[] file = pdf(document);
        assertThatThrownBy(() -> Evidence.of(file)).satisfies(is("evidence.acts"));
    }

    @Test
    void aHugePictureIsRefusedBeforeItIsUnpacked() throws Exception {
        byte[] file = image("png", 1, 1);
        file[16] = 0x7F; // the width in its head
        assertThatThrownBy(() -> Evidence.of(file)).satisfies(is("evidence.pixels"));
    }

    @Test
    void nothingAndTooMuchAreRefused() {
        assertThatThrownBy(() -> Evidence.of(new byte[0])).satisfies(is("evidence.empty"));
        assertThatThrownBy(() -> Evidence.of(new byte[Evidence.LIMIT + 1]))
                .satisfies(is("evidence.large"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"GIF89a", "<svg xmlns=", "PK\u0003\u0004", "MZ", "ftypheic", "%PD", "P"})
    void otherKindsAreRefusedWhateverTheyAreCalled(String beginning) {
        byte[] file = beginning.getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> Evidence.of(file)).satisfies(is("evidence.kind"));
    }

    /** Two hundred damaged files of each kind: a sentence or a file, never another exception. */
    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png", "pdf"})
    void aDamagedFileIsRefusedWithASentence(String kind) throws Exception {
        byte[] whole = kind.equals("pdf") ? pdf(new PDDocument()) : image(kind, 50, 50);
        Random random = new Random(20261125);
        for (int i = 0; i < 200; i++) {
            byte[] file = Arrays.copyOf(whole, 5 + random.nextInt(whole.length - 5));
            for (int change = random.nextInt(20); change > 0; change--) {
                file[random.nextInt(file.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(Evidence.of(file).bytes()).isNotEmpty();
            } catch (BadInput refused) {
                assertThat(refused.textKey()).startsWith("training.bad.evidence.");
            }
        }
    }

    private static java.util.function.Consumer<Throwable> is(String reason) {
        return thrown ->
                assertThat(thrown)
                        .isInstanceOfSatisfying(
                                BadInput.class,
                                bad ->
                                        assertThat(bad.textKey())
                                                .isEqualTo("training.bad." + reason));
    }

    private static byte[] pdf(PDDocument document) throws IOException {
        try (document) {
            document.addPage(new PDPage());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] image(String format, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D paint = image.createGraphics();
        paint.setColor(Color.ORANGE);
        paint.fillRect(0, 0, width / 2, height);
        paint.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    /** With the head that a camera writes: turned by a quarter, and a description. */
    private static byte[] turned(byte[] jpeg) throws IOException {
        byte[] exif = {
            'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 2, 0x01, 0x0E, 0, 2, 0, 0, 0,
            12, 0, 0, 0, 38, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0, 'S', 'E', 'C',
            'R', 'E', 'T', 'P', 'L', 'A', 'C', 'E', 0
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (exif.length + 2)});
        out.write(exif);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }
}
