package school.tandem.training.web;

import org.springframework.stereotype.Component;
import school.tandem.roster.School;
import school.tandem.roster.Schools;
import school.tandem.security.NotHere;
import school.tandem.training.SessionId;

/** Schools and sessions as the addresses of training's pages name them. */
@Component
class TrainingPlaces {

    private final Schools schools;

    TrainingPlaces(Schools schools) {
        this.schools = schools;
    }

    /**
     * @throws NotHere if it is none of whoever asks
     */
    School school(String id) {
        return schools.mine().stream()
                .filter(one -> one.key().school().toString().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotHere("School"));
    }

    /**
     * @throws NotHere if no session can be called so
     */
    static SessionId session(String id) {
        if (!id.matches("\\d{1,18}")) {
            throw new NotHere("Session");
        }
        return new SessionId(Long.parseLong(id));
    }
}
