create table training.tick (
    district_id bigint      not null,
    session_id  bigint      not null,
    id          uuid        not null,
    person_id   bigint      not null,
    here        boolean     not null,
    at          timestamptz not null,
    sent_at     timestamptz not null,
    primary key (district_id, session_id, id)
);
select app_distribute('training.tick', 'district_id');
alter table training.tick
    add constraint tick_session foreign key (district_id, session_id) references training.session (district_id, id) on delete cascade,
    add constraint tick_person foreign key (district_id, person_id) references roster.person (district_id, id) on delete cascade;
create index tick_by_person on training.tick (district_id, person_id, session_id);
select app_protect('training.tick', 'select, insert');
comment on table training.tick is 'What a trainer''s phone said of a room, each once, however often it is sent';
comment on column training.tick.id is 'Made by the phone';
comment on column training.tick.at is 'When it was ticked, by our clock: the phone says how long ago that was; within the hours of the session';
