alter table training.course
    add column required_departments bigint[] not null default '{}',
    add column due_from     text,
    add column due_days     int  not null default 0,
    add column valid_months int,
    add column gives        text not null default 'trained',
    add column parts        int  not null default 1,
    add constraint course_due_from check (due_from in ('first_training', 'decision', 'move')),
    add constraint course_valid_months check (valid_months between 1 and 240),
    add constraint course_gives check (gives in ('trained', 'practised', 'coach')),
    add constraint course_parts check (parts between 1 and 20);
update training.course set gives = 'coach' where gives_coach;
alter table training.course drop column gives_coach;
comment on column training.course.required_departments is 'Departments that it is required in, of those roles; empty: in all';
comment on column training.course.due_days is 'Days after due_from, a date of the plan; before it where negative';
comment on column training.course.valid_months is 'Null: a completion counts for good';
comment on column training.course.gives is 'What whoever completes it is: trained, practised, or able to coach others';
comment on column training.course.parts is 'How many different parts must be attended; each session is one part';

alter table training.session
    add column part      int  not null default 1,
    add column capacity  int,
    add column link      text not null default '',
    add column revision  int  not null default 0,
    add column closed_at timestamptz,
    add constraint session_part check (part between 1 and 20),
    add constraint session_capacity check (capacity between 1 and 5000);
comment on column training.session.capacity is 'Null: as many as come';
comment on column training.session.revision is 'How often it was moved or cancelled: the SEQUENCE of calendars';
comment on column training.session.closed_at is 'When presence became completions; null: not yet';

create table training.booking (
    district_id   bigint      not null,
    session_id    bigint      not null,
    person_id     bigint      not null,
    state         text        not null,
    since         timestamptz not null,
    offered_until timestamptz,
    booked_by     bigint,
    primary key (district_id, session_id, person_id),
    constraint booking_state check (state in ('booked', 'waiting', 'offered')),
    constraint booking_offered check ((state = 'offered') = (offered_until is not null))
);
select app_distribute('training.booking', 'district_id');
alter table training.booking
    add constraint booking_session foreign key (district_id, session_id) references training.session (district_id, id),
    add constraint booking_person foreign key (district_id, person_id) references roster.person (district_id, id);
create index booking_by_person on training.booking (district_id, person_id);
select app_protect('training.booking', 'select, insert, update, delete');
comment on column training.booking.since is 'When the seat was taken, or the wait began: the order of the waiting list';
comment on column training.booking.offered_until is 'A freed seat is held for this person until then';

create table training.attendance (
    district_id bigint      not null,
    session_id  bigint      not null,
    person_id   bigint      not null,
    state       text        not null,
    via         text        not null,
    at          timestamptz not null,
    minutes     int,
    recorded_by bigint,
    primary key (district_id, session_id, person_id),
    constraint attendance_state check (state in ('present', 'late', 'partial', 'missing', 'excused')),
    constraint attendance_via check (via in ('scan', 'code', 'list', 'sheet', 'report', 'close'))
);
select app_distribute('training.attendance', 'district_id');
alter table training.attendance
    add constraint attendance_session foreign key (district_id, session_id) references training.session (district_id, id),
    add constraint attendance_person foreign key (district_id, person_id) references roster.person (district_id, id);
create index attendance_by_person on training.attendance (district_id, person_id);
select app_protect('training.attendance', 'select, insert, update, delete');
comment on column training.attendance.at is 'When they checked in, or when somebody marked them';
comment on column training.attendance.minutes is 'How long they attended, where a meeting''s report says so';
