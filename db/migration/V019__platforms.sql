-- What an export of a learning platform says that somebody did on a day, where it names no piece of work: 1 opened,
-- 2 handed in, 4 quiz or test, 8 attended online; of teachers: 1 attendance, 2 assignment set, 4 quiz or test given.
create table adoption.activity (
    district_id bigint   not null,
    person_id   bigint   not null,
    day         date     not null,
    source      text     not null,
    did         smallint not null,
    added_run   bigint,
    primary key (district_id, person_id, day, source, did),
    constraint activity_did check (did in (1, 2, 4, 8))
);
select app_distribute('adoption.activity', 'district_id');
alter table adoption.activity
    add constraint activity_person foreign key (district_id, person_id) references roster.person (district_id, id);
create index activity_by_run on adoption.activity (district_id, added_run);
select app_protect('adoption.activity', 'select, insert, delete');

-- Whom and which class a platform means by words of its own: learnt where an export said both, or decided by somebody.
create table importing.known_as (
    district_id bigint not null,
    source      text   not null,
    kind        text   not null,
    word        text   not null,
    target_id   bigint,
    decided     boolean not null,
    added_run   bigint,
    primary key (district_id, source, kind, word),
    constraint known_as_kind check (kind in ('person', 'class'))
);
select app_distribute('importing.known_as', 'district_id');
select app_protect('importing.known_as', 'select, insert, update, delete');
comment on column importing.known_as.target_id is 'A person''s or a class''s id; null: nobody here, somebody decided';
