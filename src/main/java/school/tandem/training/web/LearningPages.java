package school.tandem.training.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import school.tandem.roster.School;
import school.tandem.security.BadInput;
import school.tandem.security.NotHere;
import school.tandem.training.CourseId;
import school.tandem.training.Courses;
import school.tandem.training.Evidence;
import school.tandem.training.ExternalLearning;
import school.tandem.training.LearningFields;
import school.tandem.training.LearningId;
import school.tandem.ui.Pages;

/**
 * Where a teacher says what they learned elsewhere, and shows it: a form that any phone can send.
 */
@RestController
class LearningPages {

    private final TrainingPlaces places;
    private final Courses courses;
    private final ExternalLearning learning;
    private final Pages pages;

    LearningPages(TrainingPlaces places, Courses courses, ExternalLearning learning, Pages pages) {
        this.places = places;
        this.courses = courses;
        this.learning = learning;
        this.pages = pages;
    }

    @GetMapping(path = "/learning", produces = MediaType.TEXT_HTML_VALUE)
    String form(
            @RequestParam(name = "school", defaultValue = "") String schoolId,
            HttpServletRequest request) {
        return page(places.school(schoolId), Map.of(), null, request);
    }

    @PostMapping(path = "/learning", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> submit(
            @RequestParam(name = "school", defaultValue = "") String schoolId,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletRequest request)
            throws IOException {
        School school = places.school(schoolId);
        try {
            learning.submit(school.key(), fields(typed), evidence(file));
            return seeOther(school, "&sent", request);
        } catch (BadInput bad) {
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                    .body(page(school, typed, bad, request));
        }
    }

    @PostMapping(path = "/learning", params = "withdraw")
    ResponseEntity<String> withdraw(
            @RequestParam(name = "school", defaultValue = "") String schoolId,
            @RequestParam(name = "withdraw") String id,
            HttpServletRequest request) {
        School school = places.school(schoolId);
        learning.withdraw(school.key(), new LearningId(number(id, "Learning")));
        return seeOther(school, "", request);
    }

    /** Always to be kept as a file, never shown as a page of ours. */
    @GetMapping("/learning/evidence")
    ResponseEntity<byte[]> evidence(
            @RequestParam(name = "school", defaultValue = "") String schoolId,
            @RequestParam(name = "learning", defaultValue = "") String id) {
        LearningId learningId = new LearningId(number(id, "Learning"));
        Evidence evidence = learning.evidence(places.school(schoolId).key(), learningId);
        String ending = evidence.mediaType().endsWith("pdf") ? "pdf" : "jpg";
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(evidence.mediaType()))
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(learningId, ending))
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(evidence.bytes());
    }

    private String page(
            School school,
            Map<String, String> typed,
            @Nullable BadInput bad,
            HttpServletRequest request) {
        Map<String, Object> values = new HashMap<>();
        values.put("school", school);
        values.put("courses", courses.of(school.key()));
        values.put("own", learning.own(school.key()));
        values.put("typed", typed);
        values.put("badField", bad == null ? "" : bad.field());
        values.put("badKey", bad == null ? "" : bad.textKey());
        values.put("sent", request.getParameter("sent") != null);
        return pages.render("learning.jte", request, values);
    }

    private static ResponseEntity<String> seeOther(
            School school, String more, HttpServletRequest request) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(
                        URI.create(
                                "%s/learning?school=%s%s"
                                        .formatted(
                                                request.getContextPath(),
                                                school.key().school(),
                                                more)))
                .build();
    }

    private static LearningFields fields(Map<String, String> typed) {
        String course = typed.getOrDefault("course", "");
        String minutes = typed.getOrDefault("minutes", "");
        return new LearningFields(
                course.isEmpty() ? null : new CourseId(number(course, "Course")),
                typed.getOrDefault("title", ""),
                typed.getOrDefault("provider", ""),
                minutes.matches("\\d{1,6}") ? Integer.parseInt(minutes) : 0,
                day(typed.getOrDefault("day", "")));
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    /** A file that is too large is not even read. */
    private static Evidence evidence(@Nullable MultipartFile file) throws IOException {
        if (file != null && file.getSize() > Evidence.LIMIT) {
            throw new BadInput("file", "training.bad.evidence.large");
        }
        return Evidence.of(file == null ? new byte[0] : file.getBytes());
    }

    private static String attachment(LearningId id, String ending) {
        return ContentDisposition.attachment()
                .filename("evidence-%s.%s".formatted(id, ending))
                .build()
                .toString();
    }

    private static long number(String id, String what) {
        if (!id.matches("\\d{1,18}")) {
            throw new NotHere(what);
        }
        return Long.parseLong(id);
    }
}
