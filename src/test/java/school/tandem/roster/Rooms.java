package school.tandem.roster;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.transaction.PlatformTransactionManager;
import school.tandem.Database;
import school.tandem.security.Access;
import school.tandem.security.AccountId;
import school.tandem.security.District;
import school.tandem.security.DistrictId;
import school.tandem.security.Districts;
import school.tandem.security.Role;
import school.tandem.security.SchoolKey;
import tools.jackson.databind.json.JsonMapper;

/** The services of security and roster on a database of their own, without a web server. */
final class Rooms implements AutoCloseable {

    /** A Monday morning in New York. */
    static final Instant NOW = Instant.parse("2026-10-05T14:00:00Z");

    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    final Database database = Database.fresh();
    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext();

    Rooms() {
        context.registerBean(DSLContext.class, database::dsl);
        context.registerBean(
                PlatformTransactionManager.class,
                () -> new DataSourceTransactionManager(database.pool()));
        context.registerBean(Clock.class, () -> Clock.fixed(NOW, ZoneOffset.UTC));
        context.registerBean(JsonMapper.class, JsonMapper::shared);
        context.scan("school.tandem.security");
        for (Class<?> service : SERVICES) {
            context.registerBeanDefinition(service.getName(), new RootBeanDefinition(service));
        }
        context.refresh();
    }

    private static final Class<?>[] SERVICES = {
        Schools.class,
        Plans.class,
        Departments.class,
        PeopleQueries.class,
        People.class,
        Classes.class,
        Terms.class,
        HolidayCalendar.class,
        Calendars.class,
        Invitations.class,
        FirstSchool.class
    };

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    <T> T asInstallation(Callable<T> work) {
        return bean(Access.class)
                .asInstallation(() -> {
                    try {
                        return work.call();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    District district(String name) {
        return asInstallation(() -> bean(Districts.class).create(name, NEW_YORK, false));
    }

    SchoolKey school(DistrictId district, String name) {
        return asInstallation(() -> bean(Schools.class).create(district, name).key());
    }

    /** An account that can sign in and has this role; null for the district or role: none. */
    String account(String email, @Nullable SchoolKey key, @Nullable Role role) {
        AccountId id =
                database.dsl()
                        .insertInto(school.tandemdb.security.Tables.ACCOUNT)
                        .set(school.tandemdb.security.Tables.ACCOUNT.EMAIL, email)
                        .set(school.tandemdb.security.Tables.ACCOUNT.NAME, email)
                        .set(school.tandemdb.security.Tables.ACCOUNT.PASSWORD_HASH, "{noop}none")
                        .set(
                                school.tandemdb.security.Tables.ACCOUNT.CREATED_AT,
                                OffsetDateTime.ofInstant(NOW, ZoneOffset.UTC))
                        .returningResult(school.tandemdb.security.Tables.ACCOUNT.ID)
                        .fetchSingle()
                        .value1();
        if (key != null && role != null) {
            asInstallation(() -> {
                bean(school.tandem.security.Accounts.class)
                        .addMembership(
                                id,
                                new school.tandem.security.Membership(
                                        key.district(), key.school(), role, null));
                return id;
            });
        }
        return email;
    }

    void signIn(String email) {
        var user = bean(UserDetailsService.class).loadUserByUsername(email);
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(
                                user, null, user.getAuthorities()));
    }

    @Override
    public void close() {
        SecurityContextHolder.clearContext();
        context.close();
        database.close();
    }
}
