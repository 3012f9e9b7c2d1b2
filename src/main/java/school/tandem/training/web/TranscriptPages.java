package school.tandem.training.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import school.tandem.roster.PersonId;
import school.tandem.roster.Schools;
import school.tandem.security.AccessDenied;
import school.tandem.security.BadInput;
import school.tandem.security.NotHere;
import school.tandem.security.SchoolKey;
import school.tandem.training.Transcript;
import school.tandem.training.Transcripts;
import school.tandem.ui.Pages;
import school.tandem.ui.Pdf;
import school.tandem.ui.Texts;

/** What somebody completed, as documents to take along. */
@RestController
class TranscriptPages {

    private final Schools schools;
    private final Transcripts transcripts;
    private final Pdf pdf;
    private final Pages pages;

    TranscriptPages(Schools schools, Transcripts transcripts, Pdf pdf, Pages pages) {
        this.schools = schools;
        this.transcripts = transcripts;
        this.pdf = pdf;
        this.pages = pages;
    }

    /** One's own; or, for those who look after training, that of a person. */
    @GetMapping("/transcript")
    ResponseEntity<byte[]> transcript(
            @RequestParam(name = "school", defaultValue = "") String school,
            @RequestParam(name = "person", required = false) @Nullable String person) {
        SchoolKey key = key(school);
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
        Transcript it = transcripts.own(key(school));
        long id = number(course);
        Transcript.Line line =
                it.lines().stream()
                        .filter(one -> one.confirmed() && one.course().value() == id)
                        .findFirst()
                        .orElseThrow(() -> new NotHere("Completion of " + id));
        return file(
                "certificate.pdf",
                pdf.write("pdf-certificate.jte", Texts.here(), Map.of("it", it, "line", line)));
    }

    @ExceptionHandler
    ResponseEntity<String> nowhere(NotHere gone, HttpServletRequest request) {
        return trouble(HttpStatus.NOT_FOUND, "ui.trouble.nowhere", request);
    }

    @ExceptionHandler
    ResponseEntity<String> denied(AccessDenied denied, HttpServletRequest request) {
        return trouble(HttpStatus.FORBIDDEN, "ui.trouble.denied", request);
    }

    @ExceptionHandler
    ResponseEntity<String> bad(BadInput bad, HttpServletRequest request) {
        return trouble(HttpStatus.UNPROCESSABLE_CONTENT, bad.textKey(), request);
    }

    private ResponseEntity<String> trouble(
            HttpStatus status, String key, HttpServletRequest request) {
        return ResponseEntity.status(status)
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .body(pages.render("c-trouble.jte", request, Map.of("said", key)));
    }

    private static ResponseEntity<byte[]> file(String name, byte[] document) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(document);
    }

    private SchoolKey key(String id) {
        return schools.mine().stream()
                .map(school -> school.key())
                .filter(key -> key.school().toString().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotHere("School"));
    }

    private static long number(String id) {
        return id.matches("\\d{1,18}") ? Long.parseLong(id) : 0;
    }
}
