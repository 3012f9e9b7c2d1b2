package school.tandem.training.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import school.tandem.roster.PersonId;
import school.tandem.security.NotHere;
import school.tandem.security.SchoolKey;
import school.tandem.training.CourseId;
import school.tandem.training.Transcript;
import school.tandem.training.Transcripts;
import school.tandem.ui.Pdf;
import school.tandem.ui.Texts;

/** What somebody completed, as documents to take along. */
@RestController
class TranscriptPages {

    private final TrainingPlaces places;
    private final Transcripts transcripts;
    private final Pdf pdf;

    TranscriptPages(TrainingPlaces places, Transcripts transcripts, Pdf pdf) {
        this.places = places;
        this.transcripts = transcripts;
        this.pdf = pdf;
    }

    /** One's own; or, for those who look after training, that of a person. */
    @GetMapping("/transcript")
    ResponseEntity<byte[]> transcript(
            @RequestParam(name = "school", defaultValue = "") String school,
            @RequestParam(name = "person", required = false) @Nullable String person) {
        SchoolKey key = places.school(school).key();
        Transcript it =
                person == null
                        ? transcripts.own(key)
                        : transcripts.of(key, new PersonId(number(person)));
        return file(
                "transcript.pdf", pdf.write("pdf-transcript.jte", Texts.here(), Map.of("it", it)));
    }

    /** One's own for a course, once the school has confirmed it. */
    @GetMapping("/certificate")
    ResponseEntity<byte[]> certificate(
            @RequestParam(name = "school", defaultValue = "") String school,
            @RequestParam(name = "course", defaultValue = "") String course) {
        Transcript it = transcripts.own(places.school(school).key());
        long id = number(course);
        Transcript.Line line =
                it.lines().stream()
                        .filter(one -> one.confirmed() && new CourseId(id).equals(one.course()))
                        .findFirst()
                        .orElseThrow(() -> new NotHere("Completion of " + id));
        return file(
                "certificate.pdf",
                pdf.write("pdf-certificate.jte", Texts.here(), Map.of("it", it, "line", line)));
    }

    private static ResponseEntity<byte[]> file(String name, byte[] document) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(document);
    }

    private static long number(String id) {
        return id.matches("\\d{1,18}") ? Long.parseLong(id) : 0;
    }
}
