package school.tandem.training.ui;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import school.tandem.security.DistrictId;
import school.tandem.training.Feeds;

/** What calendar programs read; the address is the secret. */
@RestController
class CalendarAddress {

    private static final MediaType CALENDAR =
            new MediaType("text", "calendar", StandardCharsets.UTF_8);

    /** The district, then the secret. */
    private static final Pattern ADDRESS =
            Pattern.compile("(\\d{1,18})-([A-Za-z0-9_-]{10,60})[.]ics");

    private final Feeds feeds;

    CalendarAddress(Feeds feeds) {
        this.feeds = feeds;
    }

    @GetMapping("/calendar/{token}")
    ResponseEntity<String> read(@PathVariable String token) {
        Matcher address = ADDRESS.matcher(token);
        Optional<String> calendar =
                address.matches()
                        ? feeds.read(
                                new DistrictId(Long.parseLong(address.group(1))), address.group(2))
                        : Optional.empty();
        return calendar.isEmpty()
                ? ResponseEntity.notFound().build()
                : ResponseEntity.ok().contentType(CALENDAR).body(calendar.get());
    }
}
