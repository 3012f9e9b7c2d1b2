-- Families are asked about home by a link each. Only the link's hash is kept: whoever has the link may answer.
create table adoption.survey (
    district_id bigint not null,
    id          bigint generated always as identity,
    school_id   bigint not null,
    opened_at   timestamptz not null,
    opened_on   date   not null,
    ends_on     date   not null,
    closed_at   timestamptz,
    primary key (district_id, id),
    constraint survey_days check (opened_on <= ends_on)
);
select app_distribute('adoption.survey', 'district_id');
alter table adoption.survey
    add constraint survey_school foreign key (district_id, school_id) references roster.org (district_id, id);
create index survey_by_school on adoption.survey (district_id, school_id, id);
select app_protect('adoption.survey', 'select, insert, update, delete');
comment on table adoption.survey is 'A school''s last one is the one that is running, or was';
comment on column adoption.survey.ends_on is 'The last day, at the school, on which families can answer';

create table adoption.survey_link (
    district_id bigint      not null,
    survey_id   bigint      not null,
    student_id  bigint      not null,
    token_hash  bytea       not null,
    made_at     timestamptz not null,
    device      text,
    connection  text,
    answered_at timestamptz,
    primary key (district_id, survey_id, student_id),
    constraint survey_link_token unique (district_id, token_hash),
    constraint survey_link_device check (device in ('yes', 'partly', 'no')),
    constraint survey_link_connection check (connection in ('yes', 'partly', 'no'))
);
select app_distribute('adoption.survey_link', 'district_id');
alter table adoption.survey_link
    add constraint survey_link_survey foreign key (district_id, survey_id) references adoption.survey (district_id, id),
    add constraint survey_link_student foreign key (district_id, student_id) references roster.person (district_id, id);
create index survey_link_by_student on adoption.survey_link (district_id, student_id);
select app_protect('adoption.survey_link', 'select, insert, update, delete');
comment on column adoption.survey_link.device is 'As the family said it last; partly: shared with others at the same time. Null: not sure, or not answered';
comment on column adoption.survey_link.connection is 'The same; partly: only the data of a phone';

alter table adoption.home_access add column answered_at timestamptz;
comment on column adoption.home_access.answered_at is 'The moment; null: only the day is known';
