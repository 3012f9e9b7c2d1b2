package school.wrong.training;

import org.springframework.stereotype.Component;
import school.tandem.security.DistrictId;
import school.tandem.security.DistrictTransactions;

@Component
class SilentChange {
    private final DistrictTransactions inDistrict;

    SilentChange(DistrictTransactions inDistrict) {
        this.inDistrict = inDistrict;
    }

    public void rename(DistrictId district) {
        inDistrict.write(district, () -> {});
    }
}
