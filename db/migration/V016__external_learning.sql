create table training.external_learning (
    district_id  bigint      not null,
    id           bigint generated always as identity,
    school_id    bigint      not null,
    person_id    bigint      not null,
    course_id    bigint,
    title        text        not null,
    provider     text        not null,
    minutes      int         not null,
    completed_on date        not null,
    state        text        not null default 'submitted',
    reason       text        not null default '',
    submitted_at timestamptz not null,
    decided_by   bigint,
    decided_at   timestamptz,
    primary key (district_id, id),
    constraint external_learning_state check (state in ('submitted', 'approved', 'returned')),
    constraint external_learning_decided check ((state = 'submitted') = (decided_at is null)),
    constraint external_learning_minutes check (minutes between 1 and 6000)
);
select app_distribute('training.external_learning', 'district_id');
alter table training.external_learning
    add constraint external_learning_school foreign key (district_id, school_id) references roster.org (district_id, id),
    add constraint external_learning_person foreign key (district_id, person_id) references roster.person (district_id, id),
    add constraint external_learning_course foreign key (district_id, course_id) references training.course (district_id, id);
create index external_learning_waiting on training.external_learning (district_id, school_id, id) where state = 'submitted';
create index external_learning_by_person on training.external_learning (district_id, person_id);
select app_protect('training.external_learning', 'select, insert, update, delete');
comment on table training.external_learning is 'What staff learned elsewhere, with evidence, to be approved';
comment on column training.external_learning.course_id is 'The course that it stands for; null: none, it counts as hours only';
comment on column training.external_learning.reason is 'Why it was returned';

create table training.evidence (
    district_id bigint not null,
    learning_id bigint not null,
    media_type  text   not null,
    bytes       bytea  not null,
    primary key (district_id, learning_id),
    constraint evidence_media_type check (media_type in ('application/pdf', 'image/jpeg'))
);
select app_distribute('training.evidence', 'district_id');
alter table training.evidence
    add constraint evidence_learning foreign key (district_id, learning_id)
        references training.external_learning (district_id, id) on delete cascade;
select app_protect('training.evidence', 'select, insert, delete');
comment on table training.evidence is 'One file each; photos were written anew, without place and camera';
