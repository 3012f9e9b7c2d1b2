package school.tandem.security;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens the transactions in which a district's rows can be seen: row-level security shows no row to
 * a transaction that did not start here. Nested calls for the same district join; for another
 * district they are a mistake and fail.
 */
@Component
public class DistrictTransactions {

    private static final Object DISTRICT = new Object();
    private static final Object FOUND = new Object();

    /** What {@link #once} has found in this transaction. */
    private record Found(Map<Object, Object> byQuestion) {}

    private final DSLContext dsl;
    private final TransactionTemplate reading;
    private final TransactionTemplate writing;

    DistrictTransactions(DSLContext dsl, PlatformTransactionManager transactions) {
        this.dsl = dsl;
        this.writing = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions, readOnly());
    }

    /**
     * Runs a question in a read-only transaction, unless one is already open, which it then joins.
     */
    public <T extends @Nullable Object> T read(DistrictId district, Supplier<T> question) {
        return run(reading, district, question);
    }

    /**
     * Asks a question once for as long as a read-only transaction lasts, and each time while rows
     * may change.
     *
     * @param what tells the question from all others that are asked of the district
     */
    @SuppressWarnings("unchecked") // what was found is kept under its own question
    public <T> T once(DistrictId district, Object what, Supplier<T> question) {
        return read(
                district,
                () -> {
                    Found found = (Found) TransactionSynchronizationManager.getResource(FOUND);
                    if (found == null) {
                        return question.get();
                    }
                    Object known = found.byQuestion().get(what);
                    if (known == null) {
                        known = question.get();
                        found.byQuestion().put(what, known);
                    }
                    return (T) known;
                });
    }

    /** Runs a change: all of it or nothing. */
    public <T extends @Nullable Object> T write(DistrictId district, Supplier<T> change) {
        return run(writing, district, change);
    }

    /** Runs a change that has no answer: all of it or nothing. */
    public void write(DistrictId district, Runnable change) {
        run(
                writing,
                district,
                () -> {
                    change.run();
                    return null;
                });
    }

    @SuppressWarnings("NullAway") // execute() gives back exactly what the supplier gave
    private <T extends @Nullable Object> T run(
            TransactionTemplate template, DistrictId district, Supplier<T> work) {
        return template.execute(status -> {
            enter(district);
            return work.get();
        });
    }

    private void enter(DistrictId district) {
        Object entered = TransactionSynchronizationManager.getResource(DISTRICT);
        if (entered == null) {
            TransactionSynchronizationManager.bindResource(DISTRICT, district);
            if (TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
                TransactionSynchronizationManager.bindResource(FOUND, new Found(new HashMap<>()));
            }
            TransactionSynchronizationManager.registerSynchronization(new Leave());
            dsl.setLocal(
                            DSL.name("tandem", "district"),
                            DSL.inline(Long.toString(district.value())))
                    .execute();
        } else if (!entered.equals(district)) {
            throw new IllegalStateException(
                    "A transaction sees one district, and this one already sees another");
        }
    }

    private static TransactionDefinition readOnly() {
        var definition = new DefaultTransactionDefinition();
        definition.setReadOnly(true);
        return definition;
    }

    private static final class Leave implements TransactionSynchronization {
        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResource(DISTRICT);
            TransactionSynchronizationManager.unbindResourceIfPossible(FOUND);
        }
    }
}
