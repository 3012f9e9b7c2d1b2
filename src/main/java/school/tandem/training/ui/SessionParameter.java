package school.tandem.training.ui;

import com.vaadin.flow.router.Location;
import school.tandem.security.NotHere;
import school.tandem.training.SessionId;

/** The session that an address names. */
final class SessionParameter {

    private SessionParameter() {}

    /**
     * @throws NotHere if it names none
     */
    static SessionId of(Location location) {
        String id = location.getQueryParameters().getSingleParameter("session").orElse("");
        if (!id.matches("\\d{1,18}")) {
            throw new NotHere("Session");
        }
        return new SessionId(Long.parseLong(id));
    }
}
