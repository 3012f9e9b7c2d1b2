package school.tandem.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import school.tandem.training.Transcript.Line;
import school.tandem.ui.Pdf;
import school.tandem.ui.Texts;

/** The documents that people take along, as a reader of PDF finds them. */
class TranscriptDocumentTest {

    private static final Line QUIZZES =
            new Line(
                    new CourseId(1),
                    "Online quizzes",
                    LocalDate.of(2026, 9, 8),
                    45,
                    12,
                    true,
                    true);
    private static final Line VIDEO =
            new Line(
                    new CourseId(2),
                    "Teaching <by> video & “sound”",
                    LocalDate.of(2026, 10, 1),
                    90,
                    null,
                    false,
                    false);

    private final Pdf pdf = new Pdf();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "María Núñez Güell",
                "Żaneta Łukasiewicz-Śledź",
                "Ελένη Παπαδοπούλου",
                "Юлия Щербакова",
                "Đorđe Šešelj",
                "D'Angelo O’Neill"
            })
    void aNameComesOutAsItIsWritten(String name) throws IOException {
        for (Locale language : Texts.LANGUAGES) {
            assertThat(text(transcript(name, language))).contains(name);
            assertThat(text(certificate(name, language))).contains(name);
        }
    }

    @Test
    void aTranscriptSaysWhatIsConfirmedAndWhatIsOnesOwnWord() throws IOException {
        assertThat(text(transcript("Ada Vale", Locale.ENGLISH)))
                .contains(
                        "Lincoln",
                        "Training of Ada Vale",
                        "One course is confirmed by the school; it takes 45 minutes.",
                        "Courses of 90 minutes are their own word and not yet confirmed.",
                        "Online quizzes Sep 8, 2026 45 At a session, confirmed by the school",
                        "Teaching <by> video & “sound” Oct 1, 2026 90 Own word, not yet confirmed",
                        "As of Oct 5, 2026");
        assertThat(text(transcript("Ada Vale", Locale.forLanguageTag("es"))))
                .contains("Formación de Ada Vale", "El centro confirma un curso", "8 sept 2026");
    }

    @Test
    void aCertificateSaysForHowLongItCounts() throws IOException {
        assertThat(text(certificate("Ada Vale", Locale.ENGLISH)))
                .contains(
                        "Certificate",
                        "completed “Online quizzes” on Sep 8, 2026. The course takes 45 minutes.",
                        "It counts until Sep 8, 2027.",
                        "Lincoln, Oct 5, 2026");
    }

    @Test
    void nothingCompletedIsADocumentToo() throws IOException {
        byte[] none =
                pdf.write(
                        "pdf-transcript.jte",
                        Texts.of(Locale.ENGLISH),
                        Map.of("it", of("Ada Vale", List.of())));
        assertThat(text(none)).contains("Nothing is confirmed by the school yet.");
    }

    @Test
    void aScreenReaderFindsTitleLanguageHeadingAndTheTable() throws IOException {
        byte[] document = transcript("Ada Vale", Locale.forLanguageTag("es"));
        try (PDDocument read = Loader.loadPDF(document)) {
            var catalog = read.getDocumentCatalog();
            assertThat(catalog.getLanguage()).isEqualTo("es");
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(read.getDocumentInformation().getTitle()).isEqualTo("Formación de Ada Vale");
            assertThat(tags(catalog.getStructureTreeRoot()))
                    .contains("H1", "P", "Table", "TH", "TD");
            assertThat(new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .contains("pdfuaid", "Lo que Lincoln sabe");
            for (var font : read.getPage(0).getResources().getFontNames()) {
                assertThat(read.getPage(0).getResources().getFont(font).isEmbedded()).isTrue();
            }
        }
    }

    @Test
    void manyCompletionsTurnThePage() throws IOException {
        byte[] long_ =
                pdf.write(
                        "pdf-transcript.jte",
                        Texts.of(Locale.ENGLISH),
                        Map.of("it", of("Ada Vale", java.util.Collections.nCopies(120, QUIZZES))));
        try (PDDocument read = Loader.loadPDF(long_)) {
            assertThat(read.getNumberOfPages()).isGreaterThan(2);
        }
        assertThat(text(long_)).contains("120 courses are confirmed by the school");
    }

    private byte[] transcript(String name, Locale language) {
        return pdf.write(
                "pdf-transcript.jte",
                Texts.of(language),
                Map.of("it", of(name, List.of(QUIZZES, VIDEO))));
    }

    private byte[] certificate(String name, Locale language) {
        return pdf.write(
                "pdf-certificate.jte",
                Texts.of(language),
                Map.of("it", of(name, List.of(QUIZZES)), "line", QUIZZES));
    }

    private static Transcript of(String name, List<Line> lines) {
        return new Transcript("Lincoln", name, LocalDate.of(2026, 10, 5), lines);
    }

    private static String text(byte[] document) throws IOException {
        try (PDDocument read = Loader.loadPDF(document)) {
            return new PDFTextStripper().getText(read).replaceAll("\\s+", " ");
        }
    }

    private static Set<String> tags(PDStructureNode node) {
        Set<String> tags = new TreeSet<>();
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                tags.add(element.getStructureType());
                tags.addAll(tags(element));
            }
        }
        return tags;
    }
}
