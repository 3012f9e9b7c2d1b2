-- Every district's table is made in three steps (create, distribute, foreign keys), so that the same migrations can
-- serve Citus. The placeholder app_role is the role of the running application: it owns nothing.

-- Does nothing here; on Citus it is replaced by one that distributes.
create or replace function app_distribute(table_name text, distribution_column text) returns void
    language plpgsql as $$ begin end $$;

-- Lets the application see and change a table's rows of the district that its transaction names, and no other.
create function app_protect(table_name text, privileges text) returns void
    language plpgsql as $$
begin
    execute format('alter table %s enable row level security', table_name);
    execute format('create policy own_district on %s using (district_id = nullif(current_setting(''tandem.district'', true), '''')::bigint)',
        table_name);
    execute format('grant %s on %s to ${app_role}', privileges, table_name);
end $$;

-- Lets the planner know what a large import brought: the application owns no table, and may not analyze one itself.
create function app_analyze(schema_name text) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    found record;
begin
    for found in select schemaname, tablename from pg_catalog.pg_tables where schemaname = schema_name loop
        execute format('analyze %I.%I', found.schemaname, found.tablename);
    end loop;
end $$;
revoke all on function app_analyze(text) from public;
grant execute on function app_analyze(text) to ${app_role};

create schema security;
grant usage on schema security to ${app_role};

create table security.district (
    id          bigint generated always as identity primary key,
    name        text        not null,
    zone        text        not null,
    sample      boolean     not null default false,
    created_at  timestamptz not null,
    constraint district_name_not_blank check (btrim(name) <> '')
);
create unique index district_name on security.district (lower(name));
grant select, insert, update, delete on security.district to ${app_role};

create table security.account (
    id            bigint generated always as identity primary key,
    email         text        not null,
    name          text        not null,
    password_hash text,
    issuer        text,
    subject       text,
    locale        text,
    operator      boolean     not null default false,
    created_at    timestamptz not null,
    disabled_at   timestamptz,
    constraint account_email_lower check (email = lower(email) and email like '%_@_%'),
    constraint account_issuer_with_subject check ((issuer is null) = (subject is null)),
    constraint account_issuer_subject unique (issuer, subject)
);
create unique index account_email on security.account (email);
grant select, insert, update on security.account to ${app_role};

create table security.membership (
    id          bigint generated always as identity primary key,
    account_id  bigint      not null references security.account (id),
    district_id bigint      not null references security.district (id) on delete cascade,
    school_id   bigint,
    person_id   bigint,
    role        text        not null,
    created_at  timestamptz not null,
    constraint membership_role check (role in ('administrator', 'it', 'trainer', 'teacher', 'viewer'))
);
create unique index membership_once on security.membership (account_id, district_id, coalesce(school_id, 0), role);
create index membership_district on security.membership (district_id);
grant select, insert, update, delete on security.membership to ${app_role};

-- Set-up and invitation links. Only the hash is kept: who reads the table can't use it.
create table security.link (
    id         bigint generated always as identity primary key,
    kind       text        not null,
    hash       bytea       not null,
    account_id bigint references security.account (id),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    constraint link_kind check (kind in ('setup', 'invitation')),
    constraint link_hash unique (hash)
);
grant select, insert, update, delete on security.link to ${app_role};

create table security.audit_entry (
    district_id bigint      not null,
    id          bigint generated always as identity,
    at          timestamptz not null,
    account_id  bigint,
    action      text        not null,
    record_kind text        not null,
    record_id   text        not null,
    fields      text[]      not null,
    facts       jsonb       not null,
    primary key (district_id, id)
);
select app_distribute('security.audit_entry', 'district_id');
create index audit_entry_recent on security.audit_entry (district_id, at desc, id desc);
select app_protect('security.audit_entry', 'select, insert');

-- Personal values apart, so that an erasure (as the owner) can purge them and leave the entry.
create table security.audit_value (
    district_id bigint not null,
    entry_id    bigint not null,
    field       text   not null,
    before      text,
    after       text,
    primary key (district_id, entry_id, field)
);
select app_distribute('security.audit_value', 'district_id');
alter table security.audit_value
    add constraint audit_value_entry foreign key (district_id, entry_id) references security.audit_entry (district_id, id);
select app_protect('security.audit_value', 'select, insert');
