package school.tandem.roster;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import school.tandem.security.Access;
import school.tandem.security.BadInput;
import school.tandem.security.District;
import school.tandem.security.Districts;
import school.tandem.security.Permission;

/** The way in without any file: a school, its district and a plan from four answers. */
@Component
public class FirstSchool {

    /**
     * What a person answers.
     *
     * @param district its name; empty: the same as the school's. One that they look after already
     *     gets another school.
     * @param planName what the plan is called
     */
    public record Fields(
            String name, String district, ZoneId zone, String planName, LocalDate moveOn) {}

    private final Districts districts;
    private final Schools schools;
    private final Plans plans;
    private final Access access;
    private final TransactionTemplate transaction;

    FirstSchool(
            Districts districts,
            Schools schools,
            Plans plans,
            Access access,
            PlatformTransactionManager transactions) {
        this.districts = districts;
        this.schools = schools;
        this.plans = plans;
        this.access = access;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Whether whoever asks may make a school at all: as operator, or in a district of all whose
     * schools they are an administrator.
     */
    public boolean mayStart() {
        var who = access.who();
        return who.operator()
                || who.memberships().stream()
                        .anyMatch(m -> access.may(m.district(), Permission.EDIT_ROSTER));
    }

    /**
     * Makes all three or none.
     *
     * @throws BadInput if a field can't be taken, or the district's name is that of one they don't
     *     look after
     */
    @SuppressWarnings("NullAway") // execute() gives back exactly what the callback gave
    public Plan start(Fields fields) {
        String name = Schools.checked(fields.name());
        String called = fields.district().isBlank() ? name : fields.district().strip();
        if (called.length() > 200) {
            throw new BadInput("district", "roster.bad.districtName");
        }
        return transaction.execute(status -> {
            District district = district(called, fields.zone());
            School school = schools.create(district.id(), name);
            if (!school.zone().equals(fields.zone())) {
                schools.change(school.key(), name, fields.zone());
            }
            return plans.make(
                    school.key(), new Plans.Fields(fields.planName(), null, null, fields.moveOn()));
        });
    }

    private District district(String name, ZoneId zone) {
        Optional<District> known = districts.named(name);
        if (known.isEmpty()) {
            return districts.create(name, zone, false);
        }
        if (!access.may(known.get().id(), Permission.EDIT_ROSTER) || known.get().sample()) {
            throw new BadInput("district", "roster.bad.districtTaken");
        }
        return known.get();
    }
}
