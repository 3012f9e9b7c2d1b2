package school.tandem.access;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import school.tandem.Browser;
import school.tandem.Server;
import school.tandem.roster.Plan;
import school.tandem.roster.Plans;
import school.tandem.roster.Schools;
import school.tandem.roster.intake.StaffRole;
import school.tandem.security.Access;
import school.tandem.security.Accounts;
import school.tandem.security.DistrictId;
import school.tandem.security.Districts;
import school.tandem.security.Role;
import school.tandem.security.SchoolId;
import school.tandem.security.SchoolKey;
import school.tandem.security.SetUp;
import school.tandem.training.CourseFields;
import school.tandem.training.Courses;
import school.tandem.training.SessionFields;
import school.tandem.training.Sessions;
import school.tandem.training.Skill;

/**
 * Two districts, three schools with a plan and a course each, and somebody for every role in each
 * of these places: the school that is asked for, all schools of its district, a school beside it,
 * and one of another district.
 */
final class Town implements AutoCloseable {

    /** Where somebody has their role, seen from the school that is asked for. */
    enum Scope {
        SCHOOL,
        DISTRICT,
        NEIGHBOUR,
        STRANGER
    }

    private static final String PASSWORD = "a long enough one";

    final Server server = Server.start(Map.of("vaadin.eagerServerLoad", "true"));
    final Browser operator;
    private final Map<String, String> ids = new LinkedHashMap<>();
    private final Map<Scope, Map<Role, Browser>> people = new EnumMap<>(Scope.class);

    Town() {
        String link = server.bean(SetUp.class).link("").orElseThrow();
        operator = Browser.on(server);
        operator.post(
                link, Map.of("name", "Op", "email", "operator@town.example", "password", PASSWORD));
        ids.put("token", "invented");
        ids.put("district", "0");
        ids.put("session", "0");
        ids.put("secret", "invented");
        ids.put("code", "INVENT");
        DistrictId north = district("North");
        SchoolKey lincoln = school(north, "Lincoln", "school");
        SchoolKey madison = school(north, "Madison", "neighbour");
        DistrictId south = district("South");
        SchoolKey roosevelt = school(south, "Roosevelt", "stranger");
        invite(Scope.SCHOOL, north, lincoln.school());
        invite(Scope.DISTRICT, north, null);
        invite(Scope.NEIGHBOUR, north, madison.school());
        invite(Scope.STRANGER, south, roosevelt.school());
    }

    Browser browser(Scope scope, Role role) {
        return people.get(scope).get(role);
    }

    /**
     * An address with the ids of this town for {@code {school}}, {@code {neighbour.plan}} and so
     * on.
     */
    String address(String template) {
        String address = template;
        for (var id : ids.entrySet()) {
            address = address.replace("{" + id.getKey() + "}", id.getValue());
        }
        return address;
    }

    <T> T asInstallation(Supplier<T> work) {
        return server.bean(Access.class).asInstallation(work);
    }

    @Override
    public void close() {
        server.close();
    }

    private DistrictId district(String name) {
        return asInstallation(() ->
                server.bean(Districts.class)
                        .create(name, ZoneId.of("America/New_York"), false)
                        .id());
    }

    private SchoolKey school(DistrictId district, String name, String word) {
        return asInstallation(() -> {
            SchoolKey key = server.bean(Schools.class).create(district, name).key();
            Plan plan =
                    server.bean(Plans.class)
                            .make(
                                    key,
                                    new Plans.Fields(
                                            "Plan of " + name,
                                            null,
                                            null,
                                            LocalDate.of(2027, 1, 11)));
            var course =
                    server.bean(Courses.class)
                            .add(
                                    key,
                                    CourseFields.of(
                                            "Course of " + name,
                                            30,
                                            Set.of(StaffRole.TEACHER),
                                            Skill.TRAINED));
            var session =
                    server.bean(Sessions.class)
                            .plan(
                                    key,
                                    SessionFields.of(
                                            course,
                                            LocalDate.of(2027, 1, 4),
                                            LocalTime.of(15, 0),
                                            60,
                                            "Room",
                                            "Trainer"));
            ids.put(word + ".session", session.toString());
            ids.put(word, key.school().toString());
            ids.put(word + ".plan", plan.id().toString());
            ids.put(word + ".course", course.toString());
            return key;
        });
    }

    private void invite(Scope scope, DistrictId district, SchoolId school) {
        Map<Role, Browser> here = people.computeIfAbsent(scope, key -> new EnumMap<>(Role.class));
        for (Role role : Role.values()) {
            String email = (role + "." + scope + "@town.example").toLowerCase(Locale.ROOT);
            String token =
                    asInstallation(() ->
                            server.bean(Accounts.class)
                                    .invite(district, school, role, "Somebody", email, null));
            Browser browser = Browser.on(server);
            browser.post("/join/" + token, Map.of("password", PASSWORD));
            here.put(role, browser);
        }
    }
}
