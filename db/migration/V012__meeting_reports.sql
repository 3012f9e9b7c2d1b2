create table training.meeting_report (
    district_id bigint      not null,
    id          bigint generated always as identity,
    session_id  bigint      not null,
    digest      text        not null,
    share       int         not null,
    people      int         not null,
    recorded_by bigint,
    recorded_at timestamptz not null,
    undone_at   timestamptz,
    primary key (district_id, id),
    constraint meeting_report_share check (share between 0 and 100)
);
select app_distribute('training.meeting_report', 'district_id');
alter table training.meeting_report
    add constraint meeting_report_session foreign key (district_id, session_id) references training.session (district_id, id) on delete cascade;
create index meeting_report_by_session on training.meeting_report (district_id, session_id, id);
select app_protect('training.meeting_report', 'select, insert, update');
comment on column training.meeting_report.digest is 'The SHA-256 of the file, in hexadecimal';
comment on column training.meeting_report.share is 'How many percent of the session somebody had to be there for';
comment on column training.meeting_report.people is 'How many it marked';

create table training.attendance_before (
    district_id bigint not null,
    report_id   bigint not null,
    person_id   bigint not null,
    state       text,
    via         text,
    at          timestamptz,
    minutes     int,
    recorded_by bigint,
    primary key (district_id, report_id, person_id)
);
select app_distribute('training.attendance_before', 'district_id');
alter table training.attendance_before
    add constraint attendance_before_report foreign key (district_id, report_id) references training.meeting_report (district_id, id) on delete cascade,
    add constraint attendance_before_person foreign key (district_id, person_id) references roster.person (district_id, id) on delete cascade;
select app_protect('training.attendance_before', 'select, insert');
comment on table training.attendance_before is 'What a meeting''s report replaced; no state: nothing was known';
