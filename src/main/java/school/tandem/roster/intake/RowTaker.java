package school.tandem.roster.intake;

import java.util.function.Consumer;

/** Where a file's rows go while it is read, in the order of the file. */
public interface RowTaker<T> {

    /** A row that could be read. */
    void take(T row);

    /**
     * A row that could not. Its file still has it, so that what it is about has not ended.
     *
     * @param id the source's own; empty: not known
     */
    void hold(String id, Held held);

    /** Takes what can be read and passes over the rest. */
    static <T> RowTaker<T> reading(Consumer<T> taker) {
        return new RowTaker<>() {
            @Override
            public void take(T row) {
                taker.accept(row);
            }

            @Override
            public void hold(String id, Held held) {
                // whoever only looks has no use for it
            }
        };
    }
}
