package school.tandem.importing;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.stereotype.Component;
import school.tandem.security.DistrictId;
import school.tandem.ui.Texts;

/** Imports that were started on a screen and go on when it is left. */
@Component
public class RunningImports {

    /** One of them. */
    public static final class Running {
        private final ImportProgress progress = new ImportProgress();
        private final String fileName;
        private final boolean dryRun;
        private volatile @Nullable ImportReport report;
        private volatile @Nullable String trouble;

        Running(String fileName, boolean dryRun) {
            this.fileName = fileName;
            this.dryRun = dryRun;
        }

        /** Whether it only finds out what would change. */
        public boolean isDryRun() {
            return dryRun;
        }

        public ImportProgress progress() {
            return progress;
        }

        public String fileName() {
            return fileName;
        }

        /** What came of it; empty while it runs, and where it was cancelled or broke. */
        public Optional<ImportReport> report() {
            return Optional.ofNullable(report);
        }

        /** The key of what stopped it; empty: nothing did. */
        public Optional<String> trouble() {
            return Optional.ofNullable(trouble);
        }

        public boolean isOver() {
            return report != null || trouble != null;
        }
    }

    private static final org.slf4j.Logger LOG =
            org.slf4j.LoggerFactory.getLogger(RunningImports.class);

    private final Map<String, Running> running = new ConcurrentHashMap<>();

    /**
     * Starts an import for whoever is signed in.
     *
     * @param key whom it belongs to, so that a screen finds it again
     * @param work the import, told where to say how far it is
     */
    public Running start(
            String key,
            String fileName,
            boolean dryRun,
            Function<ImportProgress, ImportReport> work) {
        Running one = new Running(fileName, dryRun);
        running.put(key, one);
        Locale locale = Texts.here().locale();
        Thread.ofVirtual()
                .name("import")
                .start(
                        new DelegatingSecurityContextRunnable(() -> {
                            LocaleContextHolder.setLocale(locale);
                            run(one, work);
                        }));
        return one;
    }

    /** The last one of this key, running or over. */
    public Optional<Running> find(String key) {
        return Optional.ofNullable(running.get(key));
    }

    /** Forgets it; its report goes on with whoever took it. */
    public void forget(String key) {
        running.remove(key);
    }

    private void run(Running one, Function<ImportProgress, ImportReport> work) {
        try {
            one.report = work.apply(one.progress);
        } catch (Cancelled cancelled) {
            one.trouble = "importing.cancelled";
        } catch (RuntimeException mistake) {
            LOG.error("An import broke", mistake);
            one.trouble = "importing.broke";
        }
    }

    /** The key under which a district's import is found by all who may import there. */
    public static String keyOf(@Nullable DistrictId district) {
        return district == null ? "new" : district.toString();
    }
}
