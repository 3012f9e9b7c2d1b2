package school.tandem.security;

import java.util.Locale;
import java.util.regex.Pattern;

/** The fields that a person fills in for an account, once they can be taken. */
record NewAccount(String name, String email, String password) {

    static final int SHORTEST_PASSWORD = 10;

    /** BCrypt reads no further than this many bytes. */
    private static final int LONGEST_PASSWORD = 72;

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    static NewAccount checked(String name, String email, String password) {
        return new NewAccount(checkedName(name), checkedEmail(email), checkedPassword(password));
    }

    static String checkedName(String name) {
        if (name.isBlank() || name.length() > 200) {
            throw new BadInput("name", "security.bad.name");
        }
        return name.strip();
    }

    static String checkedEmail(String email) {
        String address = email.strip().toLowerCase(Locale.ROOT);
        if (!EMAIL.matcher(address).matches() || address.length() > 254) {
            throw new BadInput("email", "security.bad.email");
        }
        return address;
    }

    static String checkedPassword(String password) {
        int bytes = password.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        if (password.length() < SHORTEST_PASSWORD || bytes > LONGEST_PASSWORD) {
            throw new BadInput("password", "security.bad.password");
        }
        return password;
    }
}
