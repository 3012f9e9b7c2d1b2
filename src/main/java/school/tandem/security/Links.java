package school.tandem.security;

import static school.tandemdb.security.Tables.LINK;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One-time links. The secret is in the link alone; the database keeps its hash. */
@Component
class Links {

    enum Kind {
        SETUP(Duration.ofDays(1)),
        INVITATION(Duration.ofDays(14));

        private final Duration valid;

        Kind(Duration valid) {
            this.valid = valid;
        }

        private String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final SecureRandom RANDOM = new SecureRandom();

    private final DSLContext dsl;
    private final Clock clock;

    Links(DSLContext dsl, Clock clock) {
        this.dsl = dsl;
        this.clock = clock;
    }

    /** Makes a link's secret; earlier unused ones of the same kind and account end. */
    String make(Kind kind, @Nullable AccountId account) {
        byte[] secret = new byte[24];
        RANDOM.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        OffsetDateTime now = now();
        dsl.deleteFrom(LINK)
                .where(LINK.KIND.eq(kind.code()), LINK.USED_AT.isNull())
                .and(account == null ? LINK.ACCOUNT_ID.isNull() : LINK.ACCOUNT_ID.eq(account))
                .execute();
        dsl.insertInto(LINK)
                .set(LINK.KIND, kind.code())
                .set(LINK.HASH, hash(token))
                .set(LINK.ACCOUNT_ID, account)
                .set(LINK.CREATED_AT, now)
                .set(LINK.EXPIRES_AT, now.plus(kind.valid))
                .execute();
        return token;
    }

    /** Whether it can still be used. */
    boolean isOpen(Kind kind, String token) {
        return dsl.fetchExists(dsl.selectOne().from(LINK).where(open(kind, token)));
    }

    /**
     * Uses it up and tells whose it is (null: the set-up's); two at once: one gets {@link
     * LinkSpent}.
     */
    @Nullable AccountId spend(Kind kind, String token) {
        return dsl.update(LINK)
                .set(LINK.USED_AT, now())
                .where(open(kind, token))
                .returningResult(LINK.ACCOUNT_ID)
                .fetchOptional()
                .orElseThrow(LinkSpent::new)
                .value1();
    }

    private Condition open(Kind kind, String token) {
        return LINK.KIND
                .eq(kind.code())
                .and(LINK.HASH.eq(hash(token)))
                .and(LINK.USED_AT.isNull())
                .and(LINK.EXPIRES_AT.gt(now()));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
