package school.tandem.importing;

import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import school.tandem.importing.reading.Refused;
import school.tandem.ui.Texts;

/** Keeps all of an import or nothing, and turns what refuses it into a sentence. */
@Component
class AllOrNothing {

    private final TransactionTemplate transaction;

    AllOrNothing(PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Does an import, whatever may be wrong with its files.
     *
     * @param work given where its held rows go
     * @throws Cancelled if somebody stopped it
     */
    static ImportReport report(ImportProgress progress, Function<HeldRows, ImportReport> work) {
        HeldRows held = new HeldRows();
        try {
            return work.apply(held);
        } catch (Refused refused) {
            return ImportReport.refused(
                    "", Texts.here().get(refused.textKey(), refused.arguments()), held);
        } catch (RuntimeException broken) {
            held.close();
            progress.check();
            throw broken;
        } finally {
            progress.interruptWith(null);
        }
    }

    /** Keeps what the work wrote, unless it breaks or was only to find out. */
    @SuppressWarnings("NullAway") // execute() gives back exactly what the callback gave
    ImportReport keep(boolean dryRun, Supplier<ImportReport> work) {
        return transaction.execute(status -> {
            ImportReport report = work.get();
            if (dryRun) {
                status.setRollbackOnly();
            }
            return report;
        });
    }
}
