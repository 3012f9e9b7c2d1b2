package school.tandem.rollout;

/** Somebody else changed the item since it was shown: look again. */
public class ItemMoved extends RuntimeException {
    ItemMoved(ItemId id) {
        super("Item " + id + " was changed meanwhile");
    }
}
