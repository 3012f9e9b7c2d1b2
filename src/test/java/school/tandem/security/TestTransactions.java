package school.tandem.security;

import org.jooq.DSLContext;
import org.springframework.transaction.PlatformTransactionManager;

/** Opens the security module's transactions to tests that run without Spring. */
public final class TestTransactions {

    private TestTransactions() {}

    public static DistrictTransactions of(DSLContext dsl, PlatformTransactionManager transactions) {
        return new DistrictTransactions(dsl, transactions);
    }
}
