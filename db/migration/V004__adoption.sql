create schema adoption;
grant usage on schema adoption to ${app_role};

create table adoption.category (
    district_id  bigint not null,
    id           bigint generated always as identity,
    title        text   not null,
    source       text   not null,
    external_id  text   not null,
    added_run    bigint,
    changed_run  bigint,
    withdrawn_on date,
    primary key (district_id, id),
    constraint category_external unique (district_id, source, external_id)
);
select app_distribute('adoption.category', 'district_id');
select app_protect('adoption.category', 'select, insert, update, delete');

-- What a category's title means, where a district says otherwise than the list that comes with Tandem.
create table adoption.category_meaning (
    district_id bigint not null,
    title       text   not null,
    work_kind   text   not null,
    online      boolean not null default true,
    primary key (district_id, title),
    constraint category_meaning_title check (title = lower(btrim(title))),
    constraint category_meaning_kind check (work_kind in ('assignment', 'quiz'))
);
select app_distribute('adoption.category_meaning', 'district_id');
select app_protect('adoption.category_meaning', 'select, insert, update, delete');

create table adoption.assignment (
    district_id  bigint  not null,
    id           bigint generated always as identity,
    class_id     bigint  not null,
    category_id  bigint,
    title        text    not null,
    work_kind    text    not null,
    online       boolean not null,
    assigned_on  date,
    due_on       date,
    source       text    not null,
    external_id  text    not null,
    added_run    bigint,
    changed_run  bigint,
    withdrawn_on date,
    primary key (district_id, id),
    constraint assignment_kind check (work_kind in ('assignment', 'quiz')),
    constraint assignment_external unique (district_id, source, external_id)
);
select app_distribute('adoption.assignment', 'district_id');
alter table adoption.assignment
    add constraint assignment_class foreign key (district_id, class_id) references roster.class_group (district_id, id),
    add constraint assignment_category foreign key (district_id, category_id) references adoption.category (district_id, id);
create index assignment_by_class on adoption.assignment (district_id, class_id, due_on);
create index assignment_by_category on adoption.assignment (district_id, category_id);
select app_protect('adoption.assignment', 'select, insert, update, delete');

create table adoption.submission (
    district_id   bigint not null,
    assignment_id bigint not null,
    student_id    bigint not null,
    status        text   not null,
    handed_in_on  date,
    source        text   not null,
    external_id   text   not null,
    added_run     bigint,
    changed_run   bigint,
    withdrawn_on  date,
    primary key (district_id, assignment_id, student_id),
    constraint submission_status check (status in ('handed_in', 'not_handed_in', 'exempt', 'unknown')),
    constraint submission_external unique (district_id, source, external_id)
);
select app_distribute('adoption.submission', 'district_id');
alter table adoption.submission
    add constraint submission_assignment foreign key (district_id, assignment_id) references adoption.assignment (district_id, id),
    add constraint submission_student foreign key (district_id, student_id) references roster.person (district_id, id);
create index submission_by_student on adoption.submission (district_id, student_id);
select app_protect('adoption.submission', 'select, insert, update, delete');
comment on column adoption.submission.handed_in_on is 'The local date of the hand-in; null: not handed in, or handed in on a day unknown';

-- The finest sum: what a student did online on one local day, over all sources. 1 opened, 2 handed in, 4 quiz or test.
create table adoption.student_day (
    district_id bigint   not null,
    student_id  bigint   not null,
    day         date     not null,
    habits      smallint not null,
    primary key (district_id, student_id, day)
);
select app_distribute('adoption.student_day', 'district_id');
select app_protect('adoption.student_day', 'select, insert, update, delete');

-- The same for teachers: 1 attendance, 2 assignment set, 4 quiz or test given.
create table adoption.teacher_day (
    district_id bigint   not null,
    person_id   bigint   not null,
    day         date     not null,
    practice    smallint not null,
    primary key (district_id, person_id, day)
);
select app_distribute('adoption.teacher_day', 'district_id');
select app_protect('adoption.teacher_day', 'select, insert, update, delete');

-- What a source reports, for which classes, and up to when: silence from it is a no.
create table adoption.coverage (
    district_id bigint   not null,
    source      text     not null,
    class_id    bigint   not null,
    habits      smallint not null,
    practice    smallint not null,
    covers_to   date     not null,
    changed_run bigint,
    primary key (district_id, source, class_id)
);
select app_distribute('adoption.coverage', 'district_id');
alter table adoption.coverage
    add constraint coverage_class foreign key (district_id, class_id) references roster.class_group (district_id, id);
create index coverage_by_class on adoption.coverage (district_id, class_id);
select app_protect('adoption.coverage', 'select, insert, update, delete');

create table adoption.home_access (
    district_id bigint      not null,
    student_id  bigint      not null,
    device      boolean,
    connection  boolean,
    answered_on date        not null,
    via         text        not null,
    added_run   bigint,
    changed_run bigint,
    primary key (district_id, student_id),
    constraint home_access_via check (via in ('file', 'typed', 'link', 'paper', 'phone'))
);
select app_distribute('adoption.home_access', 'district_id');
alter table adoption.home_access
    add constraint home_access_student foreign key (district_id, student_id) references roster.person (district_id, id);
select app_protect('adoption.home_access', 'select, insert, update, delete');
comment on column adoption.home_access.device is 'Null: not asked, or not answered';

-- What dashboards read: how many said yes, no and unknown, of a group on a day.
create table adoption.figure (
    district_id bigint not null,
    school_id   bigint not null,
    day         date   not null,
    group_kind  text   not null,
    group_key   text   not null,
    indicator   text   not null,
    yes         bigint not null,
    no          bigint not null,
    unknown     bigint not null,
    primary key (district_id, school_id, day, group_kind, group_key, indicator),
    constraint figure_group check (group_kind in ('school', 'department', 'grade')),
    constraint figure_counts check (yes >= 0 and no >= 0 and unknown >= 0)
);
select app_distribute('adoption.figure', 'district_id');
alter table adoption.figure
    add constraint figure_school foreign key (district_id, school_id) references roster.org (district_id, id);
select app_protect('adoption.figure', 'select, insert, update, delete');

-- The row as it was before an import changed it, for undo; of hand-ins, which are keyed by what they are, apart.
create table adoption.before_image (
    district_id bigint not null,
    run_id      bigint not null,
    table_name  text   not null,
    row_id      bigint not null,
    image       jsonb  not null,
    primary key (district_id, run_id, table_name, row_id)
);
select app_distribute('adoption.before_image', 'district_id');
select app_protect('adoption.before_image', 'select, insert, delete');

create table adoption.submission_before (
    district_id   bigint not null,
    run_id        bigint not null,
    assignment_id bigint not null,
    student_id    bigint not null,
    status        text   not null,
    handed_in_on  date,
    external_id   text   not null,
    changed_run   bigint,
    withdrawn_on  date,
    primary key (district_id, run_id, assignment_id, student_id)
);
select app_distribute('adoption.submission_before', 'district_id');
select app_protect('adoption.submission_before', 'select, insert, delete');
