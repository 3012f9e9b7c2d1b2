package school.tandem.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import school.tandem.Database;

/**
 * What every table obeys, asked of the database's own catalogue: row-level security, and what a
 * database that is spread over machines by district refuses. Each rule is asked twice: of the
 * migrated schema, which keeps it, and of one that breaks it.
 */
@Tag("database")
class SchemaRulesTest {

    /** Tables outside all districts; they are read before one is known. */
    private static final List<String> GLOBAL =
            List.of(
                    "jobs.scheduled_tasks",
                    "public.flyway_schema_history",
                    "security.account",
                    "security.district",
                    "security.link",
                    "security.membership");

    private static final String BREAKING_EVERY_RULE =
            """
            create schema wrong;
            create table wrong.list (id int generated always as identity primary key, at timestamp not null);
            create table wrong.fact (
                id serial primary key,
                district_id bigint not null,
                list_id int references wrong.list (id) on delete set null on update cascade,
                size int check (size > 0),
                name text unique);
            create function wrong.nothing() returns trigger language plpgsql security definer as 'begin return new; end';
            create trigger counts before insert on wrong.fact for each row execute function wrong.nothing();
            grant all on schema wrong to tandem_app;
            grant select on wrong.fact to public;
            create policy all_districts on wrong.fact using (true);
            grant update, delete, truncate on security.audit_entry, security.audit_value to tandem_app
            """;

    private static final String TABLES =
            """
            with own as (
                select c.oid as id, c.relowner, n.nspname || '.' || c.relname as name, c.relrowsecurity, c.relacl,
                       (select a.attnum from pg_attribute a
                        where a.attrelid = c.oid and a.attname = 'district_id') as district
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')),
            kept as (select * from own where district is not null and name <> 'security.membership')
            """;

    private static Database database;
    private static Database broken;

    @BeforeAll
    static void open() {
        database = Database.fresh();
        broken = Database.fresh();
        broken.asOwner().execute(BREAKING_EVERY_RULE);
    }

    @AfterAll
    static void close() {
        database.close();
        broken.close();
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                rule(
                        "a district's table has row-level security",
                        "select name from kept where not relrowsecurity"),
                rule(
                        "its policy compares with the transaction's district",
                        """
                        select name from kept where not exists (
                            select from pg_policy p where p.polrelid = id) or exists (
                            select from pg_policy p where p.polrelid = id and pg_get_expr(p.polqual, id)
                                not like '%(district_id = (NULLIF(current_setting(''tandem.district''%')
                        """),
                rule(
                        "its primary key starts with the district",
                        """
                        select name from kept where not exists (
                            select from pg_index i where i.indrelid = id and i.indisprimary and i.indkey[0] = district)
                        """),
                rule(
                        "its unique keys carry the district",
                        """
                        select name from kept join pg_index i on i.indrelid = id
                        where i.indisunique and not district = any (i.indkey::int2[])
                        """),
                rule(
                        "its foreign keys carry the district",
                        """
                        select name || ' ' || conname from kept join pg_constraint c on c.conrelid = id
                        where contype = 'f' and not district = any (conkey)
                        """),
                rule(
                        "no foreign key clears or follows",
                        """
                        select name || ' ' || conname from own join pg_constraint c on c.conrelid = id
                        where contype = 'f' and (confdeltype in ('n', 'd') or confupdtype <> 'a')
                        """),
                rule(
                        "no table has a trigger",
                        "select name from own join pg_trigger t on t.tgrelid = id where not tgisinternal"),
                rule(
                        "identities are bigint, and there is no serial",
                        """
                        select name || '.' || attname from own join pg_attribute a on a.attrelid = id
                        left join pg_attrdef d on d.adrelid = id and d.adnum = a.attnum
                        where attidentity <> '' and atttypid <> 'int8'::regtype
                           or pg_get_expr(d.adbin, id) like 'nextval%'
                        """),
                rule(
                        "checks have a name of their own",
                        """
                        select name || ' ' || conname from own join pg_constraint c on c.conrelid = id
                        where contype = 'c' and conname ~ '_check[0-9]*$'
                        """),
                rule(
                        "moments know their time zone",
                        """
                        select name || '.' || attname from own join pg_attribute a on a.attrelid = id
                        where atttypid = 'timestamp'::regtype and name <> 'public.flyway_schema_history'
                        """),
                rule(
                        "the trail can't be changed by the application",
                        """
                        select name || ' ' || privilege from own, unnest(array['update', 'delete', 'truncate']) privilege
                        where name in ('security.audit_entry', 'security.audit_value')
                          and has_table_privilege('tandem_app', id, privilege)
                        """),
                rule(
                        "the application may create nothing",
                        """
                        select nspname::text from pg_namespace
                        where nspname !~ '^pg_' and has_schema_privilege('tandem_app', oid, 'create')
                        """),
                rule(
                        "nothing is granted to everybody",
                        "select name from own, aclexplode(relacl) acl where acl.grantee = 0"),
                rule(
                        "what runs as the owner has a search path, and not everybody may call it",
                        """
                        select proname::text from pg_proc p join pg_namespace n on n.oid = pronamespace
                        where n.nspname not in ('pg_catalog', 'information_schema') and prosecdef
                          and (proconfig is null or has_function_privilege('public', p.oid, 'execute'))
                        """));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void theSchemaKeepsIt(String rule, String offenders) {
        assertThat(ask(database, offenders)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void aBreachIsFound(String rule, String offenders) {
        assertThat(ask(broken, offenders)).isNotEmpty();
    }

    @Test
    void onlyTheNamedTablesStandOutsideAllDistricts() {
        assertThat(
                        ask(
                                database,
                                "select name from own where district is null or name = 'security.membership' order by 1"))
                .isEqualTo(GLOBAL);
    }

    @Test
    void theApplicationsRoleOwnsNothingAndSeesThroughNothing() {
        assertThat(
                        database.dsl()
                                .fetchValue(
                                        """
                                        select current_user || ' ' || rolsuper || ' ' || rolbypassrls || ' ' || rolcreatedb
                                               || ' ' || rolcreaterole || ' ' || pg_has_role('tandem_app', 'tandem_owner', 'member')
                                        from pg_roles where rolname = current_user
                                        """))
                .isEqualTo("tandem_app false false false false false");
        assertThat(ask(database, "select name from own where relowner = 'tandem_app'::regrole"))
                .isEmpty();
    }

    private static List<String> ask(Database database, String offenders) {
        DSLContext owner = database.asOwner();
        return owner.fetch(TABLES + offenders).map(row -> String.valueOf(row.get(0)));
    }

    private static Arguments rule(String name, String offenders) {
        return Arguments.of(name, offenders);
    }
}
