package school.wrong.training;

import org.springframework.stereotype.Component;
import school.tandem.security.SchoolKey;

@Component
public class OpenDoor {
    public String rename(SchoolKey key, String name) {
        return key + name;
    }
}
