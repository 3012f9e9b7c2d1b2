-- The outbox of e-mails: written in the transaction of what they tell of, sent afterwards.
create table training.notice (
    district_id bigint      not null,
    id          bigint generated always as identity,
    school_id   bigint      not null,
    person_id   bigint      not null,
    kind        text        not null,
    session_id  bigint,
    course_id   bigint,
    language    text        not null,
    made_at     timestamptz not null,
    next_try_at timestamptz not null,
    tries       int         not null default 0,
    sent_at     timestamptz,
    dropped_at  timestamptz,
    primary key (district_id, id),
    constraint notice_kind check (kind in ('seat', 'offer', 'gone', 'moved', 'cancelled', 'again', 'reminder')),
    constraint notice_of check (case when kind = 'reminder' then course_id is not null else session_id is not null end)
);
select app_distribute('training.notice', 'district_id');
alter table training.notice
    add constraint notice_school foreign key (district_id, school_id) references roster.org (district_id, id),
    add constraint notice_person foreign key (district_id, person_id) references roster.person (district_id, id),
    add constraint notice_session foreign key (district_id, session_id) references training.session (district_id, id),
    add constraint notice_course foreign key (district_id, course_id) references training.course (district_id, id);
create unique index notice_reminded_once on training.notice (district_id, person_id, course_id, session_id)
    where kind = 'reminder' and session_id is not null;
create index notice_due on training.notice (district_id, next_try_at) where sent_at is null and dropped_at is null;
create index notice_by_session on training.notice (district_id, session_id);
create index notice_by_person on training.notice (district_id, person_id);
select app_protect('training.notice', 'select, insert, update, delete');
comment on column training.notice.session_id is 'Of a reminder: the next session of the course, at which nobody is reminded twice';
comment on column training.notice.language is 'Of whoever caused it; the account of whoever gets it goes first';
comment on column training.notice.dropped_at is 'When it was given up: out of date, or refused too often';
