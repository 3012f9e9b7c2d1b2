package school.wrong.training.ui;

import org.jooq.DSLContext;

class QueryingView {
    int count(DSLContext dsl) {
        return dsl.fetchCount(school.tandemdb.training.Tables.COURSE);
    }
}
