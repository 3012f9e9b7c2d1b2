package school.tandem.importing;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import school.tandem.importing.reading.Bundle;
import school.tandem.importing.reading.OneRosterKind;
import school.tandem.importing.reading.OneRosterReader;
import school.tandem.importing.reading.Refused;
import school.tandem.roster.Schools;
import school.tandem.roster.intake.OrgKind;
import school.tandem.roster.intake.OrgRow;
import school.tandem.security.Access;
import school.tandem.security.District;
import school.tandem.security.Districts;
import school.tandem.security.Membership;
import school.tandem.security.Permission;
import school.tandem.security.SignedIn;

/**
 * Finds the district that a delivery belongs to: the one that was named; the one that knows its
 * schools already; the one called as the delivery's own district; else a new one, named after that,
 * after its only school, or after the file.
 */
@Component
class DistrictOfDelivery {

    private final Districts districts;
    private final Schools schools;
    private final Access access;

    DistrictOfDelivery(Districts districts, Schools schools, Access access) {
        this.districts = districts;
        this.schools = schools;
        this.access = access;
    }

    /** Part of the import's transaction, so that one that fails leaves no district behind. */
    District find(Bundle bundle, ImportRequest request, ZoneId zone) {
        List<OrgRow> orgs = orgs(bundle, zone);
        String named = request.districtName();
        if (named != null && !named.isBlank()) {
            return districts.named(named).orElseGet(() -> create(named, zone, request));
        }
        List<District> mine = mine();
        Optional<District> knowing =
                mine.stream().filter(district -> knows(district, orgs)).findFirst();
        if (knowing.isPresent()) {
            return knowing.get();
        }
        String name = name(orgs, request.shownName());
        return mine.stream()
                .filter(district -> district.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseGet(() -> create(name, zone, request));
    }

    private District create(String name, ZoneId zone, ImportRequest request) {
        if (!access.who().operator()) {
            throw new Refused("importing.refused.noDistrict", Map.of("name", name));
        }
        return districts.create(name, zone, request.sample());
    }

    private List<District> mine() {
        SignedIn who = access.who();
        return districts.all().stream()
                .filter(district -> !district.sample())
                .filter(district ->
                        who.account() == null
                                || who.memberships().stream().anyMatch(m -> imports(m, district)))
                .toList();
    }

    private static boolean imports(Membership membership, District district) {
        return membership.district().equals(district.id())
                && membership.school() == null
                && membership.role().may(Permission.IMPORT);
    }

    private boolean knows(District district, List<OrgRow> orgs) {
        List<String> known =
                schools.of(district.id()).stream().map(school -> school.externalId()).toList();
        return orgs.stream()
                .filter(org -> org.kind() == OrgKind.SCHOOL)
                .anyMatch(org -> known.contains(org.id()));
    }

    private static String name(List<OrgRow> orgs, String fileName) {
        List<String> named =
                orgs.stream()
                        .filter(org -> org.kind() == OrgKind.DISTRICT)
                        .map(OrgRow::name)
                        .toList();
        List<String> schoolNames =
                orgs.stream()
                        .filter(org -> org.kind() == OrgKind.SCHOOL)
                        .map(OrgRow::name)
                        .toList();
        if (!named.isEmpty()) {
            return named.getFirst();
        }
        return schoolNames.size() == 1
                ? schoolNames.getFirst()
                : fileName.replaceFirst("\\.[A-Za-z]+$", "");
    }

    private static List<OrgRow> orgs(Bundle bundle, ZoneId zone) {
        OneRosterReader reader = OneRosterReader.of(bundle, zone);
        List<OrgRow> orgs = new ArrayList<>();
        if (reader.has(OneRosterKind.ORGS)) {
            reader.orgs(held -> {}, bytes -> {}).read(orgs::add);
        }
        return orgs;
    }
}
