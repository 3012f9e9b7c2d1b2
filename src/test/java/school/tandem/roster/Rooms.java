package school.tandem.roster;

import static school.tandemdb.security.Tables.ACCOUNT;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.transaction.PlatformTransactionManager;
import school.tandem.Database;
import school.tandem.security.Access;
import school.tandem.security.AccountId;
import school.tandem.security.Accounts;
import school.tandem.security.District;
import school.tandem.security.DistrictId;
import school.tandem.security.Districts;
import school.tandem.security.Membership;
import school.tandem.security.Role;
import school.tandem.security.SchoolKey;
import school.tandem.ui.CurrentPlace;
import school.tandem.ui.Mail;
import school.tandem.ui.Pages;
import tools.jackson.databind.json.JsonMapper;

/** The services of security and roster on a database of their own, without a web server. */
public final class Rooms implements AutoCloseable {

    /** A Monday morning in New York. */
    public static final Instant NOW = Instant.parse("2026-10-05T14:00:00Z");

    public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    public final Database database = Database.fresh();
    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext();

    /** The rooms of security and roster, and these services of others. */
    public Rooms(Class<?>... others) {
        this(List.of(), others);
    }

    /** The rooms of security and roster, and all that is used of these packages. */
    public static Rooms with(String... modules) {
        return new Rooms(List.of(modules));
    }

    private Rooms(List<String> modules, Class<?>... others) {
        context.registerBean(DSLContext.class, database::dsl);
        context.registerBean(PlatformTransactionManager.class, database::transactions);
        context.registerBean(Clock.class, () -> Clock.fixed(NOW, ZoneOffset.UTC));
        context.registerBean(JsonMapper.class, JsonMapper::shared);
        context.registerBean(CurrentPlace.class);
        context.registerBean(Mail.class);
        context.registerBean(Pages.class);
        context.scan("school.tandem.security", "school.tandem.roster.ui");
        for (Class<?> service : SERVICES) {
            context.registerBeanDefinition(service.getName(), new RootBeanDefinition(service));
        }
        for (Class<?> service : others) {
            context.registerBeanDefinition(service.getName(), new RootBeanDefinition(service));
        }
        if (!modules.isEmpty()) {
            context.scan(modules.toArray(String[]::new));
            context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
        }
        context.refresh();
    }

    private static final Class<?>[] SERVICES = {
        RosterPlaces.class,
        Schools.class,
        StudentGroups.class,
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

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** A view as Spring makes it. */
    public <T> T made(Class<T> type) {
        return context.getAutowireCapableBeanFactory().createBean(type);
    }

    public <T> T asInstallation(Supplier<T> work) {
        return bean(Access.class).asInstallation(work);
    }

    public District district(String name) {
        return asInstallation(() -> bean(Districts.class).create(name, NEW_YORK, false));
    }

    public SchoolKey school(DistrictId district, String name) {
        return asInstallation(() -> bean(Schools.class).create(district, name).key());
    }

    /** An account that can sign in and has this role in this school. */
    public String account(String email, SchoolKey key, Role role) {
        return withRole(email, new Membership(key.district(), key.school(), role, null));
    }

    /** An account of this teacher of the roster. */
    public String teacher(String email, SchoolKey key, PersonId person) {
        return withRole(
                email, new Membership(key.district(), key.school(), Role.TEACHER, person.value()));
    }

    /** The same for all schools of a district. */
    public String districtAccount(String email, DistrictId district, Role role) {
        return withRole(email, new Membership(district, null, role, null));
    }

    /** An account that looks after the installation and belongs nowhere. */
    public String operator(String email) {
        insert(email, true);
        return email;
    }

    private String withRole(String email, Membership membership) {
        AccountId id = insert(email, false);
        asInstallation(() -> {
            bean(Accounts.class).addMembership(id, membership);
            return id;
        });
        return email;
    }

    private AccountId insert(String email, boolean operator) {
        return database.dsl()
                .insertInto(ACCOUNT)
                .set(ACCOUNT.EMAIL, email.toLowerCase(Locale.ROOT))
                .set(ACCOUNT.NAME, email)
                .set(ACCOUNT.PASSWORD_HASH, "{noop}none")
                .set(ACCOUNT.OPERATOR, operator)
                .set(ACCOUNT.CREATED_AT, OffsetDateTime.ofInstant(NOW, ZoneOffset.UTC))
                .returningResult(ACCOUNT.ID)
                .fetchSingle()
                .value1();
    }

    public void signIn(String email) {
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
