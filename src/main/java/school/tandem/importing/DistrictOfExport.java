package school.tandem.importing;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import school.tandem.importing.reading.Refused;
import school.tandem.security.Access;
import school.tandem.security.District;
import school.tandem.security.Districts;
import school.tandem.security.Permission;
import school.tandem.security.SignedIn;

/**
 * Finds the district that an export is of, which never names it: the one named, else the only one.
 */
@Component
class DistrictOfExport {

    private final Districts districts;
    private final Access access;

    DistrictOfExport(Districts districts, Access access) {
        this.districts = districts;
        this.access = access;
    }

    /**
     * Which one it is.
     *
     * @throws Refused where there is none, or more than one and none is named
     */
    District find(ImportRequest request) {
        String named = request.districtName();
        if (named != null && !named.isBlank()) {
            return districts
                    .named(named)
                    .orElseThrow(() ->
                            new Refused("importing.refused.noSuchDistrict", Map.of("name", named)));
        }
        List<District> mine = mine();
        if (mine.isEmpty()) {
            throw new Refused("importing.refused.rosterFirst", Map.of("file", request.shownName()));
        }
        if (mine.size() > 1) {
            throw new Refused("importing.refused.whichDistrict", Map.of("count", mine.size()));
        }
        return mine.getFirst();
    }

    private List<District> mine() {
        SignedIn who = access.who();
        return districts.all().stream()
                .filter(district -> !district.sample())
                .filter(district ->
                        who.account() == null
                                || who.memberships().stream()
                                        .anyMatch(m ->
                                                m.district().equals(district.id())
                                                        && m.school() == null
                                                        && m.role().may(Permission.IMPORT)))
                .toList();
    }
}
