create schema readiness;
grant usage on schema readiness to ${app_role};

-- What was known on a day: never changed afterwards, so the application may only add.
create table readiness.snapshot (
    district_id   bigint      not null,
    plan_id       bigint      not null,
    day           date        not null,
    model_version int         not null,
    school_id     bigint      not null,
    made_at       timestamptz not null,
    recomputed    boolean     not null,
    level         int,
    score         numeric(5, 2),
    low           numeric(5, 2) not null,
    high          numeric(5, 2) not null,
    coverage      numeric(5, 4) not null,
    counts        jsonb       not null,
    primary key (district_id, plan_id, day, model_version),
    constraint snapshot_level check (level between 1 and 5)
);
select app_distribute('readiness.snapshot', 'district_id');
alter table readiness.snapshot
    add constraint snapshot_plan foreign key (district_id, plan_id) references roster.plan (district_id, id);
select app_protect('readiness.snapshot', 'select, insert');
comment on column readiness.snapshot.recomputed is 'Made later than its day, from what was known when it was made';
comment on column readiness.snapshot.counts is 'Per indicator: yes, no, unknown';
