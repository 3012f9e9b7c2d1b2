package school.tandem.ui;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.springframework.stereotype.Component;

/**
 * Writes documents for paper that screen readers can read, too: tagged as PDF/UA asks for, with
 * their title and language, in a font of their own that has Latin, Greek and Cyrillic letters.
 */
@Component
public class Pdf {

    static {
        XRLog.setLoggingEnabled(false); // it would quote documents
        FontMappers.set(new OneFont());
    }

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    /**
     * A document of this template, with {@code texts} besides what is given. The template is XHTML
     * that names its {@code lang}, {@code title} and {@code subject}, and the font {@code Document}
     * alone; what it refers to is not fetched.
     *
     * @throws IllegalStateException if the template is no such page
     */
    public byte[] write(String template, Texts texts, Map<String, ?> values) {
        Map<String, Object> model = new HashMap<>(values);
        model.put("texts", texts);
        var page = new StringOutput();
        engine.render(template, model, page);
        var document = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .useFastMode()
                    .usePdfUaAccessibility(true)
                    .useFont(OneFont::open, "Document", 400, FontStyle.NORMAL, false)
                    .useUriResolver((base, address) -> null)
                    .withProducer("Tandem")
                    .withHtmlContent(page.toString(), null)
                    .toStream(document)
                    .run();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return document.toByteArray();
    }
}
