package school.tandem.installation;

import java.io.PrintStream;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import school.tandem.security.SetUp;

/** Prints where Tandem answers and, while nobody can sign in, the link to begin with. */
@Component
class Welcome {

    private final SetUp setUp;

    Welcome(SetUp setUp) {
        this.setUp = setUp;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext web
                && web.getWebServer() != null) {
            String url = "http://localhost:" + web.getWebServer().getPort();
            Optional<String> setUpLink = setUp.link(url);
            PrintStream out = System.out;
            out.println("Tandem is ready: " + url);
            setUpLink.ifPresent(link ->
                    out.println(
                            "Nobody can sign in yet. Make the first account here (once, within a day): "
                                    + link));
            out.flush();
        }
    }
}
