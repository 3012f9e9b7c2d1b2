package school.wrong.training;

import static school.tandemdb.roster.Tables.DEPARTMENT;

import org.jooq.DSLContext;

class ForeignWrites {
    void write(DSLContext dsl, String name) {
        dsl.insertInto(DEPARTMENT, DEPARTMENT.NAME, DEPARTMENT.ADDED_RUN)
                .values(name, 1L)
                .execute();
    }
}
