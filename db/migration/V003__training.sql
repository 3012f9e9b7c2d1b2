create schema training;
grant usage on schema training to ${app_role};

create table training.course (
    district_id  bigint not null,
    id           bigint generated always as identity,
    school_id    bigint,
    title        text   not null,
    minutes      int    not null,
    required_for text[] not null default '{}',
    gives_coach  boolean not null default false,
    archived_at  timestamptz,
    primary key (district_id, id),
    constraint course_title_not_blank check (btrim(title) <> ''),
    constraint course_minutes check (minutes between 1 and 6000)
);
select app_distribute('training.course', 'district_id');
alter table training.course
    add constraint course_school foreign key (district_id, school_id) references roster.org (district_id, id);
create unique index course_title on training.course (district_id, coalesce(school_id, 0), lower(title)) where archived_at is null;
select app_protect('training.course', 'select, insert, update, delete');
comment on column training.course.required_for is 'Staff roles (roster.person.staff_role) that must complete it; empty: nobody must';
comment on column training.course.school_id is 'Null: every school of the district';

create table training.session (
    district_id bigint      not null,
    id          bigint generated always as identity,
    course_id   bigint      not null,
    school_id   bigint      not null,
    starts_at   timestamptz not null,
    minutes     int         not null,
    place       text        not null default '',
    trainer     text        not null default '',
    cancelled_at timestamptz,
    primary key (district_id, id),
    constraint session_minutes check (minutes between 1 and 6000)
);
select app_distribute('training.session', 'district_id');
alter table training.session
    add constraint session_course foreign key (district_id, course_id) references training.course (district_id, id),
    add constraint session_school foreign key (district_id, school_id) references roster.org (district_id, id);
create index session_by_school on training.session (district_id, school_id, starts_at, id);
select app_protect('training.session', 'select, insert, update, delete');

create table training.completion (
    district_id  bigint      not null,
    course_id    bigint      not null,
    person_id    bigint      not null,
    session_id   bigint,
    completed_on date        not null,
    logged_by    bigint,
    logged_at    timestamptz not null,
    confirmed_by bigint,
    confirmed_at timestamptz,
    primary key (district_id, course_id, person_id)
);
select app_distribute('training.completion', 'district_id');
alter table training.completion
    add constraint completion_course foreign key (district_id, course_id) references training.course (district_id, id),
    add constraint completion_session foreign key (district_id, session_id) references training.session (district_id, id),
    add constraint completion_person foreign key (district_id, person_id) references roster.person (district_id, id);
create index completion_by_person on training.completion (district_id, person_id);
select app_protect('training.completion', 'select, insert, update, delete');
comment on column training.completion.confirmed_at is 'Null: logged by the teacher and not yet confirmed, so unknown to the model';
