package school.tandem.adoption;

import static school.tandemdb.security.Tables.ACCOUNT;

import java.util.Map;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;
import school.tandem.Browser;
import school.tandem.Server;
import school.tandem.SettableClock;
import school.tandem.roster.SampleSchool;
import school.tandem.security.Access;
import school.tandem.security.Accounts;
import school.tandem.security.Role;
import school.tandem.security.SchoolKey;

/** The sample school on a day of its first term, and people of every role in it. */
final class SampleRoom {

    /** The first day of the twenty school days up to today. */
    static final String FROM = "2026-10-28";

    static final String TODAY = "2026-11-24";

    private static @Nullable SampleRoom shared;

    final Server server = Server.at(new SettableClock("2026-11-24T15:00:00Z"));
    final SchoolKey key = asInstallation(() -> server.bean(SampleSchool.class).load());

    private final DSLContext owner = server.database().asOwner();

    /** One for all tests of this package: to load a sample takes long. */
    static synchronized SampleRoom shared() {
        if (shared == null) {
            SampleRoom room = new SampleRoom();
            Runtime.getRuntime().addShutdownHook(new Thread(room.server::close));
            shared = room;
        }
        return shared;
    }

    <T> T bean(Class<T> type) {
        return server.bean(type);
    }

    <T> T asInstallation(Supplier<T> work) {
        return server.bean(Access.class).asInstallation(work);
    }

    void run(Runnable work) {
        asInstallation(() -> {
            work.run();
            return true;
        });
    }

    /**
     * Does something as somebody with this role in the school.
     *
     * @param person whom of the roster they are; null: nobody
     */
    <T> T as(Role role, @Nullable Long person, Supplier<T> work) {
        String email = (role + "-" + person + "@room.example").toLowerCase(java.util.Locale.ROOT);
        boolean known =
                owner.fetchExists(owner.selectOne().from(ACCOUNT).where(ACCOUNT.EMAIL.eq(email)));
        if (!known) {
            String token =
                    asInstallation(() ->
                            bean(Accounts.class)
                                    .invite(
                                            key.district(),
                                            key.school(),
                                            role,
                                            "Somebody",
                                            email,
                                            person));
            Browser.on(server).post("/join/" + token, Map.of("password", "a long enough one"));
        }
        var user = bean(UserDetailsService.class).loadUserByUsername(email);
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(
                                user, null, user.getAuthorities()));
        try {
            return work.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    long number(String sql) {
        return rows(sql).getFirst().get(0, Long.class);
    }

    Result<Record> rows(String sql) {
        return owner.fetch(sql);
    }

    void execute(String sql) {
        owner.execute(sql);
    }
}
