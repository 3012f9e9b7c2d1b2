-- Whether a district keeps which groups its students belong to. Without a row it does not, and nothing of it is read.
create table roster.groups_kept (
    district_id bigint not null,
    since       date   not null,
    primary key (district_id)
);
select app_distribute('roster.groups_kept', 'district_id');
select app_protect('roster.groups_kept', 'select, insert, delete');

create table roster.student_group (
    district_id bigint not null,
    student_id  bigint not null,
    kind        text   not null,
    key         text   not null,
    primary key (district_id, student_id, kind, key),
    constraint student_group_kind check (kind in ('sex', 'race', 'flag')),
    constraint student_group_key check (key ~ '^[a-z0-9_]{1,60}$')
);
select app_distribute('roster.student_group', 'district_id');
alter table roster.student_group
    add constraint student_group_student foreign key (district_id, student_id) references roster.person (district_id, id);
select app_protect('roster.student_group', 'select, insert, delete');
comment on table roster.student_group is 'Groups that equity gaps are told of, only where the district keeps them; one sex and one race a student, any number of flags';

-- What a student's groups of a kind were before an import said otherwise. key '': none.
create table roster.student_group_before (
    district_id bigint not null,
    run_id      bigint not null,
    student_id  bigint not null,
    kind        text   not null,
    key         text   not null,
    primary key (district_id, run_id, student_id, kind, key)
);
select app_distribute('roster.student_group_before', 'district_id');
select app_protect('roster.student_group_before', 'select, insert, delete');
