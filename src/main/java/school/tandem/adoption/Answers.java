package school.tandem.adoption;

/** How many of a group said, or did, yes, no, and of how many it is unknown. */
public record Answers(long yes, long no, long unknown) {

    public static final Answers NONE = new Answers(0, 0, 0);

    public long all() {
        return yes + no + unknown;
    }

    public Answers plus(Answers other) {
        return new Answers(yes + other.yes, no + other.no, unknown + other.unknown);
    }

    /** What takes these away where it is added. */
    Answers negated() {
        return new Answers(-yes, -no, -unknown);
    }

    /** Never below nobody. */
    Answers orNobody() {
        return new Answers(Math.max(yes, 0), Math.max(no, 0), Math.max(unknown, 0));
    }
}
