package school.tandem.rollout;

import school.tandem.security.BadInput;

/** What a person says of an item; see {@link Item} for what each means. */
public record ItemFields(
        Phase phase,
        String title,
        String note,
        String owner,
        int daysBeforeMove,
        int weight,
        double likelyHours,
        boolean gate) {

    /**
     * @throws BadInput where something can't be taken
     */
    ItemFields checked() {
        require(!title.isBlank() && title.length() <= 300, "title", "rollout.bad.title");
        require(note.length() <= 2000, "note", "rollout.bad.long");
        require(owner.length() <= 200, "owner", "rollout.bad.long");
        require(Math.abs(daysBeforeMove) <= 400, "days", "rollout.bad.days");
        require(weight >= 1 && weight <= 10, "weight", "rollout.bad.weight");
        require(likelyHours > 0 && likelyHours <= 9999, "hours", "rollout.bad.hours");
        require(!(gate && afterMove()), "gate", "rollout.bad.gate");
        return this;
    }

    /** What comes after the move counts for nothing before it. */
    boolean afterMove() {
        return phase == Phase.AFTER;
    }

    private static void require(boolean fine, String field, String sentence) {
        if (!fine) {
            throw new BadInput(field, sentence);
        }
    }
}
