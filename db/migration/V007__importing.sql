create schema importing;
grant usage on schema importing to ${app_role};

create table importing.run (
    district_id bigint      not null,
    id          bigint generated always as identity,
    account_id  bigint,
    source      text        not null,
    format      text        not null,
    file_name   text        not null,
    digest      text        not null,
    started_at  timestamptz not null,
    finished_at timestamptz,
    outcome     text        not null,
    refused     text,
    result      jsonb       not null,
    undone_at   timestamptz,
    primary key (district_id, id),
    constraint run_outcome check (outcome in ('imported', 'refused', 'cancelled', 'failed'))
);
select app_distribute('importing.run', 'district_id');
create index run_recent on importing.run (district_id, id desc);
select app_protect('importing.run', 'select, insert, update');

create table importing.held_row (
    district_id bigint not null,
    run_id      bigint not null,
    number      bigint not null,
    file        text   not null,
    line        bigint not null,
    column_name text   not null,
    value       text   not null,
    reason      text   not null,
    primary key (district_id, run_id, number)
);
select app_distribute('importing.held_row', 'district_id');
alter table importing.held_row
    add constraint held_row_run foreign key (district_id, run_id) references importing.run (district_id, id);
select app_protect('importing.held_row', 'select, insert, delete');

create table importing.column_mapping (
    district_id bigint not null,
    target      text   not null,
    header      text   not null,
    field       text   not null,
    primary key (district_id, target, header)
);
select app_distribute('importing.column_mapping', 'district_id');
select app_protect('importing.column_mapping', 'select, insert, update, delete');
