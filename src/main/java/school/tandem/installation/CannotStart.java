package school.tandem.installation;

/** Why Tandem can't start here, in a sentence for whoever typed the command. */
public class CannotStart extends RuntimeException {
    public CannotStart(String sentence) {
        super(sentence);
    }

    public CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
