package school.tandem.roster;

/**
 * An invitation that was just made.
 *
 * @param token the secret of its link, {@code /join/<token>}: shown or sent once, kept nowhere
 */
public record Invitation(String name, String email, String token) {

    /** The link to pass on. */
    public String link(String baseUrl) {
        return baseUrl + "/join/" + token;
    }

    @Override
    public String toString() {
        return "Invitation of " + email;
    }
}
