package school.tandem.roster.intake;

/** Where held rows go. Called once for each row held, in the order of the file. */
@FunctionalInterface
public interface HeldSink {
    void accept(Held held);
}
