package school.tandem.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Stands for every font that a document names without bringing it, so that the machine's own are
 * neither looked for nor listed in a file at home.
 */
final class OneFont implements FontMapper {

    private static final String FILE =
            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final TrueTypeFont font;

    OneFont() {
        try {
            font = new TTFParser().parse(new RandomAccessReadBuffer(open()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The font's file: Latin, Greek and Cyrillic letters. */
    static InputStream open() {
        InputStream file = OneFont.class.getResourceAsStream(FILE);
        if (file == null) {
            throw new IllegalStateException("The font is missing: " + FILE);
        }
        return file;
    }

    @Override
    public FontMapping<TrueTypeFont> getTrueTypeFont(
            String name, @Nullable PDFontDescriptor described) {
        return new FontMapping<>(font, false);
    }

    @Override
    public FontMapping<FontBoxFont> getFontBoxFont(
            String name, @Nullable PDFontDescriptor described) {
        return new FontMapping<>(font, false);
    }

    @Override
    @SuppressWarnings("NullAway") // PDFBox asks for null where there is no OpenType font
    public CIDFontMapping getCIDFont(
            String name,
            @Nullable PDFontDescriptor described,
            @Nullable PDCIDSystemInfo collection) {
        return new CIDFontMapping(null, font, false);
    }
}
