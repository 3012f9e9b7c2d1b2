create table training.feed (
    district_id bigint      not null,
    id          bigint generated always as identity,
    school_id   bigint      not null,
    person_id   bigint,
    account_id  bigint      not null,
    token_hash  bytea       not null,
    made_at     timestamptz not null,
    primary key (district_id, id),
    constraint feed_token unique (district_id, token_hash)
);
select app_distribute('training.feed', 'district_id');
alter table training.feed
    add constraint feed_school foreign key (district_id, school_id) references roster.org (district_id, id),
    add constraint feed_person foreign key (district_id, person_id) references roster.person (district_id, id);
create index feed_by_account on training.feed (district_id, account_id);
select app_protect('training.feed', 'select, insert, delete');
comment on table training.feed is 'Calendar addresses: whoever knows one reads the sessions; the database keeps its hash. Revoked: deleted';
comment on column training.feed.person_id is 'Whose seats it holds; null: all sessions of the school';
