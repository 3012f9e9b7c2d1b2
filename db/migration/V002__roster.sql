create schema roster;
grant usage on schema roster to ${app_role};

-- Columns that every imported table has: source and external_id say where a row comes from; added_run and changed_run
-- name the import that added it and the one that changed it last (null: a person); withdrawn_on ends it, nothing is deleted.

create table roster.org (
    district_id        bigint not null,
    id                 bigint generated always as identity,
    kind               text   not null,
    name               text   not null,
    zone               text,
    identifier         text,
    parent_external_id text,
    source             text   not null,
    external_id        text   not null,
    manual_fields      text[] not null default '{}',
    added_run          bigint,
    changed_run        bigint,
    withdrawn_on       date,
    primary key (district_id, id),
    constraint org_kind check (kind in ('district', 'school', 'department', 'other')),
    constraint org_external unique (district_id, source, external_id)
);
select app_distribute('roster.org', 'district_id');
select app_protect('roster.org', 'select, insert, update, delete');
comment on table roster.org is 'Districts, schools and departments as a source names them; a school is an org of kind school';

create table roster.department (
    district_id bigint not null,
    id          bigint generated always as identity,
    school_id   bigint not null,
    name        text   not null,
    added_run   bigint,
    primary key (district_id, id),
    constraint department_name_not_blank check (btrim(name) <> '')
);
select app_distribute('roster.department', 'district_id');
alter table roster.department
    add constraint department_school foreign key (district_id, school_id) references roster.org (district_id, id);
create unique index department_name on roster.department (district_id, school_id, lower(name));
select app_protect('roster.department', 'select, insert, update, delete');

create table roster.academic_session (
    district_id        bigint not null,
    id                 bigint generated always as identity,
    school_id          bigint,
    kind               text   not null,
    title              text   not null,
    starts_on          date   not null,
    ends_on            date   not null,
    school_year        text,
    parent_external_id text,
    source             text   not null,
    external_id        text   not null,
    added_run          bigint,
    changed_run        bigint,
    withdrawn_on       date,
    primary key (district_id, id),
    constraint academic_session_kind check (kind in ('schoolYear', 'semester', 'term', 'gradingPeriod')),
    constraint academic_session_order check (starts_on <= ends_on),
    constraint academic_session_external unique (district_id, source, external_id)
);
select app_distribute('roster.academic_session', 'district_id');
alter table roster.academic_session
    add constraint academic_session_school foreign key (district_id, school_id) references roster.org (district_id, id);
select app_protect('roster.academic_session', 'select, insert, update, delete');
comment on column roster.academic_session.ends_on is 'The first day that no longer belongs to it, as OneRoster has it';
comment on column roster.academic_session.school_id is 'Null: all schools of the district';

create table roster.holiday (
    district_id bigint not null,
    id          bigint generated always as identity,
    school_id   bigint,
    name        text   not null,
    first_on    date   not null,
    last_on     date   not null,
    added_run   bigint,
    primary key (district_id, id),
    constraint holiday_order check (first_on <= last_on)
);
select app_distribute('roster.holiday', 'district_id');
alter table roster.holiday
    add constraint holiday_school foreign key (district_id, school_id) references roster.org (district_id, id);
select app_protect('roster.holiday', 'select, insert, update, delete');

create table roster.person (
    district_id   bigint not null,
    id            bigint generated always as identity,
    kind          text   not null,
    staff_role    text,
    given_name    text   not null,
    family_name   text   not null,
    email         text,
    username      text,
    grade         text,
    source        text   not null,
    external_id   text   not null,
    manual_fields text[] not null default '{}',
    added_run     bigint,
    changed_run   bigint,
    withdrawn_on  date,
    primary key (district_id, id),
    constraint person_kind check (kind in ('student', 'staff', 'other')),
    constraint person_staff_role check ((kind = 'staff') = (staff_role is not null)),
    constraint person_other_has_no_name check (kind <> 'other' or (given_name = '' and family_name = '' and email is null and username is null)),
    constraint person_external unique (district_id, source, external_id)
);
select app_distribute('roster.person', 'district_id');
create index person_email on roster.person (district_id, email) where email is not null;
select app_protect('roster.person', 'select, insert, update, delete');
comment on column roster.person.kind is 'other: a parent, guardian or relative, kept as an id only';

create table roster.person_school (
    district_id   bigint not null,
    person_id     bigint not null,
    school_id     bigint not null,
    department_id bigint,
    primary key (district_id, person_id, school_id)
);
select app_distribute('roster.person_school', 'district_id');
alter table roster.person_school
    add constraint person_school_person foreign key (district_id, person_id) references roster.person (district_id, id),
    add constraint person_school_school foreign key (district_id, school_id) references roster.org (district_id, id),
    add constraint person_school_department foreign key (district_id, department_id) references roster.department (district_id, id);
create index person_school_by_school on roster.person_school (district_id, school_id, person_id);
select app_protect('roster.person_school', 'select, insert, update, delete');

create table roster.course (
    district_id  bigint not null,
    id           bigint generated always as identity,
    title        text   not null,
    code         text,
    org_external_id text,
    source       text   not null,
    external_id  text   not null,
    added_run    bigint,
    changed_run  bigint,
    withdrawn_on date,
    primary key (district_id, id),
    constraint course_external unique (district_id, source, external_id)
);
select app_distribute('roster.course', 'district_id');
select app_protect('roster.course', 'select, insert, update, delete');

create table roster.class_group (
    district_id   bigint not null,
    id            bigint generated always as identity,
    school_id     bigint not null,
    course_id     bigint,
    department_id bigint,
    title         text   not null,
    grade         text,
    source        text   not null,
    external_id   text   not null,
    manual_fields text[] not null default '{}',
    added_run     bigint,
    changed_run   bigint,
    withdrawn_on  date,
    primary key (district_id, id),
    constraint class_group_external unique (district_id, source, external_id)
);
select app_distribute('roster.class_group', 'district_id');
alter table roster.class_group
    add constraint class_group_school foreign key (district_id, school_id) references roster.org (district_id, id),
    add constraint class_group_course foreign key (district_id, course_id) references roster.course (district_id, id),
    add constraint class_group_department foreign key (district_id, department_id) references roster.department (district_id, id);
create index class_group_by_school on roster.class_group (district_id, school_id);
select app_protect('roster.class_group', 'select, insert, update, delete');

create table roster.class_term (
    district_id bigint not null,
    class_id    bigint not null,
    session_id  bigint not null,
    primary key (district_id, class_id, session_id)
);
select app_distribute('roster.class_term', 'district_id');
alter table roster.class_term
    add constraint class_term_class foreign key (district_id, class_id) references roster.class_group (district_id, id),
    add constraint class_term_session foreign key (district_id, session_id) references roster.academic_session (district_id, id);
select app_protect('roster.class_term', 'select, insert, update, delete');

create table roster.enrolment (
    district_id  bigint not null,
    id           bigint generated always as identity,
    class_id     bigint not null,
    person_id    bigint not null,
    role         text   not null,
    is_primary   boolean,
    begins_on    date,
    ends_on      date,
    source       text   not null,
    external_id  text   not null,
    added_run    bigint,
    changed_run  bigint,
    withdrawn_on date,
    primary key (district_id, id),
    constraint enrolment_role check (role in ('student', 'teacher', 'other')),
    constraint enrolment_external unique (district_id, source, external_id)
);
select app_distribute('roster.enrolment', 'district_id');
alter table roster.enrolment
    add constraint enrolment_class foreign key (district_id, class_id) references roster.class_group (district_id, id),
    add constraint enrolment_person foreign key (district_id, person_id) references roster.person (district_id, id);
create index enrolment_by_class on roster.enrolment (district_id, class_id);
create index enrolment_by_person on roster.enrolment (district_id, person_id);
select app_protect('roster.enrolment', 'select, insert, update, delete');
comment on column roster.enrolment.ends_on is 'Before begins_on for who left before the start: such a place never ran';
comment on column roster.enrolment.begins_on is 'Null: from the start of its class''s terms';

-- When each enrolment really runs: its own dates cut with each term of its class. Kept by the intake, since every
-- figure asks for it.
create table roster.running (
    district_id  bigint not null,
    enrolment_id bigint not null,
    class_id     bigint not null,
    person_id    bigint not null,
    school_id    bigint not null,
    role         text   not null,
    from_on      date   not null,
    to_on        date   not null,
    primary key (district_id, enrolment_id, from_on),
    constraint running_order check (from_on < to_on)
);
select app_distribute('roster.running', 'district_id');
alter table roster.running
    add constraint running_enrolment foreign key (district_id, enrolment_id) references roster.enrolment (district_id, id);
create index running_by_school on roster.running (district_id, school_id, role, from_on, to_on);
create index running_by_person on roster.running (district_id, person_id);
create index running_by_class on roster.running (district_id, class_id);
select app_protect('roster.running', 'select, insert, update, delete');
comment on column roster.running.to_on is 'The first day that it no longer runs; 9999-12-31 where nothing ends it';

create table roster.plan (
    district_id       bigint not null,
    id                bigint generated always as identity,
    school_id         bigint not null,
    name              text   not null,
    first_training_on date,
    decision_on       date,
    move_on           date   not null,
    archived_at       timestamptz,
    primary key (district_id, id),
    constraint plan_name_not_blank check (btrim(name) <> ''),
    constraint plan_dates check (first_training_on <= move_on and decision_on <= move_on)
);
select app_distribute('roster.plan', 'district_id');
alter table roster.plan
    add constraint plan_school foreign key (district_id, school_id) references roster.org (district_id, id);
create unique index plan_name on roster.plan (district_id, school_id, lower(name)) where archived_at is null;
select app_protect('roster.plan', 'select, insert, update, delete');

-- The row as it was before an import changed it, for undo. What an import added is found by added_run.
create table roster.before_image (
    district_id bigint not null,
    run_id      bigint not null,
    table_name  text   not null,
    row_id      bigint not null,
    image       jsonb  not null,
    primary key (district_id, run_id, table_name, row_id)
);
select app_distribute('roster.before_image', 'district_id');
select app_protect('roster.before_image', 'select, insert, delete');

-- The same for rows that only link: the terms of a class, the schools of a person. other_id 0: there was none.
create table roster.link_before (
    district_id   bigint not null,
    run_id        bigint not null,
    kind          text   not null,
    owner_id      bigint not null,
    other_id      bigint not null,
    department_id bigint,
    primary key (district_id, run_id, kind, owner_id, other_id),
    constraint link_before_kind check (kind in ('class_term', 'person_school'))
);
select app_distribute('roster.link_before', 'district_id');
select app_protect('roster.link_before', 'select, insert, delete');
