package school.tandem.installation;

import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;

/** Tells other processes of the same data directory where the server answers. */
final class Announcement implements ApplicationListener<WebServerInitializedEvent> {

    private final DataDirectory directory;
    private final int databasePort;

    Announcement(DataDirectory directory, int databasePort) {
        this.directory = directory;
        this.databasePort = databasePort;
    }

    @Override
    public void onApplicationEvent(WebServerInitializedEvent event) {
        directory.announce(databasePort, "http://localhost:" + event.getWebServer().getPort());
    }
}
