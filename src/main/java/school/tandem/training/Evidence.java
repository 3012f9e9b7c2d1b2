package school.tandem.training;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.action.PDAction;
import school.tandem.security.BadInput;

/**
 * A photo or a PDF that shows what somebody learned, checked by what it is and not by what it is
 * called. Photos are written anew: turned upright, at most 2,000 pixels wide or high, and without
 * what a camera adds, the place among it.
 *
 * @param mediaType {@code application/pdf} or {@code image/jpeg}
 */
public record Evidence(String mediaType, byte[] bytes) {

    /** The largest file that is taken, in bytes. */
    public static final int LIMIT = 8 * 1024 * 1024;

    private static final int SIDE = 2000;
    private static final long PIXELS = 60_000_000;

    /**
     * @throws BadInput if it is empty, too large, of another kind, or can't be read
     */
    public static Evidence of(byte[] file) {
        require(file.length > 0, "training.bad.evidence.empty");
        require(file.length <= LIMIT, "training.bad.evidence.large");
        if (startsWith(file, '%', 'P', 'D', 'F', '-')) {
            checkPdf(file);
            return new Evidence("application/pdf", file);
        }
        require(
                startsWith(file, 0xFF, 0xD8, 0xFF) || startsWith(file, 0x89, 'P', 'N', 'G'),
                "training.bad.evidence.kind");
        return new Evidence("image/jpeg", anew(file));
    }

    @Override
    public String toString() {
        return mediaType + ", " + bytes.length + " bytes";
    }

    private static void checkPdf(byte[] file) {
        try (PDDocument document = Loader.loadPDF(file)) {
            require(document.getNumberOfPages() > 0, "training.bad.evidence.broken");
            require(!acts(document.getDocumentCatalog()), "training.bad.evidence.acts");
        } catch (InvalidPasswordException locked) {
            throw new BadInput("file", "training.bad.evidence.locked");
        } catch (IOException | RuntimeException broken) {
            throw broken instanceof BadInput bad
                    ? bad
                    : new BadInput("file", "training.bad.evidence.broken");
        }
    }

    /** Whether opening it would run something. */
    private static boolean acts(PDDocumentCatalog catalog) throws IOException {
        return catalog.getOpenAction() instanceof PDAction
                || (catalog.getNames() != null
                        && (catalog.getNames().getJavaScript() != null
                                || catalog.getNames().getEmbeddedFiles() != null));
    }

    private static byte[] anew(byte[] file) {
        try {
            Dimension size = size(file);
            require((long) size.width * size.height <= PIXELS, "training.bad.evidence.pixels");
            double scale = Math.min(1, (double) SIDE / Math.max(size.width, size.height));
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            Thumbnails.of(new ByteArrayInputStream(file))
                    .scale(scale)
                    .imageType(BufferedImage.TYPE_INT_RGB)
                    .outputFormat("jpg")
                    .outputQuality(0.85)
                    .toOutputStream(written);
            return written.toByteArray();
        } catch (IOException | RuntimeException broken) {
            throw broken instanceof BadInput bad
                    ? bad
                    : new BadInput("file", "training.bad.evidence.broken");
        }
    }

    /** Read from its head alone, before anything is unpacked. */
    private static Dimension size(byte[] file) throws IOException {
        try (ImageInputStream input =
                ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            require(readers.hasNext(), "training.bad.evidence.broken");
            ImageReader reader = readers.next();
            try {
                reader.setInput(input);
                return new Dimension(reader.getWidth(0), reader.getHeight(0));
            } finally {
                reader.dispose();
            }
        }
    }

    private static boolean startsWith(byte[] file, int... first) {
        for (int i = 0; i < first.length; i++) {
            if (i >= file.length || (file[i] & 0xFF) != first[i]) {
                return false;
            }
        }
        return true;
    }

    private static void require(boolean fine, String sentence) {
        if (!fine) {
            throw new BadInput("file", sentence);
        }
    }
}
