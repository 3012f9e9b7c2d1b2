package school.tandem.training.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import school.tandem.security.AccessDenied;
import school.tandem.security.BadInput;
import school.tandem.security.NotHere;
import school.tandem.ui.Pages;

/** What pages of training say where there is nothing to show. */
@RestControllerAdvice(
        assignableTypes = {
            RoomPages.class,
            ListPages.class,
            LearningPages.class,
            TranscriptPages.class
        })
class TrainingTroubles {

    private final Pages pages;

    TrainingTroubles(Pages pages) {
        this.pages = pages;
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
}
