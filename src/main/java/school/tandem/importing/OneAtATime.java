package school.tandem.importing;

import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import school.tandem.importing.reading.Refused;
import school.tandem.security.DistrictId;

/** Lets one import of a district run at a time, and end early. */
@Component
class OneAtATime {

    /** In what a screen's question is given, a million rows would be sorted and joined on disk. */
    private static final String MEMORY = "64MB";

    private final DSLContext dsl;

    OneAtATime(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * Takes the district's turn until this transaction ends, and lets the progress end it.
     *
     * @throws Refused if another one has it
     */
    void enter(DistrictId district, ImportProgress progress) {
        enter(district);
        progress.interruptWith(interruption());
    }

    /**
     * Takes the district's turn until this transaction ends.
     *
     * @throws Refused if another one has it
     */
    void enter(DistrictId district) {
        boolean got =
                dsl.select(
                                DSL.function(
                                        DSL.name("pg_try_advisory_xact_lock"),
                                        Boolean.class,
                                        DSL.val(district.value())))
                        .fetchSingle()
                        .value1();
        if (!got) {
            throw new Refused("importing.refused.busy", Map.of());
        }
        dsl.select(
                        DSL.function(
                                DSL.name("set_config"),
                                String.class,
                                DSL.val("work_mem"),
                                DSL.val(MEMORY),
                                DSL.val(true)))
                .fetch();
    }

    /** A way to end the statement that this transaction is running, from another connection. */
    private Runnable interruption() {
        Integer process =
                dsl.select(DSL.function(DSL.name("pg_backend_pid"), Integer.class))
                        .fetchSingle()
                        .value1();
        return () ->
                Thread.ofVirtual()
                        .start(() ->
                                dsl.select(
                                                DSL.function(
                                                        DSL.name("pg_cancel_backend"),
                                                        Boolean.class,
                                                        DSL.val(process)))
                                        .fetch());
    }
}
