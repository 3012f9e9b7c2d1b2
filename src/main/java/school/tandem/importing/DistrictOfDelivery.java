package school.tandem.importing;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.tandem.importing.reading.Bundle;
import school.tandem.importing.reading.OneRosterReader;
import school.tandem.importing.reading.Refused;
import school.tandem.importing.reading.RosterFormat;
import school.tandem.importing.reading.RosterReader;
import school.tandem.roster.School;
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

    /**
     * Which one it is.
     *
     * @param known null: one of this name is to be made
     */
    record Found(@Nullable District known, String name) {}

    /** Looks into all districts of whoever imports, each in a transaction of its own. */
    Found find(Bundle bundle, ImportRequest request, ZoneId zone) {
        RosterReader reader = RosterFormat.open(bundle, zone, request.shownName());
        List<OrgRow> orgs = reader.orgs();
        String named = request.districtName();
        if (named != null && !named.isBlank()) {
            return new Found(districts.named(named).orElse(null), named.strip());
        }
        List<District> mine = mine();
        Optional<District> knowing =
                mine.stream().filter(district -> knows(district, orgs)).findFirst();
        String name = name(orgs, request.shownName());
        District known =
                knowing.orElseGet(() ->
                        mine.stream()
                                .filter(d -> d.name().equalsIgnoreCase(name))
                                .findFirst()
                                .orElse(null));
        return known == null && reader instanceof OneRosterReader part
                ? ofPart(part, mine, name, request.shownName())
                : new Found(known, name);
    }

    /** Work alone, or changes alone, are of a district that a roster has brought before. */
    private static Found ofPart(
            OneRosterReader reader, List<District> mine, String name, String fileName) {
        boolean part = reader.isOfWorkOnly() || reader.leavesOrgsOut();
        if (part && mine.size() == 1) {
            return new Found(mine.getFirst(), mine.getFirst().name());
        }
        if (part && mine.size() > 1) {
            throw new Refused("importing.refused.whichDistrict", Map.of("count", mine.size()));
        }
        if (reader.isOfWorkOnly()) {
            throw new Refused("importing.refused.rosterFirst", Map.of("file", fileName));
        }
        return new Found(null, name);
    }

    /** Part of the import's transaction, so that one that fails leaves no district behind. */
    District open(Found found, ImportRequest request, ZoneId zone) {
        if (found.known() != null) {
            return found.known();
        }
        if (!access.who().operator()) {
            throw new Refused("importing.refused.noDistrict", Map.of("name", found.name()));
        }
        if (districts.named(found.name()).isPresent()) {
            throw new Refused("importing.refused.othersDistrict", Map.of("name", found.name()));
        }
        return districts.create(found.name(), zone, request.sample());
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

    /** Many systems number their schools from 1: the name has to be the same, too. */
    private boolean knows(District district, List<OrgRow> orgs) {
        List<School> known = schools.of(district.id());
        return orgs.stream()
                .filter(org -> org.kind() == OrgKind.SCHOOL)
                .anyMatch(org ->
                        known.stream()
                                .anyMatch(school ->
                                        school.externalId().equals(org.id())
                                                && school.name().equalsIgnoreCase(org.name())));
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
}
