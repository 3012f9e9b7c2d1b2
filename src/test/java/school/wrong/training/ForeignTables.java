package school.wrong.training;

import org.jooq.DSLContext;
import school.tandemdb.adoption.Tables;

class ForeignTables {
    int count(DSLContext dsl) {
        return dsl.fetchCount(Tables.ASSIGNMENT);
    }
}
